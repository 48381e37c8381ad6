// Changes of status where people live: expiry, settlement, regularization, being driven from home.
// docs/model.md: Visas; Status and regularization; Shocks and asylum.
#include "models/migration/status/status.hpp"

#include <algorithm>

#include "engine/maths/rates.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/moving/moving.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/policy_use/results.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/returns/exits.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/seasons/seasons.hpp"
#include "models/migration/status/regularization.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

/// A temporary right has ended: another follows, or the person stays without, or goes home.
void end_temporary(View& view, Dying::And<Sums, const StatusRules> state, uint32_t local) {
  const double u =
      state.run.draws.uniform(view.person(local).value(), state.run.month, purpose::status_outcome);
  if (view.facts[local].status() == Status::visitor)
    set_status(view, state, local, Status::irregular, StatusChange::expired);
  else if (u < state.status.settle_share)
    set_status(view, state, local, Status::permanent, StatusChange::settled);
  else if (u < state.status.settle_share +
                   (1 - state.status.settle_share) * state.status.overstay ||
           !view.facts[local].is_foreign_born())  // who was born here has no other home to go to
    set_status(view, state, local, Status::irregular, StatusChange::expired);
  else
    bring_home(view, state, local, Channel::return_home);
}

/// Temporary protection of a person without a right, or a permanent right.
void end_irregular(
    View& view,
    ChangingStatus::And<Sums, const ChoiceTables, const StatusRules, const Returns, Observation>
        state,
    uint32_t local, double uniform) {
  const Facts f = view.facts[local];
  if (status_after_event(state, f, 0, uniform) == Status::permanent)
    return set_status(view, state, local, Status::permanent, StatusChange::settled);
  count_protected(view, state, f.residence(), state.run.parameters->asylum.protection_rate);
  set_status(view, state, local, Status::temporary, StatusChange::temporarily_protected);
}

/// A native is driven from home, or leaves for a place that is not represented.
void leave_home(View& view, Dying::And<const ChoiceTables, const StatusRules, const Returns> state,
                uint32_t local, double uniform) {
  const Facts f = view.facts[local];
  const int age = view.age(local);
  if (status_after_event(state, f, age, uniform) == Status::displaced) {
    view.tally().add(result_tables().shocks.displaced_new, f.residence(), view.weight);
    return set_status(view, state, local, Status::displaced, StatusChange::displaced);
  }
  tally_move(view, f, f.residence(), static_cast<unsigned>(state.run.reservoir),
             Channel::to_reservoir, age);
  leave(view, state, local);
}

}  // namespace

void note_change(View& view, uint32_t local, StatusChange change) {
  const Facts f = view.facts[local];
  const size_t cell = (f.birthplace() * view.run.n_places() + f.residence()) * n_status_changes +
                      static_cast<size_t>(change);
  view.tally().add(result_tables().status.status_changes, cell, view.weight);
}

void regularize(View& view, ChangingStatus::And<Sums, Observation> state, uint32_t local) {
  const Facts f = view.facts[local];
  const unsigned place = f.residence();
  const Cents asked = cents_from_usd(state.value(state.run.parameters->regularization.fee,
                                                 state.run.world->diaspora(f.birthplace(), place)));
  const Cents fee = asked + view.keep(local, -asked);
  view.ledger().transfer(static_cast<size_t>(Account::persons), static_cast<size_t>(Account::visas),
                         int64_t{fee} * view.weight);
  view.tally().add(result_tables().status.regularization_fees, place, int64_t{fee} * view.weight);
  count_policy_use(state, "regularization", view.weight * policy_unit);
  set_status(view, state, local, Status::permanent, StatusChange::regularized);
}

void status_event(
    View& view,
    Dying::And<Sums, const ChoiceTables, const StatusRules, const Returns, const Seasons> state,
    uint32_t local, double uniform) {
  const Facts f = view.facts[local];
  if (f.status() == Status::temporary || f.status() == Status::visitor)
    end_temporary(view, state, local);
  else if (f.status() == Status::seasonal)
    end_season(view, state, local,
               state.run.draws.uniform(view.person(local).value(), state.run.month,
                                       purpose::status_outcome));
  else if (f.status() == Status::irregular)
    end_irregular(view, state, local, uniform);
  else if (f.status() == Status::refugee)
    set_status(view, state, local, Status::permanent, StatusChange::settled);
  else if (f.status() == Status::displaced)
    set_status(view, state, local, Status::citizen, StatusChange::displacement_ended);
  else if (f.status() == Status::permanent)
    set_status(view, state, local, Status::citizen, StatusChange::naturalized);
  else if (f.status() == Status::citizen && !f.is_foreign_born())
    leave_home(view, state, local, uniform);
}

