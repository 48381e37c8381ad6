// Upper bounds of hazards by class and age, as integers to compare draws with.
//
// May include: base, random, people.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/people/slot_key.hpp"
#include "engine/random/many_draws.hpp"

namespace rumbo {

/// The one place where a bound becomes an integer. A person is woken if their 16-bit prefix is at
/// most the threshold, which holds for every uniform below the bound.
/// bound  probability; above 1, or no number, counts as 1, below 0 as 0
constexpr uint16_t screening_threshold(double bound) {
  if (!(bound < 1)) return 65535;
  if (bound <= 0) return 0;  // one prefix in 65,536 is woken in vain
  const double scaled = bound * 65536.0;
  const auto whole = static_cast<uint32_t>(scaled);
  const bool is_whole = static_cast<double>(whole) == scaled;
  return static_cast<uint16_t>(is_whole ? whole - 1 : whole);
}

/// Bounds of the eight screened purposes for every class and age band of one stratum.
class BoundTable {
 public:
  static constexpr int band_months = 32;  ///< an age band is 2 years and 8 months
  static constexpr int n_bands = 64;

  BoundTable() : rows_(SlotKey::n_classes * n_bands) {}

  static constexpr int band_of(int age_months) {
    return std::clamp(age_months / band_months, 0, n_bands - 1);
  }
  /// Row of a slot; any key and month give a row that exists, below 2^10.
  static constexpr size_t row_of(SlotKey key, Month now) {
    const unsigned age = static_cast<unsigned>(now.count() - (key.bits() & 0xfff));
    return key.slot_class() * n_bands + ((age >> 5) & (n_bands - 1));
  }

  /// Raises nothing by itself: replaces the bound of one purpose in one class and band.
  void set(unsigned slot_class, int band, int purpose, double bound) {
    rows_[slot_class * n_bands + static_cast<size_t>(band)].prefix[purpose] =
        screening_threshold(bound);
  }
  void fill(uint16_t threshold) {
    for (auto& row : rows_)
      for (auto& value : row.prefix) value = threshold;
  }
  uint16_t threshold(SlotKey key, Month now, int purpose) const {
    return rows_[row_of(key, now)].prefix[purpose];
  }
  const ScreeningPrefixes* rows() const { return rows_.data(); }

 private:
  std::vector<ScreeningPrefixes> rows_;
};
static_assert(BoundTable::band_months == 1 << 5);

}  // namespace rumbo
