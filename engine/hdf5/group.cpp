// Groups: making and opening what is in them. See node.hpp.
#include "engine/base/error.hpp"
#include "engine/hdf5/types.hpp"

namespace rumbo::hdf5 {

namespace {

/// Members keep the order in which they were made: netCDF-4 can modify no other file.
Handle tracked(hid_t kind) {
  Handle properties(require(H5Pcreate(kind), "make properties"), H5Pclose);
  const unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  require(H5Pset_attr_creation_order(properties.id(), order), "make properties");
  // Without times of its own, so that the same results are the same bytes.
  require(H5Pset_obj_track_times(properties.id(), false), "make properties");
  if (kind == H5P_GROUP_CREATE)
    require(H5Pset_link_creation_order(properties.id(), order), "make properties");
  return properties;
}

Handle links_with_groups() {
  Handle properties(require(H5Pcreate(H5P_LINK_CREATE), "make properties"), H5Pclose);
  require(H5Pset_create_intermediate_group(properties.id(), 1), "make properties");
  return properties;
}

/// The library clears a buffer at every transfer of texts: 1 MB unless told, for some hundred
/// bytes.
Handle text_transfer() {
  Handle properties(require(H5Pcreate(H5P_DATASET_XFER), "make properties"), H5Pclose);
  require(H5Pset_buffer(properties.id(), 1 << 12, nullptr, nullptr), "make properties");
  return properties;
}

Handle dataset_properties(const Layout& layout) {
  Handle properties = tracked(H5P_DATASET_CREATE);
  const auto id = properties.id();
  if (!layout.chunk.empty()) {
    const std::vector<hsize_t> chunk(layout.chunk.begin(), layout.chunk.end());
    require(H5Pset_chunk(id, static_cast<int>(chunk.size()), chunk.data()), "set a chunk");
  }
  if (layout.compressed) {
    require(H5Pset_shuffle(id), "set shuffling");
    require(H5Pset_deflate(id, 1), "set compression");
    require(H5Pset_fletcher32(id), "set a checksum");
  }
  return properties;
}

Dataset new_dataset(const Group& group, const std::string& path, hid_t type, const Handle& space,
                    const Layout& layout) {
  const Handle links = links_with_groups();
  const Handle properties = dataset_properties(layout);
  const auto id = H5Dcreate2(group.id(), path.c_str(), type, space.id(), links.id(),
                             properties.id(), H5P_DEFAULT);
  const std::string name = group.name() + "/" + path;
  return {{require(id, "write " + name), H5Dclose}, name};
}

}  // namespace

Dataset Group::create_dataset(const std::string& path, ElementType type, const Shape& shape,
                              const Layout& layout) {
  const auto lock = lock_library();
  return new_dataset(*this, path, file_type(type), make_space(shape, layout.growing), layout);
}

Dataset Group::create_text(const std::string& path, const std::string& text) {
  const auto lock = lock_library();
  const Handle type = text_type();
  Dataset dataset = new_dataset(*this, path, type.id(), make_space({}), {});
  const char* words = text.c_str();
  require(H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, &words),
          "write " + dataset.name());
  return dataset;
}

Dataset Group::create_texts(const std::string& path, const std::vector<std::string>& texts) {
  const auto lock = lock_library();
  const Handle type = text_type();
  Dataset dataset = new_dataset(*this, path, type.id(), make_space({texts.size()}), {});
  std::vector<const char*> words;
  for (const auto& text : texts) words.push_back(text.c_str());
  const Handle transfer = text_transfer();
  require(H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, transfer.id(), words.data()),
          "write " + dataset.name());
  return dataset;
}

Group Group::create_group(const std::string& path) {
  const auto lock = lock_library();
  const Handle links = links_with_groups();
  const Handle properties = tracked(H5P_GROUP_CREATE);
  const auto id = H5Gcreate2(this->id(), path.c_str(), links.id(), properties.id(), H5P_DEFAULT);
  return {{require(id, "write " + name_ + "/" + path), H5Gclose}, name_ + "/" + path};
}

