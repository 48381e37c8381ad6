// See types.hpp.
#include "engine/hdf5/types.hpp"

namespace rumbo::hdf5 {

hid_t memory_type(ElementType type) {
  switch (type) {
    case ElementType::i8:
      return H5T_NATIVE_INT8;
    case ElementType::u8:
      return H5T_NATIVE_UINT8;
    case ElementType::i16:
      return H5T_NATIVE_INT16;
    case ElementType::u16:
      return H5T_NATIVE_UINT16;
    case ElementType::i32:
      return H5T_NATIVE_INT32;
    case ElementType::u32:
      return H5T_NATIVE_UINT32;
    case ElementType::i64:
      return H5T_NATIVE_INT64;
    case ElementType::u64:
      return H5T_NATIVE_UINT64;
    case ElementType::f64:
      break;
  }
  return H5T_NATIVE_DOUBLE;
}

hid_t file_type(ElementType type) {
  switch (type) {
    case ElementType::i8:
      return H5T_STD_I8LE;
    case ElementType::u8:
      return H5T_STD_U8LE;
    case ElementType::i16:
      return H5T_STD_I16LE;
    case ElementType::u16:
      return H5T_STD_U16LE;
    case ElementType::i32:
      return H5T_STD_I32LE;
    case ElementType::u32:
      return H5T_STD_U32LE;
    case ElementType::i64:
      return H5T_STD_I64LE;
    case ElementType::u64:
      return H5T_STD_U64LE;
    case ElementType::f64:
      break;
  }
  return H5T_IEEE_F64LE;
}

Handle text_type() {
  Handle type(require(H5Tcopy(H5T_C_S1), "make a text type"), H5Tclose);
  require(H5Tset_size(type.id(), H5T_VARIABLE), "make a text type");
  require(H5Tset_cset(type.id(), H5T_CSET_UTF8), "make a text type");
  return type;
}

Handle fixed_text_type(size_t length) {
  Handle type(require(H5Tcopy(H5T_C_S1), "make a text type"), H5Tclose);
  require(H5Tset_size(type.id(), length + 1), "make a text type");
  require(H5Tset_strpad(type.id(), H5T_STR_NULLTERM), "make a text type");
  require(H5Tset_cset(type.id(), H5T_CSET_UTF8), "make a text type");
  return type;
}

Handle make_space(const Shape& shape, bool growing) {
  if (shape.empty()) return {require(H5Screate(H5S_SCALAR), "make a shape"), H5Sclose};
  const std::vector<hsize_t> size(shape.begin(), shape.end());
  auto largest = size;
  if (growing) largest[0] = H5S_UNLIMITED;
  const auto rank = static_cast<int>(size.size());
  return {require(H5Screate_simple(rank, size.data(), largest.data()), "make a shape"), H5Sclose};
}

}  // namespace rumbo::hdf5
