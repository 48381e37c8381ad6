// Dangers of the way to a border in a month, and what journeys come to on average, plainly; see
// plain_tables.hpp. docs/model.md: Journey and crossing.
#include "reference/plain_tables_journey.hpp"

#include <algorithm>

#include "engine/maths/functions.hpp"
#include "reference/plain_tables.hpp"

namespace rumbo::migration {

namespace {

/// Dangers of a leg this month; opinion at the place it leads to adds to violence.
LegChances leg_in_month(const State& state, size_t leg, bool with_guide) {
  const auto& ids = state.parameters->transit;
  const auto& opinion = state.parameters->hostility;
  const Leg& l = state.world->legs[leg];
  LegChances chances =
      plain_leg(l, state.value(ids.danger_factor, leg), state.value(ids.forced_return_factor, l.to),
                plain_left_by_guide(state, with_guide));
  const std::vector<double>& level = state.hostility.level;
  const double felt = level.empty() ? 0 : state.value(opinion.weight) * level[l.to];
  chances.violence =
      std::min(1.0, chances.violence * (1 + state.value(opinion.violence_effect) * felt));
  return chances;
}

/// Adds what befalls the share of journeys that take a path, leg by leg.
void add_path(const State& state, const Path& path, double share, bool with_guide,
              JourneyExpectation& average) {
  const JourneyTables& t = state.journey.tables;
  double still_there = share;
  for (const uint8_t leg : path) {
    const LegChances& chances = t.legs[2 * size_t{leg} + (with_guide ? 1 : 0)];
    average.days += still_there * state.world->legs[leg].days;
    average.extortion_usd += still_there * chances.extortion * t.extortion_usd;
    average.death += still_there * chances.death;
    average.forced_return += still_there * chances.forced_return;
    average.stranding += still_there * chances.stranding;
    still_there *= 1 - chances.death - chances.forced_return - chances.stranding;
  }
  average.reach += still_there;
}

/// Adds what befalls those who have come to the border, by the shares of its routes.
void add_border(const State& state, size_t border, bool with_guide, JourneyExpectation& average) {
  const BorderRules& rules = state.journey.tables.borders[2 * border + (with_guide ? 1 : 0)];
  for (size_t r = 0; r < rules.shares.size(); ++r) {
    const CrossingExpectation crossing = plain_crossing(rules.crossings[r]);
    const double there = average.reach * rules.shares[r];
    average.entry += there * crossing.entry;
    average.death += there * crossing.death;
    average.give_up += there * crossing.give_up;
    average.attempts += there * crossing.attempts;
    average.apprehensions += there * crossing.apprehensions;
    if (state.world->borders[border].has_routes)
      average.route_cost_usd += there * state.world->routes[r].extra_cost_usd;
  }
}

/// The average over both paths and all routes.
JourneyExpectation average_journey(const State& state, size_t border, bool with_guide) {
  const Border& b = state.world->borders[border];
  JourneyExpectation average;
  average.reach = 0;
  const double other = b.has_other_path ? state.journey.tables.other_path_share : 0;
  add_path(state, b.path, 1 - other, with_guide, average);
  add_path(state, b.other_path, other, with_guide, average);
  // The days of a border are those of its usual legs and of the crossing.
  double crossing_days = b.days;
  for (const uint8_t leg : b.path) crossing_days -= state.world->legs[leg].days;
  average.days += average.reach * std::max(0.0, crossing_days);
  add_border(state, border, with_guide, average);
  return average;
}

}  // namespace

double plain_left_by_guide(const State& state, bool with_guide) {
  return with_guide ? 1 - state.value(state.parameters->border.guide_effect) : 1;
}

LegChances plain_leg(const Leg& leg, double danger, double forced_return, double left_by_guide) {
  LegChances chances;
  chances.violence = std::min(1.0, leg.violence * danger);
  chances.extortion = std::min(1.0, leg.extortion * danger);
  // Only one of these can end a journey.
  double left = 1;
  chances.death = std::min(left, leg.death * danger * left_by_guide);
  left -= chances.death;
  chances.forced_return =
      std::min(left, leg.forced_return * danger * forced_return * left_by_guide);
  left -= chances.forced_return;
  chances.stranding = std::min(left, leg.stranding * danger);
  return chances;
}

CrossingExpectation plain_crossing(const CrossingRules& rules) {
  const double caught = std::min(rules.apprehension, 1 - rules.death);
  const double again = caught * rules.retry, most = rules.most_attempts;
  CrossingExpectation average;
  // 1 + again + again^2 + ..., of as many terms as there may be attempts.
  if (again >= 1)
    average.attempts = most;
  else
    average.attempts = (1 - (again > 0 ? pow(again, most) : 0)) / (1 - again);
  if (rules.apprehension < 1 - rules.death)
    average.entry = (1 - caught - rules.death) * average.attempts;
  average.death = rules.death * average.attempts;
  average.apprehensions = caught * average.attempts;
  average.give_up = 1 - average.entry - average.death;
  return average;
}

void plain_journeys(State& state) {
  JourneyTables& t = state.journey.tables;
  t = {};
  t.other_path_share = state.value(state.parameters->transit.other_path_share);
  t.extortion_usd = state.value(state.parameters->transit.extortion_usd);
  const size_t n_legs = state.world->legs.size(), n_borders = state.world->borders.size();
  for (size_t i = 0; i < 2 * n_legs; ++i) t.legs.push_back(leg_in_month(state, i / 2, i % 2 == 1));
  for (size_t i = 0; i < 2 * n_borders; ++i)
    t.borders.push_back(plain_border(state, i / 2, i % 2 == 1));
  for (size_t i = 0; i < 2 * n_borders; ++i)
    t.expected.push_back(average_journey(state, i / 2, i % 2 == 1));
}

}  // namespace rumbo::migration
