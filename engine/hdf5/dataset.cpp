// Datasets: shapes, reading, writing, dimension scales. See node.hpp.
#include <hdf5_hl.h>

#include "engine/base/error.hpp"
#include "engine/hdf5/types.hpp"

namespace rumbo::hdf5 {

namespace {

/// The dataset's space with one block selected.
Handle select_block(const Dataset& dataset, const Shape& offset, const Shape& count) {
  RUMBO_REQUIRE(offset.size() == count.size());
  Handle space(require(H5Dget_space(dataset.id()), "read " + dataset.name()), H5Sclose);
  const std::vector<hsize_t> begin(offset.begin(), offset.end());
  const std::vector<hsize_t> size(count.begin(), count.end());
  require(
      H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, begin.data(), nullptr, size.data(), nullptr),
      "select a block of " + dataset.name());
  return space;
}

}  // namespace

Shape Dataset::shape() const {
  const auto lock = lock_library();
  const Handle space(require(H5Dget_space(id()), "read the shape of " + name_), H5Sclose);
  const int rank = require(H5Sget_simple_extent_ndims(space.id()), "read the shape of " + name_);
  std::vector<hsize_t> size(static_cast<size_t>(rank));
  require(H5Sget_simple_extent_dims(space.id(), size.data(), nullptr),
          "read the shape of " + name_);
  return {size.begin(), size.end()};
}

uint64_t Dataset::size() const {
  uint64_t count = 1;
  for (const auto length : shape())
    if (__builtin_mul_overflow(count, length, &count))
      throw RunError("cannot read " + name_ + ": it declares more elements than can be counted");
  return count;
}

ElementType Dataset::type() const {
  const auto lock = lock_library();
  const Handle type(require(H5Dget_type(id()), "read the type of " + name_), H5Tclose);
  const auto kind = H5Tget_class(type.id());
  const size_t width = H5Tget_size(type.id());
  if (kind == H5T_FLOAT && width == 8) return ElementType::f64;
  if (kind != H5T_INTEGER || (width != 1 && width != 2 && width != 4 && width != 8))
    throw RunError("cannot read " + name_ + ": its elements are of an unexpected type");
  const int step = width == 1 ? 0 : width == 2 ? 1 : width == 4 ? 2 : 3;
  const bool is_signed = H5Tget_sign(type.id()) == H5T_SGN_2;
  return static_cast<ElementType>(2 * step + (is_signed ? 0 : 1));
}

// A write ends with a flush, so that a full disk shows here and not when the dataset is closed,
// where no one could be told.
void Dataset::write(ElementType type, const void* data) {
  const auto lock = lock_library();
  require(H5Dwrite(id(), memory_type(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, data), "write " + name_);
  require(H5Dflush(id()), "write " + name_);
}

void Dataset::write_and_close(ElementType type, const void* data) {
  const auto lock = lock_library();
  require(H5Dwrite(id(), memory_type(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, data), "write " + name_);
  close();
}

void Dataset::add_block(ElementType type, const void* data, const Shape& offset,
                        const Shape& count) {
  const auto lock = lock_library();
  const Handle there = select_block(*this, offset, count);
  const Handle here = make_space(count);
  require(H5Dwrite(id(), memory_type(type), here.id(), there.id(), H5P_DEFAULT, data),
          "write " + name_);
}

void Dataset::close() {
  const auto lock = lock_library();
  if (!handle_.close()) fail("write " + name_);
}

void Dataset::write_block(ElementType type, const void* data, const Shape& offset,
                          const Shape& count) {
  add_block(type, data, offset, count);
  const auto lock = lock_library();
  require(H5Dflush(id()), "write " + name_);
}

void Dataset::read(ElementType type, void* data) const {
  const auto lock = lock_library();
  require(H5Dread(id(), memory_type(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, data), "read " + name_);
}

void Dataset::read_block(ElementType type, void* data, const Shape& offset,
                         const Shape& count) const {
  const auto lock = lock_library();
  const Handle there = select_block(*this, offset, count);
  const Handle here = make_space(count);
  require(H5Dread(id(), memory_type(type), here.id(), there.id(), H5P_DEFAULT, data),
          "read " + name_);
}

void Dataset::make_scale(const std::string& dimension) {
  const auto lock = lock_library();
  require(H5DSset_scale(id(), dimension.c_str()), "make an axis of " + name_);
}

void Dataset::attach_scale(const Dataset& scale, unsigned axis) {
  const auto lock = lock_library();
  require(H5DSattach_scale(id(), scale.id(), axis), "attach " + scale.name() + " to " + name_);
}

}  // namespace rumbo::hdf5
