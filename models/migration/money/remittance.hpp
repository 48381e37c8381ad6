// Money sent home: how much, and what the transfer costs, to the cent.
//
// What leaves the sender is exactly the fee plus what arrives. May include: base, maths.
#pragma once
#include <algorithm>

#include "engine/base/money.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// Habits of senders.
struct RemittanceRules {
  double share = 0.12;            ///< of income, in [0, 1]; assumed (range 0.05 to 0.25)
  double yearly_decline = 0;      ///< of the share per year abroad (log points), >= 0
  double reference_cost = 0.10;   ///< cost at which `share` holds, > 0
  double cost_elasticity = 0.25;  ///< of the amount to the cost, >= 0; assumed (0 to 1.2)
};

/// Costs below this have no further effect on the amount sent, so that a free transfer is finite.
constexpr double least_felt_cost = 0.005;

/// Share of income set aside for home where sending costs `reference_cost`; years_abroad >= 0.
inline double remitted_after(const RemittanceRules& rules, double years_abroad) {
  return rules.share * rumbo::exp(-rules.yearly_decline * years_abroad);
}
/// Factor on that share of another cost of sending; cost in [0, 1].
inline double remitted_at_cost(const RemittanceRules& rules, double cost) {
  return rumbo::pow(std::max(cost, least_felt_cost) / rules.reference_cost, -rules.cost_elasticity);
}

/// One payment: sent = fee + received.
struct Transfer {
  Cents sent = 0;
  Cents fee = 0;
  Cents received = 0;
};

/// Splits a payment into the fee and what arrives.
///
/// sent       cents, >= 0
/// cost       share of the amount, in [0, 1]; the fee is rounded to a cent, half up
/// fixed_fee  cents a payment, >= 0; the fee is never more than what is sent
constexpr Transfer transfer(Cents sent, double cost, Cents fixed_fee = 0) {
  const auto proportional = static_cast<int64_t>(static_cast<double>(sent) * cost + 0.5);
  const auto fee = static_cast<Cents>(std::min<int64_t>(sent, proportional + fixed_fee));
  return {sent, fee, sent - fee};
}

}  // namespace rumbo::migration
