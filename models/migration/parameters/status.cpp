// Seasons, detention, due process, and what awaits those who go home; docs/model.md: Visas; Return
// and removal.
#include "models/migration/parameters/parameters.hpp"

namespace rumbo::migration {

using enum ParameterStatus;

SeasonParameters::SeasonParameters(ParameterRegistry& r) {
  months = r.declare({"status.season_months", "Months that a seasonal permit lasts on average.",
                      "months", 1, 24, 6, assumed, "assumed, range 3 to 9", ""});
  overstay = r.declare(
      {"status.seasonal_overstay",
       "Probability of staying without a right when a seasonal permit ends.", "share", 0, 1, 0.01,
       assumed, "below 0.01 under New Zealand's scheme (as recalled); range 0 to 0.05", ""});
  recall =
      r.declare({"status.season_recall",
                 "Share of those back from a season whom employers ask for the next, a year after "
                 "the last began.",
                 "share", 0, 1, 0.5, assumed, "assumed, range 0 to 0.9", ""});
  memory_months = r.declare({"status.season_memory_months",
                             "Months for which those back from a season come before others when "
                             "seasonal permits are given.",
                             "months", 0, 120, 24, assumed, "assumed", ""});
}

DetentionParameters::DetentionParameters(ParameterRegistry& r) {
  share =
      r.declare({"detention.share",
                 "Share of those found for removal whose case is heard first, in detention; "
                 "the others are removed at once.",
                 "share", 0, 1, 0.5, assumed, "assumed, range 0 to 1; 0 = no detention", "place"});
  months = r.declare(
      {"detention.months", "Mean length of a case, from the first month on.", "months", 1, 120, 1,
       assumed, "about 30 days in the USA about 2009 (as recalled); elsewhere assumed", "place"});
  beds = r.declare({"detention.beds",
                    "Persons whom detention can hold; the rest wait outside for their case.",
                    "persons", 0, 1e9, 1e9, assumed, "1e9 = no limit", "place"});
  outside_share = r.declare(
      {"detention.outside_share",
       "Share of those to be detained who wait for their case outside instead, under "
       "supervision.",
       "share", 0, 1, 0, assumed, "0: alternatives to detention were pilot programmes", "place"});
  appearance =
      r.declare({"detention.appearance",
                 "Share of those who wait outside who are there when their case ends.", "share", 0,
                 1, 0.85, assumed, "0.8 to 0.9 with case management as recalled", ""});
}

DueProcessParameters::DueProcessParameters(ParameterRegistry& r) {
  error = r.declare(
      {"due_process.error",
       "Rate at which residents with a right to stay are found for removal by error, relative to "
       "that of those without.",
       "share", 0, 1, 0.002, assumed, "assumed, range 0 to 0.01; citizens are never found",
       "place"});
  relief =
      r.declare({"due_process.relief",
                 "Probability that a case for removal ends with leave to stay.", "share", 0, 1, 0,
                 assumed, "0: the rate of removal counts cases that ended in removal", "place"});
  delay_months = r.declare({"due_process.delay_months",
                            "Months that hearings add to the mean length of a case.", "months", 0,
                            120, 0, assumed, "0: in the length above", "place"});
}

ReintegrationParameters::ReintegrationParameters(ParameterRegistry& r) {
  assisted_rate = r.declare(
      {"return.assisted_rate",
       "Rate added to that of going back of residents without a right to stay by programmes that "
       "pay for it.",
       "per year", 0, 5, 0, assumed, "0: programmes were small", "place"});
  assisted_grant = r.declare(
      {"return.assisted_grant", "Grant to those who go back by such a programme.", "USD", 0, 1e5, 0,
       assumed, "0: no programme; 1,000 to 4,000 a case, as recalled", "place"});
  share = r.declare({"return.reintegration",
                     "Share of those who came back whom reintegration reaches, by place of birth.",
                     "share", 0, 1, 0, assumed, "0: programmes were small", "place"});
  effect = r.declare({"return.reintegration_effect",
                      "Share by which reintegration lowers the propensity to leave again.", "share",
                      0, 1, 0.3, assumed, "assumed, range 0 to 0.5", ""});
  safety = r.declare({"return.reintegration_safety",
                      "Share by which reintegration lowers the risk of recruitment by traffickers.",
                      "share", 0, 1, 0.5, assumed, "assumed, range 0 to 0.8", ""});
  remigration = r.declare({"return.remigration_factor",
                           "Factor on the propensity to leave of those who went back.", "1", 0, 20,
                           1, assumed, "1 = as others; range 0.5 to 3 assumed", ""});
  ties = r.declare({"return.ties_factor",
                    "Factor more for those back who have members of their household abroad.", "1",
                    0, 20, 1, assumed,
                    "1: ties already raise the choice to go; strong ties raise crossing again "
                    "whatever the removal was, as recalled",
                    ""});
  remigration_removed = r.declare({"removal.remigration_factor",
                                   "Factor on the propensity to leave of those removed.", "1", 0,
                                   20, 1, assumed, "1 = as others; range 0.5 to 3 assumed", ""});
  credit_removed = r.declare(
      {"removal.credit_factor",
       "Factor on the credit that the household of a person removed finds for a journey.", "1", 0,
       1, 0.5, assumed,
       "those deported arrive without work or network [ECLAC and IOM 2002]; level assumed", ""});
}

}  // namespace rumbo::migration
