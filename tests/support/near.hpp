// Comparison of numbers with an absolute tolerance alone (Catch's Approx adds a relative one).
#pragma once
#include <catch2/catch.hpp>

namespace rumbo::test {

/// Equal to `value` within `tolerance`, an absolute difference.
inline Approx near(double value, double tolerance) {
  return Approx(value).epsilon(0).margin(tolerance);
}

/// Half a unit of the last printed digit of a reference value with six decimals.
constexpr double six_decimals = 5.1e-7;

}  // namespace rumbo::test
