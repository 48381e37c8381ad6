// Illness from the journey, captivity and abuse; care, recovery and death. docs/model.md: Health.
//
// Ill is a mark of a person; since when, a row of their community's side table.
#include "models/migration/health/health.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "engine/tally/tallies.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/health/illness.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/trafficking/captivity.hpp"

namespace rumbo::migration {
namespace {

double care_access(Rooms<> state, Facts f) {
  return state.value(state.run.parameters->health.access[is_without_right(f.status()) ? 1 : 0],
                     f.residence());
}

/// Whether an illness is treated: the luck of one illness, so that wider access reaches more.
bool has_care(Rooms<> state, Facts f, Month since, uint32_t person) {
  return state.run.draws.uniform(person, since, purpose::care_found) < care_access(state, f);
}

void fall_ill(View& view, Rooms<IllRows> state, uint32_t local, Exposure exposure) {
  const Facts f = view.facts[local];
  add_row(view, state.ill,
          Ill{static_cast<uint16_t>(local), static_cast<uint16_t>(state.run.month.count())});
  view.tally().add(result_tables().health.ill_new,
                   (f.residence() * n_exposures + static_cast<size_t>(exposure)) * n_sexes +
                       static_cast<size_t>(f.sex()),
                   view.weight);
}

/// A month's exposure of those in a side table of captivity.
template <class Row>
void expose_all(View& view, Rooms<IllRows> state, const std::vector<Row>& rows, Exposure exposure,
                Purpose purpose) {
  const double hazard = illness_of_month(state, exposure);
  if (hazard <= 0) return;
  for (const Row& row : rows)
    if (row.since < state.run.month.count() && !view.facts[row.local].is_ill() &&
        state.run.draws.uniform(view.person(row.local).value(), state.run.month, purpose) < hazard)
      fall_ill(view, state, row.local, exposure);
}

void die_of_illness(View& view, Dying state, uint32_t local) {
  const Facts f = view.facts[local];
  view.tally().add(result_tables().health.ill_deaths,
                   f.residence() * n_sexes + static_cast<size_t>(f.sex()), view.weight);
  die(view, state, local);
}

}  // namespace

double illness_of_journey(Rooms<> state, const Request& request) {
  const auto& ids = state.run.parameters->health;
  return journey_illness({.by_violence = state.value(ids.by_violence),
                          .by_stranding = state.value(ids.by_stranding),
                          .factor = state.value(ids.rate)},
                         request.violence, request.outcome == Request::Outcome::stranded);
}

double illness_of_month(Rooms<> state, Exposure exposure) {
  const auto& ids = state.run.parameters->health;
  const double rate =
      state.value(exposure == Exposure::captivity ? ids.in_captivity : ids.in_abuse);
  return monthly_probability(rate * state.value(ids.rate));
}

void expose_on_journey(View& view, Rooms<IllRows> state, const Request& request) {
  const double hazard = illness_of_journey(state, request);
  if (hazard <= 0 || view.facts[request.local].is_ill()) return;
  if (state.run.draws.uniform(view.person(request.local).value(), state.run.month,
                              purpose::ill_on_journey) < hazard)
    fall_ill(view, state, request.local, Exposure::journey);
}

Cents after_illness(Rooms<> state, Cents earned) {
  return static_cast<Cents>(static_cast<double>(earned) *
                            (1 - state.value(state.run.parameters->health.earnings_loss)));
}

Illness illness_now(Rooms<const Demography> state, Facts f, int age, Month since, uint32_t person) {
  const auto& ids = state.run.parameters->health;
  const IllnessCourse course =
      illness_course({.recovery = state.value(ids.recovery),
                      .untreated = state.value(ids.untreated),
                      .mortality = state.value(ids.mortality)},
                     has_care(state, f, since, person), death_hazard(state, f, age));
  const double u = state.run.draws.uniform(person, state.run.month, purpose::illness);
  if (u < course.death) return Illness::dead;
  return u < course.death + course.recovery ? Illness::recovered : Illness::goes_on;
}

void live_with_illness(View& view, Dying::And<const Demography> state) {
  expose_all(view, state, state.captivity.captives[view.index], Exposure::captivity,
             purpose::ill_where_held);
  expose_all(view, state, state.captivity.abused[view.index], Exposure::abuse,
             purpose::ill_at_work);
  std::vector<uint32_t> dead;
  end_rows_if(view, state.ill, [&](const Ill& row) {
    if (row.since >= state.run.month.count()) return false;
    const Illness now = illness_now(state, view.facts[row.local], view.age(row.local),
                                    Month(row.since), view.person(row.local).value());
    if (now == Illness::dead) dead.push_back(row.local);
    return now != Illness::goes_on;
  });
  for (const uint32_t local : dead) die_of_illness(view, state, local);
}

void record_health(Rooms<const Persons, Sums, const IllRows> state) {
  LocalTally& tally = state.sums.tallies.local();
  for (size_t c = 0; c < state.ill.size(); ++c) {
    const Look view(state, c);
    for (const Ill& row : state.ill[c]) {
      const Facts f = view.facts[row.local];
      const size_t cell = f.residence() * n_statuses + static_cast<size_t>(f.status());
      tally.add(result_tables().health.ill, cell * n_sexes + static_cast<size_t>(f.sex()),
                view.weight);
      if (!has_care(state, f, Month(row.since), view.person(row.local).value()))
        tally.add(result_tables().health.ill_without_care, cell, view.weight);
    }
  }
}

void suffer_from_journeys(View& view, Rooms<IllRows> state) {
  for (const Request& request : view.buffers.requests)
    if (is_irregular_entry(request.channel) && request.outcome != Request::Outcome::refused &&
        request.outcome != Request::Outcome::died)
      expose_on_journey(view, state, request);
}

}  // namespace rumbo::migration
