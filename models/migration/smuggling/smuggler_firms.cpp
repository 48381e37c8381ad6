// See smuggler_firms.hpp.
#include "models/migration/smuggling/smuggler_firms.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"

namespace rumbo::migration {

double punishment_per_client_usd(double prosecution, double penalty_usd, double clients) {
  RUMBO_ASSERT(prosecution >= 0 && prosecution <= 1 && penalty_usd >= 0);
  return prosecution * penalty_usd / std::max(1.0, clients);
}

double smuggler_profit_usd(double clients, double fee_usd, const SmugglingCost& cost,
                           const CrossingExpectation& journey, double fixed_usd) {
  const double margin = fee_usd * journey.entry - smuggling_cost_usd(cost, journey.attempts);
  return clients * margin - fixed_usd;
}

double present_value_usd(double monthly_usd, double discount, double months) {
  RUMBO_ASSERT(discount >= 0 && months >= 0);
  if (discount == 0) return monthly_usd * months;
  return monthly_usd * -rumbo::expm1(-months * rumbo::log1p(discount)) / discount;
}

bool pays_to_enter(const EntryRules& rules, double monthly_profit_usd) {
  return present_value_usd(monthly_profit_usd, rules.discount, rules.horizon_months) >
         rules.entry_cost_usd;
}

double entry_probability(const EntryRules& rules, double monthly_profit_usd) {
  return pays_to_enter(rules, monthly_profit_usd) ? probability_within(rules.rate, 1) : 0.0;
}

double exit_probability(const ExitRules& rules, int32_t months_of_loss) {
  return months_of_loss >= rules.patience_months ? probability_within(rules.rate, 1) : 0.0;
}

double future_clients_usd(const ReputationRules& rules, double margin_usd, double market_share) {
  RUMBO_ASSERT(rules.discount > 0 && market_share >= 0 && market_share <= 1);
  const double clients_per_name = rules.weight * (1 - market_share);
  const double months = rules.memory_loss / (rules.discount + rules.memory_loss);
  return std::max(0.0, margin_usd) * rules.told * clients_per_name * months;
}

void share_clients(double clients, std::span<const double> capacity,
                   std::span<const double> reputation, double weight, std::span<double> taken) {
  RUMBO_ASSERT(reputation.size() == capacity.size() && taken.size() == capacity.size());
  std::fill(taken.begin(), taken.end(), 0.0);
  // A firm once full stays full, for the others' part only grows: at most one round per firm.
  for (bool filled = true; filled;) {
    filled = false;
    double rest = clients, appeal = 0;
    for (size_t k = 0; k < capacity.size(); ++k) {
      if (taken[k] >= capacity[k]) {
        rest -= capacity[k];
      } else {
        appeal += capacity[k] * rumbo::exp(weight * reputation[k]);
      }
    }
    for (size_t k = 0; k < capacity.size(); ++k) {
      if (taken[k] >= capacity[k]) continue;
      const double part = rest * capacity[k] * rumbo::exp(weight * reputation[k]) / appeal;
      filled = filled || part >= capacity[k];
      taken[k] = std::min(part, capacity[k]);
    }
  }
}

}  // namespace rumbo::migration
