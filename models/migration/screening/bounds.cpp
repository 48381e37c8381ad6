// Upper bounds of the screened hazards, by home place, situation, sex and age band.
//
// A bound that is too low would lose events; debug builds and the repeat test with all
// bounds at 1 watch over them.
#include <algorithm>
#include <array>

#include "engine/hazards/screening.hpp"
#include "engine/parallel/parallel.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/screening/screening.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "models/migration/trafficking/recruitment.hpp"

namespace rumbo::migration {
namespace {

/// What an age band is to rates of groups of age, and what leaving is to its ages.
struct Band {
  int first = 0, last = 0;                   ///< completed years of age, at the start of the month
  size_t first_life = 0, last_life = 0;      ///< groups of the life table
  size_t first_mother = 1, last_mother = 0;  ///< groups of mothers; the last is before the first
                                             ///< where no one of the band is one
  double age_factor = 0;                     ///< largest on moving
};
using Bands = std::array<Band, BoundTable::n_bands>;

Bands bands_of(Rooms<const ChoiceTables> state) {
  constexpr int youngest_mother = 15, oldest_mother = 49, years = 5;
  Bands bands;
  for (int number = 0; number < BoundTable::n_bands; ++number) {
    Band& band = bands[static_cast<size_t>(number)];
    band.first = std::min(119, std::max(0, number * BoundTable::band_months - 1) / 12);
    band.last = std::min(119, std::max(0, (number + 1) * BoundTable::band_months - 2) / 12);
    band.first_life = static_cast<size_t>(life_group(band.first));
    band.last_life = static_cast<size_t>(life_group(band.last));
    if (band.last >= youngest_mother && band.first <= oldest_mother) {
      band.first_mother =
          static_cast<size_t>((std::max(youngest_mother, band.first) - youngest_mother) / years);
      band.last_mother =
          static_cast<size_t>((std::min(oldest_mother, band.last) - youngest_mother) / years);
    }
    for (int age = band.first; age <= band.last; ++age)
      band.age_factor =
          std::max(band.age_factor, state.choice.age_factor[static_cast<size_t>(age)]);
  }
  return bands;
}

/// What the bounds of a group of persons are made of: the rates of one place, or the largest of all
/// living places for those who may live anywhere.
struct Rates {
  Grid death{n_sexes, n_life_groups};
  Grid birth{n_mother_groups};
  double departure = 0, removal = 0, wrongful_removal = 0, adjustment = 0;
  double displacement = 0, displaced_end = 0, refugee_settle = 0;
  double abuse_irregular = 0, abuse_regular = 0;
  double minor_approach = 0, approach = 0;  ///< of minors, and of adults who accept
  double total = 0;                         ///< largest sum of weights of destinations
  double again = 1;                         ///< largest factor on leaving of those who came back

