// Debts and who can pay a passage: closed forms, for tests of what the model computes.
#pragma once
#include <algorithm>
#include <cmath>

namespace rumbo::oracle {

/// What is owed after whole months of interest and payment, before the debt is repaid.
inline double remaining_debt(double debt, double rate, double payment, double months) {
  if (rate == 0) return std::max(0.0, debt - payment * months);
  const double growth = std::pow(1 + rate, months);
  return std::max(0.0, debt * growth - payment * (growth - 1) / rate);
}

/// Months to repay with interest added continuously, ln(1 / (1 - rate debt / payment)) / rate.
inline double months_to_repay_continuously(double debt, double rate, double payment) {
  return rate > 0 ? -std::log(1 - rate * debt / payment) / rate : debt / payment;
}

/// Shares of people who pay from wealth and who borrow what they lack, wealth uniform from 0 on.
struct FinancedShares {
  double own = 0, debt = 0;
};
inline FinancedShares financed_shares(double cost, double debt_limit, double highest_wealth) {
  const auto below = [&](double wealth) { return std::clamp(wealth / highest_wealth, 0.0, 1.0); };
  return {1 - below(cost), below(cost) - below(cost - debt_limit)};
}

/// Least share of earnings lost by running away at which somebody without wealth is lent the
/// passage. source  reduced form of [Friebel and Guriev 2006]
inline double least_escape_loss(double bonded_earnings, double free_earnings, double cost) {
  return 1 - (bonded_earnings - cost) / free_earnings;
}

}  // namespace rumbo::oracle
