// See recruitment.hpp.
#include "models/migration/trafficking/recruitment.hpp"

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

double vulnerability_score(const Vulnerability& person, const Vulnerability& weights) {
  const double sum =
      weights.poverty * person.poverty + weights.minor * person.minor +
      weights.female * person.female + weights.without_papers * person.without_papers +
      weights.irregular_intent * person.irregular_intent +
      weights.broken_household * person.broken_household + weights.displaced * person.displaced;
  const double all = weights.poverty + weights.minor + weights.female + weights.without_papers +
                     weights.irregular_intent + weights.broken_household + weights.displaced;
  return all > 0 ? sum / all : 0.0;
}

double approach_weight(double vulnerability, double focus) {
  RUMBO_ASSERT(vulnerability >= 0 && vulnerability <= 1 && focus >= 0);
  return rumbo::exp(focus * vulnerability);
}

double recruitment_cost_usd(const RecruitmentRules& rules, double vulnerability,
                            double local_emigration) {
  RUMBO_ASSERT(rules.half_emigration > 0 && local_emigration >= 0);
  return rules.base_usd * (1 - rules.most_saved * vulnerability) /
         (1 + local_emigration / rules.half_emigration);
}

double acceptance_probability(const DeceptiveOffer& offer, double best_alternative) {
  RUMBO_ASSERT(offer.credence >= 0 && offer.credence <= 1);
  const double utility = offer.smuggler_utility + offer.bonus - offer.believed_risk * offer.harm;
  return offer.credence / (1 + rumbo::exp(best_alternative - utility));
}

}  // namespace rumbo::migration
