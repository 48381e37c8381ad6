// See debt.hpp.
#include "models/migration/debts/debt.hpp"

#include <algorithm>
#include <limits>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"

namespace rumbo::migration {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// ln(1 / (1 - rate debt / payment)), outside a trap.
double log_of_burden(double debt, double rate, double payment) {
  return -rumbo::log1p(-rate * debt / payment);
}

}  // namespace

double months_to_repay(double debt, double rate, double payment) {
  RUMBO_ASSERT(debt > 0 && rate >= 0 && payment >= 0);
  if (is_debt_trap(debt, rate, payment)) return never;
  return rate > 0 ? log_of_burden(debt, rate, payment) / rumbo::log1p(rate) : debt / payment;
}

double interest_per_dollar(double debt, double rate, double payment) {
  return payment > 0 ? payment * months_to_repay(debt, rate, payment) / debt - 1 : never;
}

double weighed_interest(double debt, double rate, double payment) {
  constexpr double trap = 10;
  return std::clamp(interest_per_dollar(debt, rate, payment), 0.0, trap);
}

DebtMonth debt_month(Cents debt, double rate, Cents payment) {
  RUMBO_ASSERT(debt >= 0 && rate >= 0 && payment >= 0);
  const Cents room = std::numeric_limits<Cents>::max() - debt;
  const double exact = static_cast<double>(debt) * rate + 0.5;
  DebtMonth month;
  month.interest = exact < static_cast<double>(room) ? static_cast<Cents>(exact) : room;
  const Cents owed = debt + month.interest;
  month.paid = std::min(payment, owed);
  month.remaining = owed - month.paid;
  return month;
}

double default_probability(const DefaultRules& rules, int32_t months_behind) {
  return months_behind >= rules.patience_months ? probability_within(rules.rate, 1) : 0.0;
}

}  // namespace rumbo::migration
