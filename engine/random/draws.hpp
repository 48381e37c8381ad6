// Random numbers addressed by who, when and why, never by call order.
//
// The same key gives the same number on any thread or rank and in any scenario,
// so results do not depend on how the work is split and scenarios share their
// luck. May include: base, maths; the only room with Random123.
#pragma once
#include <array>
#include <cstdint>

#include "engine/base/month.hpp"

namespace rumbo {

/// A named reason for a draw; a number once given never changes.
struct Purpose {
  uint32_t number;
};

/// Numbers that a list of purposes may use.
struct PurposeNumbers {
  uint32_t first, last;
  constexpr bool hold(uint32_t number) const { return first <= number && number <= last; }
};
inline constexpr PurposeNumbers purposes_of_engine{0, 99}, purposes_of_model{100, 0xffffffff};

/// Makes a purpose of a list: a namespace that begins with `numbers`, those that it may use. A
/// number outside of them does not compile, nor one that is used twice, as a type takes it.
#define RUMBO_PURPOSE(name, number)               \
  inline constexpr ::rumbo::Purpose name{number}; \
  struct number_##number##_is_taken {};           \
  static_assert(numbers.hold(number), "purpose " #name " has a number of another list")

namespace purpose {
inline constexpr PurposeNumbers numbers = purposes_of_engine;
RUMBO_PURPOSE(screening, 0);      ///< eight 16-bit prefixes a person a month
RUMBO_PURPOSE(screening_low, 1);  ///< their low bits; index = screened purpose
RUMBO_PURPOSE(tie_key, 2);        ///< keys of the matchings; subject = community or place
RUMBO_PURPOSE(newborn_slot, 3);   ///< where a newborn looks for a free slot
}  // namespace purpose

/// The draws of one replicate: Philox4x32-10 [Salmon and others 2011] with
/// key (seed, replicate) and counter (subject, month, purpose, index).
class Draws {
 public:
  Draws() = default;
  Draws(uint32_t seed, uint32_t replicate) : seed_(seed), replicate_(replicate) {}

  /// 128 random bits.
  std::array<uint32_t, 4> block(uint32_t subject, Month month, Purpose purpose,
                                uint32_t index = 0) const;
  /// 32 random bits.
  uint32_t bits(uint32_t subject, Month month, Purpose purpose, uint32_t index = 0) const {
    return block(subject, month, purpose, index)[0];
  }
  /// Uniform on [0, 1), 53 bits.
  double uniform(uint32_t subject, Month month, Purpose purpose, uint32_t index = 0) const;
  /// Exponential with mean 1.
  double exponential(uint32_t subject, Month month, Purpose purpose, uint32_t index = 0) const;
  /// Standard normal, by inversion.
  double normal(uint32_t subject, Month month, Purpose purpose, uint32_t index = 0) const;
  /// Gamma with the given shape (> 0) and scale 1; may use indices from `index` to index + 63.
  /// source  [Marsaglia and Tsang 2000], ACM TOMS 26(3)
  double gamma(double shape, uint32_t subject, Month month, Purpose purpose,
               uint32_t index = 0) const;

  uint32_t seed() const { return seed_; }
  uint32_t replicate() const { return replicate_; }

 private:
  uint32_t seed_ = 0;
  uint32_t replicate_ = 0;
};

/// 53 of 64 bits as a number in [0, 1).
constexpr double unit_interval(uint32_t high, uint32_t low) {
  const uint64_t bits = (uint64_t{high} << 32 | low) >> 11;
  return static_cast<double>(bits) * 0x1p-53;
}

}  // namespace rumbo
