// The tables of journeys for a month: dangers of legs, control and shares of routes, averages.
// docs/model.md: Journey and crossing; Routes.
#include <algorithm>

#include "models/migration/hostility/hostility.hpp"
#include "models/migration/journey/journey.hpp"
#include "models/migration/journey/route_balance.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

/// Dangers of a leg under given factors; those that end a journey are cut to 1 together.
LegChances chances_of(const Leg& leg, double danger, double forced_return, double guided) {
  LegChances chances;
  chances.violence = std::min(1.0, leg.violence * danger);
  chances.extortion = std::min(1.0, leg.extortion * danger);
  chances.death = std::min(1.0, leg.death * danger * guided);
  chances.forced_return =
      std::min(1 - chances.death, leg.forced_return * danger * forced_return * guided);
  chances.stranding = std::min(1 - chances.death - chances.forced_return, leg.stranding * danger);
  return chances;
}

double unguarded_share(Rooms<> state, bool with_guide) {
  return with_guide ? 1 - state.value(state.run.parameters->border.guide_effect) : 1;
}

LegChances chances_now(Rooms<const Hostility> state, size_t leg, bool with_guide) {
  const auto& ids = state.run.parameters->transit;
  const Leg& l = state.run.world->legs[leg];
  LegChances chances =
      chances_of(l, state.value(ids.danger_factor, leg),
                 state.value(ids.forced_return_factor, l.to), unguarded_share(state, with_guide));
  const double hostility =
      state.value(state.run.parameters->hostility.violence_effect) * hostile(state, l.to);
  chances.violence = std::min(1.0, chances.violence * (1 + hostility));
  return chances;
}

/// Year whose effort holds at a place.
size_t effort_year(Rooms<> state, size_t place) {
  const double fixed = state.value(state.run.parameters->border.enforcement_year, place);
  return year_index(fixed > 0 ? static_cast<int>(fixed) : state.run.month.year());
}

/// Agents of a route this year over those of the average route.
double relative_agents(Rooms<> state, size_t border, size_t route) {
  const World& world = *state.run.world;
  const size_t year = effort_year(state, world.borders[border].destination);
  double all = 0;
  for (size_t r = 0; r < world.routes.size(); ++r) all += world.route_agents(r, year);
  return all > 0 ? world.route_agents(route, year) * static_cast<double>(world.routes.size()) / all
                 : 1;
}

/// Effort of border control at a border, 2000 = 1 where nothing else is said.
double effort_at(Rooms<> state, size_t border) {
  const auto& ids = state.run.parameters->border;
  const size_t place = state.run.world->borders[border].destination;
  return state.run.world->enforcement(place, effort_year(state, place)) *
         state.value(ids.enforcement, place) * state.value(ids.restrictiveness);
}

double table_apprehension(Rooms<> state, size_t border) {
  return state.value(state.run.parameters->border.apprehension, border);
}

/// Control of a border that has one way.
RouteControl control_of_border(Rooms<const Borders> state, size_t border) {
  const auto& ids = state.run.parameters->border;
  RouteControl control;
  control.agents = effort_at(state, border);
  control.attempts = static_cast<double>(state.border.attempts[border]);
  control.congestion_flow = state.value(ids.congestion_flow, border);
  // The table's probability holds at the effort of 2000 and, where agents can be overrun, at that
  // flow.
  control.effectiveness = effectiveness_of(table_apprehension(state, border), 1.0) *
                          (control.congestion_flow > 0 ? 2.0 : 1.0);
  control.guide_effect = state.value(ids.guide_effect);
  return control;
}

RouteControl control_of_route(Rooms<const Journey> state, size_t border, size_t route) {
  const auto& ids = state.run.parameters->routes;
  RouteControl control;
  control.agents = effort_at(state, border) * relative_agents(state, border, route) *
                   state.value(state.run.parameters->border.route_effort, route);
  control.attempts = static_cast<double>(state.journey.route_attempts[route]);
  control.congestion_flow = state.value(ids.congestion_flow);
  // The border's probability holds on a route of the mean effort of 2000 at the reference flow.
  const double crowding = control.congestion_flow > 0
                              ? 1 + state.value(ids.reference_flow) / control.congestion_flow
                              : 1.0;
  control.effectiveness = effectiveness_of(table_apprehension(state, border), 1.0) * crowding;
  control.guide_effect = state.value(state.run.parameters->border.guide_effect);
  return control;
}

double death_on_route(Rooms<> state, size_t border, size_t route, bool with_guide) {
  const auto& ids = state.run.parameters->border;
  const auto month = static_cast<size_t>(state.run.month.month_of_year() - 1);
  DeathRisk risk;
  risk.base = state.value(ids.death, border) * unguarded_share(state, with_guide);
  risk.terrain = state.run.world->routes[route].death_factor;
  risk.season = state.run.world->season_death(month);
  risk.rescue = state.value(ids.rescue, route);
  return death_probability(risk);
}

CrossingRules common_rules(Rooms<> state, size_t border, bool with_guide) {
  CrossingRules rules;
  rules.retry = state.value(state.run.parameters->border.retry, border);
  // A smuggler's contract covers so many attempts.
  rules.most_attempts =
      static_cast<int32_t>(state.value(with_guide ? state.run.parameters->smuggling.attempts_covered
                                                  : state.run.parameters->border.most_attempts));
  return rules;
}

