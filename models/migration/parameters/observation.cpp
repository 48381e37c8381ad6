// What statistics see, and how well-being is measured; docs/model.md: What statistics see. None
// changes a person.
#include "models/migration/parameters/parameters.hpp"

namespace rumbo::migration {

using enum ParameterStatus;

ObservationParameters::ObservationParameters(ParameterRegistry& r) {
  deaths_recorded = r.declare(
      {"observation.deaths_recorded",
       "Share of deaths at a border and on the way to it that are recorded.", "share", 0, 1, 0.3,
       assumed,
       "Mexico-USA 0.5: recorded deaths are too few by a factor of 1.5 to 3, and borders.csv "
       "holds twice the recorded rate; elsewhere less, range 0.1 to 0.6",
       "border"});
  survey_one_in = r.declare(
      {"observation.survey_one_in",
       "A yearly survey asks one of so many of those of 15 years and more who live where they were "
       "born; 0 = no survey.",
       "persons", 0, 1e6, 20, assumed, "assumed", ""});
  welfare_one_in =
      r.declare({"observation.welfare_one_in",
                 "Welfare is worked out at a record for one of so many of the same persons; 0 = of "
                 "no one.",
                 "persons", 0, 1e6, 100, assumed, "enough for a mean by place; assumed", ""});
  poverty_line = r.declare(
      {"observation.poverty_line",
       "Expected earnings of a worker below which it counts as poor, at purchasing power "
       "parity.",
       "USD a day", 0, 1000, 7.3, assumed,
       "two persons a worker at about 3.65 dollars a day each; assumed, range 4 to 11", ""});
  debt_months = r.declare({"observation.debt_months",
                           "Months of earnings above which a debt makes vulnerable.", "months", 0,
                           600, 6, assumed, "six months of income", ""});
}

}  // namespace rumbo::migration
