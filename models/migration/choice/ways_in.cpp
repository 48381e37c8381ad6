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
namespace {

/// Adds agreements on free residence that parameters open.
void add_agreements(Rooms<> state, std::vector<Rights>& rights) {
  const auto& ids = state.run.parameters->visas;
  const double descent = state.value(ids.descent_share);
  for (size_t c = 0; c < rights.size(); ++c) {
    Rights& r = rights[c];
    r.share = r.by_descent ? descent : 0;
    const double agreed = state.value(ids.free_residence, c);
    if (agreed >= 1) r.may_stay = true;
    if (agreed > 0) r.share = 1 - (1 - r.share) * (1 - agreed);
  }
}

std::vector<Rights> rights_in(const World& world, Month month) {
  std::vector<Rights> found(world.corridors.size());
  for (size_t c = 0; c < found.size(); ++c)
    found[c].needs_visit_visa = world.corridors[c].needs_visit_visa;
  for (const auto& right : world.rights) {
    const Corridor* corridor = world.corridor(right.origin, right.destination);
    if (corridor == nullptr || month.count() < right.from || month.count() >= right.to) continue;
    Rights& r = found[static_cast<size_t>(corridor - world.corridors.data())];
    switch (right.right) {
      case EntryRight::citizenship:
        r.is_citizen = true;
        [[fallthrough]];
      case EntryRight::free_residence:
      case EntryRight::free_movement:
        r.may_stay = true;
        break;
      case EntryRight::descent_visa:
        r.by_descent = true;
        break;
      case EntryRight::visa_free_visit:
        r.needs_visit_visa = false;
        break;
      case EntryRight::visa_required:
        r.needs_visit_visa = true;
        break;
    }
  }
  return found;
}

}  // namespace

std::vector<Rights> rights_of(Rooms<> state, Month month) {
  std::vector<Rights> rights = rights_in(*state.run.world, month);
  add_agreements(state, rights);
  return rights;
}

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
  // Where nobody can get through, nobody sets out.
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
