// See archive.hpp.
#include "engine/base/archive.hpp"

#include <cstring>

#include "engine/base/error.hpp"

namespace rumbo {

void Archive::refuse(const std::string& name, const std::string& what) const {
  throw RunError("array '" + name + "' " + what);
}

void Archive::visit_parts(const std::string& name, ElementType type, const void* data, size_t count,
                          ArchiveParts, const std::function<void*(size_t)>& place) {
  visit(name, type, data, count, place);
}

size_t Archive::count_elements(const ArchivePieces& pieces) {
  size_t count = 0;
  pieces([&](const ArchivePiece& piece) { count += piece.count; });
  return count;
}

void Archive::visit_pieces(const std::string& name, ElementType type, const ArchivePieces& pieces) {
  const size_t width = element_size(type);
  const size_t count = count_elements(pieces);
  std::vector<std::byte> all(count * width);
  auto each = [&](const auto& visit_one) {
    std::byte* at = all.data();
    pieces([&](const ArchivePiece& piece) {
      visit_one(at, piece);
      at += piece.count * width;
    });
  };
  each([&](std::byte* at, const ArchivePiece& piece) {
    if (piece.count > 0) std::memcpy(at, piece.data, piece.count * width);
  });
  visit(name, type, all.data(), count,
        [&](size_t found) -> void* { return found == count ? all.data() : nullptr; });
  if (!is_loading()) return;
  each([&](const std::byte* at, const ArchivePiece& piece) {
    if (piece.count > 0) std::memcpy(piece.data, at, piece.count * width);
  });
}

}  // namespace rumbo
