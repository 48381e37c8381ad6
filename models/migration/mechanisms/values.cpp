// The effective parameters of a month: base values and the policies in force.
#include <algorithm>

#include "models/migration/mechanisms/mechanisms.hpp"

namespace rumbo::migration {

void set_values(State& state, Month month) {
  state.month = month;
  ParameterValues now = state.plan.values_in(month);
  state.values_changed = !(now == state.values);
  state.values = std::move(now);
  const auto shares = state.values.all(state.parameters->regularization.share);
  state.has_programme =
      std::any_of(shares.begin(), shares.end(), [](double share) { return share > 0; });
}

}  // namespace rumbo::migration
