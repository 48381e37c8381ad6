// See hdf5_objects.hpp.
#include "tests/fuzz/hdf5_objects.hpp"

#include <fmt/format.h>
#include <hdf5.h>
#include <openssl/sha.h>

#include <algorithm>
#include <cstring>

namespace rumbo::fuzz {
namespace {

/// An identifier of the library, given back by its own kind's function.
class Id {
 public:
  Id(hid_t id, herr_t (*closer)(hid_t)) : id_(id), closer_(closer) {}
  ~Id() {
    if (id_ >= 0) closer_(id_);
  }
  Id(const Id&) = delete;
  Id& operator=(const Id&) = delete;
  operator hid_t() const { return id_; }
  bool is_valid() const { return id_ >= 0; }

 private:
  hid_t id_;
  herr_t (*closer_)(hid_t);
};

Id open_dataset(hid_t file, const std::string& name) {
  H5O_info_t facts{};
  const bool is_dataset = H5Oget_info_by_name(file, name.c_str(), &facts, H5P_DEFAULT) >= 0 &&
                          facts.type == H5O_TYPE_DATASET;
  return {is_dataset ? H5Dopen2(file, name.c_str(), H5P_DEFAULT) : -1, H5Dclose};
}

std::vector<uint64_t> shape_of(hid_t dataset) {
  const Id space(H5Dget_space(dataset), H5Sclose);
  const int rank = H5Sget_simple_extent_ndims(space);
  std::vector<hsize_t> shape(static_cast<size_t>(std::max(rank, 0)));
  if (rank > 0) H5Sget_simple_extent_dims(space, shape.data(), nullptr);
  return {shape.begin(), shape.end()};
}

uint64_t size_of(hid_t dataset) {
  const Id space(H5Dget_space(dataset), H5Sclose);
  return static_cast<uint64_t>(std::max<hssize_t>(H5Sget_simple_extent_npoints(space), 0));
}

bool is_number(hid_t type) {
  const H5T_class_t kind = H5Tget_class(type);
  return kind == H5T_INTEGER || kind == H5T_FLOAT;
}

herr_t note_name(hid_t, const char* name, const H5L_info_t*, void* names) {
  static_cast<std::vector<std::string>*>(names)->emplace_back(name);
  return 0;
}

constexpr uint64_t most_elements = 1 << 20;

std::string attribute_name(hid_t object, uint32_t position) {
  H5O_info_t facts{};
  if (H5Oget_info(object, &facts) < 0 || facts.num_attrs == 0) return "";
  std::vector<char> name(256);
  const ssize_t length =
      H5Aget_name_by_idx(object, ".", H5_INDEX_NAME, H5_ITER_INC, position % facts.num_attrs,
                         name.data(), name.size(), H5P_DEFAULT);
  return length > 0 ? std::string(name.data()) : "";
}

/// Copies the attributes whose bytes mean the same in another object.
void copy_attributes(hid_t from, hid_t to) {
  H5O_info_t facts{};
  H5Oget_info(from, &facts);
  for (uint32_t i = 0; i < facts.num_attrs; ++i) {
    const std::string name = attribute_name(from, i);
    const Id attribute(H5Aopen(from, name.c_str(), H5P_DEFAULT), H5Aclose);
    const Id type(H5Aget_type(attribute), H5Tclose);
    const Id space(H5Aget_space(attribute), H5Sclose);
    const bool is_text = H5Tget_class(type) == H5T_STRING && H5Tis_variable_str(type) <= 0;
    if (!is_text && !is_number(type)) continue;
    std::vector<char> bytes(H5Aget_storage_size(attribute) + 8);
    if (H5Aread(attribute, type, bytes.data()) < 0) continue;
    const Id copy(H5Acreate2(to, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
    if (copy.is_valid()) H5Awrite(copy, type, bytes.data());
  }
}

}  // namespace

Objects::Objects(const std::string& path) {
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  file_ = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
  if (file_ >= 0) H5Lvisit(file_, H5_INDEX_NAME, H5_ITER_INC, note_name, &names_);
}

Objects::~Objects() {
  if (file_ >= 0) H5Fclose(file_);
}

void Objects::set_element(uint8_t number, uint32_t position, uint64_t value) {
  const Id dataset = open_dataset(file_, name(number));
  if (!dataset.is_valid()) return;
  const Id type(H5Dget_type(dataset), H5Tclose);
  const uint64_t count = size_of(dataset);
  if (!is_number(type) || count == 0 || count > most_elements) return;
  const size_t width = H5Tget_size(type);
  std::vector<char> bytes(width * count);
  if (H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, bytes.data()) < 0) return;
  std::memcpy(&bytes[position % count * width], &value, std::min(width, sizeof value));
  H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, bytes.data());
}

void Objects::set_text(uint8_t number, uint32_t position, const std::string& text) {
  const Id dataset = open_dataset(file_, name(number));
  if (!dataset.is_valid()) return;
  const Id type(H5Dget_type(dataset), H5Tclose);
  const uint64_t count = size_of(dataset);
  if (H5Tis_variable_str(type) <= 0 || count == 0 || count > most_elements) return;
  std::vector<char*> texts(count);
  if (H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data()) < 0) return;
  std::vector<const char*> changed(texts.begin(), texts.end());
  changed[position % count] = text.c_str();
  H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, changed.data());
  const Id space(H5Dget_space(dataset), H5Sclose);
  H5Dvlen_reclaim(type, space, H5P_DEFAULT, texts.data());
}

