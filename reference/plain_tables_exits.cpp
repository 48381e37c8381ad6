// Going home, changes of status, seasons and removal in a month, plainly; see plain_tables.hpp.
// docs/model.md: Return and removal; Status and regularization.
#include <algorithm>
#include <array>

#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "reference/plain_tables.hpp"
#include "reference/plain_tables_choice.hpp"

namespace rumbo::migration {

namespace {

/// Five years each from 1990, the last held.
size_t period_of(Month month) {
  return std::min<size_t>(5, year_index(month.year()) / 5);
}

/// r_status exp(-a years), a month each.
void set_going_home(State& state) {
  const auto& ids = state.parameters->returning;
  const std::array<double, 3> a_year{state.value(ids.rate_irregular), state.value(ids.rate_regular),
                                     state.value(ids.rate_citizen)};
  for (size_t kind = 0; kind < a_year.size(); ++kind)
    for (int years = 0; years < n_stay_years; ++years) {
      const double rate = a_year[kind] / 12 * exp(-state.value(ids.decay) * years);
      state.returns.go_back[kind][static_cast<size_t>(years)] = probability_within(rate, 1);
    }
  state.returns.retirement_factor = state.value(ids.retirement_factor);
}

/// What coming again would cost those without a right: nothing but the way where there is a right
/// of entry, else with a guide where there is a border to cross, else as a visitor.
double cost_of_coming_again(const State& state, size_t c) {
  const auto& cost = state.choice.cost_usd[c];
  if (state.choice.open[c][at(Channel::right_of_entry)]) return cost[at(Channel::right_of_entry)];
  const bool has_border = state.world->corridors[c].border >= 0;
  return cost[at(has_border ? Channel::smuggler : Channel::visit)];
}

/// exp(-b cost of coming again): the costlier it is, the fewer go home.
void set_coming_again(State& state) {
  const size_t n = state.n_places();
  const double b = state.value(state.parameters->returning.reentry_weight);
  state.returns.reentry_factor.assign(n * n, 1);
  for (size_t c = 0; c < state.world->corridors.size(); ++c) {
    const Corridor& corridor = state.world->corridors[c];
    state.returns.reentry_factor[corridor.origin * n + corridor.destination] =
        exp(-(b * cost_of_coming_again(state, c) / 1000));
  }
}

/// Help to go home, and what awaits those who are back; reintegration acts on all by its mean.
void set_after_return(State& state) {
  const auto& ids = state.parameters->reintegration;
  Returns& t = state.returns;
  for (auto* of_places : {&t.assisted, &t.returned_again, &t.removed_again, &t.return_safety})
    of_places->assign(state.n_places(), 0);
  for (size_t p = 0; p < state.n_places(); ++p) {
    const double reached = state.value(ids.reintegration, p);
    const double not_held_back = 1 - reached * state.value(ids.reintegration_effect);
    t.assisted[p] = monthly_probability(state.value(ids.assisted_rate, p));
    t.returned_again[p] = state.value(ids.remigration_factor) * not_held_back;
    t.removed_again[p] = state.value(ids.removal_remigration_factor) * not_held_back;
    t.return_safety[p] = 1 - reached * state.value(ids.reintegration_safety);
  }
  t.ties_again = state.value(ids.ties_factor);
  t.removed_credit = state.value(ids.removal_credit_factor);
}

/// Moves between places of the model and the rest of the world, by the tables of the period.
void set_reservoirs(State& state, Month month) {
  const size_t n = state.n_places();
  Returns& t = state.returns;
  t.reservoir_return.assign(n * n, 0);
  for (const ReservoirFlow& flow : state.world->reservoir_flows)
    t.reservoir_return[flow.origin * n + flow.destination] =
        monthly_probability(flow.return_rate[period_of(month)]);
  t.departure.assign(n, 0);
  for (size_t p = 0; p < n; ++p)
    t.departure[p] =
        monthly_probability(state.world->departures(p, period_of(month))) * t.departure_scale;
}

/// Rights end at constant rates, after their length on average.
void set_status_rules(State& state) {
  const auto& ids = state.parameters->status;
  const auto& season = state.parameters->season;
  StatusRules& t = state.status;
  t.work_end = monthly_probability(1 / state.value(ids.work_years));
  t.visit_months = probability_within(1 / state.value(ids.visit_months), 1);
  t.naturalization = monthly_probability(state.value(ids.naturalization_rate));
  t.permanence_years = static_cast<int>(state.value(ids.permanence_years));
  t.settle_share = state.value(ids.settle_share);
  t.overstay = state.value(ids.overstay);
  t.adjustment.assign(state.n_places(), 0);
  for (size_t p = 0; p < state.n_places(); ++p)
    t.adjustment[p] = monthly_probability(state.value(ids.adjustment_rate, p));
  state.seasons.end = probability_within(1 / state.value(season.season_months), 1);
  state.seasons.overstay = state.value(season.seasonal_overstay);
}

/// Share of those to be detained who find a bed: those free by the end of the month over
/// those expected to be found.
double share_with_bed(const State& state, size_t place, double detained) {
  const auto& ids = state.parameters->detention;
  double may_be_found = 0;
  for (size_t skill = 0; skill < n_skills; ++skill)
    may_be_found += static_cast<double>(state.labour.workers[worker_cell(
        place, skill, static_cast<size_t>(WorkerGroup::irregular))]);
  const double coming = may_be_found * state.removal.hazard[place] * state.value(ids.share, place) *
                        (1 - state.value(ids.outside_share, place));
  const double months =
      std::max(1.0, state.value(ids.months, place) +
                        state.value(state.parameters->due_process.delay_months, place));
  const double room = state.value(ids.beds, place) - detained + detained * (1 / months);
  if (room <= 0) return 0;
  return coming > room ? room / coming : 1;
}

/// Residents without a right are found at a rate, those with one at that times an error.
void set_removal_of(State& state, size_t place, double detained) {
  const double rate = state.value(state.parameters->status.removal_rate, place);
  const double error = state.value(state.parameters->due_process.error, place);
  state.removal.hazard[place] = monthly_probability(rate);
  state.removal.wrongful_hazard[place] = monthly_probability(rate * error);
  state.removal.bed_share[place] = share_with_bed(state, place, detained);
}

}  // namespace

void plain_exits(State& state, Month month, const std::vector<int64_t>& detained) {
  set_going_home(state);
  set_coming_again(state);
  set_after_return(state);
  set_reservoirs(state, month);
  set_status_rules(state);
  for (auto* of_places :
       {&state.removal.hazard, &state.removal.wrongful_hazard, &state.removal.bed_share})
    of_places->assign(state.n_places(), 0);
  for (size_t p = 0; p < state.n_places(); ++p)
    set_removal_of(state, p, static_cast<double>(detained[p]));
}

}  // namespace rumbo::migration