void set_status(View& view, ChangingStatus::And<Observation> state, uint32_t local, Status status,
                StatusChange change) {
  note_change(view, local, change);
  give_status(view, state, local, status);
  note_status(view, state, local, change);
}

// Decided once for the whole programme.
bool applies_now(Rooms<> state, Facts f, Month arrival, uint32_t person) {
  const auto& ids = state.run.parameters->regularization;
  const size_t place = state.run.world->diaspora(f.birthplace(), f.residence());
  if (f.is_held() || state.value(ids.share, place) <= 0) return false;
  const Month first(static_cast<int>(state.value(ids.first_month, place)));
  const auto months = static_cast<int>(state.value(ids.months, place));
  const int since = state.run.month - first;
  if (since < 0 || since >= months) return false;
  if (!may_apply(f.status() == Status::irregular, arrival,
                 Month(static_cast<int>(state.value(ids.cutoff_month, place)))))
    return false;
  TakeUpRules rules;
  rules.declared = state.value(ids.take_up, place);
  rules.fee_weight = state.value(ids.fee_weight);
  TakeUpConditions conditions;
  conditions.fee_usd = state.value(ids.fee, place);
  const double share = state.value(ids.share, place) * take_up_probability(rules, conditions);
  if (state.run.draws.uniform(person, first, purpose::regularization) >= share) return false;
  const double when = state.run.draws.uniform(person, first, purpose::regularization_month);
  // A person who arrives in the status later than their month applies at once.
  return since >= static_cast<int>(when * months);
}

void set_status_tables(Rooms<StatusRules, Returns, Seasons> state, Month month) {
  const World& world = *state.run.world;
  const size_t n = state.n_places();
  const auto& ids = state.run.parameters->status;
  state.status.adjustment.assign(n, 0);
  state.returns.departure.assign(n, 0);
  const size_t period = std::min<size_t>(5, year_index(month.year()) / 5);
  for (size_t p = 0; p < n; ++p) {
    state.status.adjustment[p] = monthly_probability(state.value(ids.adjustment_rate, p));
    state.returns.departure[p] =
        monthly_probability(world.departures(p, period)) * state.returns.departure_scale;
  }
  state.status.work_end = monthly_probability(1 / state.value(ids.work_years));
  state.seasons.end =
      probability_within(1 / state.value(state.run.parameters->season.season_months), 1);
  state.seasons.overstay = state.value(state.run.parameters->season.seasonal_overstay);
  state.status.visit_months = probability_within(1 / state.value(ids.visit_months), 1);
  state.status.naturalization = monthly_probability(state.value(ids.naturalization_rate));
  state.status.permanence_years = static_cast<int>(state.value(ids.permanence_years));
  state.status.settle_share = state.value(ids.settle_share);
  state.status.overstay = state.value(ids.overstay);
}

double departure_hazard(Rooms<const ChoiceTables, const Returns> state, Facts f, int age) {
  return state.returns.departure[f.residence()] *
         state.choice.age_factor[static_cast<size_t>(std::min(age, 119))];
}

Status status_after_event(Rooms<const ChoiceTables, const StatusRules, const Returns> state,
                          Facts f, int age, double uniform) {
  if (f.status() == Status::irregular)
    return uniform < state.status.adjustment[f.residence()] ? Status::permanent : Status::temporary;
  return uniform < departure_hazard(state, f, age) ? f.status() : Status::displaced;
}

double status_hazard(Rooms<const ChoiceTables, const Shocks, const Asylum, const StatusRules,
                           const Returns, const Seasons>
                         state,
                     Facts f, int age, int years) {
  if (f.is_held()) return 0;
  switch (f.status()) {
    case Status::visitor:
      return state.status.visit_months;
    case Status::seasonal:
      return state.seasons.end;
    case Status::temporary:
      return state.status.work_end;
    case Status::permanent:
      return years >= state.status.permanence_years ? state.status.naturalization : 0;
    case Status::citizen:
      if (f.is_foreign_born()) return 0;
      return std::min(1.0,
                      departure_hazard(state, f, age) + state.shocks.displacement[f.residence()]);
    case Status::irregular:
      if (!f.is_foreign_born()) return 0;
      return std::min(
          1.0, state.status.adjustment[f.residence()] +
                   state.asylum.protection[f.birthplace() * state.n_places() + f.residence()]);
    case Status::refugee:
      return state.asylum.refugee_settle[f.residence()];
    case Status::displaced:
      return state.shocks.displaced_end[f.residence()];
    default:
      return 0;
  }
  return 0;
}

}  // namespace rumbo::migration
