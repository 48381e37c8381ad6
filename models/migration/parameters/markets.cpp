// Smugglers and debts; docs/model.md: Smugglers; Debts.
#include "models/migration/parameters/parameters.hpp"

namespace rumbo::migration {

using enum ParameterStatus;

SmugglingParameters::SmugglingParameters(ParameterRegistry& r) {
  base_fee = r.declare({"smuggling.base_fee", "Fee of a smuggler at the enforcement of 2000.",
                        "USD", 0, 1e5, 2000, assumed,
                        "borders.csv; Mexico-USA from MMP and MMFRP 1995 to 2000", "border"});
  fee_factor = r.declare({"smuggling.fee_factor", "Factor on all fees of smugglers.", "1", 0, 20, 1,
                          assumed, "1 by definition; varied in the check of drivers", ""});
  attempt_share = r.declare({"smuggling.attempt_share",
                             "Share of a smuggler's cost that grows with the number of attempts.",
                             "share", 0, 1, 0.3, assumed,
                             "so that the fee rises less than proportionally [Gathmann 2008]", ""});
  attempts_covered =
      r.declare({"smuggling.attempts_covered", "Attempts that a smuggler's contract covers.",
                 "attempts", 1, 50, 3, assumed, "assumed", ""});
  market = r.declare({"smuggling.market",
                      "How fees form: 0 they follow the cost of a passage, 1 Cournot, 2 posted "
                      "prices, 3 competition, 4 bound by capacity.",
                      "1", 0, 4, 1, assumed, "a switch (docs/model.md: Smugglers)", ""});
  isoelastic = r.declare({"smuggling.isoelastic",
                          "What clients are taken to do away from the fee they hear: 0 a straight "
                          "line, 1 the same elasticity at every fee.",
                          "1", 0, 1, 0, assumed, "a switch (docs/model.md: Smugglers)", ""});
  adjustment = r.declare({"smuggling.adjustment",
                          "Change of the log fee a month at full excess demand, posted prices.",
                          "1/month", 0, 1, 0.2, assumed, "assumed, range 0.05 to 0.5", ""});
  firms = r.declare({"smuggling.firms", "Firms of smugglers at a border when its market opens.",
                     "firms", 1, 32, 8, assumed, "8, range 2 to 50, assumed", ""});
  spare_capacity =
      r.declare({"smuggling.spare_capacity", "Capacity beyond the clients of the first year.",
                 "share", 0, 5, 0.2, assumed, "assumed, range 0 to 1", ""});
  capacity_growth =
      r.declare({"smuggling.capacity_growth",
                 "Growth a month of a firm that is full, decline of an idle one.", "share a month",
                 0, 0.5, 0.02, assumed, "assumed, range 0 to 0.1", ""});
  cost_spread =
      r.declare({"smuggling.cost_spread", "Largest difference of a firm's cost from the usual one.",
                 "share", 0, 0.9, 0.1, assumed, "assumed, range 0 to 0.3", ""});
  fixed_share =
      r.declare({"smuggling.fixed_share",
                 "Cost of staying in business, as a share of the margin on the clients of "
                 "the first year.",
                 "share", 0, 1, 0.5, assumed, "assumed, range 0.2 to 0.8", ""});
  entry_months = r.declare({"smuggling.entry_months",
                            "Cost of entry, in months of the margin on the clients of the first "
                            "year.",
                            "months", 0, 240, 12, assumed, "assumed, range 3 to 36", ""});
  horizon_months = r.declare({"smuggling.horizon_months",
                              "Months for which a would-be smuggler counts on profit.", "months", 0,
                              600, 24, assumed, "assumed, range 12 to 60", ""});
  discount = r.declare({"smuggling.discount", "Discount of what smugglers expect.", "share a month",
                        0.0001, 0.2, 0.02, assumed, "assumed, range 0.01 to 0.05", ""});
  entry_rate = r.declare({"smuggling.entry_rate",
                          "Rate at which a would-be smuggler enters who sees a gain.", "1/month", 0,
                          10, 0.3, assumed, "assumed, range 0.05 to 1", ""});
  exit_patience = r.declare({"smuggling.exit_patience",
                             "Months of loss in a row before a firm thinks of giving up.", "months",
                             1, 60, 3, assumed, "assumed, range 1 to 12", ""});
  exit_rate = r.declare({"smuggling.exit_rate", "Rate of giving up from then on.", "1/month", 0, 10,
                         0.25, assumed, "assumed, range 0.05 to 1", ""});
  memory_months =
      r.declare({"smuggling.memory_months", "Months over which smugglers judge how many ask.",
                 "months", 1, 60, 12, assumed, "assumed, range 3 to 24", ""});
  reputation_loss =
      r.declare({"smuggling.reputation_loss", "Weight of the newest month in a firm's name.",
                 "share a month", 0.001, 1, 0.1, assumed, "assumed, range 0.02 to 0.5", ""});
  reputation_weight =
      r.declare({"smuggling.reputation_weight",
                 "Log odds of being chosen per unit of name, by clients with ties abroad.", "1", 0,
                 20, 2, assumed, "assumed, range 0 to 5; 0 = no one asks around", ""});
  told = r.declare({"smuggling.told", "Probability that a client's fate becomes known at home.",
                    "probability", 0, 1, 0.5, assumed, "assumed, range 0.1 to 0.9", ""});
  exploit_gain = r.declare({"smuggling.exploit_gain",
                            "Mean gain from exploiting a client instead of delivering it; "
                            "exponential between firms.",
                            "USD", 0, 1e6, 4000, assumed,
                            "form as in [Tamura 2010]; level assumed, range 1,000 "
                            "to 20,000",
                            ""});
  exploit_reach = r.declare({"smuggling.exploit_reach",
                             "Share of its clients that a firm that exploits can hold.", "share", 0,
                             1, 0.05, assumed, "assumed, range 0 to 0.3; 0 = no one is held", ""});
  prosecution = r.declare({"smuggling.prosecution",
                           "Probability a month that a firm which leads into this place is found "
                           "and tried.",
                           "probability a month", 0, 1, 0.002, assumed,
                           "assumed, range 0.0005 to 0.02", "place"});
  penalty =
      r.declare({"smuggling.penalty_usd", "What a conviction costs a firm, prison in dollars.",
                 "USD", 0, 1e8, 100000, assumed, "assumed, range 20,000 to 500,000", ""});
  seizure =
      r.declare({"smuggling.seizure", "Share of a year's profit that is seized with a conviction.",
                 "share", 0, 10, 0, assumed, "assumed: nothing by default", "place"});
  bribe = r.declare({"smuggling.bribe_usd",
                     "Bribe for each apprehension that a corruptible official deals with.", "USD",
                     0, 1e5, 100, assumed, "assumed, range 20 to 500", ""});
}

DebtParameters::DebtParameters(ParameterRegistry& r) {
  limit_rule = r.declare({"debt.limit_rule",
                          "What limits a debt for a passage: 0 no one lends, 1 what the lender can "
                          "enforce, 2 also what leaves the migrant better off.",
                          "1", 0, 2, 1, assumed,
                          "a switch: 1 after [Friebel and Guriev 2006], 2 after "
                          "[Djajic and Vinogradova 2014]",
                          ""});
  interest = r.declare({"debt.interest", "Interest on a debt for a passage.", "share a month", 0,
                        0.5, 0.05, assumed,
                        "moneylenders in Guatemala 0.05 to 0.10 (as "
                        "recalled); range 0.02 to 0.10",
                        ""});
  payment_share = r.declare({"debt.payment_share",
                             "Share of earnings that goes to the lender, agreed and at most.",
                             "share", 0, 1, 0.4, assumed, "assumed, range 0.2 to 0.6", ""});
  horizon_months = r.declare({"debt.horizon_months", "Months of earnings that a lender counts on.",
                              "months", 0, 600, 24, assumed, "assumed, range 12 to 60", ""});
  discount = r.declare({"debt.discount", "Discount of these earnings.", "share a month", 0.0001,
                        0.2, 0.02, assumed, "assumed, range 0.01 to 0.05", ""});
  escape_loss = r.declare({"debt.escape_loss",
                           "Share of free earnings that running away from a lender costs, removals "
                           "aside.",
                           "share", 0, 1, 0.4, assumed,
                           "phi in docs/model.md: Debts; range 0.3 to 0.5", "place"});
  removal_weight = r.declare({"debt.removal_weight",
                              "How far the risk of removal takes away what running away brings.",
                              "1", 0, 10, 1, assumed, "1: in full [Friebel and Guriev 2006]", ""});
  patience_months = r.declare({"debt.patience_months",
                               "Months in a row with less than agreed before a debtor defaults.",
                               "months", 1, 120, 6, assumed, "assumed, range 3 to 12", ""});
  default_rate = r.declare({"debt.default_rate", "Rate of default from then on.", "1/month", 0, 10,
                            0.1, assumed, "assumed, range 0.02 to 0.3", ""});
  family_pays = r.declare({"debt.family_pays",
                           "Whether the family at home pays what earnings do not: 1 yes, 0 no.",
                           "1", 0, 1, 1, assumed, "a switch", ""});
  bondage_share = r.declare({"debt.bondage_share",
                             "Probability that a debtor who defaults abroad is held for the debt.",
                             "probability", 0, 1, 0.05, assumed, "assumed, range 0 to 0.3", ""});
}

}  // namespace rumbo::migration
