// Upper bounds of the screened hazards, by home place, situation, sex and age band.
//
// A bound that is too low would lose events; debug builds and the repeat test with all
// bounds at 1 watch over them.
#include <algorithm>

#include "engine/hazards/screening.hpp"
#include "engine/maths/functions.hpp"
#include "engine/parallel/parallel.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/screening/screening.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "models/migration/trafficking/recruitment.hpp"

namespace rumbo::migration {
namespace {

/// First and last completed years of age in a band, at the start of the month.
std::pair<int, int> ages_in(int band) {
  const int first = std::max(0, band * BoundTable::band_months - 1) / 12;
  const int last = std::max(0, (band + 1) * BoundTable::band_months - 2) / 12;
  return {std::min(first, 119), std::min(last, 119)};
}

/// Largest of a function of age over a band.
template <class Hazard>
double over_band(int band, const Hazard& hazard) {
  const auto [first, last] = ages_in(band);
  double largest = 0;
  for (int age = first; age <= last; ++age) largest = std::max(largest, hazard(age));
  return largest;
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

double birth_at(const Rates& rates, int age) {
  return age < 15 || age >= 50 ? 0 : rates.birth(static_cast<size_t>((age - 15) / 5));
}

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

double status_bound(Rooms<const Asylum, const StatusRules, const Seasons> state, const Rates& rates,
                    Situation situation, double age_factor) {
  const double at_home = rates.departure * age_factor + rates.displacement,
               foreign =
                   std::max({state.status.naturalization, state.status.work_end, state.seasons.end,
                             state.status.visit_months, rates.refugee_settle});
  switch (situation) {
    case Situation::at_home:
      return at_home;
    case Situation::settled:
      return std::max({at_home, foreign, rates.displaced_end});
    case Situation::regular:
      return foreign;
    case Situation::irregular:
      return rates.adjustment +
             *std::max_element(state.asylum.protection.begin(), state.asylum.protection.end());
  }
  return 1;
}

/// Bound of being recruited by traffickers: of the poor and lonely of this age.
double recruitment_bound(Rooms<const CaptivityTables> state, const Rates& rates,
                         Situation situation, Sex sex, int first, int last) {
  if (last < youngest_victim || first > oldest_victim) return 0;
  Vulnerability most;
  most.poverty = most.broken_household = 1;
  most.minor = first < age_of_majority ? 1 : 0;
  most.female = sex == Sex::female ? 1 : 0;
  most.without_papers = situation == Situation::irregular ? 1 : 0;
  const double minors = first < age_of_majority ? rates.minor_approach : 0,
               adults = last >= age_of_majority ? rates.approach : 0;
  const double largest = std::max(minors, adults);
  return largest > 0
             ? largest * relative_approach(state.captivity_tables, vulnerability_score(most))
             : 0;
}

/// Bound of removal, abuse at work and captivity together.
double harm_bound(Rooms<const CaptivityTables> state, const Rates& rates, Situation situation,
                  Sex sex, int first, int last) {
  double bound = recruitment_bound(state, rates, situation, sex, first, last);
  if (situation == Situation::irregular) bound += rates.removal;
  if (situation == Situation::regular) bound += rates.wrongful_removal;
  if (last >= 15 && first < 65)
    bound += situation == Situation::irregular ? rates.abuse_irregular
             : situation == Situation::regular ? rates.abuse_regular
                                               : 0;
  return bound * (1 + 1e-9);  // sums round
}

/// All bands of one situation and sex.
void set_rows(Rooms<const Demography, const CareRules, const ChoiceTables, const CaptivityTables,
                    const Shocks, const Asylum, const StatusRules, const Returns, const Seasons>
                  state,
              const Rates& rates, Situation situation, Sex sex, BoundTable& bounds) {
  const unsigned row = slot_class(situation, sex);
  const bool may_move = situation == Situation::at_home || situation == Situation::settled;
  const double go_back = may_move ? 0 : go_back_bound(state, situation);
  // The displaced, who may consider more often, are among the settled.
  const double lot =
      situation == Situation::settled ? std::max(1.0, state.shocks.displaced_propensity) : 1;
  const double considers = state.choice.consideration *
                           (sex == Sex::female ? state.choice.female_factor : 1) * lot *
                           state.care.largest();
  // A billionth up: sums of weights round.
  const double moves = considers * rates.again * rates.total / (1 + rates.total) * (1 + 1e-9);
  for (int band = 0; band < BoundTable::n_bands; ++band) {
    const auto [first, last] = ages_in(band);
    const double age_factor =
        over_band(band, [&](int age) { return state.choice.age_factor[static_cast<size_t>(age)]; });
    auto set = [&](int purpose, double bound) { bounds.set(row, band, purpose, bound); };
    set(screened::death, over_band(band, [&](int age) {
          return rates.death(static_cast<size_t>(sex), static_cast<size_t>(life_group(age)));
        }));
    set(screened::birth,
        sex == Sex::male ? 0 : over_band(band, [&](int age) { return birth_at(rates, age); }));
    set(screened::union_start, last >= 18 && first < 41 ? state.demography.union_start : 0);
    set(screened::union_end, last >= 16 ? state.demography.union_end : 0);
    set(screened::move, may_move ? std::min(1.0, moves * age_factor) : 0);
    set(screened::go_back, go_back);
    set(screened::harm, harm_bound(state, rates, situation, sex, first, last));
    set(screened::status, status_bound(state, rates, situation, age_factor));
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
  BoundTable away;
  for (Situation situation : {Situation::settled, Situation::regular, Situation::irregular})
    for (Sex sex : {Sex::female, Sex::male}) set_rows(state, anywhere, situation, sex, away);
  parallel_for_each(state.n_places(), [&](size_t home) {
    if (state.run.wakes_everybody) return state.screening.bounds[home].fill(65535);
    if (state.persons.communities_of[home].second == 0) return;
    state.screening.bounds[home] = away;
    Rates here;
    here.include(state, home);
    for (Sex sex : {Sex::female, Sex::male})
      set_rows(state, here, Situation::at_home, sex, state.screening.bounds[home]);
  });
}

void screen(View& view, Rooms<const Screening> state) {
  view.wake(state.screening.bounds[view.home]);
}

}  // namespace rumbo::migration
