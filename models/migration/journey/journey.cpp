// See journey.hpp.
#include "models/migration/journey/journey.hpp"

#include <algorithm>
#include <bit>

#include "engine/base/money.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

/// The share of `other_path` and the two paths of a border.
struct Paths {
  const Path& usual;
  const Path& other;
  double other_share = 0;
};

Paths paths_of(Rooms<const Journey> state, size_t border) {
  const Border& b = state.run.world->borders[border];
  return {b.path, b.other_path, b.has_other_path ? state.journey.tables.other_path_share : 0};
}

template <class Uniform>
bool ends_on_leg(const LegChances& chances, Uniform&& uniform, JourneyResult& result) {
  const uint32_t leg = static_cast<uint32_t>(result.n_legs++);
  if (uniform(3 * leg) < chances.violence) result.violence |= 1u << leg;
  if (uniform(3 * leg + 1) < chances.extortion) result.extortion |= 1u << leg;
  const double fate = uniform(3 * leg + 2);
  if (fate < chances.death)
    result.outcome = JourneyOutcome::died;
  else if (fate < chances.death + chances.forced_return)
    result.outcome = JourneyOutcome::forced_return;
  else if (fate < chances.death + chances.forced_return + chances.stranding)
    result.outcome = JourneyOutcome::stranded;
  else
    return false;
  return true;
}

size_t pick_route(const std::vector<double>& shares, double uniform) {
  size_t route = 0;
  for (size_t r = 0; r < shares.size(); ++r) {
    if (shares[r] <= 0) continue;
    route = r;
    uniform -= shares[r];
    if (uniform < 0) break;
  }
  return route;
}

JourneyOutcome outcome_of(CrossingOutcome crossing) {
  switch (crossing) {
    case CrossingOutcome::entered:
      return JourneyOutcome::entered;
    case CrossingOutcome::died:
      return JourneyOutcome::died;
    case CrossingOutcome::gave_up:
      break;
  }
  return JourneyOutcome::gave_up;
}

/// Adds what a path brings to those who take it.
void expect_path(Rooms<const Journey> state, const Path& path, double share, bool with_guide,
                 JourneyExpectation& expected) {
  double here = share;
  for (const uint8_t leg : path) {
    const LegChances& chances = state.journey.tables.legs[with_or_without(leg, with_guide)];
    expected.days += here * state.run.world->legs[leg].days;
    expected.extortion_usd += here * chances.extortion * state.journey.tables.extortion_usd;
    expected.death += here * chances.death;
    expected.forced_return += here * chances.forced_return;
    expected.stranding += here * chances.stranding;
    here *= chances.passing();
  }
  expected.reach += here;
}

/// Days of a border's way that none of its legs holds.
double days_besides_legs(const World& world, const Border& border) {
  double days = border.days;
  for (const uint8_t leg : border.path) days -= world.legs[leg].days;
  return std::max(0.0, days);
}

}  // namespace

int JourneyResult::n_extortions() const {
  return std::popcount(extortion);
}

JourneyResult play_journey(Rooms<const Journey> state, size_t border, bool with_guide,
                           uint32_t person) {
  auto uniform = [&](Purpose purpose, uint32_t index) {
    return state.run.draws.uniform(person, state.run.month, purpose, index);
  };
  const Paths paths = paths_of(state, border);
  const bool takes_other = paths.other_share > 0 && uniform(purpose::path, 0) < paths.other_share;
  JourneyResult result;
  result.path = takes_other ? &paths.other : &paths.usual;
  for (const uint8_t leg : *result.path)
    if (ends_on_leg(
            state.journey.tables.legs[with_or_without(leg, with_guide)],
            [&](uint32_t index) { return uniform(purpose::transit, index); }, result))
      return result;
  result.has_come = true;
  const BorderRules& rules = state.journey.tables.borders[with_or_without(border, with_guide)];
  size_t route = 0;
  if (state.run.world->borders[border].has_routes) {
    route = pick_route(rules.shares, uniform(purpose::route, 0));
    result.route = static_cast<int>(route);
  }
  result.crossing = resolve_crossing(
      rules.crossings[route], [&](uint32_t index) { return uniform(purpose::crossing, index); });
  result.outcome = outcome_of(result.crossing.outcome);
  return result;
}

JourneyExpectation expect_journey(Rooms<const Journey> state, size_t border, bool with_guide,
                                  int32_t most_attempts) {
  const World& world = *state.run.world;
  JourneyExpectation expected;
  expected.reach = 0;
  const Paths paths = paths_of(state, border);
  expect_path(state, paths.usual, 1 - paths.other_share, with_guide, expected);
  expect_path(state, paths.other, paths.other_share, with_guide, expected);
  expected.days += expected.reach * days_besides_legs(world, world.borders[border]);
  const BorderRules& rules = state.journey.tables.borders[with_or_without(border, with_guide)];
  for (size_t r = 0; r < rules.crossings.size(); ++r) {
    CrossingRules route = rules.crossings[r];
    if (most_attempts > 0) route.most_attempts = most_attempts;
    const CrossingExpectation crossing = expect_crossing(route);
    const double here = expected.reach * rules.shares[r];
    expected.entry += here * crossing.entry;
    expected.death += here * crossing.death;
    expected.give_up += here * crossing.give_up;
    expected.attempts += here * crossing.attempts;
    expected.apprehensions += here * crossing.apprehensions;
    if (world.borders[border].has_routes)
      expected.route_cost_usd += here * world.routes[r].extra_cost_usd;
  }
  return expected;
}

void apply_journey(Rooms<const Journey> state, const JourneyResult& result, Request& request) {
  request.violence = static_cast<uint8_t>(std::popcount(result.violence));
  request.extorted = static_cast<Cents>(result.n_extortions()) *
                     cents_from_usd(state.journey.tables.extortion_usd);
  switch (result.outcome) {
    case JourneyOutcome::entered:
      request.outcome = Request::Outcome::granted;
      break;
    case JourneyOutcome::died:
      request.outcome = Request::Outcome::died;
      break;
    case JourneyOutcome::gave_up:
    case JourneyOutcome::forced_return:
      request.outcome = Request::Outcome::gave_up;
      break;
    case JourneyOutcome::stranded:
      request.outcome = Request::Outcome::stranded;
      request.stranded_at = state.run.world->legs[(*result.path)[result.n_legs - 1]].to;
      break;
  }
}

void start_routes(Rooms<Journey> state) {
  const size_t n = state.run.world->routes.size();
  state.journey.route_attempts.assign(n, 0);
  for (size_t r = 0; r < n; ++r)
    state.journey.route_use.push_back(state.value(state.run.parameters->routes.first_use, r));
}

void save_routes(Saved& saved, Rooms<Journey> state) {
  saved.counts("state/route_attempts", state.journey.route_attempts);
  saved.reals("state/route_use", state.journey.route_use);
}

}  // namespace rumbo::migration
