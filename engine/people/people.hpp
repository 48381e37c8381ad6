// Persons in slots, slots in communities, communities in places.
//
// A person never moves in memory: where they live is a value, their slot stays in
// the community of their home place. May include: base, random, parallel.
#pragma once
#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/ids.hpp"
#include "engine/people/column.hpp"
#include "engine/people/column_group.hpp"
#include "engine/people/slot_key.hpp"
#include "engine/people/slots.hpp"

namespace rumbo {

/// Stride of person ids: the largest community. Ids do not depend on where a community lies in
/// memory.
inline constexpr uint32_t slots_per_id = 1024;
inline constexpr int smallest_community_bits = 5;
inline constexpr int largest_community_bits = 10;
static_assert(block_bits == smallest_community_bits);

/// A block of slots that share a home place.
struct Community {
  uint32_t id = 0;        ///< CommunityId: order of creation, or parent + generation x 2^k
  uint32_t ancestor = 0;  ///< the community of the start it descends from (itself at first)
  SlotLayout layout;      ///< where its slots lie in every column
  uint32_t open = 0;      ///< slots that persons may take: whole blocks, the rest is untouched
  uint32_t weight = 1;    ///< real persons a person of it stands for
  uint32_t rank = 0;      ///< its number among the communities of its place at the start
  uint8_t home = 0;       ///< PlaceId
  uint8_t size_bits = 0;  ///< slots = 2^size_bits, 32 to 1,024

  uint32_t size() const { return 1u << size_bits; }
  /// So many slots, at least a block and at most all, up to the end of a block.
  uint32_t whole_blocks(uint32_t n_slots) const {
    const uint32_t n = std::clamp(n_slots, 1u, size());
    return (n + slots_per_block - 1) / slots_per_block * slots_per_block;
  }
  uint32_t slot(uint32_t local) const { return layout.slot(local); }
  /// Slots that lie side by side from the start of a block on.
  uint32_t n_together_from(uint32_t local) const {
    return local < layout.n_together ? layout.n_together - local : slots_per_block;
  }
  /// A column as this community has it.
  template <class T>
  Slots<T> of(T* column) const {
    return {column, layout};
  }
  PersonId person(uint32_t local) const { return PersonId(id * slots_per_id + local); }
};

/// How many communities of which size a place gets.
struct CommunityPlan {
  uint8_t home = 0;
  uint8_t size_bits = 0;
  uint32_t n_communities = 0;
  uint32_t weight = 1;
  uint32_t open = 0xffffffff;  ///< slots of each that are open at the start, as far as it has them

  /// The largest size that leaves at least 70% of the slots filled when the place is at its
  /// fullest, and at least two communities (far ties need another one).
  /// largest_count  simulated persons whose home the place is, at the run's maximum; > 0
  static CommunityPlan for_place(PlaceId home, uint32_t weight, uint64_t largest_count);
  uint64_t slots() const { return uint64_t{n_communities} << size_bits; }
};

/// Columns and communities. Copying it copies every person.
class People {
 public:
  People() = default;
  /// Whether ids of 32 bits tell the persons of such communities apart.
  static bool can_hold(std::span<const CommunityPlan> plans);
  /// Slots from which on what is not open is kept out of memory, which costs time.
  static constexpr uint64_t many_slots = uint64_t{1} << 25;
  static bool keeps_closed_out(std::span<const CommunityPlan> plans, uint64_t many = many_slots);
  /// throws RunError if it cannot hold them
  explicit People(std::span<const CommunityPlan> plans, uint64_t many = many_slots);
  People(const People& other);
  People& operator=(const People& other);
  People(People&&) = default;
  People& operator=(People&&) = default;

