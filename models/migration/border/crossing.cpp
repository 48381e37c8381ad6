// Irregular journeys: the way there, attempts, apprehensions, deaths. docs/model.md: Journey
// and crossing; Routes.
#include "engine/base/checked.hpp"
#include "models/migration/border/border.hpp"
#include "models/migration/journey/journey.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/results/result_group.hpp"
#include "models/migration/results/results.hpp"

namespace rumbo::migration {
namespace {

int64_t expected_count(double hazard, int64_t weight) {
  return rounded_count(hazard * static_cast<double>(expected_unit * weight));
}

/// What happened at the border: counted in one table by border and in one by route.
void tally_both(const View& view, Table by_border, size_t border_cell, Table by_route,
                int route_cell, int64_t value) {
  if (value == 0) return;
  view.tally().add(by_border, border_cell, value);
  if (route_cell >= 0) view.tally().add(by_route, static_cast<size_t>(route_cell), value);
}

/// Counts what happened at the border.
void tally_crossing(View& view, Rooms<Sums> state, Facts who, size_t border,
                    const JourneyResult& journey) {
  const CrossingResult& result = journey.crossing;
  const int sex = static_cast<int>(who.sex());
  const size_t cell = (who.birthplace() * state.run.world->borders.size() + border) * n_sexes +
                      static_cast<size_t>(sex);
  const int route = journey.route < 0 ? -1 : journey.route * n_sexes + sex;
  auto tally = [&](Table by_border, Table by_route, int64_t value) {
    tally_both(view, by_border, cell, by_route, route, value);
  };
  tally(result_tables().border.attempts, result_tables().border.attempts_by_route,
        result.attempts * view.weight);
  tally(result_tables().border.apprehensions, result_tables().border.apprehensions_by_route,
        result.apprehensions * view.weight);
  if (result.apprehensions > 0)
    view.tally().add(result_tables().border.persons_apprehended, cell, view.weight);
  if (result.outcome == CrossingOutcome::entered)
    tally(result_tables().border.entries, result_tables().border.entries_by_route, view.weight);
  if (result.outcome == CrossingOutcome::died)
    tally(result_tables().border.border_deaths, result_tables().border.deaths_by_route,
          view.weight);
  tally(result_tables().border.border_deaths_expected,
        result_tables().border.deaths_expected_by_route,
        expected_count(result.death_hazard, view.weight));
  count_rescue(state, border, journey.route, result.death_hazard, view.weight);
}

/// Counts violence on a leg by sex, and how much of it was sexual.
void tally_violence(View& view, uint32_t local, size_t k, uint8_t leg, bool happened,
                    double hazard) {
  const auto sex = static_cast<size_t>(view.facts[local].sex());
  const double share = view.run.value(view.run.parameters->household.sexual_violence[sex]);
  const size_t cell = leg * n_sexes + sex;
  view.tally().add(result_tables().journey.sexual_violence_expected, cell,
                   expected_count(hazard * share, view.weight));
  if (!happened) return;
  view.tally().add(result_tables().journey.violence_by_sex, cell, view.weight);
  if (view.run.draws.uniform(view.person(local).value(), view.run.month, purpose::sexual_violence,
                             static_cast<uint32_t>(k)) < share)
    view.tally().add(result_tables().journey.sexual_violence, cell, view.weight);
}

/// Counts what happened on each leg begun, and what was to be expected of it.
void tally_way(View& view, Rooms<const Journey> state, uint32_t local, const JourneyResult& journey,
               bool with_guide) {
  for (size_t k = 0; k < journey.n_legs; ++k) {
    const uint8_t leg = (*journey.path)[k];
    const LegChances& chances = state.journey.tables.legs[with_or_without(leg, with_guide)];
    const bool is_last = !journey.has_come && k + 1 == journey.n_legs;
    auto tally = [&](TransitEvent event, bool happened, double hazard) {
      const size_t cell = leg * n_transit_events + static_cast<size_t>(event);
      if (happened) view.tally().add(result_tables().journey.transit_events, cell, view.weight);
      view.tally().add(result_tables().journey.transit_events_expected, cell,
                       expected_count(hazard, view.weight));
    };
    tally(TransitEvent::violence, journey.violence >> k & 1, chances.violence);
    tally_violence(view, local, k, leg, journey.violence >> k & 1, chances.violence);
    tally(TransitEvent::extortion, journey.extortion >> k & 1, chances.extortion);
    tally(TransitEvent::forced_return, is_last && journey.outcome == JourneyOutcome::forced_return,
          chances.forced_return);
    tally(TransitEvent::stranded, is_last && journey.outcome == JourneyOutcome::stranded,
          chances.stranding);
    tally(TransitEvent::death, is_last && journey.outcome == JourneyOutcome::died, chances.death);
  }
}

}  // namespace

void cross_borders(View& view, Rooms<Sums, const Journey, Observation> state) {
  for (Request& request : view.buffers.requests) {
    if (!is_irregular_entry(request.channel) || request.outcome == Request::Outcome::refused)
      continue;
    const auto border = static_cast<size_t>(state.run.world->corridors[request.corridor].border);
    const bool with_guide = is_guided(request.channel);
    const JourneyResult journey =
        play_journey(state, border, with_guide, view.person(request.local).value());
    tally_way(view, state, request.local, journey, with_guide);
    note_event(view, state, request.local, LifeEvent::journey,
               {.to = static_cast<int>(state.run.world->corridors[request.corridor].destination),
                .channel = request.channel,
                .count = journey.has_come ? journey.crossing.apprehensions : 0});
    if (journey.has_come) {
      view.flows().journeys[view.facts[request.local].birthplace()] += view.weight;
      view.flows().attempts[border] += journey.crossing.attempts * view.weight;
      if (journey.route >= 0)
        view.flows().route_attempts[static_cast<size_t>(journey.route)] +=
            journey.crossing.attempts * view.weight;
      tally_crossing(view, state, view.facts[request.local], border, journey);
    }
    observe_journey(view, state, request.local, border, journey, with_guide);
    apply_journey(state, journey, request);
  }
}

void start_borders(Rooms<Borders> state) {
  state.border.attempts.assign(state.run.world->borders.size(), 0);
}

void save_borders(Saved& saved, Rooms<Borders> state) {
  saved.counts("state/border_attempts", state.border.attempts);
}

void remember_attempts(Rooms<const Sums, Borders> state, Month) {
  state.border.attempts = state.sums.month.attempts;
}

}  // namespace rumbo::migration
