// Going home by own will, and arriving there however one was brought. Science B11.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "models/migration/mechanisms/asylum.hpp"
#include "models/migration/mechanisms/exits.hpp"
#include "models/migration/mechanisms/mechanisms.hpp"
#include "models/migration/theory/rates.hpp"
#include "models/migration/theory/return.hpp"

namespace rumbo::migration {
namespace {

constexpr int retirement_age = 60;

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

}  // namespace

void set_return_tables(State& state, Month month) {
  const World& world = *state.world;
  const size_t n = state.n_places();
  MonthTables& t = state.tables;
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
  const size_t period = std::min<size_t>(5, year_index(month.year()) / 5);
  t.reservoir_return.assign(n * n, 0);
  for (const auto& flow : world.reservoir_flows)
    t.reservoir_return[flow.origin * n + flow.destination] =
        monthly_probability(flow.return_rate[period]);
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
  if (f.status() == Status::refugee || f.status() == Status::asylum_pending)
    hazard *= t.asylum_return;
  return std::min(1.0, hazard);
}

void bring_home(View& view, uint32_t local, Channel how) {
  State& state = view.state;
  end_abuse(view, local);
  const Facts before = view.facts[local];
  RUMBO_ASSERT(!before.is_held());
  if (before.status() == Status::asylum_pending) forget_claim(view, local);
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

}  // namespace rumbo::migration
