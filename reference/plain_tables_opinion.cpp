// What residents feel about migrants, plainly; see plain_tables_carried.hpp. docs/model.md:
// Hostility.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "reference/plain_tables_carried.hpp"

namespace rumbo::migration {

namespace {

/// Two years say what people are used to: opinion does not move before.
constexpr int32_t months_of_getting_used = 24;

/// A mean moves to the newest by one part in so many.
void move_mean(double& mean, double newest, double parts) {
  mean += (newest - mean) / parts;
}

/// Where opinion tends: 1 - exp(-media (a ln(recent / past arrivals) + b identified victims)), the
/// victims a year of 100,000 residents, and no push where arrivals are not above the past.
double opinion_tends_to(const State& state, size_t place) {
  const auto& ids = state.parameters->hostility;
  const Hostility& h = state.hostility;
  constexpr double unnoticed = 0.002;  // arrivals a resident and year that are no news
  const double log_ratio = log((h.recent[place] + unnoticed) / (h.past[place] + unnoticed));
  const double of_arrivals = state.value(ids.inflow_weight) * std::max(0.0, log_ratio);
  const double of_victims = state.value(ids.report_weight) * h.reported[place] * 100000;
  return 1 - exp(-state.value(ids.media, place) * (of_arrivals + of_victims));
}

void hear_news(State& state, size_t place) {
  Hostility& h = state.hostility;
  const double residents =
      static_cast<double>(std::max<int64_t>(1, state.census.population[place]));
  const double came = 12 * static_cast<double>(h.arrivals[place]) / residents;
  const double victims = 12 * static_cast<double>(h.identified[place]) / residents;
  const int months_so_far = h.months + 1;
  move_mean(h.reported[place], victims, std::min(12, months_so_far));
  if (months_so_far <= months_of_getting_used) {
    move_mean(h.past[place], came, months_so_far);
    h.recent[place] = h.past[place];
    return;
  }
  move_mean(h.recent[place], came, 12);
  move_mean(h.past[place], came, 12 * state.value(state.parameters->hostility.memory_years));
}

}  // namespace

void plain_opinion(State& state) {
  Hostility& h = state.hostility;
  const double half_life = state.value(state.parameters->hostility.half_life);
  for (size_t place = 0; place < state.n_places(); ++place) {
    if (!state.world->is_inside(place)) continue;
    hear_news(state, place);
    if (h.months < months_of_getting_used) continue;
    const double way = opinion_tends_to(state, place) - h.level[place];
    h.level[place] += way * (1 - remaining_share(half_life, 1));
  }
  ++h.months;
}

}  // namespace rumbo::migration
