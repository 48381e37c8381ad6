// The one word that screening reads of a slot: when its person was born and their class.
// May include: base.
#pragma once
#include <cstdint>

#include "engine/base/month.hpp"

namespace rumbo {

/// Birth month (12 bits) and class (4 bits). Class 0 is a free slot; what the
/// classes 1 to 15 mean is the model's business: persons of one class share bounds.
class SlotKey {
 public:
  static constexpr int n_classes = 16;
  constexpr SlotKey() = default;
  constexpr SlotKey(Month birth, unsigned slot_class)
      : bits_(static_cast<uint16_t>((slot_class << 12) |
                                    (static_cast<unsigned>(birth.count()) & 0xfff))) {}

  constexpr Month birth() const { return Month(bits_ & 0xfff); }
  constexpr unsigned slot_class() const { return bits_ >> 12; }
  constexpr bool is_free() const { return slot_class() == 0; }
  /// months since birth
  constexpr int age_months(Month now) const { return now.count() - (bits_ & 0xfff); }
  constexpr int age_years(Month now) const { return age_months(now) / 12; }
  constexpr SlotKey with_class(unsigned slot_class) const { return SlotKey(birth(), slot_class); }
  constexpr uint16_t bits() const { return bits_; }

 private:
  uint16_t bits_ = 0;
};
static_assert(sizeof(SlotKey) == 2);

}  // namespace rumbo
