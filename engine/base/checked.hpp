// Whole numbers that cannot overflow unseen: what does not fit is held at the limit, or told.
//
// May include: std only.
#pragma once
#include <cstdint>
#include <limits>
#include <type_traits>

namespace rumbo {

/// The nearest number that the integer type can hold, towards zero; 0 for what is not a number.
template <class Integer>
constexpr Integer saturating_cast(double number) {
  static_assert(std::is_integral_v<Integer>);
  constexpr Integer lowest = std::numeric_limits<Integer>::min(),
                    highest = std::numeric_limits<Integer>::max();
  // The limits as doubles may lie one beyond the integer's, so they are compared with "not below".
  if (number >= static_cast<double>(highest)) return highest;
  if (number <= static_cast<double>(lowest)) return lowest;
  return number == number ? static_cast<Integer>(number) : Integer{0};
}

/// The nearest number to a count >= 0, halves upwards, held at the limit.
constexpr int64_t rounded_count(double number) {
  return saturating_cast<int64_t>(number + 0.5);
}

/// a + b, held at the limits of 64 bits.
constexpr int64_t saturating_add(int64_t a, int64_t b) {
  int64_t sum = 0;
  if (!__builtin_add_overflow(a, b, &sum)) return sum;
  return b > 0 ? std::numeric_limits<int64_t>::max() : std::numeric_limits<int64_t>::min() + 1;
}

/// a x b, held at the limits of 64 bits.
constexpr int64_t saturating_multiply(int64_t a, int64_t b) {
  int64_t product = 0;
  if (!__builtin_mul_overflow(a, b, &product)) return product;
  return (a > 0) == (b > 0) ? std::numeric_limits<int64_t>::max()
                            : std::numeric_limits<int64_t>::min() + 1;
}

/// Whether a + b fits into 64 bits; `sum` is it then.
constexpr bool add_fits(int64_t a, int64_t b, int64_t& sum) {
  return !__builtin_add_overflow(a, b, &sum);
}

}  // namespace rumbo