void Objects::remove(uint8_t number) {
  H5Ldelete(file_, name(number).c_str(), H5P_DEFAULT);
}

void Objects::resize(uint8_t number, uint32_t position, uint64_t length) {
  static const uint64_t lengths[] = {0, 1, 2, 3, 7, 100, uint64_t{1} << 20, uint64_t{1} << 40};
  const Id dataset = open_dataset(file_, name(number));
  if (!dataset.is_valid()) return;
  std::vector<uint64_t> shape = shape_of(dataset);
  if (position % 5 == 4) shape.push_back(1);
  if (position % 7 == 6 && !shape.empty()) shape.pop_back();
  if (!shape.empty()) shape[position % shape.size()] = lengths[length % std::size(lengths)];
  replace(name(number), H5Dget_type(dataset), shape);
}

void Objects::retype(uint8_t number, uint32_t position) {
  const hid_t types[] = {H5T_NATIVE_INT8,  H5T_NATIVE_INT32,  H5T_NATIVE_INT64, H5T_NATIVE_UINT64,
                         H5T_NATIVE_FLOAT, H5T_NATIVE_DOUBLE, H5T_C_S1};
  const Id dataset = open_dataset(file_, name(number));
  if (!dataset.is_valid()) return;
  replace(name(number), H5Tcopy(types[position % std::size(types)]), shape_of(dataset));
}

void Objects::replace(const std::string& name, int64_t new_type,
                      const std::vector<uint64_t>& shape) {
  const Id type(new_type, H5Tclose);
  const std::vector<hsize_t> lengths(shape.begin(), shape.end());
  const Id space(shape.empty()
                     ? H5Screate(H5S_SCALAR)
                     : H5Screate_simple(static_cast<int>(shape.size()), lengths.data(), nullptr),
                 H5Sclose);
  const std::string beside = name + "~";
  {
    const Id old = open_dataset(file_, name);
    const Id made(
        H5Dcreate2(file_, beside.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
        H5Dclose);
    if (!old.is_valid() || !made.is_valid()) return;
    copy_attributes(old, made);
  }
  H5Ldelete(file_, name.c_str(), H5P_DEFAULT);
  H5Lmove(file_, beside.c_str(), file_, name.c_str(), H5P_DEFAULT, H5P_DEFAULT);
}

void Objects::remove_attribute(uint8_t number, uint32_t position) {
  const Id object(H5Oopen(file_, number == 255 ? "/" : name(number).c_str(), H5P_DEFAULT),
                  H5Oclose);
  if (!object.is_valid()) return;
  if (const std::string which = attribute_name(object, position); !which.empty())
    H5Adelete(object, which.c_str());
}

void Objects::set_attribute(uint8_t number, uint32_t position, const std::string& text) {
  const Id object(H5Oopen(file_, number == 255 ? "/" : name(number).c_str(), H5P_DEFAULT),
                  H5Oclose);
  if (!object.is_valid()) return;
  const std::string which = attribute_name(object, position);
  if (which.empty()) return;
  H5Adelete(object, which.c_str());
  const Id type(H5Tcopy(H5T_C_S1), H5Tclose);
  H5Tset_size(type, std::max<size_t>(text.size(), 1));
  H5Tset_cset(type, H5T_CSET_UTF8);
  const Id space(H5Screate(H5S_SCALAR), H5Sclose);
  const Id made(H5Acreate2(object, which.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
  if (made.is_valid()) H5Awrite(made, type, text.c_str());
}

void Objects::rename(uint8_t number, uint32_t position) {
  const std::string from = name(number), to = names_[position % names_.size()];
  if (from == to) return;
  H5Ldelete(file_, to.c_str(), H5P_DEFAULT);
  H5Lmove(file_, from.c_str(), file_, to.c_str(), H5P_DEFAULT, H5P_DEFAULT);
}

std::string digest_line(const std::vector<uint8_t>& bytes) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(bytes.data(), bytes.size(), digest);
  std::string line = "\nrumbo sha256 ";
  for (const unsigned char byte : digest) line += fmt::format("{:02x}", byte);
  return line + "\n";
}

}  // namespace rumbo::fuzz