  /// Adds the columns of a model; once, before any is asked for.
  void add(const ColumnGroup& group);
  /// A column of the group that was added; it stays where it is for this object's life (a copy has
  /// its own).
  template <class T>
  Column<T>& column(ColumnHandle<T> which) {
    return static_cast<Column<T>&>(*columns_[which.number()]);
  }
  template <class T>
  const Column<T>& column(ColumnHandle<T> which) const {
    return static_cast<const Column<T>&>(*columns_[which.number()]);
  }

  Column<SlotKey>& key() { return *key_; }
  const Column<SlotKey>& key() const { return *key_; }
  /// Next member of the household, a local index; a person alone points at themselves.
  Column<uint16_t>& household() { return *household_; }
  const Column<uint16_t>& household() const { return *household_; }
  /// What others see of a person, as of the end of last month; 0 = no one.
  Column<uint8_t>& published() { return *published_; }
  const Column<uint8_t>& published() const { return *published_; }
  /// One bit a slot: has something to do every month. Word of slot s is [s / 32].
  Column<uint32_t>& active() { return *active_; }
  const Column<uint32_t>& active() const { return *active_; }

  const std::vector<Community>& communities() const { return communities_; }
  /// Communities of the start: those that far ties connect.
  size_t n_first_communities() const { return n_first_; }
  /// Slots in memory.
  size_t n_slots() const { return n_slots_; }
  size_t bytes_per_slot() const;
  /// Index of the community with this id.
  size_t community_index(uint32_t id) const;
  /// [community] their ids
  std::vector<uint32_t> community_ids() const;

  /// A free one of the open slots of a community, looked for from a hash; returns size() if all are
  /// taken.
  uint32_t find_free_slot(const Community& community, uint32_t hash) const;
  /// Opens room in a community for at least so many persons, as far as it has room. Not while
  /// others look at communities.
  /// throws RunError when address space runs out
  void open(size_t community_index, uint32_t n_slots);
  /// A new community of the same shape for births that find no room; returns its index.
  /// throws RunError when ids or address space run out
  size_t add_sibling(size_t community_index);
  /// The sibling that takes the overflow of a community, or the community itself if it has none
  /// yet.
  size_t last_sibling(size_t community_index) const;

  void set_active(uint32_t slot, bool is_active) {
    const uint32_t bit = 1u << (slot & 31);
    uint32_t& word = (*active_)[slot >> 5];
    word = is_active ? (word | bit) : (word & ~bit);
  }
  bool is_active(uint32_t slot) const { return ((*active_)[slot >> 5] >> (slot & 31)) & 1; }

  void visit(Archive& archive);

 private:
  void add_engine_columns();
  /// So many slots more in memory; returns the first.
  uint32_t take_slots(uint32_t n_slots);
  /// Throws RunError unless what is in memory but open to no one is zero, as it was given.
  void check_closed(const Archive& archive) const;
  /// What an archive is told of a column with an element for so many slots: all of it, or open
  /// blocks and whose they are.
  ColumnRanges ranges_for(const Archive& archive, uint32_t per_slots) const;
  void visit_room(Archive& archive);
  void visit_addresses(Archive& archive);
  void check_addresses(const Archive& archive) const;

  std::vector<Community> communities_;
  std::unordered_map<uint32_t, size_t> sibling_index_;  ///< id -> index, siblings only
  size_t n_first_ = 0;
  size_t n_slots_ = 0;
  size_t n_together_ = 0;  ///< of them, those of the start
  /// [row of a community, block beyond those that lie side by side] where it begins; one that is
  /// not open, where no one ever is
  std::vector<uint32_t> more_;
  size_t capacity_ = 0;
  uint32_t id_stride_ = 1;  ///< 2^k, at least the number of first communities
  std::unique_ptr<Column<SlotKey>> key_;
  std::unique_ptr<Column<uint16_t>> household_;
  std::unique_ptr<Column<uint8_t>> published_;
  std::unique_ptr<Column<uint32_t>> active_;
  std::vector<std::unique_ptr<ColumnBase>> columns_;  ///< [number] of the model
};

}  // namespace rumbo
