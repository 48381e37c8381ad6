// See digest.hpp.
#include "engine/run/digest.hpp"

#include <fmt/format.h>

#include <cstring>

#include "engine/ties/matching.hpp"

namespace rumbo {

uint64_t hash_bytes(const void* data, size_t n_bytes) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  uint64_t hash = mix(n_bytes + 1);
  size_t i = 0;
  for (; i + 8 <= n_bytes; i += 8) {
    uint64_t word;
    std::memcpy(&word, bytes + i, 8);
    hash = mix(hash ^ word) + 0x9e3779b97f4a7c15;
  }
  uint64_t last = 0;
  if (i < n_bytes) std::memcpy(&last, bytes + i, n_bytes - i);
  return mix(hash ^ last);
}

void DigestArchive::visit(const std::string& name, ElementType type, const void* data, size_t count,
                          const std::function<void*(size_t)>&) {
  note(name, hash_bytes(data, count * element_size(type)));
}

void DigestArchive::visit_parts(const std::string& name, ElementType type, const void* data,
                                size_t count, ArchiveParts parts,
                                const std::function<void*(size_t)>& place) {
  if (parts.empty()) return visit(name, type, data, count, place);
  const auto* bytes = static_cast<const std::byte*>(data);
  uint64_t sum = 0;
  for (const ArchivePart& part : parts) {
    const size_t n_bytes = part.count * element_size(type);
    sum += mix(mix(part.owner + 1) ^ hash_bytes(bytes, n_bytes));
    bytes += n_bytes;
  }
  note(name, sum);
}

void DigestArchive::note(const std::string& name, uint64_t content) {
  const uint64_t hash = hash_bytes(name.data(), name.size()) ^ mix(content);
  by_name_[name] = hash;
  digest_ += mix(hash);
}

std::string digest_text(uint64_t digest) {
  return fmt::format("{:016x}", digest);
}

}  // namespace rumbo
