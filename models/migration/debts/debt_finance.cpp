// See debt_finance.hpp.
#include "models/migration/debts/debt_finance.hpp"

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

}  // namespace rumbo::migration
