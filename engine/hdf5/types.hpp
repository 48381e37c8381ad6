// HDF5's names for element types, texts and shapes; for the .cpp files of this room only.
//
// May include: base, HDF5.
#pragma once
#include <hdf5.h>

#include "engine/hdf5/node.hpp"

namespace rumbo::hdf5 {

/// In memory, in this machine's byte order.
hid_t memory_type(ElementType type);
/// In files: little-endian.
hid_t file_type(ElementType type);
/// UTF-8, of variable length.
Handle text_type();
/// UTF-8 of a fixed length in bytes, with a closing zero.
Handle fixed_text_type(size_t length);

/// Bytes of the file that an object lies in: no more can be stored of anything in it.
uint64_t file_size_of(const Node& node);
/// Throws RunError unless `text`, of `what` in messages, is UTF-8.
void require_utf8(const std::string& text, const std::string& what);

/// scalar if `shape` is empty; `growing` makes the first axis unlimited
Handle make_space(const Shape& shape, bool growing = false);

}  // namespace rumbo::hdf5
