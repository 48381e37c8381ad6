// Amnesties: who may apply, and who does.
//
// Pure functions. May include: base, maths.
#pragma once
#include "engine/base/error.hpp"
#include "engine/base/month.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// Take-up among the eligible, and what moves it.
struct TakeUpRules {
  double declared = 0.64;         ///< share at the reference below, in [0, 1]
                                  ///< source: [Bahar, Ibanez and Rozo 2021], Colombia
  double fee_weight = 1.5;        ///< log odds lost per 1,000 dollars of fee, >= 0; assumed
  double fear_weight = 2;         ///< log odds lost from no fear to full fear, >= 0; assumed
  double information_weight = 2;  ///< log odds gained from knowing nothing to all, >= 0; assumed
  double reference_fee_usd = 0;
  double reference_fear = 0.5;         ///< in [0, 1]
  double reference_information = 0.5;  ///< in [0, 1]
};

/// What an applicant faces.
struct TakeUpConditions {
  double fee_usd = 0;        ///< >= 0
  double fear = 0.5;         ///< of being found, in [0, 1]
  double information = 0.5;  ///< share of what there is to know that is known, in [0, 1]
};

/// Probability that an eligible person applies and is regularized; logistic.
///
/// At the reference it is `declared` exactly; if `declared` is 0 or 1 nothing moves it.
inline double take_up_probability(const TakeUpRules& rules, const TakeUpConditions& conditions) {
  RUMBO_ASSERT(rules.declared >= 0 && rules.declared <= 1 && conditions.fee_usd >= 0);
  const double gain =
      rules.information_weight * (conditions.information - rules.reference_information) -
      rules.fear_weight * (conditions.fear - rules.reference_fear) -
      rules.fee_weight * (conditions.fee_usd - rules.reference_fee_usd) / 1000;
  if (gain == 0) return rules.declared;
  const double refused = (1 - rules.declared) * rumbo::exp(-gain);
  return rules.declared == 0 ? 0.0 : rules.declared / (rules.declared + refused);
}

/// Whether a person may apply: without a right to stay, and come in `latest` or before.
constexpr bool may_apply(bool is_irregular, Month arrival, Month latest) {
  return is_irregular && arrival <= latest;
}

}  // namespace rumbo::migration
