// Ways in: visas and the border; docs/model.md: Visas; Journey and crossing.
#include "models/migration/parameters/parameters.hpp"

namespace rumbo::migration {

using enum ParameterStatus;

VisaParameters::VisaParameters(ParameterRegistry& r) {
  work_factor =
      r.declare({"visas.work_factor", "Factor on the yearly places for work of visas.csv.", "1", 0,
                 100, 1, measured, "1: the table", "corridor"});
  work_added = r.declare({"visas.work_added", "Yearly places for work added to those of visas.csv.",
                          "persons a year", -1e7, 1e7, 0, measured, "0: the table", "corridor"});
  study_factor =
      r.declare({"visas.study_factor", "Factor on the yearly places for study of visas.csv.", "1",
                 0, 100, 1, measured, "1: the table", "corridor"});
  family_factor =
      r.declare({"visas.family_factor", "Factor on the yearly places for families of visas.csv.",
                 "1", 0, 100, 1, measured, "1: the table", "corridor"});
  seasonal_added = r.declare(
      {"visas.seasonal_added", "Places for seasonal work added to those of visas.csv.",
       "persons a year", -1e7, 1e7, 0, assumed,
       "0: visas.csv holds no seasonal places yet, so that no one works a season in the baseline",
       "corridor"});
  seasonal_cost =
      r.declare({"visas.seasonal_cost", "Money cost of a seasonal permit besides travel.", "USD", 0,
                 1e5, 300, assumed, "mostly paid by employers; assumed, range 0 to 1,500", ""});
  work_cost = r.declare({"visas.work_cost", "Money cost of a work visa besides travel.", "USD", 0,
                         1e5, 1000, assumed, "visa, papers and agency: 200 to 2,000", ""});
  study_cost = r.declare({"visas.study_cost", "Money cost of going abroad to study besides travel.",
                          "USD", 0, 1e5, 6000, assumed, "first-year costs; assumed", ""});
  family_cost = r.declare({"visas.family_cost", "Money cost of a family visa besides travel.",
                           "USD", 0, 1e5, 700, assumed, "assumed", ""});
  right_cost =
      r.declare({"visas.right_cost", "Money cost of using a right of entry besides travel.", "USD",
                 0, 1e5, 200, assumed, "paperwork [ECLAC and IOM 2002]; assumed", ""});
  visit_cost = r.declare({"visas.visit_cost", "Money cost of entering on a visit besides travel.",
                          "USD", 0, 1e5, 300, assumed, "assumed", ""});
  visit_grant = r.declare(
      {"visas.visit_grant", "Probability that a visit visa is granted where one is required.",
       "share", 0, 1, 0.3, calibrated,
       "for persons who mean to stay; set by hand on corridors without a land way, range "
       "0.05 to 0.5",
       ""});
  descent_share =
      r.declare({"visas.descent_share",
                 "Share of persons who have the descent that a right of entry by descent asks for.",
                 "share", 0, 1, 0.05, assumed, "assumed", ""});
  agreement_added =
      r.declare({"visas.agreement_added",
                 "Places for work that agreements on temporary workers add to those of visas.csv.",
                 "persons a year", 0, 1e7, 0, measured, "0: the table", "corridor"});
  employer_pays =
      r.declare({"visas.employer_pays",
                 "Share of the money cost of a visa for work or a season that employers pay.",
                 "share", 0, 1, 0, assumed, "0: in the costs above", "corridor"});
  sponsor_share = r.declare(
      {"visas.sponsor_share",
       "Share of those with a member of the household at a place whom that member may bring.",
       "share", 0, 1, 1, assumed, "1: all with a right to stay; assumed", "place"});
  free_residence = r.declare(
      {"visas.free_residence",
       "Share of the citizens of an origin who can use an agreement on free residence, "
       "beyond entry_rights.csv.",
       "share", 0, 1, 0, measured,
       "0: the table; bureaucracy keeps the share below 1 [ECLAC and IOM 2002]", "corridor"});
  free_residence_fee = r.declare(
      {"visas.free_residence_fee",
       "Fee and papers for residence by right, beyond the cost of using a right of entry.", "USD",
       0, 1e5, 0, assumed, "0: in visas.right_cost", "corridor"});
  queue = r.declare({"visas.queue",
                     "How visas are rationed: 0 lottery among applicants, 1 queue in order of "
                     "application.",
                     "1", 0, 1, 0, assumed, "a switch (docs/model.md: Visas)", ""});
  patience_months =
      r.declare({"visas.patience_months",
                 "Months for which an applicant who was refused or waits goes on asking.", "months",
                 0, 600, 12, assumed, "assumed", ""});
  demand_memory_months = r.declare(
      {"visas.demand_memory_months",
       "Months that known demand for visas is an exponential mean of; more where simulated persons "
       "ask seldom.",
       "months", 1, 120, 12, assumed, "assumed", ""});
  travel_base = r.declare({"visas.travel_base", "Fixed cost of a legal journey.", "USD", 0, 1e4,
                           150, assumed, "assumed", ""});
  travel_per_km = r.declare({"visas.travel_per_km", "Cost of a legal journey by distance.",
                             "USD per km", 0, 10, 0.1, assumed, "order of air fares; assumed", ""});
}

BorderParameters::BorderParameters(ParameterRegistry& r) {
  apprehension = r.declare(
      {"border.apprehension",
       "Probability that an attempt without guide is apprehended, at the enforcement of 2000; 1 = "
       "closed, with a guide too and whatever the effort.",
       "probability", 0, 1, 0.3, assumed, "borders.csv; Mexico-USA 0.45 [NRC 2013]", "border"});
  death = r.declare({"border.death", "Probability of death per attempt without guide.",
                     "probability", 0, 0.5, 0.0002, assumed,
                     "borders.csv; Mexico-USA from recorded deaths per apprehension, an undercount",
                     "border"});
  retry = r.declare({"border.retry", "Probability of trying again after an apprehension.",
                     "probability", 0, 1, 0.8, assumed,
                     "borders.csv; Mexico-USA 0.95 for 1980 to 2005 [DHS 2017]", "border"});
  enforcement =
      r.declare({"border.enforcement",
                 "Factor on the effort of border control of a place, beyond enforcement.csv.", "1",
                 0, 100, 1, measured, "1: the table", "place"});
  enforcement_year =
      r.declare({"border.enforcement_year",
                 "Year whose effort of border control holds throughout at a place, on its routes "
                 "too; 0 = of each year its own.",
                 "year", 0, 2020, 0, measured, "0: enforcement.csv and route_effort.csv", "place"});
  restrictiveness =
      r.declare({"border.restrictiveness", "Factor on the effort of border control of all places.",
                 "1", 0, 10, 1, assumed, "1 by definition; varied in the check of drivers", ""});
  most_attempts = r.declare({"border.most_attempts", "Attempts in one journey at most.", "attempts",
                             1, 50, 8, assumed, "assumed", ""});
  guide_effect = r.declare({"border.guide_effect",
                            "Share of the risk of apprehension and death that a guide takes away.",
                            "share", 0, 1, 0.3, assumed, "assumed, range 0 to 0.6", ""});
  attempt_cost = r.declare({"border.attempt_cost", "Money cost of each attempt after the first.",
                            "USD", 0, 1e4, 100, assumed, "assumed", ""});
  congestion_flow = r.declare(
      {"border.congestion_flow",
       "Attempts a month at which agents are half as effective each; 0 = they are never overrun.",
       "attempts a month", 0, 1e8, 0, assumed,
       "form of docs/model.md: Journey and crossing; off by default, since flows at most borders "
       "are not known",
       "border"});
  route_effort =
      r.declare({"border.route_effort",
                 "Factor on the effort of border control of a route, beyond its agents in "
                 "route_effort.csv.",
                 "1", 0, 1000, 1, measured, "1: the table", "route"});
  rescue = r.declare({"border.rescue", "Share of deaths on a route that rescue prevents.", "share",
                      0, 1, 0, assumed,
                      "0 by definition: the deaths of the tables are those that rescue did not "
                      "prevent",
                      "route"});
  rescue_elsewhere =
      r.declare({"border.rescue_elsewhere",
                 "Share of deaths that rescue prevents at the borders of a place that have no "
                 "routes.",
                 "share", 0, 1, 0, assumed, "0 by definition, as border.rescue", "place"});
  season_weight = r.declare(
      {"border.season_weight",
       "Weight of the season (log of the crossing factor of season.csv) in choosing to cross a "
       "border with routes; 0 = no season.",
       "1", 0, 5, 1, assumed, "1: crossings follow the table", ""});
  agents =
      r.declare({"border.agents",
                 "Agents of border control at the enforcement of 2000, for what more of it costs.",
                 "persons", 0, 1e6, 0, measured,
                 "USA 8,580: Border Patrol staffing, southwest border, fiscal year 2000; elsewhere "
                 "0, not known",
                 "place"});
}

}  // namespace rumbo::migration
