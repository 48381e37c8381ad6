// A debt from month to month: interest, repayment, how long it binds, default.
//
// Amounts that persons owe are whole cents: what is debited is credited, and interest is rounded
// once a month. The closed forms are in dollars and say how long it takes. Pure functions. Other
// rooms may include it. May include: base, maths.
#pragma once
#include <cstdint>

#include "engine/base/money.hpp"

namespace rumbo::migration {

/// Whether a debt never ends: the payment does not exceed the first month's interest.
/// rate  per month, >= 0; debt and payment  same unit, >= 0
constexpr bool is_debt_trap(double debt, double rate, double payment) {
  return debt > 0 && payment <= rate * debt;
}

/// Months until a debt is repaid, with interest added at the end of each month before the payment.
///
/// debt     > 0; rate  per month, >= 0; payment  each month, >= 0
/// returns  ln(1 / (1 - rate debt / payment)) / ln(1 + rate), a fraction where the last payment is
///          not full (whole months then: the next integer); debt / payment at rate 0; infinite in
///          a trap
/// source   annuity formula
double months_to_repay(double debt, double rate, double payment);

/// Interest over the whole life of a debt per dollar borrowed, payment x months / debt - 1.
/// returns  >= 0; infinite in a trap
double interest_per_dollar(double debt, double rate, double payment);

/// The same as a person who weighs a debt counts it: a trap as ten times the debt. In [0, 10].
double weighed_interest(double debt, double rate, double payment);

/// One month of a debt in cents: debt + interest = paid + remaining, exactly.
struct DebtMonth {
  Cents interest = 0;
  Cents paid = 0;
  Cents remaining = 0;
};

/// Adds a month's interest and takes the payment, or what is owed if that is less.
///
/// debt, payment  >= 0; rate  per month, >= 0
/// Interest is rounded half up, once; it stops where the debt would exceed what Cents can hold.
DebtMonth debt_month(Cents debt, double rate, Cents payment);

/// Who defaults. All assumed.
struct DefaultRules {
  int32_t patience_months = 6;  ///< months in a row with less than the agreed payment, >= 1
  double rate = 0.1;            ///< per month from then on, >= 0
};

/// Months behind in a row after a month in which `paid` of the agreed payment came in.
constexpr int32_t months_behind_after(int32_t months_behind, Cents paid, Cents agreed) {
  return paid < agreed ? months_behind + 1 : 0;
}

/// Probability of default this month; what is still owed then is lost to the lender.
double default_probability(const DefaultRules& rules, int32_t months_behind);

}  // namespace rumbo::migration
