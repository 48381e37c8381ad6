// Ways that a person who wants to leave was refused, in the order of asking.
//
// Other rooms may include it. May include: the model's channels, choice.
#pragma once
#include <array>
#include <cstdint>

#include "models/migration/choice/next_choice.hpp"
#include "models/migration/person/person.hpp"

namespace rumbo::migration {

/// Ways refused since a person first asked; one refusal more, and they give up.
class Refusals {
 public:
  static constexpr size_t most = most_refused;

  size_t count() const {
    size_t n = 0;
    while (n < most && ways_[n] != 0) ++n;
    return n;
  }
  bool is_full() const { return ways_[most - 1] != 0; }
  /// corridor  index of the world's corridors; not to be called when full
  void add(size_t corridor, Channel channel) {
    ways_[count()] = static_cast<uint32_t>(corridor << 8 | (static_cast<size_t>(channel) + 1));
  }
  size_t corridor(size_t i) const { return ways_[i] >> 8; }
  size_t channel(size_t i) const { return (ways_[i] & 255) - 1; }
  /// Bits of the channels of a corridor that are among the first `n` refusals.
  unsigned channels_on(size_t corridor_index, size_t n = most) const {
    unsigned bits = 0;
    for (size_t i = 0; i < n && ways_[i] != 0; ++i)
      if (corridor(i) == corridor_index) bits |= 1u << channel(i);
    return bits;
  }
  /// As saved: corridor x 256 + channel + 1; 0 = none.
  std::array<uint32_t, most>& numbers() { return ways_; }

 private:
  std::array<uint32_t, most> ways_{};
};

}  // namespace rumbo::migration