BorderRules one_way(Rooms<const Borders> state, size_t border, bool with_guide) {
  CrossingRules rules = common_rules(state, border, with_guide);
  rules.apprehension = border_apprehension(state, border, with_guide);
  rules.death = border_death(state, border, with_guide);
  return {{rules}, {1.0}};
}

BalanceRules balance_rules(Rooms<const Journey> state, bool with_guide) {
  const auto& ids = state.run.parameters->routes;
  BalanceRules rules;
  rules.routes.cost_weight = state.value(ids.cost_weight);
  rules.routes.past_use_weight = state.value(ids.past_use_weight);
  rules.routes.day_cost_usd = state.value(ids.day_cost);
  rules.routes.apprehension_cost_usd = state.value(ids.apprehension_cost);
  rules.routes.value_of_life_usd = state.value(state.run.parameters->decision.value_of_life) * 1000;
  for (const int64_t attempts : state.journey.route_attempts)
    rules.attempts += static_cast<double>(attempts);
  rules.with_guide = with_guide;
  return rules;
}

/// One round of choice among routes, from last month's attempts by route.
BorderRules several_routes(Rooms<const Journey> state, size_t border, bool with_guide) {
  const World& world = *state.run.world;
  const size_t n = world.routes.size();
  const BalanceRules balance = balance_rules(state, with_guide);
  std::vector<RouteSetting> settings(n);
  std::vector<double> last(n + 1), next(n + 1);
  BorderRules rules;
  for (size_t r = 0; r < n; ++r) {
    RouteSetting& setting = settings[r];
    setting.control = control_of_route(state, border, r);
    setting.conditions.fee_usd = world.routes[r].extra_cost_usd;
    setting.conditions.days = world.routes[r].days_on_foot;
    setting.conditions.death = death_on_route(state, border, r, with_guide);
    setting.conditions.past_use = state.journey.route_use[r] / 1000;
    setting.conditions.attraction = state.value(state.run.parameters->routes.attraction, r);
    last[r + 1] = balance.attempts > 0 ? setting.control.attempts / balance.attempts : 0;
    CrossingRules crossing = common_rules(state, border, with_guide);
    crossing.apprehension = apprehension_probability(setting.control, with_guide);
    crossing.death = setting.conditions.death;
    rules.crossings.push_back(crossing);
  }
  next_route_shares(balance, settings, last, next);
  rules.shares.assign(next.begin() + 1, next.end());
  return rules;
}

}  // namespace

double border_apprehension(Rooms<const Borders> state, size_t border, bool with_guide) {
  return apprehension_probability(control_of_border(state, border), with_guide);
}

double border_death(Rooms<> state, size_t border, bool with_guide) {
  const auto& ids = state.run.parameters->border;
  DeathRisk risk;
  risk.base = state.value(ids.death, border) * unguarded_share(state, with_guide);
  risk.rescue = state.value(ids.rescue_elsewhere, state.run.world->borders[border].destination);
  return death_probability(risk);
}

double reach_at_reference(Rooms<const Journey> state, size_t border, bool with_guide) {
  const Border& b = state.run.world->borders[border];
  const double other = b.has_other_path ? state.journey.tables.other_path_share : 0;
  auto passing = [&](const Path& path) {
    double share = 1;
    for (const uint8_t leg : path)
      share *= chances_of(state.run.world->legs[leg], 1, 1, unguarded_share(state, with_guide))
                   .passing();
    return share;
  };
  return (1 - other) * passing(b.path) + other * passing(b.other_path);
}

void remember_routes(Rooms<Journey> state, const std::vector<int64_t>& attempts) {
  state.journey.route_attempts = attempts;
  const double months = state.value(state.run.parameters->routes.memory_months);
  for (size_t r = 0; r < attempts.size(); ++r)
    state.journey.route_use[r] +=
        (static_cast<double>(attempts[r]) - state.journey.route_use[r]) / months;
}

void set_journey_tables(Rooms<const Borders, Journey, const Hostility> state) {
  JourneyTables& t = state.journey.tables;
  const World& world = *state.run.world;
  t.other_path_share = state.value(state.run.parameters->transit.other_path_share);
  t.extortion_usd = state.value(state.run.parameters->transit.extortion_usd);
  t.legs.clear();
  for (size_t leg = 0; leg < world.legs.size(); ++leg)
    for (const bool with_guide : {false, true})
      t.legs.push_back(chances_now(state, leg, with_guide));
  t.borders.clear();
  for (size_t b = 0; b < world.borders.size(); ++b)
    for (const bool with_guide : {false, true})
      t.borders.push_back(world.borders[b].has_routes ? several_routes(state, b, with_guide)
                                                      : one_way(state, b, with_guide));
  t.expected.clear();
  for (size_t b = 0; b < world.borders.size(); ++b)
    for (const bool with_guide : {false, true})
      t.expected.push_back(expect_journey(state, b, with_guide));
}

void renew_route_memory(Rooms<const Sums, Journey> state, Month) {
  remember_routes(state, state.sums.month.route_attempts);
}

void set_journeys(Rooms<const Borders, Journey, const Hostility> state, Month) {
  set_journey_tables(state);
}

}  // namespace rumbo::migration
