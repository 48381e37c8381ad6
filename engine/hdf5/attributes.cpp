// Attributes of groups and datasets. See node.hpp.
#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/hdf5/types.hpp"

namespace rumbo::hdf5 {

namespace {

/// An attribute ready to be written; an older one of that name is replaced.
Handle new_attribute(const Node& node, const std::string& name, hid_t type, const Handle& space) {
  if (node.has_attribute(name)) H5Adelete(node.id(), name.c_str());
  const auto id = H5Acreate2(node.id(), name.c_str(), type, space.id(), H5P_DEFAULT, H5P_DEFAULT);
  return {require(id, "write attribute " + name + " of " + node.name()), H5Aclose};
}

Handle open_attribute(const Node& node, const std::string& name) {
  const auto id = H5Aopen(node.id(), name.c_str(), H5P_DEFAULT);
  return {require(id, "read attribute " + name + " of " + node.name()), H5Aclose};
}

bool is_single(const Handle& attribute) {
  const Handle space(H5Aget_space(attribute.id()), H5Sclose);
  return H5Sget_simple_extent_npoints(space.id()) == 1;
}

}  // namespace

void Node::set_attribute(const std::string& name, const std::string& text) {
  const auto lock = lock_library();
  const Handle type = fixed_text_type(text.size());
  const Handle attribute = new_attribute(*this, name, type.id(), make_space({}));
  require(H5Awrite(attribute.id(), type.id(), text.c_str()),
          "write attribute " + name + " of " + name_);
}

void Node::set_attribute(const std::string& name, int64_t number) {
  write_number(name, ElementType::i64, &number);
}

void Node::set_attribute(const std::string& name, int32_t number) {
  write_number(name, ElementType::i32, &number);
}

void Node::set_attribute(const std::string& name, double number) {
  write_number(name, ElementType::f64, &number);
}

// netCDF-4 has no scalar attributes: a number is an array of length one.
void Node::write_number(const std::string& name, ElementType type, const void* number) {
  const auto lock = lock_library();
  const Handle attribute = new_attribute(*this, name, file_type(type), make_space({1}));
  require(H5Awrite(attribute.id(), memory_type(type), number),
          "write attribute " + name + " of " + name_);
}

std::vector<std::string> Node::attribute_names() const {
  const auto lock = lock_library();
  std::vector<std::string> names;
  const auto keep = [](hid_t, const char* name, const H5A_info_t*, void* list) -> herr_t {
    static_cast<std::vector<std::string>*>(list)->push_back(name);
    return 0;
  };
  hsize_t position = 0;
  require(H5Aiterate2(id(), H5_INDEX_NAME, H5_ITER_INC, &position, keep, &names),
          "list the attributes of " + name_);
  return names;
}

bool Node::has_attribute(const std::string& name) const {
  const auto lock = lock_library();
  return H5Aexists(id(), name.c_str()) > 0;
}

std::optional<std::string> Node::text_attribute(const std::string& name) const {
  const auto lock = lock_library();
  if (!has_attribute(name)) return std::nullopt;
  const Handle attribute = open_attribute(*this, name);
  const Handle type(H5Aget_type(attribute.id()), H5Tclose);
  if (H5Tget_class(type.id()) != H5T_STRING || !is_single(attribute)) return std::nullopt;
  const std::string what = "read attribute " + name + " of " + name_;
  if (H5Tis_variable_str(type.id()) > 0) {
    char* text = nullptr;
    require(H5Aread(attribute.id(), type.id(), &text), what);
    std::string copy = text != nullptr ? text : "";
    H5free_memory(text);
    require_utf8(copy, "attribute " + name + " of " + name_);
    return copy;
  }
  const size_t length = H5Tget_size(type.id());
  if (length > file_size_of(*this))
    throw RunError("cannot " + what + ": it declares more bytes than the file has");
  std::string text(length, '\0');
  require(H5Aread(attribute.id(), type.id(), text.data()), what);
  text.resize(std::min(text.find('\0'), text.size()));
  require_utf8(text, "attribute " + name + " of " + name_);
  return text;
}

std::optional<double> Node::number_attribute(const std::string& name) const {
  const auto lock = lock_library();
  if (!has_attribute(name)) return std::nullopt;
  const Handle attribute = open_attribute(*this, name);
  const Handle type(H5Aget_type(attribute.id()), H5Tclose);
  const auto kind = H5Tget_class(type.id());
  if ((kind != H5T_INTEGER && kind != H5T_FLOAT) || !is_single(attribute)) return std::nullopt;
  double number = 0;
  require(H5Aread(attribute.id(), H5T_NATIVE_DOUBLE, &number),
          "read attribute " + name + " of " + name_);
  return number;
}

}  // namespace rumbo::hdf5