  void include(Rooms<const Demography, const ChoiceTables, const CaptivityTables, const Shocks,
                     const Asylum, const StatusRules, const Removal, const Returns>
                   state,
               size_t place) {
    for (size_t s = 0; s < n_sexes; ++s)
      for (size_t g = 0; g < n_life_groups; ++g)
        death(s, g) = std::max(death(s, g), state.demography.death(place, s, g));
    for (size_t g = 0; g < n_mother_groups; ++g)
      birth(g) = std::max(birth(g), state.demography.birth(place, g));
    departure = std::max(departure, state.returns.departure[place]);
    displacement = std::max(displacement, state.shocks.displacement[place]);
    displaced_end = std::max(displaced_end, state.shocks.displaced_end[place]);
    refugee_settle = std::max(refugee_settle, state.asylum.refugee_settle[place]);
    removal = std::max(removal, state.removal.hazard[place]);
    wrongful_removal = std::max(wrongful_removal, state.removal.wrongful_hazard[place]);
    const CaptivityTables& captivity = state.captivity_tables;
    const double offers = captivity.approach_inside[place];
    abuse_irregular = std::max(abuse_irregular, captivity.abuse_irregular[place]);
    abuse_regular = std::max(abuse_regular, captivity.abuse_regular[place]);
    minor_approach = std::max(minor_approach, offers * captivity.minor_factor[place]);
    approach = std::max(approach, offers * captivity.acceptance[place]);
    adjustment = std::max(adjustment, state.status.adjustment[place]);
    total = std::max(total, state.choice.largest_total[place] * state.choice.largest_belief_factor);
    again = std::max(
        {again, state.returns.returned_again[place], state.returns.removed_again[place],
         std::max(state.returns.returned_again[place], state.returns.removed_again[place]) *
             state.returns.ties_again});
  }
};

/// Bounds of leaving a place of stay; the first year's rates are the largest.
double go_back_bound(Rooms<const Returns> state, Situation situation) {
  double largest = 0;
  for (double h : state.returns.reservoir_return) largest = std::max(largest, h);
  if (situation == Situation::irregular)
    largest = std::max(largest, state.returns.go_back[0][0]);
  else
    largest = std::max({largest, state.returns.go_back[1][0], state.returns.go_back[2][0]});
  largest *= std::max(1.0, state.returns.retirement_factor);
  if (situation == Situation::irregular)
    largest += *std::max_element(state.returns.assisted.begin(), state.returns.assisted.end());
  return largest * (1 + 1e-9);  // sums round
}

/// Bound of a change of status but for what depends on age: of those abroad, and of those who may
/// leave home.
double status_bound(Rooms<const Asylum, const StatusRules, const Seasons> state, const Rates& rates,
                    Situation situation) {
  const double foreign =
      std::max({state.status.naturalization, state.status.work_end, state.seasons.end,
                state.status.visit_months, rates.refugee_settle});
  switch (situation) {
    case Situation::at_home:
      return 0;
    case Situation::settled:
      return std::max(foreign, rates.displaced_end);
    case Situation::regular:
      return foreign;
    case Situation::irregular:
      return rates.adjustment +
             *std::max_element(state.asylum.protection.begin(), state.asylum.protection.end());
  }
  return 1;
}

/// How much more than anyone at random recruiters look for the poor and lonely: adults, minors.
struct Approach {
  double adults = 0, minors = 0;
};
Approach approach_of(Rooms<const CaptivityTables> state, Situation situation, Sex sex) {
  Vulnerability most;
  most.poverty = most.broken_household = 1;
  most.female = sex == Sex::female ? 1 : 0;
  most.without_papers = situation == Situation::irregular ? 1 : 0;
  Approach approach;
  approach.adults = relative_approach(state.captivity_tables, vulnerability_score(most));
  most.minor = 1;
  approach.minors = relative_approach(state.captivity_tables, vulnerability_score(most));
  return approach;
}

/// Bound of being recruited by traffickers: of the poor and lonely of this age.
double recruitment_bound(const Rates& rates, const Approach& approach, const Band& band) {
  if (band.last < youngest_victim || band.first > oldest_victim) return 0;
  const bool has_minors = band.first < age_of_majority;
  const double minors = has_minors ? rates.minor_approach : 0,
               adults = band.last >= age_of_majority ? rates.approach : 0;
  const double largest = std::max(minors, adults);
  return largest > 0 ? largest * (has_minors ? approach.minors : approach.adults) : 0;
}

/// Bound of removal, abuse at work and captivity together.
double harm_bound(const Rates& rates, const Approach& approach, Situation situation,
                  const Band& band) {
  double bound = recruitment_bound(rates, approach, band);
  if (situation == Situation::irregular) bound += rates.removal;
  if (situation == Situation::regular) bound += rates.wrongful_removal;
  if (band.last >= 15 && band.first < 65)
    bound += situation == Situation::irregular ? rates.abuse_irregular
             : situation == Situation::regular ? rates.abuse_regular
                                               : 0;
  return bound * (1 + 1e-9);  // sums round
}

/// Bound of moving at the age of most moves.
double move_bound(Rooms<const CareRules, const ChoiceTables, const Shocks> state,
                  const Rates& rates, Situation situation, Sex sex) {
  if (situation != Situation::at_home && situation != Situation::settled) return 0;
  // The displaced, who may consider more often, are among the settled.
  const double lot =
      situation == Situation::settled ? std::max(1.0, state.shocks.displaced_propensity) : 1;
  const double considers = state.choice.consideration *
                           (sex == Sex::female ? state.choice.female_factor : 1) * lot *
                           state.care.largest();
  // A billionth up: sums of weights round.
  return considers * rates.again * rates.total / (1 + rates.total) * (1 + 1e-9);
}

double largest_of(const double* group, size_t first, size_t last) {
  double largest = 0;
  for (size_t g = first; g <= last; ++g) largest = std::max(largest, group[g]);
  return largest;
}

/// All bands of one situation and sex.
void set_rows(Rooms<const Demography, const CareRules, const ChoiceTables, const CaptivityTables,
                    const Shocks, const Asylum, const StatusRules, const Returns, const Seasons>
                  state,
              const Rates& rates, const Bands& bands, Situation situation, Sex sex,
              BoundTable& bounds) {
  const unsigned row = slot_class(situation, sex);
  const bool may_move = situation == Situation::at_home || situation == Situation::settled;
  const double go_back = may_move ? 0 : go_back_bound(state, situation);
  const double moves = move_bound(state, rates, situation, sex);
  const double status = status_bound(state, rates, situation);
  const Approach approach = approach_of(state, situation, sex);
  const double* death = &rates.death.cells()[static_cast<size_t>(sex) * n_life_groups];
  const double* birth = rates.birth.cells().data();
  for (int number = 0; number < BoundTable::n_bands; ++number) {
    const Band& band = bands[static_cast<size_t>(number)];
    auto set = [&](int purpose, double bound) { bounds.set(row, number, purpose, bound); };
    set(screened::death, largest_of(death, band.first_life, band.last_life));
    set(screened::birth,
        sex == Sex::male ? 0 : largest_of(birth, band.first_mother, band.last_mother));
    set(screened::union_start,
        band.last >= 18 && band.first < 41 ? state.demography.union_start : 0);
    set(screened::union_end, band.last >= 16 ? state.demography.union_end : 0);
    set(screened::move, may_move ? std::min(1.0, moves * band.age_factor) : 0);
    set(screened::go_back, go_back);
    set(screened::harm, harm_bound(rates, approach, situation, band));
    const double at_home = rates.departure * band.age_factor + rates.displacement;
    set(screened::status, may_move ? std::max(at_home, status) : status);
  }
}

}  // namespace

void set_bounds(Rooms<const Persons, const Demography, const CareRules, const ChoiceTables,
                      Screening, const CaptivityTables, const Shocks, const Asylum,
                      const StatusRules, const Removal, const Returns, const Seasons>
                    state,
                Month) {
  state.screening.bounds.resize(state.n_places());
  // Those away from home may live anywhere: their bounds are the same for every home place.
  Rates anywhere;
  for (size_t p = 0; p < state.n_places(); ++p)
    if (state.run.world->is_alive(p)) anywhere.include(state, p);
  const Bands bands = bands_of(state);
  BoundTable away;
  for (Situation situation : {Situation::settled, Situation::regular, Situation::irregular})
    for (Sex sex : {Sex::female, Sex::male}) set_rows(state, anywhere, bands, situation, sex, away);
  parallel_for_each(state.n_places(), [&](size_t home) {
    if (state.run.wakes_everybody) return state.screening.bounds[home].fill(65535);
    if (state.persons.communities_of[home].second == 0) return;
    state.screening.bounds[home] = away;
    Rates here;
    here.include(state, home);
    for (Sex sex : {Sex::female, Sex::male})
      set_rows(state, here, bands, Situation::at_home, sex, state.screening.bounds[home]);
  });
}

void screen(View& view, Rooms<const Screening> state) {
  view.wake(state.screening.bounds[view.home]);
}

}  // namespace rumbo::migration
