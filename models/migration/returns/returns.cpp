// Going home by own will, and arriving there however one was brought. docs/model.md: Return and
// removal.
#include "models/migration/returns/returns.hpp"

#include <algorithm>

#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "models/migration/abuse/abuse.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/moving/moving.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/policy_use/results.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/returns/exits.hpp"
#include "models/migration/returns/return_hazard.hpp"
#include "models/migration/status/status.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

constexpr int retirement_age = 60;

StayKind stay_kind(Facts f) {
  if (is_without_right(f.status())) return stay_irregular;
  return f.status() == Status::citizen ? stay_citizen : stay_regular;
}

ReturnRules rules_of(Rooms<> state, StayKind kind) {
  const auto& ids = state.run.parameters->returning;
  const ParameterId rates[] = {ids.rate_irregular, ids.rate_regular, ids.rate_citizen};
  ReturnRules rules;
  rules.base_rate = state.value(rates[kind]) / months_per_year;
  rules.yearly_decline = state.value(ids.decay);
  rules.target_saver = 0;
  rules.reentry_weight = state.value(ids.reentry_weight);
  return rules;
}

/// What coming again irregularly would cost a person, USD: fee, own costs, value of the risk.
double reentry_cost_usd(Rooms<const ChoiceTables> state, size_t origin, size_t residence) {
  const Corridor* corridor = state.run.world->corridor(origin, residence);
  if (corridor == nullptr) return 0;
  const auto c = static_cast<size_t>(corridor - state.run.world->corridors.data());
  const auto& open = state.choice.open;
  const auto& cost = state.choice.cost_usd;
  if (open.empty()) return 0;
  if (open[c][static_cast<size_t>(Channel::right_of_entry)])
    return cost[c][static_cast<size_t>(Channel::right_of_entry)];
  const Channel way = corridor->border >= 0 ? Channel::smuggler : Channel::visit;
  return cost[c][static_cast<size_t>(way)];
}

/// What awaits those who come back: help, and what it does to leaving again.
void set_reintegration(Rooms<Returns> state) {
  const auto& ids = state.run.parameters->reintegration;
  const size_t n = state.n_places();
  state.returns.assisted.assign(n, 0);
  state.returns.returned_again.assign(n, 1);
  state.returns.removed_again.assign(n, 1);
  state.returns.return_safety.assign(n, 1);
  for (size_t p = 0; p < n; ++p) {
    state.returns.assisted[p] = monthly_probability(state.value(ids.assisted_rate, p));
    const double reached = state.value(ids.reintegration, p);
    const double stays = 1 - reached * state.value(ids.reintegration_effect);
    state.returns.returned_again[p] = state.value(ids.remigration_factor) * stays;
    state.returns.removed_again[p] = state.value(ids.removal_remigration_factor) * stays;
    state.returns.return_safety[p] = 1 - reached * state.value(ids.reintegration_safety);
  }
  state.returns.ties_again = state.value(ids.ties_factor);
  state.returns.removed_credit = state.value(ids.removal_credit_factor);
}

void count_stay(View& view, uint32_t local, bool is_removal) {
  const Facts f = view.facts[local];
  const size_t cell =
      (f.birthplace() * view.run.n_places() + f.residence()) * 2 + (is_removal ? 1 : 0);
  const int months = std::max(0, view.run.month.count() - view.arrival[local]);
  view.tally().add(result_tables().returns.stays_ended, cell, view.weight);
  view.tally().add(result_tables().returns.stay_months, cell, months * view.weight);
}

/// What a programme of reintegration used for a person who has just come back.
void count_reintegration(View& view, Rooms<Sums> state, size_t origin) {
  const ParameterId id = state.run.parameters->reintegration.reintegration;
  const double reached = state.value(id, origin) * share_by_policy(state, id, origin);
  count_policy_use(state, "reintegration",
                   static_cast<int64_t>(static_cast<double>(view.weight * policy_unit) * reached));
}

/// A programme pays for going back.
void pay_grant(View& view, Rooms<Sums> state, uint32_t local) {
  const auto& ids = state.run.parameters->reintegration;
  const Facts f = view.facts[local];
  const size_t place = f.residence();
  const Cents offered = cents_from_usd(state.value(ids.assisted_grant, place));
  const Cents grant = offered - view.keep(local, offered);
  view.ledger().transfer(static_cast<size_t>(Account::states),
                         static_cast<size_t>(Account::persons), int64_t{grant} * view.weight);
  view.tally().add(result_tables().returns.assisted_returns,
                   f.birthplace() * state.n_places() + place, view.weight);
  view.tally().add(result_tables().returns.return_grants, place, int64_t{grant} * view.weight);
  count_policy_use(state, "voluntary_return",
                   static_cast<int64_t>(static_cast<double>(view.weight * policy_unit) *
                                        share_by_policy(state, ids.assisted_rate, place)));
}

}  // namespace

