// What is looked at before a file is believed: bytes stored, blocks present, texts. See node.hpp.
#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/base/utf8.hpp"
#include "engine/hdf5/types.hpp"

namespace rumbo::hdf5 {

namespace {

[[noreturn]] void refuse(const Dataset& dataset, const std::string& why) {
  throw RunError("cannot read " + dataset.name() + ": " + why);
}

/// Blocks that the shape needs; the last ones of an axis may stick out.
uint64_t blocks_needed(const Dataset& dataset, const Shape& shape, const Shape& chunk) {
  uint64_t count = 1;
  for (size_t axis = 0; axis < shape.size(); ++axis) {
    if (chunk[axis] == 0) refuse(dataset, "its blocks are empty");
    const uint64_t steps = (shape[axis] - 1) / chunk[axis] + 1;
    if (__builtin_mul_overflow(count, steps, &count))
      refuse(dataset, "it declares more blocks than can be counted");
  }
  return count;
}

void require_all_blocks(const Dataset& dataset) {
  const Handle space(require(H5Dget_space(dataset.id()), "read " + dataset.name()), H5Sclose);
  hsize_t found = 0;
  require(H5Dget_num_chunks(dataset.id(), space.id(), &found), "read " + dataset.name());
  const uint64_t needed = blocks_needed(dataset, dataset.shape(), dataset.chunk());
  // A block that is not found would be read as zeros.
  if (found != needed)
    refuse(dataset, "it has " + std::to_string(found) + " stored blocks instead of " +
                        std::to_string(needed));
}

size_t bytes_of_element(const Dataset& dataset) {
  const Handle type(require(H5Dget_type(dataset.id()), "read " + dataset.name()), H5Tclose);
  return H5Tget_size(type.id());
}

}  // namespace

uint64_t file_size_of(const Node& node) {
  const Handle file(require(H5Iget_file_id(node.id()), "read " + node.name()), H5Fclose);
  hsize_t bytes = 0;
  require(H5Fget_filesize(file.id(), &bytes), "read " + node.name());
  return bytes;
}

void require_utf8(const std::string& text, const std::string& what) {
  if (const size_t valid = valid_utf8(text); valid < text.size())
    throw RunError("cannot read " + what + ": it is not UTF-8 at byte " + std::to_string(valid));
}

void Dataset::require_whole() const {
  const auto lock = lock_library();
  const uint64_t count = size();
  if (count == 0) return;
  const Handle properties(require(H5Dget_create_plist(id()), "read " + name_), H5Pclose);
  const auto layout = H5Pget_layout(properties.id());
  if (layout == H5D_VIRTUAL || H5Pget_external_count(properties.id()) > 0)
    refuse(*this, "its elements lie elsewhere; such files are not read");
  uint64_t bytes = 0;
  const bool is_countable = !__builtin_mul_overflow(count, bytes_of_element(*this), &bytes);
  // Compression makes bytes at most 1,032 times fewer (zlib).
  constexpr uint64_t most_unpacked = 1040;
  const uint64_t stored = std::min<uint64_t>(H5Dget_storage_size(id()), file_size_of(*this));
  const uint64_t most = layout == H5D_CHUNKED ? stored * most_unpacked : stored;
  if (!is_countable || bytes > most)
    refuse(*this, "it declares " + std::to_string(count) + " elements, more than the " +
                      std::to_string(stored) + " bytes stored for it can hold");
  if (layout == H5D_CHUNKED) require_all_blocks(*this);
}

void Dataset::require_integers() const {
  if (type() == ElementType::f64)
    refuse(*this, "its elements are fractions where whole numbers are expected");
}

}  // namespace rumbo::hdf5
