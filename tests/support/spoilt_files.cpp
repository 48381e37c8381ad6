// See spoilt_files.hpp.
#include "tests/support/spoilt_files.hpp"

#include <catch2/catch.hpp>

#include "engine/hdf5/file_digest.hpp"
#include "engine/hdf5/handle.hpp"

namespace rumbo::test {

namespace {

void remove_if_there(hid_t file, const char* name) {
  if (H5Lexists(file, name, H5P_DEFAULT) > 0) H5Ldelete(file, name, H5P_DEFAULT);
}

hid_t text_type(size_t length) {
  const hid_t type = H5Tcopy(H5T_C_S1);
  H5Tset_size(type, length);
  H5Tset_cset(type, H5T_CSET_UTF8);
  return type;
}

void put(hid_t file, const char* object, const char* name, hid_t type, hid_t space,
         const void* data) {
  const hid_t node = H5Oopen(file, object, H5P_DEFAULT);
  REQUIRE(node >= 0);
  if (H5Aexists(node, name) > 0) H5Adelete(node, name);
  const hid_t attribute = H5Acreate2(node, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
  REQUIRE(H5Awrite(attribute, type, data) >= 0);
  H5Aclose(attribute);
  H5Sclose(space);
  H5Oclose(node);
}

}  // namespace

std::string with_flipped_bit(std::string bytes, size_t bit) {
  bytes[bit / 8] = static_cast<char>(static_cast<unsigned char>(bytes[bit / 8]) ^ (1u << bit % 8));
  return bytes;
}

void forge(const std::filesystem::path& path, const std::function<void(hid_t file)>& change) {
  const auto lock = hdf5::lock_library();
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
  REQUIRE(file >= 0);
  change(file);
  REQUIRE(H5Fclose(file) >= 0);
  hdf5::append_digest(path, path.string());
}

void set_number(hid_t file, const char* dataset, size_t index, int64_t value) {
  const hid_t data = H5Dopen2(file, dataset, H5P_DEFAULT);
  REQUIRE(data >= 0);
  const hid_t there = H5Dget_space(data);
  std::vector<hsize_t> extent(static_cast<size_t>(H5Sget_simple_extent_ndims(there)));
  H5Sget_simple_extent_dims(there, extent.data(), nullptr);
  std::vector<hsize_t> at(extent.size());
  for (size_t axis = extent.size(); axis-- > 0; index /= extent[axis])
    at[axis] = index % extent[axis];
  H5Sselect_elements(there, H5S_SELECT_SET, 1, at.data());
  const hid_t here = H5Screate(H5S_SCALAR);
  REQUIRE(H5Dwrite(data, H5T_NATIVE_INT64, here, there, H5P_DEFAULT, &value) >= 0);
  H5Sclose(here);
  H5Sclose(there);
  H5Dclose(data);
}

size_t length_of(hid_t file, const char* dataset) {
  const hid_t data = H5Dopen2(file, dataset, H5P_DEFAULT);
  REQUIRE(data >= 0);
  const hid_t space = H5Dget_space(data);
  const auto count = static_cast<size_t>(H5Sget_simple_extent_npoints(space));
  H5Sclose(space);
  H5Dclose(data);
  return count;
}

void put_numbers(hid_t file, const char* name, const std::vector<int64_t>& numbers) {
  remove_if_there(file, name);
  const hsize_t length = numbers.size();
  const hid_t space = H5Screate_simple(1, &length, nullptr);
  const hid_t data =
      H5Dcreate2(file, name, H5T_STD_I32LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  REQUIRE(data >= 0);
  if (length > 0) H5Dwrite(data, H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data());
  H5Dclose(data);
  H5Sclose(space);
}

void put_texts(hid_t file, const char* name, const std::vector<std::string>& texts) {
  remove_if_there(file, name);
  const hsize_t length = texts.size();
  const hid_t space = H5Screate_simple(1, &length, nullptr), type = text_type(H5T_VARIABLE);
  std::vector<const char*> words;
  for (const auto& text : texts) words.push_back(text.c_str());
  const hid_t data = H5Dcreate2(file, name, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  REQUIRE(data >= 0);
  if (length > 0) H5Dwrite(data, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, words.data());
  H5Dclose(data);
  H5Tclose(type);
  H5Sclose(space);
}

void put_attribute(hid_t file, const char* object, const char* name, const std::string& text) {
  const hid_t type = text_type(text.size() + 1);
  put(file, object, name, type, H5Screate(H5S_SCALAR), text.c_str());
  H5Tclose(type);
}

void put_attribute(hid_t file, const char* object, const char* name, double number) {
  const hsize_t one = 1;
  put(file, object, name, H5T_NATIVE_DOUBLE, H5Screate_simple(1, &one, nullptr), &number);
}

}  // namespace rumbo::test