bool Group::has(const std::string& path) const {
  const auto lock = lock_library();
  for (size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
    if (H5Lexists(id(), path.substr(0, slash).c_str(), H5P_DEFAULT) <= 0) return false;
  return H5Lexists(id(), path.c_str(), H5P_DEFAULT) > 0;
}

void Group::require_no_links(const std::string& path) const {
  for (size_t slash = path.find('/');; slash = path.find('/', slash + 1)) {
    const std::string part = path.substr(0, slash);
    H5L_info_t info{};
    if (H5Lget_info(id(), part.c_str(), &info, H5P_DEFAULT) < 0) {
      H5Eclear2(H5E_DEFAULT);
      throw RunError("cannot read " + name_ + "/" + part + ": there is no such object");
    }
    if (info.type != H5L_TYPE_HARD)
      throw RunError("cannot read " + name_ + "/" + part +
                     ": it is a link to elsewhere; such files are not read");
    if (slash == std::string::npos) return;
  }
}

Dataset Group::open_dataset(const std::string& path) const {
  const auto lock = lock_library();
  const std::string name = name_ + "/" + path;
  require_no_links(path);
  const auto id = H5Dopen2(this->id(), path.c_str(), H5P_DEFAULT);
  return {{require(id, "read " + name), H5Dclose}, name};
}

Group Group::open_group(const std::string& path) const {
  const auto lock = lock_library();
  const std::string name = name_ + "/" + path;
  require_no_links(path);
  return {{require(H5Gopen2(id(), path.c_str(), H5P_DEFAULT), "read " + name), H5Gclose}, name};
}

std::string Group::read_text(const std::string& path) const {
  const auto texts = read_texts(path);
  if (texts.size() != 1)
    throw RunError("cannot read " + name_ + "/" + path + ": expected one text, found " +
                   std::to_string(texts.size()));
  return texts.front();
}

std::vector<std::string> Group::read_texts(const std::string& path) const {
  const auto lock = lock_library();
  const Dataset dataset = open_dataset(path);
  const Handle stored(require(H5Dget_type(dataset.id()), "read " + dataset.name()), H5Tclose);
  if (H5Tget_class(stored.id()) != H5T_STRING || H5Tis_variable_str(stored.id()) <= 0 ||
      dataset.shape().size() > 1)
    throw RunError("cannot read " + dataset.name() + ": expected texts along one axis");
  dataset.require_whole();
  const Handle type = text_type();
  std::vector<char*> words(dataset.size(), nullptr);
  const Handle transfer = text_transfer();
  const auto status =
      H5Dread(dataset.id(), type.id(), H5S_ALL, H5S_ALL, transfer.id(), words.data());
  std::vector<std::string> texts;
  for (const char* word : words) texts.emplace_back(word != nullptr ? word : "");
  for (char* word : words) H5free_memory(word);
  require(status, "read " + dataset.name());
  for (const auto& text : texts) require_utf8(text, dataset.name());
  return texts;
}

namespace {

/// The name of the i-th member, "" if the library cannot give it.
std::string member_name(const Group& group, H5_index_t order, hsize_t i) {
  const auto length =
      H5Lget_name_by_idx(group.id(), ".", order, H5_ITER_INC, i, nullptr, 0, H5P_DEFAULT);
  constexpr ssize_t longest = 1024;
  if (length <= 0 || length > longest) return "";
  std::string name(static_cast<size_t>(length) + 1, '\0');
  if (H5Lget_name_by_idx(group.id(), ".", order, H5_ITER_INC, i, name.data(), name.size(),
                         H5P_DEFAULT) < 0)
    return "";
  name.resize(static_cast<size_t>(length));
  return name;
}

}  // namespace

std::vector<std::string> Group::members() const {
  const auto lock = lock_library();
  H5G_info_t info;
  require(H5Gget_info(id(), &info), "list " + name_);
  std::vector<std::string> names;
  for (hsize_t i = 0; i < info.nlinks; ++i) {
    std::string name = member_name(*this, H5_INDEX_CRT_ORDER, i);
    // A group that was made on the way to a dataset has no order.
    if (name.empty()) name = member_name(*this, H5_INDEX_NAME, i);
    H5Eclear2(H5E_DEFAULT);
    if (name.empty()) throw RunError("cannot list " + name_ + ": a member without a usable name");
    require_utf8(name, "a name in " + name_);
    names.push_back(std::move(name));
  }
  return names;
}

bool Group::is_group(const std::string& path) const {
  const auto lock = lock_library();
  require_no_links(path);
  const Handle object(require(H5Oopen(id(), path.c_str(), H5P_DEFAULT), "read " + path), H5Oclose);
  return H5Iget_type(object.id()) == H5I_GROUP;
}

}  // namespace rumbo::hdf5
