// What levers used and what it cost the public, month by month.
#include <algorithm>

#include "models/migration/mechanisms/mechanisms.hpp"
#include "models/migration/registry.hpp"

namespace rumbo::migration {
namespace {

/// Places for work offered beyond the table, persons a year.
double places_added(const State& state) {
  double added = 0;
  for (size_t c = 0; c < state.world->corridors.size(); ++c)
    added +=
        state.places_per_year(c, VisaKind::work) -
        state.world->visas(c, static_cast<size_t>(VisaKind::work), year_index(state.month.year()));
  return added;
}

/// Agents beyond those of the table.
double agents_added(const State& state) {
  const auto& ids = state.parameters->border;
  double added = 0;
  for (size_t p = 0; p < state.n_places(); ++p)
    added += state.value(ids.agents, p) *
             state.world->enforcement(p, year_index(state.month.year())) *
             (state.value(ids.enforcement, p) - 1);
  return added;
}

}  // namespace

void count_policy_use(State& state, std::string_view lever, int64_t thousandths) {
  if (thousandths == 0) return;
  const auto& all = migration_levers().all();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& l) { return l.name == lever; });
  RUMBO_REQUIRE(found != all.end());
  const auto index = static_cast<size_t>(found - all.begin());
  LocalTally& tally = state.tallies.local();
  tally.add(number(Table::policy_units), index, thousandths);
  const auto cents_each = static_cast<int64_t>(found->cost_per_unit_usd * 100 + 0.5);
  tally.add(number(Table::policy_cost), index, thousandths * cents_each / policy_unit);
}

void tally_policies(State& state, Month) {
  const std::vector<std::string> levers = migration_levers().names();
  for (const WaitingPolicy* policy : state.triggers.in_force())
    state.tallies.local().add(
        number(Table::trigger_months),
        static_cast<size_t>(std::find(levers.begin(), levers.end(), policy->lever) -
                            levers.begin()),
        1);
  // A yearly number counts a twelfth a month.
  count_policy_use(state, "work_visa_quota",
                   static_cast<int64_t>(places_added(state) * policy_unit / 12));
  count_policy_use(state, "border_control",
                   static_cast<int64_t>(agents_added(state) * policy_unit / 12));
}

}  // namespace rumbo::migration
