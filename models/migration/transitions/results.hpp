// Tables of results: changes of residence over one and five years.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct TransitionsResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis before{"residence_before", "place of residence at the start of the period",
              axes.residence.labels};

  static constexpr Occasions every_june{.month = 6, .years = 1, .months_before = 12};
  static constexpr Occasions every_fifth_june{.month = 6, .years = 5, .months_before = 60};

  Table one_year = declare(counted_in(
      every_june,
      sparse_sum(
          "transitions_1yr",
          "changes of residence over one year to the end of June: residents who lived elsewhere a "
          "year before, whatever they did in between; not those who were born since, or came from "
          "places or reservoirs where persons are not simulated",
          {axes.origin, before, axes.residence})));
  Table five_years = declare(counted_in(
      every_fifth_june, sparse_sum("transitions_5yr",
                                   "changes of residence over five years, to the end of June of "
                                   "years that end in 0 and 5, as in transitions_1yr",
                                   {axes.origin, before, axes.residence})));
};

}  // namespace rumbo::migration
