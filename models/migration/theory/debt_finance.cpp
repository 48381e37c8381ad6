// See debt_finance.hpp.
#include "models/migration/theory/debt_finance.hpp"

#include <algorithm>
#include <limits>

#include "engine/base/error.hpp"

namespace rumbo::migration {

double enforceable_debt_usd(const DebtTerms& terms) {
  RUMBO_ASSERT(terms.escape_loss >= 0 && terms.escape_loss <= 1);
  return std::max(0.0,
                  terms.bonded_earnings_usd - (1 - terms.escape_loss) * terms.free_earnings_usd);
}

double worthwhile_debt_usd(const DebtTerms& terms, double passage_cost_usd) {
  RUMBO_ASSERT(terms.interest >= 0);
  const double gain = terms.gain_usd - terms.removal_loss_usd * terms.escape_loss;
  const double left = gain - passage_cost_usd;
  if (left <= 0) return 0.0;
  return terms.interest > 0 ? left / terms.interest : std::numeric_limits<double>::infinity();
}

double debt_limit_usd(const DebtTerms& terms, double passage_cost_usd, DebtLimit limit) {
  const double enforceable = enforceable_debt_usd(terms);
  if (limit == DebtLimit::pledge) return enforceable;
  return std::min(enforceable, worthwhile_debt_usd(terms, passage_cost_usd));
}

double least_escape_loss(const DebtTerms& terms, double passage_cost_usd) {
  RUMBO_ASSERT(terms.free_earnings_usd > 0);
  return 1 - (terms.bonded_earnings_usd - passage_cost_usd) / terms.free_earnings_usd;
}

FinancedShares financed_shares(double passage_cost_usd, double debt_limit_usd,
                               double highest_wealth_usd) {
  RUMBO_ASSERT(highest_wealth_usd > 0 && debt_limit_usd >= 0);
  const auto below = [&](double wealth) { return std::clamp(wealth / highest_wealth_usd, 0., 1.); };
  const double poorest = passage_cost_usd - debt_limit_usd;
  return {.own = 1 - below(passage_cost_usd), .debt = below(passage_cost_usd) - below(poorest)};
}

}  // namespace rumbo::migration
