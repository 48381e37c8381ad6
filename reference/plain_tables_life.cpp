// Births, deaths and unions of a month, plainly; see plain_tables.hpp.
#include <algorithm>
#include <cmath>

#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "reference/plain_tables.hpp"

namespace rumbo::migration {

namespace {

/// A rate of five years each from 1990, in the middle of this year: linear between the middles of
/// periods, the first and the last held.
template <class OfPeriod>
double in_middle_of(int year, const OfPeriod& of_period) {
  constexpr double last = 5;  // of six periods
  const double periods = (year + 0.5 - first_year) / 5 - 0.5;
  if (periods <= 0) return of_period(size_t{0});
  if (periods >= last) return of_period(static_cast<size_t>(last));
  const double whole = std::floor(periods);
  const auto before = static_cast<size_t>(whole);
  const double earlier = of_period(before), later = of_period(before + 1);
  return earlier + (periods - whole) * (later - earlier);
}

}  // namespace

void plain_births_and_deaths(State& state, Month month) {
  const World& world = *state.world;
  const auto& ids = state.parameters->demography;
  const int year = month.year();
  Demography& table = state.demography;
  table.union_start = monthly_probability(state.value(ids.union_rate));
  table.union_end = monthly_probability(state.value(ids.union_end_rate));
  table.death = Grid(state.n_places(), n_sexes, n_life_groups);
  table.birth = Grid(state.n_places(), n_mother_groups);
  constexpr double share_of_boys = 0.512;  // where nothing is known
  table.male_share.assign(state.n_places(), share_of_boys);
  for (size_t p = 0; p < state.n_places(); ++p) {
    if (world.places[p].kind == PlaceKind::reservoir) continue;
    for (size_t sex = 0; sex < n_sexes; ++sex)
      for (size_t group = 0; group < n_life_groups; ++group) {
        const double rate = in_middle_of(
            year, [&](size_t period) { return world.mortality(p, period, group, sex); });
        table.death(p, sex, group) =
            monthly_probability(rate * state.value(ids.mortality_factor, p));
      }
    const double children =
        in_middle_of(year, [&](size_t period) { return world.total_fertility(p, period); }) *
        state.value(ids.fertility_factor, p);
    for (size_t group = 0; group < n_mother_groups; ++group) {
      const double share = in_middle_of(
          year, [&](size_t period) { return world.fertility_share(p, period, group); });
      table.birth(p, group) = std::min(1.0, children * share / 5 / 12);
    }
    const double boys_a_girl =
        in_middle_of(year, [&](size_t period) { return world.sex_ratio(p, period); });
    table.male_share[p] = boys_a_girl / (1 + boys_a_girl);
  }
}

}  // namespace rumbo::migration
