// Strong ids, so that a place cannot be passed for a person. May include: std only.
#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>

namespace rumbo {

/// An index that knows what it counts.
template <class Tag, class Integer>
class Id {
 public:
  using integer = Integer;
  constexpr Id() = default;
  constexpr explicit Id(Integer value) : value_(value) {}
  constexpr Integer value() const { return value_; }
  constexpr size_t index() const { return static_cast<size_t>(value_); }
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  Integer value_ = 0;
};

/// A country or region of the world table, in its order.
using PlaceId = Id<struct PlaceTag, uint8_t>;
/// A person for their whole life: community id x 1,024 + slot within the community. Subject of
/// draws.
using PersonId = Id<struct PersonTag, uint32_t>;
/// A community: its place in the order of creation, or parent + generation x 2^k for a sibling.
using CommunityId = Id<struct CommunityTag, uint32_t>;

}  // namespace rumbo
