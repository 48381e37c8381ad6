// Where the slots of a community lie: its first ones side by side, the others in blocks that were
// added as they were needed. May include: std only.
#pragma once
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace rumbo {

inline constexpr int block_bits = 5;
inline constexpr uint32_t slots_per_block = 1u << block_bits;

/// Addresses of the slots of one community, the same in every column.
struct SlotLayout {
  uint32_t first = 0;              ///< slot of local index 0
  uint32_t n_together = 0;         ///< that lie side by side from there on; whole blocks
  const uint32_t* more = nullptr;  ///< slots at which the blocks beyond these begin

  uint32_t slot(uint32_t local) const {
    if (local < n_together) [[likely]]
      return first + local;
    return more[(local - n_together) >> block_bits] + (local & (slots_per_block - 1));
  }
};

/// A column as one community has it: an array by local index, side by side within blocks of
/// slots_per_block.
template <class T>
class Slots {
 public:
  Slots(T* column, const SlotLayout& layout)
      : first_(column + layout.first), n_together_(layout.n_together), layout_(&layout) {}
  /// The same to be read only.
  template <class Other>
  requires std::is_same_v<const Other, T> Slots(const Slots<Other>& other)
      : first_(other.first_), n_together_(other.n_together_), layout_(other.layout_) {}

  T& operator[](uint32_t local) const {
    if (local < n_together_) [[likely]]
      return first_[local];
    return beyond(local);
  }

 private:
  template <class>
  friend class Slots;
  /// Out of the way of what is common.
  [[gnu::noinline]] T& beyond(uint32_t local) const {
    return first_[std::ptrdiff_t{layout_->slot(local)} - std::ptrdiff_t{layout_->first}];
  }

  T* first_;
  uint32_t n_together_;
  const SlotLayout* layout_;  ///< outlives this
};

}  // namespace rumbo
