// Control and deaths at each border of a month, and shares of its routes, plainly; see
// plain_tables_journey.hpp. docs/model.md: Journey and crossing; Routes.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "reference/plain_tables_journey.hpp"

namespace rumbo::migration {

namespace {

/// Year of the tables of effort that holds at a place.
size_t year_of_effort(const State& state, size_t place) {
  const double held = state.value(state.parameters->border.enforcement_year, place);
  return year_index(held > 0 ? static_cast<int>(held) : state.month.year());
}

/// E of a border: the table's, 2000 = 1, times the factors of the place and of all places.
double effort_of_border(const State& state, size_t border) {
  const auto& ids = state.parameters->border;
  const size_t place = state.world->borders[border].destination;
  return state.world->enforcement(place, year_of_effort(state, place)) *
         state.value(ids.enforcement, place) * state.value(ids.restrictiveness);
}

/// E of a route: that of its border, times its agents over those of the average route.
double effort_of_route(const State& state, size_t border, size_t route) {
  const World& world = *state.world;
  const size_t year = year_of_effort(state, world.borders[border].destination);
  double all = 0;
  for (size_t r = 0; r < world.routes.size(); ++r) all += world.route_agents(r, year);
  const auto n = static_cast<double>(world.routes.size());
  const double relative = all > 0 ? world.route_agents(route, year) * n / all : 1;
  return effort_of_border(state, border) * relative *
         state.value(state.parameters->border.route_effort, route);
}

/// Attempts of a month, those at which agents are half as effective (0 = agents are never busy),
/// and those at which the table's probability holds.
struct Crowd {
  double attempts = 0, halves = 0, of_table = 0;

  double of(double flow) const { return halves > 0 ? 1 + flow / halves : 1; }
};

/// p = (1 - exp(-a E / (1 + n / n0))) (1 - guide), with a such that the table's p holds at E = 1.
double apprehended(const State& state, size_t border, double effort, const Crowd& crowd,
                   bool with_guide) {
  const double of_table = state.value(state.parameters->border.apprehension, border);
  if (of_table >= 1) return 1;  // closed, whatever the guide and the effort
  const double a = -log1p(-of_table) * crowd.of(crowd.of_table);
  const double seen = -expm1(-(a * effort / crowd.of(crowd.attempts)));
  return seen * plain_left_by_guide(state, with_guide);
}

/// Attempts are at most those that people make, or those that the contract with a guide covers.
CrossingRules rules_of_attempts(const State& state, size_t border, bool with_guide) {
  CrossingRules rules;
  rules.retry = state.value(state.parameters->border.retry, border);
  const ParameterId most = with_guide ? state.parameters->smuggling.attempts_covered
                                      : state.parameters->border.most_attempts;
  rules.most_attempts = static_cast<int32_t>(state.value(most));
  return rules;
}

/// delta of a route: that of its border, times the factors of the ground and of the season.
double death_on_route(const State& state, size_t border, size_t route, bool with_guide) {
  const auto& ids = state.parameters->border;
  const auto month = static_cast<size_t>(state.month.month_of_year() - 1);
  const double on_easy_ground =
      state.value(ids.death, border) * plain_left_by_guide(state, with_guide);
  return std::min(1.0, on_easy_ground * state.world->routes[route].death_factor *
                           state.world->season_death(month) * (1 - state.value(ids.rescue, route)));
}

CrossingRules crossing_of_route(const State& state, size_t border, size_t route, double attempts,
                                bool with_guide) {
  const auto& ids = state.parameters->routes;
  const Crowd crowd{attempts, state.value(ids.congestion_flow), state.value(ids.reference_flow)};
  CrossingRules rules = rules_of_attempts(state, border, with_guide);
  rules.apprehension =
      apprehended(state, border, effort_of_route(state, border, route), crowd, with_guide);
  rules.death = death_on_route(state, border, route, with_guide);
  return rules;
}

/// -beta (extra + c_day days + VSL delta + c_app p) / 1000 + alpha ln(1 + u) + attraction.
double utility_of_route(const State& state, size_t route, const CrossingRules& crossing) {
  const auto& ids = state.parameters->routes;
  const Route& r = state.world->routes[route];
  const double life = state.value(state.parameters->decision.value_of_life) * 1000;
  const double cost = r.extra_cost_usd + state.value(ids.day_cost) * r.days_on_foot +
                      life * crossing.death +
                      state.value(ids.apprehension_cost) * crossing.apprehension;
  const double thousands = state.journey.route_use[route] / 1000;
  return -(state.value(ids.cost_weight) * cost / 1000) +
         state.value(ids.past_use_weight) * log1p(thousands) + state.value(ids.attraction, route);
}

/// P_r ~ exp(utility): the attempts of last month decide the shares of this one.
BorderRules several_ways(const State& state, size_t border, bool with_guide) {
  const std::vector<int64_t>& attempts = state.journey.route_attempts;
  double all = 0;
  for (const int64_t n : attempts) all += static_cast<double>(n);
  BorderRules rules;
  std::vector<double> utility;
  for (size_t r = 0; r < state.world->routes.size(); ++r) {
    const auto n = static_cast<double>(attempts[r]);
    rules.crossings.push_back(crossing_of_route(state, border, r, n, with_guide));
    // Routes are known by their shares of all; from a share the last bit of n may differ.
    const double known = all > 0 ? all * (n / all) : 0;
    utility.push_back(
        utility_of_route(state, r, crossing_of_route(state, border, r, known, with_guide)));
  }
  const double best = *std::max_element(utility.begin(), utility.end());
  double sum = 0;
  for (const double u : utility) sum += exp(u - best);
  for (const double u : utility) rules.shares.push_back(exp(u - best) / sum);
  return rules;
}

BorderRules one_way(const State& state, size_t border, bool with_guide) {
  const double halves = state.value(state.parameters->border.congestion_flow, border);
  const Crowd crowd{static_cast<double>(state.border.attempts[border]), halves, halves};
  CrossingRules crossing = rules_of_attempts(state, border, with_guide);
  crossing.apprehension =
      apprehended(state, border, effort_of_border(state, border), crowd, with_guide);
  crossing.death = plain_border_death(state, border, with_guide);
  return {{crossing}, {1.0}};
}

}  // namespace

double plain_border_death(const State& state, size_t border, bool with_guide) {
  const auto& ids = state.parameters->border;
  const size_t place = state.world->borders[border].destination;
  return std::min(1.0, state.value(ids.death, border) * plain_left_by_guide(state, with_guide) *
                           (1 - state.value(ids.rescue_elsewhere, place)));
}

BorderRules plain_border(const State& state, size_t border, bool with_guide) {
  return state.world->borders[border].has_routes ? several_ways(state, border, with_guide)
                                                 : one_way(state, border, with_guide);
}

}  // namespace rumbo::migration
