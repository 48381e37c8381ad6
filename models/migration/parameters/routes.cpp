// Routes across a border and the way to it; docs/model.md: Journey and crossing; Routes.
#include "models/migration/parameters/parameters.hpp"

namespace rumbo::migration {

using enum ParameterStatus;

RouteParameters::RouteParameters(ParameterRegistry& r) {
  cost_weight = r.declare({"routes.cost_weight",
                           "Weight of a route's cost (fee, days, risk of death and of "
                           "apprehension; 2020 USD) in its choice; 0 = cost does not matter.",
                           "1 per 1,000 USD", 0, 20, 1, assumed, "assumed, range 0.3 to 3", ""});
  past_use_weight = r.declare(
      {"routes.past_use_weight",
       "Weight of log(1 + past use) of a route, in thousand attempts a month; 0 = routes "
       "have no history.",
       "1 per log point", 0, 2, 0.5, assumed,
       "form of docs/model.md: Routes; at 1 and above one route may take all; range 0 to 1", ""});
  memory_months = r.declare({"routes.memory_months",
                             "Months over which the use of a route is remembered; 1 = last month "
                             "only.",
                             "months", 1, 240, 12, assumed, "a year, assumed; range 1 to 36", ""});
  first_use = r.declare({"routes.first_use", "Use of a route remembered at the start of a run.",
                         "attempts a month", 0, 1e8, 0, assumed, "0: nothing known", "route"});
  day_cost = r.declare({"routes.day_cost", "Cost of a day on foot.", "USD", 0, 1e4, 100, assumed,
                        "assumed, range 30 to 200", ""});
  apprehension_cost = r.declare(
      {"routes.apprehension_cost", "Cost of being apprehended once, to those who choose a route.",
       "USD", 0, 1e5, 1000, assumed, "days lost, new fees and detention; range 300 to 3,000", ""});
  attraction = r.declare({"routes.attraction",
                          "What draws people to a route beyond cost, risk and past use: roads, "
                          "towns, kin near it.",
                          "1", -50, 10, 0, assumed, "0: nothing", "route"});
  congestion_flow = r.declare(
      {"routes.congestion_flow",
       "Attempts a month on a route at which its agents are half as effective each; 0 = "
       "they are never overrun.",
       "attempts a month", 0, 1e8, 100000, assumed,
       "form of docs/model.md: Journey and crossing; range 0 (never) and 30,000 to 300,000", ""});
  reference_flow = r.declare(
      {"routes.reference_flow",
       "Attempts a month on a route at which border.apprehension holds, at the mean effort of "
       "2000.",
       "attempts a month", 0, 1e8, 34000, assumed,
       "1,643,679 apprehensions of fiscal year 2000 over 0.45, 12 months and 9 routes", ""});
}

TransitParameters::TransitParameters(ParameterRegistry& r) {
  danger_factor = r.declare({"transit.danger_factor",
                             "Factor on all dangers of a leg of the way; 0 = no dangers.", "1", 0,
                             20, 1, assumed, "1: transit.csv; range 0.5 to 2", "leg"});
  forced_return_factor = r.declare(
      {"transit.forced_return_factor",
       "Factor on the probability of being stopped and sent back by a place of transit.", "1", 0,
       20, 1, assumed, "1: transit.csv; Mexico .25 to .55 is 0.6 to 1.4", "place"});
  other_path_share =
      r.declare({"transit.other_path_share",
                 "Share of journeys by the other path of paths.csv, where there is one.", "share",
                 0, 1, 0.2, assumed, "assumed, range 0 to 0.5", ""});
  extortion_usd = r.declare({"transit.extortion_usd",
                             "Money taken by each extortion on the way, at most what the household "
                             "has.",
                             "USD", 0, 1e5, 300, assumed, "assumed, range 50 to 1,000", ""});
}

}  // namespace rumbo::migration
