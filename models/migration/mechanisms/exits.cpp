// Going home, being removed, and changes of status abroad. Science B11 and B12.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "models/migration/mechanisms/captivity.hpp"
#include "models/migration/mechanisms/mechanisms.hpp"
#include "models/migration/purpose.hpp"
#include "models/migration/theory/crossing.hpp"
#include "models/migration/theory/rates.hpp"
#include "models/migration/theory/regularization.hpp"
#include "models/migration/theory/return.hpp"

namespace rumbo::migration {
namespace {

constexpr int retirement_age = 60;

enum StayKind : size_t { stay_irregular, stay_regular, stay_citizen };

StayKind stay_kind(Facts f) {
  if (is_without_right(f.status())) return stay_irregular;
  return f.status() == Status::citizen ? stay_citizen : stay_regular;
}

ReturnRules rules_of(const State& state, StayKind kind) {
  const auto& ids = state.parameters->returning;
  const ParameterId rates[] = {ids.rate_irregular, ids.rate_regular, ids.rate_citizen};
  ReturnRules rules;
  rules.base_rate = state.value(rates[kind]) / months_per_year;
  rules.yearly_decline = state.value(ids.decay);
  rules.target_saver = 0;
  rules.reentry_weight = state.value(ids.reentry_weight);
  return rules;
}

/// What coming again without leave would cost somebody, USD: fee, own costs, value of the risk.
double reentry_cost_usd(const State& state, size_t origin, size_t residence) {
  const Corridor* corridor = state.world->corridor(origin, residence);
  if (corridor == nullptr) return 0;
  const auto c = static_cast<size_t>(corridor - state.world->corridors.data());
  const auto& open = state.choice.open;
  const auto& cost = state.choice.cost_usd;
  if (open.empty()) return 0;
  if (open[c][static_cast<size_t>(Channel::right_of_entry)])
    return cost[c][static_cast<size_t>(Channel::right_of_entry)];
  const Channel way = corridor->border >= 0 ? Channel::smuggler : Channel::visit;
  return cost[c][static_cast<size_t>(way)];
}

void note_change(View& view, uint32_t local, StatusChange change) {
  const Facts f = view.facts[local];
  const size_t cell = (f.birthplace() * view.state.n_places() + f.residence()) * n_status_changes +
                      static_cast<size_t>(change);
  view.tally().add(number(Table::status_changes), cell, view.weight);
}

void regularize(View& view, uint32_t local) {
  State& state = view.state;
  const Facts f = view.facts[local];
  const unsigned place = f.residence();
  const Cents fee = cents_from_usd(state.value(state.parameters->regularization.fee,
                                               state.world->diaspora(f.birthplace(), place)));
  view.wealth[local] -= fee;
  state.ledger.local().transfer(static_cast<size_t>(Account::persons),
                                static_cast<size_t>(Account::visas), int64_t{fee} * view.weight);
  state.tallies.local().add(number(Table::regularization_fees), place, int64_t{fee} * view.weight);
  count_policy_use(state, "regularization", view.weight * policy_unit);
  set_status(view, local, Status::permanent, StatusChange::regularized);
}

/// A temporary right has ended: another follows, or the person stays without, or goes home.
void end_temporary(View& view, uint32_t local) {
  const MonthTables& t = view.state.tables;
  const double u = view.state.draws.uniform(view.person(local).value(), view.state.month,
                                            purpose::status_outcome);
  if (view.facts[local].status() == Status::visitor)
    set_status(view, local, Status::irregular, StatusChange::expired);
  else if (u < t.settle_share)
    set_status(view, local, Status::permanent, StatusChange::settled);
  else if (u < t.settle_share + (1 - t.settle_share) * t.overstay)
    set_status(view, local, Status::irregular, StatusChange::expired);
  else
    bring_home(view, local, Channel::return_home);
}

void status_event(View& view, uint32_t local) {
  const Facts f = view.facts[local];
  if (f.status() == Status::temporary || f.status() == Status::visitor)
    end_temporary(view, local);
  else if (f.status() == Status::irregular)
    set_status(view, local, Status::permanent, StatusChange::settled);
  else if (f.status() == Status::permanent)
    set_status(view, local, Status::citizen, StatusChange::naturalized);
  else if (f.status() == Status::citizen && !f.is_foreign_born()) {
    // A native leaves for a place that is not represented.
    tally_move(view, f, f.residence(), static_cast<unsigned>(view.state.reservoir),
               Channel::to_reservoir, view.age(local));
    view.flows().events[static_cast<size_t>(PersonEvent::departure)] += view.weight;
    remove_person(view, local, Account::abroad);
  }
}

/// Removal, abuse at work or captivity: at most one of them, by one draw.
bool suffer_harm(View& view, uint32_t local, const PersonDraws& draws) {
  const Facts f = view.facts[local];
  const HarmHazards hazards =
      harm_hazards(view.state, f, view.age(local), view.households.is_alone(local));
  RUMBO_ASSERT(
      screening_threshold(hazards.sum()) <=
      view.state.bounds[view.home].threshold(view.key[local], view.state.month, screened::harm));
  if (!draws.happens(screened::harm, hazards.sum())) return false;
  const double u = draws.uniform(screened::harm);
  if (u < hazards.removal)
    bring_home(view, local, Channel::removal);
  else if (u < hazards.removal + hazards.abuse)
    start_abuse(view, local);
  else
    hold(view, local, WayIn::recruited);
  return true;
}

}  // namespace

void set_status(View& view, uint32_t local, Status status, StatusChange change) {
  note_change(view, local, change);
  const int age = view.age(local);
  view.settle(local);
  view.count(view.facts[local], age, -1);
  view.facts[local].set_status(status);
  view.count(view.facts[local], age, 1);
  view.refresh(local);
  note_status(view, local, change);
}

// Decided once for the whole programme.
bool applies_now(const State& state, Facts f, Month arrival, uint32_t person) {
  const auto& ids = state.parameters->regularization;
  const size_t place = state.world->diaspora(f.birthplace(), f.residence());
  if (f.is_held() || state.value(ids.share, place) <= 0) return false;
  const Month first(static_cast<int>(state.value(ids.first_month, place)));
  const auto months = static_cast<int>(state.value(ids.months, place));
  const int since = state.month - first;
  if (since < 0 || since >= months) return false;
  if (!may_apply(f.status() == Status::irregular, arrival,
                 Month(static_cast<int>(state.value(ids.cutoff_month, place)) + 1)))
    return false;
  TakeUpRules rules;
  rules.declared = state.value(ids.take_up, place);
  rules.fee_weight = state.value(ids.fee_weight);
  TakeUpConditions conditions;
  conditions.fee_usd = state.value(ids.fee, place);
  const double share = state.value(ids.share, place) * take_up_probability(rules, conditions);
  if (state.draws.uniform(person, first, purpose::regularization) >= share) return false;
  const double when = state.draws.uniform(person, first, purpose::regularization_month);
  // Whoever arrives in the status later than its month applies at once.
  return since >= static_cast<int>(when * months);
}

void set_exit_tables(State& state, Month month) {
  const World& world = *state.world;
  const size_t n = state.n_places();
  MonthTables& t = state.tables;
  const auto& ids = state.parameters->status;
  for (StayKind kind : {stay_irregular, stay_regular, stay_citizen}) {
    const ReturnRules rules = rules_of(state, kind);
    for (int y = 0; y < n_stay_years; ++y)
      t.go_back[kind][static_cast<size_t>(y)] =
          probability_within(return_rate(rules, y, false, 0), 1);
  }
  t.retirement_factor = state.value(state.parameters->returning.retirement_factor);
  t.reentry_factor.assign(n * n, 1.0);
  const double weight = state.value(state.parameters->returning.reentry_weight);
  for (const auto& c : world.corridors)
    t.reentry_factor[c.origin * n + c.destination] =
        exp(-weight * reentry_cost_usd(state, c.origin, c.destination) / 1000);
  t.removal.assign(n, 0);
  t.adjustment.assign(n, 0);
  t.departure.assign(n, 0);
  const size_t period = std::min<size_t>(5, year_index(month.year()) / 5);
  for (size_t p = 0; p < n; ++p) {
    t.adjustment[p] = monthly_probability(state.value(ids.adjustment_rate, p));
    t.removal[p] = monthly_probability(state.value(ids.removal_rate, p));
    t.departure[p] = monthly_probability(world.departures(p, period)) * state.departure_scale;
  }
  t.reservoir_return.assign(n * n, 0);
  for (const auto& flow : world.reservoir_flows)
    t.reservoir_return[flow.origin * n + flow.destination] =
        monthly_probability(flow.return_rate[period]);
  t.work_end = monthly_probability(1 / state.value(ids.work_years));
  t.visit_months = probability_within(1 / state.value(ids.visit_months), 1);
  t.naturalization = monthly_probability(state.value(ids.naturalization_rate));
  t.permanence_years = static_cast<int>(state.value(ids.permanence_years));
  t.settle_share = state.value(ids.settle_share);
  t.overstay = state.value(ids.overstay);
}

double go_back_hazard(const State& state, Facts f, int age, int years) {
  if (!f.is_foreign_born() || f.is_held()) return 0;
  const MonthTables& t = state.tables;
  const size_t pair = f.birthplace() * state.n_places() + f.residence();
  if (!state.world->is_inside(f.birthplace())) return t.reservoir_return[pair];
  const StayKind kind = stay_kind(f);
  double hazard = t.go_back[kind][static_cast<size_t>(std::clamp(years, 0, n_stay_years - 1))];
  if (kind == stay_irregular) hazard *= t.reentry_factor[pair];
  if (age >= retirement_age) hazard *= t.retirement_factor;
  return std::min(1.0, hazard);
}

double removal_hazard(const State& state, Facts f) {
  return f.is_foreign_born() && f.status() == Status::irregular && !f.is_held()
             ? state.tables.removal[f.residence()]
             : 0;
}

double status_hazard(const State& state, Facts f, int age, int years) {
  const MonthTables& t = state.tables;
  if (f.is_held()) return 0;
  switch (f.status()) {
    case Status::visitor:
      return t.visit_months;
    case Status::temporary:
      return t.work_end;
    case Status::permanent:
      return years >= t.permanence_years ? t.naturalization : 0;
    case Status::citizen:
      if (f.is_foreign_born()) return 0;
      return t.departure[f.residence()] * t.age_factor[static_cast<size_t>(std::min(age, 119))];
    case Status::irregular:
      return f.is_foreign_born() ? t.adjustment[f.residence()] : 0;
    default:
      return 0;
  }
  return 0;
}

void bring_home(View& view, uint32_t local, Channel how) {
  State& state = view.state;
  end_abuse(view, local);
  const Facts before = view.facts[local];
  RUMBO_ASSERT(!before.is_held());
  const int age = view.age(local);
  const LifeEvent event = how == Channel::removal ? LifeEvent::removed : LifeEvent::returned;
  note_change(view, local,
              how == Channel::removal ? StatusChange::removed : StatusChange::returned);
  tally_move(view, before, before.residence(), before.birthplace(), how, age);
  if (!state.world->is_inside(before.birthplace())) {
    state.flows.local().events[static_cast<size_t>(PersonEvent::departure)] += view.weight;
    note_event(view, local, event, {.to = static_cast<int>(before.birthplace()), .channel = how});
    remove_person(view, local, Account::abroad);
    return;
  }
  view.count(before, age, -1);
  Facts& f = view.facts[local];
  f.set_residence(before.birthplace());
  f.set_status(Status::citizen);
  f.set_returned(true);
  if (how == Channel::removal) f.set_removed(true);
  view.count(f, age, 1);
  view.arrival[local] = view.settled[local] = static_cast<uint16_t>(state.month.count());
  view.refresh(local);
  note_event(view, local, event,
             {.from = static_cast<int>(before.residence()),
              .to = static_cast<int>(before.birthplace()),
              .channel = how});
}

void change_status(State& state, Month, size_t community) {
  View view(state, community);
  // Programmes first: they reach the residents without a right wherever one is open.
  if (state.has_programme) {
    const uint32_t* active = state.people.active().data() + view.community.first_slot / 32;
    for (uint32_t w = 0; w < view.community.size() / 32; ++w)
      for (uint32_t bits = active[w]; bits != 0; bits &= bits - 1) {
        const uint32_t local = w * 32 + static_cast<uint32_t>(__builtin_ctz(bits));
        if (view.facts[local].status() == Status::irregular &&
            applies_now(state, view.facts[local], Month(view.arrival[local]),
                        view.person(local).value()))
          regularize(view, local);
      }
  }
  constexpr unsigned looked_at =
      1u << screened::go_back | 1u << screened::harm | 1u << screened::status;
  for (const Woken& w : view.buffers.woken) {
    const uint32_t local = w.local;
    if ((w.purposes & looked_at) == 0 || view.key[local].is_free() || view.is_newborn(local) ||
        view.has_changed(local))
      continue;
    const Facts f = view.facts[local];
    const PersonDraws draws = view.draws(local);
    if ((w.purposes >> screened::harm & 1) && suffer_harm(view, local, draws)) continue;
    if ((w.purposes >> screened::go_back & 1) &&
        draws.happens(screened::go_back,
                      go_back_hazard(state, f, view.age(local), view.years_since_arrival(local))))
      bring_home(view, local, Channel::return_home);
    else if ((w.purposes >> screened::status & 1) &&
             draws.happens(screened::status, status_hazard(state, f, view.age(local),
                                                           view.years_since_arrival(local))))
      status_event(view, local);
  }
}

}  // namespace rumbo::migration
