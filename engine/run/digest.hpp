// Digests of states: equal digests, equal runs. May include: base, ties (its mixer).
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "engine/base/archive.hpp"

namespace rumbo {

/// Hashes every array it is shown, with its name. What belongs to communities is hashed with their
/// ids and added up: it does not matter where they lie, and ranks can add up theirs.
class DigestArchive final : public Archive {
 public:
  uint64_t digest() const;
  /// Digest of each array, to say which one differs.
  const std::map<std::string, uint64_t>& by_name() const { return by_name_; }
  /// Adds what another rank has of the arrays that belong to owners, which both name.
  void add_owned(const DigestArchive& other);
  bool adds_up_parts() const override { return true; }

 protected:
  void visit(const std::string& name, ElementType type, const void* data, size_t count,
             const std::function<void*(size_t)>& place) override;
  void visit_parts(const std::string& name, ElementType type, const void* data, size_t count,
                   ArchiveParts parts, const std::function<void*(size_t)>& place) override;
  void visit_pieces(const std::string& name, ElementType type,
                    const ArchivePieces& pieces) override;

 private:
  std::set<std::string> owned_;  ///< arrays whose parts have owners
  std::map<std::string, uint64_t> by_name_;
};

/// 16 hexadecimal digits.
std::string digest_text(uint64_t digest);
/// Hash of bytes.
uint64_t hash_bytes(const void* data, size_t n_bytes);

}  // namespace rumbo
