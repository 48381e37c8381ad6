// Which ways into each destination are open in a month, what they cost and what is lent for them,
// plainly; see plain_tables.hpp. docs/model.md: Visas; Journey and crossing; Debts.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "models/migration/debts/debt.hpp"
#include "models/migration/smuggling/smuggler_firms.hpp"
#include "reference/plain_tables_choice.hpp"

namespace rumbo::migration {

namespace {

/// The last of several rights to visit that are in force decides whether a visa is needed.
PlainRights rights_on(const State& state, size_t c, Month month) {
  const Corridor& corridor = state.world->corridors[c];
  PlainRights rights;
  rights.needs_visit_visa = corridor.needs_visit_visa;
  for (const DatedRight& right : state.world->rights) {
    if (right.origin != corridor.origin || right.destination != corridor.destination ||
        month.count() < right.from || month.count() >= right.to)
      continue;
    if (right.right == EntryRight::citizenship) rights.is_citizen = true;
    if (right.right == EntryRight::citizenship || right.right == EntryRight::free_residence ||
        right.right == EntryRight::free_movement)
      rights.may_stay = true;
    if (right.right == EntryRight::descent_visa) rights.by_descent = true;
    if (right.right == EntryRight::visa_free_visit) rights.needs_visit_visa = false;
    if (right.right == EntryRight::visa_required) rights.needs_visit_visa = true;
  }
  // Descent and an agreement reach a share each, independently.
  const double agreed = state.value(state.parameters->visas.free_residence, c);
  if (agreed >= 1) rights.may_stay = true;
  if (rights.by_descent) rights.share = state.value(state.parameters->visas.descent_share);
  if (agreed > 0) rights.share = 1 - (1 - rights.share) * (1 - agreed);
  return rights;
}

/// Yearly earnings of the least schooled there, the jobless included, USD.
double low_earnings(const State& state, size_t place, WorkerGroup group) {
  const auto low = static_cast<size_t>(Skill::low);
  return state.labour.market_wage[worker_cell(place, low, static_cast<size_t>(group))] *
         state.labour.employment(place, low);
}

/// Most that is lent and what is paid back a month: D = w_I - (1 - phi) w_L in present values of
/// the part of earnings that goes to the lender, at most the price; under rule 2 at most what
/// leaves the migrant better off too.
void lend(State& state, size_t c) {
  const auto& ids = state.parameters->debt;
  const Corridor& corridor = state.world->corridors[c];
  const auto rule = static_cast<int>(state.value(ids.limit_rule));
  if (rule == 0) return;
  const size_t there = corridor.destination;
  const double price = state.choice.cost_usd[c][at(Channel::smuggler)];
  const double months = state.value(ids.horizon_months), part = state.value(ids.payment_share);
  const auto worth_today = [&](double a_year) {
    return present_value_usd(a_year / 12, state.value(ids.discount), months);
  };
  const double bonded = low_earnings(state, there, WorkerGroup::irregular);
  const double payment = part * bonded / 12;
  const double found =
      1 - pow(1 - state.value(state.parameters->status.removal_rate, there), months / 12);
  const double stays = 1 - std::min(1.0, state.value(ids.removal_weight) * found);
  const double phi = 1 - (1 - state.value(ids.escape_loss, there)) * stays;
  const double w_bonded = part * worth_today(bonded),
               w_free = part * worth_today(low_earnings(state, there, WorkerGroup::regular));
  double limit = std::max(0.0, w_bonded - (1 - phi) * w_free);
  if (rule != 1) {
    const double home = low_earnings(state, corridor.origin, WorkerGroup::native);
    const double gain = std::max(0.0, worth_today(bonded - home));
    const double left = gain - gain * phi - price;
    const double interest = weighed_interest(price, state.value(ids.interest), payment);
    if (left <= 0)
      limit = 0;
    else if (interest > 0)
      limit = std::min(limit, left / interest);
  }
  state.choice.debt_limit_usd[c] = std::min(price, limit);
  state.choice.debt_payment_usd[c] = payment;
}

/// The factor of going on debt by class of means: those between what is lent and the price borrow
/// what is missing.
void set_debt_factors(State& state, size_t c) {
  ChoiceTables& t = state.choice;
  const double price = t.cost_usd[c][at(Channel::smuggler_debt)];
  for (size_t a = 0; a < n_affordability_classes; ++a) {
    const double means = affordability_usd[a], missing = price - means;
    t.debt_factor[c][a] = 1;
    if (!t.open[c][at(Channel::smuggler_debt)] || missing <= 0 ||
        price - t.debt_limit_usd[c] > means)
      continue;
    const double interest = missing * weighed_interest(missing, t.debt_rate, t.debt_payment_usd[c]);
    t.debt_factor[c][a] = exp(std::max(log_of_closed, -t.cost_weight * interest / t.dissimilarity));
  }
}

/// Ways across the border without a right, for those who have none to live there.
void set_irregular_ways(State& state, size_t c, const PlainRights& rights) {
  const Corridor& corridor = state.world->corridors[c];
  if (corridor.border < 0 || rights.may_stay) return;
  const auto border = static_cast<size_t>(corridor.border);
  auto& cost = state.choice.cost_usd[c];
  auto& open = state.choice.open[c];
  const JourneyExpectation &alone = plain_journey(state, border, Channel::alone),
                           &guided = plain_journey(state, border, Channel::smuggler);
  const double own = state.world->borders[border].money_cost_usd;
  const double again =
      (alone.attempts - alone.reach) * state.value(state.parameters->border.attempt_cost);
  cost[at(Channel::alone)] = own + alone.route_cost_usd + again;
  cost[at(Channel::smuggler)] =
      own + guided.route_cost_usd + state.smuggling.markets[border].fee_usd;
  cost[at(Channel::smuggler_debt)] = cost[at(Channel::smuggler)];
  lend(state, c);
  open[at(Channel::alone)] = alone.entry > 0;
  open[at(Channel::smuggler)] = guided.entry > 0;
  open[at(Channel::smuggler_debt)] = guided.entry > 0 && state.choice.debt_limit_usd[c] > 0;
  set_debt_factors(state, c);
}

void set_legal_ways(State& state, size_t c, const PlainRights& rights) {
  const Corridor& corridor = state.world->corridors[c];
  const auto& ids = state.parameters->visas;
  auto& cost = state.choice.cost_usd[c];
  auto& open = state.choice.open[c];
  const double travel =
      state.value(ids.travel_base) + state.value(ids.travel_per_km) * corridor.distance_km;
  const double paid = state.value(ids.employer_pays, c);  // share of the price
  const double work = state.value(ids.work_cost), season = state.value(ids.seasonal_cost);
  cost[at(Channel::work_visa)] = travel + work - paid * work;
  cost[at(Channel::study)] = travel + state.value(ids.study_cost);
  cost[at(Channel::family)] = travel + state.value(ids.family_cost);
  cost[at(Channel::seasonal)] = travel + season - paid * season;
  cost[at(Channel::right_of_entry)] =
      travel + state.value(ids.right_cost) + state.value(ids.free_residence_fee, c);
  cost[at(Channel::visit)] = travel + state.value(ids.visit_cost);
  cost[at(Channel::asylum)] = travel + state.value(state.parameters->asylum.cost);
  for (size_t kind = 0; kind < n_visa_kinds; ++kind)
    open[kind] = plain_places_a_year(state, c, static_cast<VisaKind>(kind)) > 0;
  open[at(Channel::right_of_entry)] = rights.may_stay || rights.by_descent || rights.share > 0;
  open[at(Channel::visit)] = !rights.may_stay;
  open[at(Channel::asylum)] =
      !rights.may_stay && state.world->takes_claims(corridor.destination) &&
      state.value(state.parameters->asylum.access, corridor.destination) > 0 &&
      state.asylum.with_grounds[corridor.origin] > 0;
}

EntryWay way_of(const PlainRights& rights) {
  if (rights.is_citizen) return EntryWay::citizenship;
  if (rights.may_stay) return EntryWay::stay;
  return rights.by_descent || rights.share > 0 ? EntryWay::descent : EntryWay::none;
}

}  // namespace

double plain_places_a_year(const State& state, size_t c, VisaKind kind) {
  const auto& ids = state.parameters->visas;
  const double table =
      state.world->visas(c, static_cast<size_t>(kind), year_index(state.month.year()));
  if (kind == VisaKind::study) return table * state.value(ids.study_factor, c);
  if (kind == VisaKind::family) return table * state.value(ids.family_factor, c);
  if (kind == VisaKind::seasonal) return std::max(0.0, table + state.value(ids.seasonal_added, c));
  const double of_table =
      std::max(0.0, table * state.value(ids.work_factor, c) + state.value(ids.work_added, c));
  return of_table + state.value(ids.agreement_added, c);
}

std::vector<PlainRights> plain_ways(State& state, Month month) {
  const size_t n = state.world->corridors.size();
  ChoiceTables& t = state.choice;
  t.open.assign(n, {});
  t.cost_usd.assign(n, {});
  t.debt_factor.resize(n);
  t.debt_limit_usd.assign(n, 0);
  t.debt_payment_usd.assign(n, 0);
  state.visas.may_stay.assign(n, 0);
  state.visas.needs_visit_visa.assign(n, 0);
  std::vector<PlainRights> rights;
  for (size_t c = 0; c < n; ++c) {
    rights.push_back(rights_on(state, c, month));
    state.visas.may_stay[c] = static_cast<uint8_t>(way_of(rights[c]));
    state.visas.needs_visit_visa[c] = rights[c].needs_visit_visa;
    set_legal_ways(state, c, rights[c]);
    set_irregular_ways(state, c, rights[c]);
  }
  return rights;
}

}  // namespace rumbo::migration