void set_return_tables(Rooms<const ChoiceTables, Returns> state, Month month) {
  const World& world = *state.run.world;
  const size_t n = state.n_places();
  for (StayKind kind : {stay_irregular, stay_regular, stay_citizen}) {
    const ReturnRules rules = rules_of(state, kind);
    for (int y = 0; y < n_stay_years; ++y)
      state.returns.go_back[kind][static_cast<size_t>(y)] =
          probability_within(return_rate(rules, y, false, 0), 1);
  }
  state.returns.retirement_factor = state.value(state.run.parameters->returning.retirement_factor);
  state.returns.reentry_factor.assign(n * n, 1.0);
  const double weight = state.value(state.run.parameters->returning.reentry_weight);
  for (const auto& c : world.corridors)
    state.returns.reentry_factor[c.origin * n + c.destination] =
        exp(-weight * reentry_cost_usd(state, c.origin, c.destination) / 1000);
  set_reintegration(state);
  const size_t period = std::min<size_t>(5, year_index(month.year()) / 5);
  state.returns.reservoir_return.assign(n * n, 0);
  for (const auto& flow : world.reservoir_flows)
    state.returns.reservoir_return[flow.origin * n + flow.destination] =
        monthly_probability(flow.return_rate[period]);
}

double go_back_hazard(Rooms<const Asylum, const Returns> state, Facts f, int age, int years) {
  if (!f.is_foreign_born() || is_confined(f) || f.status() == Status::seasonal) return 0;
  const size_t pair = f.birthplace() * state.n_places() + f.residence();
  if (!state.run.world->is_inside(f.birthplace())) return state.returns.reservoir_return[pair];
  const StayKind kind = stay_kind(f);
  double hazard =
      state.returns.go_back[kind][static_cast<size_t>(std::clamp(years, 0, n_stay_years - 1))];
  if (kind == stay_irregular) hazard *= state.returns.reentry_factor[pair];
  if (age >= retirement_age) hazard *= state.returns.retirement_factor;
  if (f.status() == Status::refugee || f.status() == Status::asylum_pending)
    hazard *= state.asylum.return_factor;
  if (f.status() == Status::irregular) hazard += state.returns.assisted[f.residence()];
  return std::min(1.0, hazard);
}

bool is_assisted(Rooms<const Returns> state, Facts f, double uniform) {
  return f.status() == Status::irregular && state.run.world->is_inside(f.birthplace()) &&
         uniform < state.returns.assisted[f.residence()];
}

double leaving_again(Rooms<const Returns> state, Facts f, bool has_kin_away) {
  if (!f.has_returned()) return 1;
  return (f.was_removed() ? state.returns.removed_again
                          : state.returns.returned_again)[f.birthplace()] *
         (has_kin_away ? state.returns.ties_again : 1);
}

void go_home(View& view, Dying::And<Sums, const Returns> state, uint32_t local, double uniform) {
  if (is_assisted(state, view.facts[local], uniform)) pay_grant(view, state, local);
  bring_home(view, state, local, Channel::return_home);
}

void bring_home(View& view, Dying::And<Sums> state, uint32_t local, Channel how) {
  const Facts before = view.facts[local];
  RUMBO_ASSERT(!before.is_held());
  const bool is_removal = how == Channel::removal;
  const LifeEvent event = is_removal ? LifeEvent::removed : LifeEvent::returned;
  note_change(view, local, is_removal ? StatusChange::removed : StatusChange::returned);
  tally_move(view, before, before.residence(), before.birthplace(), how, view.age(local));
  if (!state.run.world->is_inside(before.birthplace())) {
    note_event(view, state, local, event,
               {.to = static_cast<int>(before.birthplace()), .channel = how});
    leave(view, state, local);
    return;
  }
  count_stay(view, local, is_removal);
  count_reintegration(view, state, before.birthplace());
  move_to(view, state, local,
          {.place = before.birthplace(), .is_return = true, .is_removal = is_removal});
  note_event(view, state, local, event,
             {.from = static_cast<int>(before.residence()),
              .to = static_cast<int>(before.birthplace()),
              .channel = how});
}

void start_returns(Rooms<const ChoiceTables, Returns> state) {
  const World& world = *state.run.world;
  double persons = 0, weighted = 0;
  for (size_t p = 0; p < state.n_places(); ++p)
    for (int g = 0; g < n_age_groups; ++g)
      for (int s = 0; s < 2; ++s) {
        const double n =
            world.is_inside(p) ? world.population_in(p, state.run.first_month, g, s) : 0;
        persons += n;
        weighted += n * state.choice.age_factor[static_cast<size_t>(g * 5 + 2)];
      }
  state.returns.departure_scale = weighted > 0 ? persons / weighted : 1;
}

void save_returns(Saved& saved, Rooms<Returns> state) {
  saved.real("state/departure_scale", state.returns.departure_scale);
}

}  // namespace rumbo::migration
