// Recorded deaths, apprehensions of persons apprehended before, a yearly survey. docs/model.md:
// What statistics see.
#include "models/migration/observation/observation.hpp"

#include <algorithm>

#include "engine/base/checked.hpp"
#include "models/migration/journey/journey.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/results/result_group.hpp"
#include "models/migration/results/results.hpp"

namespace rumbo::migration {
namespace {

double deaths_recorded(Rooms<> state, size_t border) {
  return state.value(state.run.parameters->observation.deaths_recorded, border);
}

/// Probability of death of the whole way that was gone, leg by leg.
double hazard_on_the_way(Rooms<const Journey> state, const JourneyResult& journey,
                         bool with_guide) {
  double hazard = 0;
  for (size_t k = 0; k < journey.n_legs; ++k)
    hazard += state.journey.tables.legs[with_or_without((*journey.path)[k], with_guide)].death;
  return hazard;
}

void record_deaths(const View& view, Rooms<const Journey> state, uint32_t local, size_t border,
                   const JourneyResult& journey, bool with_guide) {
  const double chance = deaths_recorded(state, border);
  LocalTally& tally = view.tally();
  const auto cell = [&](DeathPlace place) {
    return border * n_death_places + static_cast<size_t>(place);
  };
  const auto expect = [&](Table table, size_t at, double hazard) {
    const int64_t count =
        rounded_count(chance * hazard * static_cast<double>(expected_unit * view.weight));
    if (count > 0) tally.add(table, at, count);
  };
  expect(result_tables().observation.recorded_deaths_expected, cell(DeathPlace::on_the_way),
         hazard_on_the_way(state, journey, with_guide));
  expect(result_tables().observation.recorded_deaths_expected, cell(DeathPlace::at_the_border),
         journey.crossing.death_hazard);
  if (journey.route >= 0)
    expect(result_tables().observation.recorded_deaths_by_route, static_cast<size_t>(journey.route),
           journey.crossing.death_hazard);
  if (journey.outcome != JourneyOutcome::died ||
      state.run.draws.uniform(view.person(local).value(), state.run.month,
                              purpose::death_recorded) >= chance)
    return;
  tally.add(result_tables().observation.recorded_deaths,
            cell(journey.has_come ? DeathPlace::at_the_border : DeathPlace::on_the_way),
            view.weight);
}

/// Whether a person was apprehended within the year, and that they now were.
bool remember_apprehension(View& view, Rooms<Observation> state, uint32_t local) {
  auto& apprehended = state.observation.apprehended[view.index];
  const int now = state.run.month.count();
  // A person not seen for long is forgotten whenever the list is touched.
  std::erase_if(apprehended,
                [&](const Apprehended& a) { return now - a.month > recidivism_months; });
  for (Apprehended& a : apprehended)
    if (a.local == local) {
      a.month = static_cast<uint16_t>(now);
      return true;
    }
  apprehended.push_back({static_cast<uint16_t>(local), static_cast<uint16_t>(now)});
  return false;
}

void record_apprehensions(View& view, Rooms<Observation> state, uint32_t local, size_t border,
                          int32_t apprehensions) {
  if (apprehensions == 0) return;
  const int64_t first = remember_apprehension(view, state, local) ? 0 : 1;
  const size_t cell = border * n_recidivism;
  view.tally().add(result_tables().observation.recidivism,
                   cell + static_cast<size_t>(Recidivism::first), first * view.weight);
  view.tally().add(result_tables().observation.recidivism,
                   cell + static_cast<size_t>(Recidivism::again),
                   (apprehensions - first) * view.weight);
}

void ask(const Look& view, Rooms<const SeasonWorkers> state, uint32_t local, LocalTally& tally) {
  const Facts f = view.facts[local];
  const auto count = [&](SurveyAnswer answer, bool applies) {
    if (applies)
      tally.add(result_tables().observation.survey,
                f.residence() * n_survey_answers + static_cast<size_t>(answer), view.weight);
  };
  bool has_kin_abroad = false;
  view.households.for_each_other(local, [&](uint32_t member) {
    has_kin_abroad = has_kin_abroad || view.facts[member].residence() != f.residence();
  });
  count(SurveyAnswer::asked, true);
  count(SurveyAnswer::was_abroad, f.has_returned());
  count(SurveyAnswer::was_removed, f.has_returned() && f.was_removed());
  count(SurveyAnswer::back_in_year,
        f.has_returned() && state.run.month.count() - view.arrival[local] < 12);
  count(SurveyAnswer::kin_abroad, has_kin_abroad);
}

}  // namespace

void observe_journey(View& view, Rooms<const Journey, Observation> state, uint32_t local,
                     size_t border, const JourneyResult& journey, bool with_guide) {
  record_deaths(view, state, local, border, journey, with_guide);
  if (journey.has_come)
    record_apprehensions(view, state, local, border, journey.crossing.apprehensions);
}

void hold_survey(const Look& view, Rooms<const Sums, const SeasonWorkers> state,
                 LocalTally& tally) {
  if (state.run.month.month_of_year() != 12 ||
      !state.sums.tallies.is_kept(result_tables().observation.survey))
    return;
  for_one_in(view, state.value(state.run.parameters->observation.survey_one_in), purpose::survey,
             [&](uint32_t local) {
               if (!view.facts[local].is_foreign_born() && !view.facts[local].is_held() &&
                   view.age(local) >= 15)
                 ask(view, state, local, tally);
             });
}

}  // namespace rumbo::migration
