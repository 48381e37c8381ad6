// See trafficking/stakes.hpp.
#include "models/migration/trafficking/stakes.hpp"

#include <algorithm>
#include <limits>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

double monthly_detection(const DetectionRules& rules) {
  return std::min(1.0, rules.base + rules.by_victims * rules.protection + rules.by_inspection);
}

double detection_within(double monthly_detection, double months) {
  RUMBO_ASSERT(monthly_detection >= 0 && monthly_detection <= 1 && months >= 0);
  if (months == 0) return 0.0;
  return monthly_detection < 1 ? -rumbo::expm1(months * rumbo::log1p(-monthly_detection)) : 1.0;
}

double expected_penalty_usd(const TraffickerTerms& terms) {
  const double full = detection_within(terms.monthly_detection, terms.months) * terms.penalty_usd;
  return (1 - terms.corruptible) * full + terms.corruptible * std::min(full, terms.bribe_usd);
}

double exploitation_gain_usd(const TraffickerTerms& terms) {
  return terms.bargaining_share * (terms.monthly_value_usd - terms.monthly_keep_usd) * terms.months;
}

double trafficking_profit_usd(const TraffickerTerms& terms) {
  return exploitation_gain_usd(terms) - terms.recruitment_usd - expected_penalty_usd(terms);
}

double expected_months_held(const VictimExits& exits) {
  return exits.all() > 0 ? 1 / exits.all() : std::numeric_limits<double>::infinity();
}

double retrafficking_probability(const RetraffickingRules& rules, double sheltered,
                                 double helped_to_work) {
  return rules.base * (1 - rules.shelter_effect * sheltered) *
         (1 - rules.work_effect * helped_to_work);
}

double reporting_probability(const ReportingRules& rules, double protection, double removal_risk) {
  const double unafraid = rules.base + (rules.with_protection - rules.base) * protection;
  return unafraid * (1 - rules.fear * removal_risk);
}

}  // namespace rumbo::migration
