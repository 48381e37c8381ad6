// What trafficking pays and what it risks, and what becomes of those who are held.
//
// Smuggled and trafficked stay apart: these functions are about persons held and exploited. Levels
// are assumed, not measured: results are ratios and signs over the ranges. Pure functions; 2020 US
// dollars, months. Other rooms may include it. May include: base, maths.
#pragma once
#include "models/migration/trafficking/exploitation.hpp"

namespace rumbo::migration {

/// Where detection comes from. All assumed; conviction per victim-year 0.0005 to 0.01.
struct DetectionRules {
  double base = 0.0002;       ///< police work, per month, in [0, 1] (q0)
  double by_victims = 0.002;  ///< added per month where every victim is protected, in [0, 1]
  double protection = 0;      ///< share of victims with protection and a way to report, in [0, 1]
  double by_inspection = 0;   ///< added per month by inspection of work places, in [0, 1]
};

/// Probability per month of detection and conviction, base + by_victims protection +
/// by_inspection, at most 1.
double monthly_detection(const DetectionRules& rules);

/// Probability of detection within some months, 1 - (1 - q)^months (Q_T).
/// monthly_detection  in [0, 1]; months  >= 0
double detection_within(double monthly_detection, double months);

/// The business of holding one victim.
struct TraffickerTerms {
  double bargaining_share = 1;   ///< of the value, against the buyer, in [0, 1] (B)
  double monthly_value_usd = 0;  ///< made by exploitation (V_x)
  double monthly_keep_usd = 0;   ///< food, housing, guarding (c_keep), >= 0
  double months = 0;             ///< expected to be held, >= 0 (T; expected_months_held)
  double recruitment_usd = 0;    ///< to find and bring one victim (recruitment.hpp), >= 0
  double monthly_detection = 0;  ///< q, in [0, 1]
  double penalty_usd = 0;        ///< of a conviction, prison and assets in dollars, >= 0 (L)
  double corruptible = 0;        ///< share of officials who take a bribe, in [0, 1] (chi)
  double bribe_usd = 0;          ///< what these take, >= 0 (b)
};

/// Expected punishment, (1 - chi) Q_T L + chi min(Q_T L, b): corruption caps what deters.
double expected_penalty_usd(const TraffickerTerms& terms);

/// Gain from exploiting a person before risk and recruitment, B (V_x - c_keep) T.
double exploitation_gain_usd(const TraffickerTerms& terms);

/// Expected profit from one victim: gain - recruitment - expected punishment. Enter if > 0.
double trafficking_profit_usd(const TraffickerTerms& terms);

/// How victims leave, rates per month, >= 0.
struct VictimExits {
  double rescue = 0;
  double escape = 0;
  double debt_end = 0;  ///< let go when the debt is worked off
  double death = 0;
  constexpr double all() const { return rescue + escape + debt_end + death; }
};

/// Mean time held, 1 / all exits; infinite without any.
double expected_months_held(const VictimExits& exits);

/// What lowers the risk of being trafficked again. All assumed.
struct RetraffickingRules {
  double base = 0.2;            ///< probability without any help, in [0, 1] (tau_re)
  double shelter_effect = 0.5;  ///< share taken away by a place in a shelter, in [0, 1]
  double work_effect = 0.3;     ///< share taken away by help to find work, in [0, 1]
};

/// Probability of being trafficked again. sheltered, helped_to_work  shares or 0 and 1
double retrafficking_probability(const RetraffickingRules& rules, double sheltered,
                                 double helped_to_work);

/// Who reports. All assumed.
struct ReportingRules {
  double base = 0.02;            ///< probability without protection or fear, in [0, 1]
  double with_protection = 0.3;  ///< probability with full protection, in [base, 1]
  double fear = 0.8;             ///< share that certain removal would silence, in [0, 1]
};

/// Probability that a victim out of captivity reports.
/// protection, removal_risk  in [0, 1]; the higher the risk of removal, the fewer speak
double reporting_probability(const ReportingRules& rules, double protection, double removal_risk);

/// Probability that one offence ends in a conviction, reporting x prosecuted x convicted x (1 -
/// corruptible); impunity is 1 - this. All in [0, 1].
constexpr double conviction_probability(double reporting, double prosecuted, double convicted,
                                        double corruptible) {
  return reporting * prosecuted * convicted * (1 - corruptible);
}

}  // namespace rumbo::migration
