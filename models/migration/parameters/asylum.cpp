// Shocks, displacement and asylum; docs/model.md: Shocks and asylum.
#include "models/migration/parameters/parameters.hpp"
#include "models/migration/world/shocks.hpp"

namespace rumbo::migration {

using enum ParameterStatus;

namespace {

/// Rise of the utility of leaving at full severity, by kind of shock.
constexpr double default_weights[n_shock_kinds] = {0.4, 0.6, 0.3, 0.15};

}  // namespace

ShockParameters::ShockParameters(ParameterRegistry& r) {
  factor = r.declare({"shocks.factor", "Factor on the severity of all shocks of a place.", "1", 0,
                      10, 1, measured, "1: shocks.csv; 0 = no shocks", "place"});
  violence = r.declare({"shocks.violence",
                        "Factor on the homicides, the deaths in conflict and the shocks of "
                        "violence of a place.",
                        "1", 0, 10, 1, measured, "1: institutions.csv and shocks.csv", "place"});
  for (size_t k = 0; k < n_shock_kinds; ++k)
    weight[k] = r.declare(
        {"shocks.weight_" + std::string(shock_kind_names[k]),
         "Rise of the utility of leaving in a shock of this kind at full severity.", "1", 0, 5,
         default_weights[k], assumed,
         "assumed, range 0 to 2; small, since yearly wages and safety hold a part, and ties and "
         "savings buffer [Entwisle and others 2016]",
         ""});
  income_loss_disaster = r.declare(
      {"shocks.income_loss_disaster",
       "Share of wages at home lost in a disaster at full severity, beyond economy.csv.", "share",
       0, 0.9, 0, assumed, "0: the yearly wages of economy.csv hold what was lost", ""});
  income_loss_economic = r.declare(
      {"shocks.income_loss_economic",
       "Share of wages at home lost in a crisis at full severity, beyond economy.csv.", "share", 0,
       0.9, 0, assumed, "0: the yearly wages of economy.csv hold the crises", ""});
  displacement =
      r.declare({"shocks.displacement",
                 "Factor on the rate at which shocks drive people from home within their country.",
                 "1", 0, 100, 1, measured, "1: displaced_share of shocks.csv", "place"});
  displaced_half_life =
      r.declare({"shocks.displaced_half_life",
                 "Months after which half of the displaced are back or settled elsewhere at home.",
                 "months", 0, 1200, 24, assumed, "assumed, range 6 to 120", "place"});
  displaced_propensity =
      r.declare({"shocks.displaced_propensity",
                 "Factor on how often the displaced consider to leave their country.", "1", 0, 10,
                 2, assumed, "assumed, range 1 to 5", ""});
}

AsylumParameters::AsylumParameters(ParameterRegistry& r) {
  declare_claims(r);
  declare_decisions(r);
}

void AsylumParameters::declare_claims(ParameterRegistry& r) {
  access = r.declare(
      {"asylum.access",
       "Probability of being let in to claim asylum; metering, expulsion and agreements on safe "
       "third countries lower it, 0 closes the way.",
       "probability", 0, 1, 0.8, assumed, "assumed, range 0.3 to 1", "place"});
  pull = r.declare({"asylum.pull",
                    "Utility of claiming asylum in a place beyond that of other ways there.", "1",
                    -10, 10, 0, assumed, "0; single places by hand on asylum.csv", "place"});
  cost = r.declare({"asylum.cost", "Money cost of asking for asylum besides travel.", "USD", 0, 1e5,
                    300, assumed, "papers and advice; assumed, range 0 to 2,000", ""});
  claim_share =
      r.declare({"asylum.claim_share",
                 "Share of the people of a place with grounds to claim, at average safety and "
                 "without a shock.",
                 "share", 0, 1, 0.003, assumed,
                 "set by hand on the claims of 2000 to 2010 in asylum.csv", "place"});
  claim_shock = r.declare({"asylum.claim_shock",
                           "Rise of the log of that share in a shock of violence or politics at "
                           "full severity.",
                           "1", 0, 10, 1, assumed, "assumed, range 0.5 to 3", ""});
  claim_safety =
      r.declare({"asylum.claim_safety",
                 "Rise of the log of that share per standard deviation more homicides, "
                 "more deaths in conflict, or less democracy.",
                 "1 per standard deviation", 0, 5, 0.2, assumed, "assumed, range 0.1 to 0.5", ""});
  most_share = r.declare({"asylum.most_share", "Largest share of a people with grounds to claim.",
                          "share", 0, 1, 0.3, assumed, "assumed", ""});
  recognition_weight =
      r.declare({"asylum.recognition_weight",
                 "Weight of the log of the probability of recognition in choosing to claim.", "1",
                 0, 5, 0.5, assumed, "assumed, range 0 to 1; sign: claims follow recognition", ""});
}

void AsylumParameters::declare_decisions(ParameterRegistry& r) {
  decisions_factor =
      r.declare({"asylum.decisions_factor", "Factor on the claims that a place decides a year.",
                 "1", 0, 1000, 1, measured, "1: decisions_capacity of asylum.csv", "place"});
  decisions_added =
      r.declare({"asylum.decisions_added", "Claims decided a year beyond those of asylum.csv.",
                 "claims a year", -1e7, 1e7, 0, measured, "0: the table", "place"});
  recognition_factor = r.declare({"asylum.recognition_factor",
                                  "Factor on the probability of recognition in a place.", "1", 0,
                                  100, 1, measured, "1: recognition.csv", "place"});
  appeal = r.declare({"asylum.appeal", "Share of the refused who appeal, once.", "share", 0, 1, 0.3,
                      assumed, "assumed, range 0.1 to 0.7", "place"});
  refused_leave = r.declare({"asylum.refused_leave",
                             "Share of those refused in the end who go home; the others stay "
                             "without a right.",
                             "share", 0, 1, 0.3, assumed, "assumed, range 0.1 to 0.6", "place"});
  complementary = r.declare(
      {"asylum.complementary",
       "Share of the claimants not recognized who get a temporary right to stay, at full severity "
       "of shocks in their place of birth.",
       "share", 0, 1, 0, assumed, "0: none by law, unless a policy gives it", "place"});
  protection_rate = r.declare(
      {"asylum.protection_rate",
       "Rate at which residents without a right to stay get temporary protection, at "
       "full severity of shocks in their place of birth.",
       "per year", 0, 10, 0, assumed, "0: none by law, unless a policy gives it", "place"});
  work_months = r.declare({"asylum.work_months",
                           "Months before claimants may work lawfully; paid like those without "
                           "the right to work until then.",
                           "months", 0, 600, 6, measured,
                           "USA: 180 days by law since 1996; elsewhere assumed", "place"});
  return_factor = r.declare({"asylum.return_factor",
                             "Factor on the rate of going back of refugees and of claimants who "
                             "wait; 0 = none goes.",
                             "1", 0, 1, 0.1, assumed, "assumed, range 0 to 0.3", ""});
  settle_years =
      r.declare({"asylum.settle_years",
                 "Years after which refugees are permanent residents on average.", "years", 0.1, 50,
                 3, assumed, "one year by law in the USA, five in others; assumed", "place"});
}

}  // namespace rumbo::migration
