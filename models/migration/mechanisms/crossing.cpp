// Crossing a border without leave: attempts, apprehensions, deaths. Science B5.
#include "models/migration/theory/crossing.hpp"

#include "models/migration/mechanisms/mechanisms.hpp"
#include "models/migration/purpose.hpp"

namespace rumbo::migration {
namespace {

/// Counts one journey in the tables of the border.
void tally_journey(View& view, Facts who, size_t border, const CrossingResult& result) {
  State& state = view.state;
  LocalTally& tally = state.tallies.local();
  const size_t cell = (who.birthplace() * state.world->borders.size() + border) * n_sexes +
                      static_cast<size_t>(who.sex());
  tally.add(number(Table::attempts), cell, result.attempts * view.weight);
  tally.add(number(Table::apprehensions), cell, result.apprehensions * view.weight);
  if (result.apprehensions > 0) tally.add(number(Table::persons_apprehended), cell, view.weight);
  if (result.outcome == CrossingOutcome::entered)
    tally.add(number(Table::entries), cell, view.weight);
  if (result.outcome == CrossingOutcome::died)
    tally.add(number(Table::border_deaths), cell, view.weight);
  tally.add(number(Table::border_deaths_expected), cell,
            static_cast<int64_t>(
                result.death_hazard * static_cast<double>(expected_unit * view.weight) + 0.5));
}

}  // namespace

void cross_borders(State& state, Month month, size_t community) {
  View view(state, community);
  for (Request& request : view.buffers.requests) {
    if (!is_irregular_entry(request.channel)) continue;
    const Facts f = view.facts[request.local];
    const auto border = static_cast<size_t>(state.world->corridors[request.corridor].border);
    const bool with_guide = request.channel == Channel::smuggler;
    const CrossingRules& rules = state.crossing_rules[border * 2 + (with_guide ? 1 : 0)];
    const uint32_t person = view.person(request.local).value();
    const CrossingResult result = resolve_crossing(rules, [&](uint32_t index) {
      return state.draws.uniform(person, month, purpose::crossing, index);
    });
    state.flows.local().attempts[border] += result.attempts * view.weight;
    tally_journey(view, f, border, result);
    switch (result.outcome) {
      case CrossingOutcome::entered:
        request.outcome = Request::Outcome::granted;
        break;
      case CrossingOutcome::died:
        request.outcome = Request::Outcome::died;
        break;
      case CrossingOutcome::gave_up:
        request.outcome = Request::Outcome::gave_up;
        break;
    }
  }
}

}  // namespace rumbo::migration
