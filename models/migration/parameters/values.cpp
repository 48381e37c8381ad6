// The effective parameters of a month: base values and the policies in force.
#include "models/migration/parameters/values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/params/plan.hpp"
#include "models/migration/registry.hpp"

namespace rumbo::migration {
namespace {

/// Values under the plan with the policies that a trigger has brought into force. What several of
/// them do together is only known now.
ParameterValues values_in_force(Rooms<const Triggers> state, Month month) {
  if (state.triggers.in_force().empty()) return state.run.plan.values_in(month);
  const ParameterPlan plan = state.triggers.with_those_in_force(state.run.plan);
  for (const auto& found : plan.out_of_range(migration_parameters(), month, month + 1)) {
    std::string names;
    for (const auto& id : found.policies) names += (names.empty() ? "'" : " and '") + id + "'";
    throw RunError(fmt::format("{}: policies {} together make {} {}, out of its range",
                               month.text(), names, migration_parameters()[found.parameter].name,
                               found.value));
  }
  return plan.values_in(month);
}

}  // namespace

void set_values(Rooms<Triggers, Sums, StatusRules> state, Run& run, Month month) {
  run.month = month;
  state.triggers.begin_month(month, state.sums.tallies);
  ParameterValues now = values_in_force(state, month);
  run.values_changed = !(now == run.values);
  run.values = std::move(now);
  const auto shares = run.values.all(run.parameters->regularization.share);
  state.status.has_programme =
      std::any_of(shares.begin(), shares.end(), [](double share) { return share > 0; });
}

}  // namespace rumbo::migration
