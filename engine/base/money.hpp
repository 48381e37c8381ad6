// Money as integer cents, so that what is debited is what is credited. May include: std only.
#pragma once
#include <cstdint>

namespace rumbo {

/// Cents of 2020 US dollars at market exchange rates; a person's wealth and every transfer.
using Cents = int32_t;
/// Cents of an account (persons x weight): 64 bits.
using AccountCents = int64_t;

/// Dollars to cents, rounded half away from zero once; saturates at +-21 million dollars.
constexpr Cents cents_from_usd(double usd) {
  const double cents = usd * 100.0;
  if (cents >= 2147483647.0) return 2147483647;
  if (cents <= -2147483647.0) return -2147483647;
  return static_cast<Cents>(cents < 0 ? cents - 0.5 : cents + 0.5);
}

constexpr double usd_from_cents(int64_t cents) {
  return static_cast<double>(cents) / 100.0;
}

}  // namespace rumbo
