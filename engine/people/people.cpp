// See people.hpp.
#include "engine/people/people.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "engine/base/error.hpp"

namespace rumbo {
namespace {

/// Room for siblings: address space only, memory is touched when they are made.
constexpr double sibling_room = 2;
/// Fill aimed at when a place is at its fullest; births are uneven between communities.
constexpr double fullest_fill = 0.88;
constexpr double least_fill = 0.70;
/// Numbers of slots and of 32 bits of the active set stay below 2^32.
constexpr uint64_t most_slots = (uint64_t{1} << 32) - slots_per_id;

/// Bit 15 set of each of four keys in a word that is a free slot's.
constexpr uint64_t free_of_four(uint64_t keys) {
  constexpr uint64_t one_each = 0x0001'0001'0001'0001;
  const uint64_t class_bits = keys & 0xf000 * one_each;
  const uint64_t taken = class_bits | class_bits << 1 | class_bits << 2 | class_bits << 3;
  return ~taken & 0x8000 * one_each;
}
static_assert(free_of_four(0x1000'0fff'ffff'8000) == 0x0000'8000'0000'0000);
static_assert(std::endian::native == std::endian::little, "the first key lies in the low bits");

/// First free slot from `begin` on, `end` if there is none.
uint32_t first_free(const SlotKey* keys, uint32_t begin, uint32_t end) {
  // Four keys at a time: what is taken often lies side by side.
  for (; begin + 4 <= end; begin += 4) {
    uint64_t four;
    std::memcpy(&four, keys + begin, sizeof four);
    const uint64_t is_free = free_of_four(four);
    if (is_free != 0) return begin + static_cast<uint32_t>(std::countr_zero(is_free)) / 16;
  }
  while (begin < end && !keys[begin].is_free()) ++begin;
  return begin;
}

template <class T>
std::unique_ptr<Column<T>> copy_of(const Column<T>& column, size_t count) {
  auto copy = column.clone(count);
  return std::unique_ptr<Column<T>>(static_cast<Column<T>*>(copy.release()));
}

}  // namespace

CommunityPlan CommunityPlan::for_place(PlaceId home, uint32_t weight, uint64_t largest_count) {
  CommunityPlan plan{home.value(), smallest_community_bits, 2, weight};
  for (int bits = largest_community_bits; bits >= smallest_community_bits; --bits) {
    const double size = static_cast<double>(1u << bits);
    const double count = static_cast<double>(std::max<uint64_t>(largest_count, 1));
    const auto n = std::max<uint64_t>(2, static_cast<uint64_t>(count / (fullest_fill * size)) + 1);
    plan.size_bits = static_cast<uint8_t>(bits);
    plan.n_communities = static_cast<uint32_t>(n);
    if (count / (static_cast<double>(n) * size) >= least_fill) break;
  }
  return plan;
}

bool People::can_hold(std::span<const CommunityPlan> plans) {
  uint64_t communities = 0, slots = 0;
  for (const auto& plan : plans) {
    communities += plan.n_communities;
    slots += plan.slots();
  }
  return communities <= (uint64_t{1} << 32) / slots_per_id && slots <= most_slots;
}

bool People::keeps_closed_out(std::span<const CommunityPlan> plans, uint64_t many) {
  uint64_t slots = 0;
  for (const auto& plan : plans) slots += plan.slots();
  return slots >= many;
}

People::People(std::span<const CommunityPlan> plans, uint64_t many) {
  if (!can_hold(plans))
    throw RunError("more persons than 32-bit ids can tell apart; use a smaller --scale");
  const bool keeps_out = keeps_closed_out(plans, many);
  size_t slots = 0, n_blocks = 0;
  for (const auto& plan : plans) {
    Community community;
    community.weight = plan.weight;
    community.home = plan.home;
    community.size_bits = plan.size_bits;
    const uint32_t together = keeps_out ? community.whole_blocks(plan.open) : community.size();
    community.layout.n_together = together;
    for (uint32_t rank = 0; rank < plan.n_communities; ++rank) {
      community.id = community.ancestor = static_cast<uint32_t>(communities_.size());
      community.layout.first = static_cast<uint32_t>(n_slots_) + rank * together;
      community.rank = rank;
      community.open = community.whole_blocks(plan.open);
      communities_.push_back(community);
    }
    n_slots_ += size_t{plan.n_communities} * together;
    n_blocks += size_t{plan.n_communities} * (community.size() - together) / slots_per_block;
    slots += plan.slots();
  }
  // What is not open yet lies in a block where no one ever is: a friend there is no friend.
  if (n_blocks > 0) {
    more_.assign(n_blocks, static_cast<uint32_t>(n_slots_));
    n_slots_ += slots_per_block;
  }
  n_together_ = n_slots_;
  const uint32_t* row = more_.data();
  for (Community& community : communities_) {
    community.layout.more = row;
    row += (community.size() - community.layout.n_together) / slots_per_block;
  }
  n_first_ = communities_.size();
  id_stride_ = std::bit_ceil(static_cast<uint32_t>(std::max<size_t>(n_first_, 1)));
  capacity_ = slots + static_cast<size_t>(static_cast<double>(slots) * sibling_room) + 65536;
  capacity_ = std::min<size_t>(capacity_, most_slots) / 1024 * 1024;
  add_engine_columns();
}

void People::add_engine_columns() {
  key_ = std::make_unique<Column<SlotKey>>("key", capacity_);
  household_ = std::make_unique<Column<uint16_t>>("household", capacity_);
  published_ = std::make_unique<Column<uint8_t>>("published", capacity_);
  active_ = std::make_unique<Column<uint32_t>>("active", capacity_ / 32);
}

void People::add(const ColumnGroup& group) {
  RUMBO_REQUIRE(columns_.empty());
  for (const auto& entry : group.entries()) columns_.push_back(entry.make(entry.name, capacity_));
}

People::People(const People& other)
    : communities_(other.communities_),
      sibling_index_(other.sibling_index_),
      n_first_(other.n_first_),
      n_slots_(other.n_slots_),
      n_together_(other.n_together_),
      more_(other.more_),
      capacity_(other.capacity_),
      id_stride_(other.id_stride_) {
  if (!other.key_) return;
  for (size_t c = 0; c < n_first_; ++c)
    communities_[c].layout.more =
        more_.data() + (other.communities_[c].layout.more - other.more_.data());
  key_ = copy_of(*other.key_, n_slots_);
  household_ = copy_of(*other.household_, n_slots_);
  published_ = copy_of(*other.published_, n_slots_);
  active_ = copy_of(*other.active_, n_slots_ / 32);
  for (const auto& column : other.columns_) columns_.push_back(column->clone(n_slots_));
}

People& People::operator=(const People& other) {
  People copy(other);
  *this = std::move(copy);
  return *this;
}

size_t People::bytes_per_slot() const {
  size_t bytes = sizeof(SlotKey) + sizeof(uint16_t) + sizeof(uint8_t);
  for (const auto& column : columns_) bytes += column->bytes_per_slot();
  return bytes;
}

size_t People::community_index(uint32_t id) const {
  if (id < n_first_) return id;
  const auto found = sibling_index_.find(id);
  RUMBO_REQUIRE(found != sibling_index_.end());
  return found->second;
}

uint32_t People::find_free_slot(const Community& community, uint32_t hash) const {
  const Slots keys = community.of(key_->data());
  // The first free one from `begin` to `end`; `end` if there is none.
  const auto look = [&](uint32_t begin, uint32_t end) {
    while (begin < end) {
      const uint32_t of_block = begin & (slots_per_block - 1), block = begin - of_block;
      const uint32_t length = std::min(slots_per_block, of_block + end - begin);
      const uint32_t found = first_free(&keys[block], of_block, length);
      if (found < length) return block + found;
      begin = block + length;
    }
    return end;
  };
  // As room opens, hardly any start changes.
  uint32_t start = hash & (community.size() - 1);
  if (start >= community.open) start %= community.open;
  const uint32_t after = look(start, community.open);
  if (after < community.open) return after;
  const uint32_t before = look(0, start);
  return before < start ? before : community.size();
}

uint32_t People::take_slots(uint32_t n_slots) {
  if (n_slots_ + n_slots > capacity_)
    throw RunError("a community has outgrown the room planned for it; use a smaller --scale");
  const auto first = static_cast<uint32_t>(n_slots_);
  n_slots_ += n_slots;
  return first;
}

void People::open(size_t index, uint32_t n_slots) {
  Community& community = communities_[index];
  for (const uint32_t whole = community.whole_blocks(n_slots); community.open < whole;) {
    if (community.open >= community.layout.n_together) {
      const auto row = static_cast<size_t>(community.layout.more - more_.data());
      const uint32_t number = (community.open - community.layout.n_together) / slots_per_block;
      more_[row + number] = take_slots(slots_per_block);
    }
    community.open += slots_per_block;
  }
}

ColumnRanges People::ranges_for(const Archive& archive, uint32_t per_slots) const {
  if (!archive.adds_up_parts())
    return [=, this](const auto& visit_one) { visit_one(ColumnRange{0, 0, n_slots_ / per_slots}); };
  return [=, this](const auto& visit_one) {
    for (const Community& c : communities_)
      for (uint32_t local = 0; local < c.open; local += slots_per_block)
        visit_one(ColumnRange{c.person(local).value() >> block_bits, c.slot(local) / per_slots,
                              slots_per_block / per_slots});
  };
}

size_t People::last_sibling(size_t community_index) const {
  // Found by ids: where siblings lie in memory says nothing of whose they are.
  uint32_t id = communities_[community_index].id;
  for (auto next = sibling_index_.find(id += id_stride_); next != sibling_index_.end();
       next = sibling_index_.find(id += id_stride_))
    community_index = next->second;
  return community_index;
}

size_t People::add_sibling(size_t index) {
  index = last_sibling(index);
  Community sibling = communities_[index];
  const uint64_t id = uint64_t{sibling.id} + id_stride_;
  if (id * slots_per_id >= (uint64_t{1} << 32))
    throw RunError("a community has outgrown the room planned for it; use a smaller --scale");
  sibling.id = static_cast<uint32_t>(id);
  sibling.layout = {take_slots(sibling.size()), sibling.size()};
  sibling.open = slots_per_block;
  communities_.push_back(sibling);
  const size_t made = communities_.size() - 1;
  sibling_index_[sibling.id] = made;
  return made;
}

std::vector<uint32_t> People::community_ids() const {
  std::vector<uint32_t> ids;
  for (const Community& community : communities_) ids.push_back(community.id);
  return ids;
}

void People::visit(Archive& archive) {
  std::vector<uint32_t> siblings;  // index of the parent of each, in order of creation
  for (size_t made = n_first_; made < communities_.size(); ++made)
    siblings.push_back(static_cast<uint32_t>(community_index(communities_[made].id - id_stride_)));
  // Loading over an earlier state of the same run: its siblings are the first of those loaded.
  const std::vector<uint32_t> had = siblings;
  if (archive.adds_up_parts()) {
    // Which there are, whatever the order: the ancestor of each.
    std::vector<uint32_t> ancestors;
    std::vector<ArchivePart> each;
    for (size_t made = n_first_; made < communities_.size(); ++made) {
      ancestors.push_back(communities_[made].ancestor);
      each.push_back({communities_[made].id, 1});
    }
    archive.array("people/siblings", ancestors, each);
  } else {
    archive.array("people/siblings", siblings);
  }
  if (siblings.size() < had.size() || !std::equal(had.begin(), had.end(), siblings.begin()))
    throw RunError("a checkpoint can be loaded only over an earlier state of its own run");
  for (size_t i = had.size(); i < siblings.size(); ++i) {
    archive.require(siblings[i] < communities_.size(), "people/siblings",
                    "names a community that does not exist");
    archive.require(last_sibling(siblings[i]) == siblings[i], "people/siblings",
                    "names a community that has a sibling already");
    add_sibling(siblings[i]);
  }
  visit_room(archive);
  if (!archive.adds_up_parts()) visit_addresses(archive);
  const ColumnRanges slots = ranges_for(archive, 1);
  key_->visit(archive, slots);
  household_->visit(archive, slots);
  published_->visit(archive, slots);
  active_->visit(archive, ranges_for(archive, 32));
  for (auto& column : columns_) column->visit(archive, slots);
  if (archive.is_loading()) check_closed(archive);
}

void People::check_closed(const Archive& archive) const {
  std::vector<const ColumnBase*> columns{key_.get(), household_.get(), published_.get()};
  for (const auto& column : columns_) columns.push_back(column.get());
  const auto check = [&](size_t first) {
    for (const ColumnBase* column : columns)
      archive.require(column->is_zero({0, first, slots_per_block}), "people/" + column->name(),
                      "holds a person where no room is open");
    archive.require(active_->is_zero({0, first / 32, slots_per_block / 32}), "people/active",
                    "marks a person where no room is open");
  };
  if (!more_.empty()) check(n_together_ - slots_per_block);
  for (const Community& c : communities_)
    for (uint32_t local = c.open; local < c.layout.n_together; local += slots_per_block)
      check(c.slot(local));
}

void People::visit_room(Archive& archive) {
  std::vector<uint16_t> room;
  std::vector<ArchivePart> parts;
  for (const Community& c : communities_) {
    room.push_back(static_cast<uint16_t>(c.open));
    parts.push_back({c.id, 1});
  }
  archive.array("people/open", room, parts);
  archive.require(room.size() == communities_.size(), "people/open",
                  "has another length than there are communities");
  for (size_t i = 0; i < communities_.size(); ++i) {
    Community& c = communities_[i];
    archive.require(room[i] >= c.open && room[i] <= c.size() && room[i] % slots_per_block == 0,
                    "people/open", "says of a community that it has room that it cannot have");
    c.open = room[i];
  }
}

void People::visit_addresses(Archive& archive) {
  // In the order in which they were taken, which differs from that of communities.
  std::vector<uint32_t> siblings, blocks;
  const auto blocks_of = [](const Community& c) {
    return (std::max(c.open, c.layout.n_together) - c.layout.n_together) / slots_per_block;
  };
  for (size_t made = n_first_; made < communities_.size(); ++made)
    siblings.push_back(communities_[made].layout.first);
  size_t n_blocks = 0;
  for (const Community& c : communities_) {
    for (uint32_t k = 0; k < blocks_of(c); ++k) blocks.push_back(c.layout.more[k]);
    n_blocks += blocks_of(c);
  }
  uint64_t n_slots = n_slots_;
  archive.value("people/n_slots", n_slots);
  archive.array("people/sibling_slots", siblings);
  archive.array("people/block_slots", blocks);
  if (!archive.is_loading()) return;
  archive.require(n_slots <= capacity_, "people/n_slots", "is more than there is room for");
  archive.require(siblings.size() == communities_.size() - n_first_, "people/sibling_slots",
                  "has another length than there are siblings");
  archive.require(blocks.size() == n_blocks, "people/block_slots",
                  "has another length than there are open blocks");
  n_slots_ = n_slots;
  for (size_t made = n_first_; made < communities_.size(); ++made)
    communities_[made].layout.first = siblings[made - n_first_];
  size_t next = 0;
  for (const Community& c : communities_)
    for (uint32_t k = 0; k < blocks_of(c); ++k)
      more_[static_cast<size_t>(c.layout.more - more_.data()) + k] = blocks[next++];
  check_addresses(archive);
}

void People::check_addresses(const Archive& archive) const {
  std::vector<std::pair<uint64_t, uint64_t>> taken;  // first slot and number
  for (const Community& c : communities_) {
    if (c.id >= n_first_) taken.emplace_back(c.layout.first, c.size());
    for (uint32_t local = c.layout.n_together; local < c.open; local += slots_per_block)
      taken.emplace_back(c.slot(local), slots_per_block);
  }
  std::sort(taken.begin(), taken.end());
  uint64_t end = n_together_;
  for (const auto& [first, number] : taken) {
    archive.require(first == end, "people/block_slots", "names slots of another community");
    end += number;
  }
  archive.require(end == n_slots_, "people/n_slots", "is not what communities have");
}

}  // namespace rumbo
