// Which ways into each destination are open this month, and what they cost. docs/model.md: Visas;
// Journey and crossing; Smugglers.
#include <algorithm>

#include "models/migration/asylum/asylum.hpp"
#include "models/migration/choice/set_choice.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/journey/journey.hpp"
#include "models/migration/visas/visas.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
void set_costs(
    Rooms<const Labour, ChoiceTables, const Journey, const Smuggling, const Asylum> state, size_t c,
    const Rights& rights) {
  const Corridor& corridor = state.run.world->corridors[c];
  const auto& ids = state.run.parameters->visas;
  auto& cost = state.choice.cost_usd[c];
  auto& open = state.choice.open[c];
  open.fill(false);
  cost.fill(0);
  const double travel =
      state.value(ids.travel_base) + state.value(ids.travel_per_km) * corridor.distance_km;
  auto offer = [&](Channel channel, ParameterId price, bool is_open) {
    open[at(channel)] = is_open;
    cost[at(channel)] = travel + state.value(price);
  };
  offer(Channel::work_visa, ids.work_cost, places_per_year(state, c, VisaKind::work) > 0);
  offer(Channel::study, ids.study_cost, places_per_year(state, c, VisaKind::study) > 0);
  offer(Channel::family, ids.family_cost, places_per_year(state, c, VisaKind::family) > 0);
  offer(Channel::seasonal, ids.seasonal_cost, places_per_year(state, c, VisaKind::seasonal) > 0);
  offer(Channel::right_of_entry, ids.right_cost,
        rights.may_stay || rights.by_descent || rights.share > 0);
  cost[at(Channel::right_of_entry)] += state.value(ids.free_residence_fee, c);
  const double paid = state.value(ids.employer_pays, c);
  cost[at(Channel::work_visa)] -= paid * state.value(ids.work_cost);
  cost[at(Channel::seasonal)] -= paid * state.value(ids.seasonal_cost);
  offer(Channel::visit, ids.visit_cost, !rights.may_stay);
  open[at(Channel::asylum)] = is_asylum_open(state, c, rights.may_stay);
  cost[at(Channel::asylum)] = travel + state.value(state.run.parameters->asylum.cost);
  if (corridor.border < 0 || rights.may_stay) return;
  const auto border = static_cast<size_t>(corridor.border);
  const JourneyExpectation &alone = expected_journey(state, border, Channel::alone),
                           &guided = expected_journey(state, border, Channel::smuggler);
  // Where no one can get through, no one sets out.
  open[at(Channel::alone)] = alone.entry > 0;
  open[at(Channel::smuggler)] = guided.entry > 0;
  const double own = state.run.world->borders[border].money_cost_usd;
  cost[at(Channel::alone)] =
      own + alone.route_cost_usd +
      (alone.attempts - alone.reach) * state.value(state.run.parameters->border.attempt_cost);
  cost[at(Channel::smuggler)] = cost[at(Channel::smuggler_debt)] =
      own + guided.route_cost_usd + state.smuggling.markets[border].fee_usd;
  set_debt_terms(state, c);
  open[at(Channel::smuggler_debt)] = guided.entry > 0 && state.choice.debt_limit_usd[c] > 0;
  state.choice.set_debt_factors(c);
}

}  // namespace rumbo::migration
