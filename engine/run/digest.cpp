// See digest.hpp.
#include "engine/run/digest.hpp"

#include <fmt/format.h>

#include <array>
#include <cstring>

#include "engine/base/error.hpp"
#include "engine/ties/matching.hpp"

namespace rumbo {

uint64_t hash_bytes(const void* data, size_t n_bytes) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  const auto word_at = [&](size_t i) {
    uint64_t word;
    std::memcpy(&word, bytes + i, 8);
    return word;
  };
  // Lanes that do not wait for each other: one waits for a multiplication a word.
  constexpr size_t n_lanes = 4;
  std::array<uint64_t, n_lanes> lanes{1, 2, 3, 4};
  size_t i = 0;
  for (; i + 8 * n_lanes <= n_bytes; i += 8 * n_lanes)
    for (size_t lane = 0; lane < n_lanes; ++lane)
      lanes[lane] = mix(lanes[lane] ^ word_at(i + 8 * lane)) + 0x9e3779b97f4a7c15;
  uint64_t hash = mix(n_bytes + 1);
  const auto add = [&](uint64_t word) { hash = mix(hash ^ word) + 0x9e3779b97f4a7c15; };
  for (const uint64_t lane : lanes) add(lane);
  for (; i + 8 <= n_bytes; i += 8) add(word_at(i));
  uint64_t last = 0;
  if (i < n_bytes) std::memcpy(&last, bytes + i, n_bytes - i);
  return mix(hash ^ last);
}

void DigestArchive::visit(const std::string& name, ElementType type, const void* data, size_t count,
                          const std::function<void*(size_t)>&) {
  // Of nothing, 0, whether it would have owners or not.
  by_name_[name] = count == 0 ? 0 : hash_bytes(data, count * element_size(type));
}

void DigestArchive::visit_parts(const std::string& name, ElementType type, const void* data,
                                size_t count, ArchiveParts parts,
                                const std::function<void*(size_t)>& place) {
  if (parts.empty()) return visit(name, type, data, count, place);
  // Read only: a digest changes nothing.
  auto* bytes = static_cast<std::byte*>(const_cast<void*>(data));
  const ArchivePieces pieces = [&](const auto& visit_one) {
    for (size_t at = 0; const ArchivePart& part : parts) {
      visit_one(ArchivePiece{part.owner, bytes + at * element_size(type), part.count});
      at += part.count;
    }
  };
  RUMBO_REQUIRE(count_elements(pieces) == count);
  visit_pieces(name, type, pieces);
}

void DigestArchive::visit_pieces(const std::string& name, ElementType type,
                                 const ArchivePieces& pieces) {
  uint64_t sum = 0;
  pieces([&](const ArchivePiece& piece) {
    sum += mix(mix(piece.owner + 1) ^ hash_bytes(piece.data, piece.count * element_size(type)));
  });
  by_name_[name] = sum;
  owned_.insert(name);
}

uint64_t DigestArchive::digest() const {
  uint64_t sum = 0;
  for (const auto& [name, content] : by_name_)
    sum += mix(hash_bytes(name.data(), name.size()) ^ mix(content));
  return sum;
}

void DigestArchive::add_owned(const DigestArchive& other) {
  owned_.insert(other.owned_.begin(), other.owned_.end());
  for (const std::string& name : owned_) {
    const auto found = other.by_name_.find(name);
    if (found != other.by_name_.end()) by_name_[name] += found->second;
  }
}

std::string digest_text(uint64_t digest) {
  return fmt::format("{:016x}", digest);
}

}  // namespace rumbo
