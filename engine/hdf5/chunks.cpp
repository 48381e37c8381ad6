// Copying stored chunks without unpacking them. See node.hpp.
#include "engine/base/error.hpp"
#include "engine/hdf5/types.hpp"

namespace rumbo::hdf5 {

namespace {

/// Steps `place` to the next chunk, the last axis fastest; false behind the last one.
bool next_chunk(std::vector<hsize_t>& place, const Shape& shape, const Shape& chunk) {
  for (size_t axis = place.size(); axis-- > 0;) {
    place[axis] += chunk[axis];
    if (place[axis] < shape[axis]) return true;
    place[axis] = 0;
  }
  return false;
}

/// The chunk at `place` as stored, with the mask of filters that it skipped.
uint32_t read_stored(const Dataset& source, const std::vector<hsize_t>& place,
                     std::vector<char>& bytes) {
  hsize_t stored = 0;
  require(H5Dget_chunk_storage_size(source.id(), place.data(), &stored), "read " + source.name());
  if (stored == 0) throw RunError("cannot read " + source.name() + ": a block was never written");
  if (stored > file_size_of(source))
    throw RunError("cannot read " + source.name() + ": a block is longer than the file");
  bytes.resize(stored);
  uint32_t skipped_filters = 0;
  require(H5Dread_chunk(source.id(), H5P_DEFAULT, place.data(), &skipped_filters, bytes.data()),
          "read " + source.name());
  return skipped_filters;
}

}  // namespace

Shape Dataset::chunk() const {
  const auto lock = lock_library();
  const Handle properties(require(H5Dget_create_plist(id()), "read " + name_), H5Pclose);
  std::vector<hsize_t> lengths(shape().size());
  require(H5Pget_chunk(properties.id(), static_cast<int>(lengths.size()), lengths.data()),
          "read the chunks of " + name_);
  return {lengths.begin(), lengths.end()};
}

void Dataset::copy_chunks(const Dataset& source, const Shape& first_indices, const Shape& offset) {
  const auto lock = lock_library();
  Shape size = source.shape();
  const Shape step = source.chunk();
  RUMBO_REQUIRE(offset.size() == shape().size());
  if (size.size() != offset.size() || step != chunk() || type() != source.type())
    throw RunError("cannot read " + source.name() + ": it does not lie in the file as " + name_ +
                   " does");
  source.require_whole();
  if (source.size() == 0) return;
  RUMBO_REQUIRE(first_indices.size() <= size.size());
  std::vector<hsize_t> from(size.size(), 0);
  for (size_t axis = 0; axis < first_indices.size(); ++axis) {
    RUMBO_REQUIRE(step[axis] == 1 && first_indices[axis] < size[axis]);
    from[axis] = first_indices[axis];
    size[axis] = 1;
  }
  std::vector<hsize_t> place(size.size(), 0);
  std::vector<hsize_t> source_place(size.size());
  std::vector<hsize_t> target(size.size());
  std::vector<char> bytes;
  do {
    for (size_t axis = 0; axis < target.size(); ++axis) {
      source_place[axis] = place[axis] + from[axis];
      target[axis] = place[axis] + offset[axis];
    }
    const uint32_t skipped_filters = read_stored(source, source_place, bytes);
    require(H5Dwrite_chunk(id(), H5P_DEFAULT, skipped_filters, target.data(), bytes.size(),
                           bytes.data()),
            "write " + name_);
  } while (next_chunk(place, size, step));
}

}  // namespace rumbo::hdf5
