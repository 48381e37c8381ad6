// See checkpoint.hpp.
#include "engine/output/checkpoint.hpp"

#include <optional>
#include <set>

#include "engine/base/error.hpp"
#include "engine/hdf5/file.hpp"
#include "engine/output/layout.hpp"

namespace rumbo {

namespace {

constexpr const char* file_kind = layout::checkpoint_kind;

std::filesystem::path previous_of(std::filesystem::path path) {
  path += ".prev";
  return path;
}

hdf5::ReadFile open_complete(const std::filesystem::path& path) {
  hdf5::ReadFile file(path);
  const std::string cannot = "cannot read " + path.string() + ": ";
  const auto kind = file.root().text_attribute("file_kind");
  if (kind == layout::old_checkpoint_kind)
    throw RunError(cannot + "it carries no digest, an older program wrote it");
  if (kind != file_kind) throw RunError(cannot + "it is no checkpoint of this program");
  if (file.root().text_attribute("run_status") != "complete")
    throw hdf5::DamagedFile(cannot + "it was not written to its end");
  if (!file.digest())
    throw hdf5::DamagedFile(cannot + "the digest at its end is gone: it was cut off or changed");
  return file;
}

/// Members that a file may have: an honest one spends more bytes on each.
size_t most_members(const std::filesystem::path& path) {
  constexpr size_t at_least = 100000, bytes_of_a_member = 64;
  return std::max<size_t>(at_least, std::filesystem::file_size(path) / bytes_of_a_member);
}

/// All datasets below a group, as "people/wealth". A state has few levels; groups that contain
/// themselves have no end.
/// left  members that may still be looked at
void list_arrays(const hdf5::Group& group, const std::string& prefix, std::set<std::string>& names,
                 size_t& left, int depth = 0) {
  constexpr int most_levels = 16;
  for (const auto& member : group.members()) {
    if (depth >= most_levels || left-- == 0)
      throw RunError("cannot read " + group.name() +
                     ": its groups are nested too deep or too many");
    if (group.is_group(member))
      list_arrays(group.open_group(member), prefix + member + "/", names, left, depth + 1);
    else
      names.insert(prefix + member);
  }
}

}  // namespace

class SaveArchive::Impl {
 public:
  explicit Impl(std::filesystem::path path)
      : file(std::move(path)),
        arrays(file.root().create_group("arrays")),
        texts(file.root().create_group("texts")) {}
  hdf5::NewFile file;
  std::optional<hdf5::Group> arrays;
  std::optional<hdf5::Group> texts;
};

SaveArchive::SaveArchive(std::filesystem::path path)
    : impl_(std::make_unique<Impl>(std::move(path))) {}
SaveArchive::~SaveArchive() = default;

void SaveArchive::text(const std::string& name, const std::string& value) {
  impl_->texts->create_text(name, value);
}

void SaveArchive::visit(const std::string& name, ElementType type, const void* data, size_t count,
                        const std::function<void*(size_t)>&) {
  auto dataset = impl_->arrays->create_dataset(name, type, {count});
  if (count > 0) dataset.write_and_close(type, data);
}

void SaveArchive::visit_pieces(const std::string& name, ElementType type,
                               const ArchivePieces& pieces) {
  auto dataset = impl_->arrays->create_dataset(name, type, {count_elements(pieces)});
  uint64_t at = 0;
  pieces([&](const ArchivePiece& piece) {
    if (piece.count > 0) dataset.add_block(type, piece.data, {at}, {piece.count});
    at += piece.count;
  });
  dataset.close();
}

void SaveArchive::commit() {
  impl_->arrays.reset();
  impl_->texts.reset();
  auto& file = impl_->file;
  file.root().set_attribute("file_kind", file_kind);
  file.flush();
  file.root().set_attribute("run_status", "complete");
  file.commit(previous_of(file.path()));
}

void set_aside_checkpoint(const std::filesystem::path& path) {
  for (const auto& file : {path, previous_of(path)})
    if (std::filesystem::exists(file)) hdf5::set_aside(file);
}

class LoadArchive::Impl {
 public:
  explicit Impl(const std::filesystem::path& path)
      : file(open(path)),
        arrays(file.root().open_group("arrays")),
        texts(file.root().open_group("texts")) {
    size_t left = most_members(file.path());
    list_arrays(arrays, "", waiting, left);
  }
  /// The newest that is whole.
  hdf5::ReadFile open(const std::filesystem::path& path) {
    const auto previous = previous_of(path);
    const bool has_previous = std::filesystem::exists(previous);
    std::string why;
    bool is_damaged = false;
    try {
      return open_complete(path);
    } catch (const hdf5::DamagedFile& newest) {
      is_damaged = true;
      why = newest.what();
    } catch (const RunError& newest) {
      why = newest.what();
    }
    if (!has_previous) throw_unreadable(why, is_damaged);
    try {
      auto older = open_complete(previous);
      notice = why + "; going on from " + previous.string();
      return older;
    } catch (const hdf5::DamagedFile& older) {
      throw_unreadable(why + "; and " + older.what(), true);
    } catch (const RunError& older) {
      throw RunError(why + "; and " + older.what());
    }
  }
  [[noreturn]] static void throw_unreadable(const std::string& why, bool is_damaged) {
    if (is_damaged) throw DamagedCheckpoint(why);
    throw RunError(why);
  }

  [[noreturn]] void refuse(const std::string& name, const std::string& what) const {
    throw RunError("checkpoint " + file.path().string() + ": array '" + name + "' " + what);
  }
  [[noreturn]] void refuse_length(const std::string& name, size_t count) const {
    refuse(name,
           "has " + std::to_string(count) + " elements, another length than this program expects");
  }
  /// The array of this name. Throws RunError if it is missing, of another type or no list.
  hdf5::Dataset open_array(const std::string& name, ElementType type) {
    if (!arrays.has(name)) refuse(name, "is missing: it was written by another program or model");
    auto dataset = arrays.open_dataset(name);
    if (dataset.type() != type)
      refuse(name, "has elements of another type than this program expects");
    dataset.require_whole();
    if (dataset.shape().size() != 1) refuse(name, "is no list of numbers");
    waiting.erase(name);
    return dataset;
  }

  std::string notice;
  hdf5::ReadFile file;
  hdf5::Group arrays;
  hdf5::Group texts;
  std::set<std::string> waiting;  ///< arrays that have not been asked for yet
};

LoadArchive::LoadArchive(const std::filesystem::path& path) : impl_(std::make_unique<Impl>(path)) {}
LoadArchive::~LoadArchive() = default;

const std::string& LoadArchive::notice() const {
  return impl_->notice;
}
const std::filesystem::path& LoadArchive::path() const {
  return impl_->file.path();
}
bool LoadArchive::has_text(const std::string& name) const {
  return impl_->texts.has(name);
}

std::vector<std::pair<std::string, uint64_t>> LoadArchive::arrays() const {
  std::vector<std::pair<std::string, uint64_t>> list;
  std::set<std::string> names;
  size_t left = most_members(path());
  list_arrays(impl_->arrays, "", names, left);
  for (const auto& name : names) list.emplace_back(name, impl_->arrays.open_dataset(name).size());
  return list;
}

std::string LoadArchive::text(const std::string& name) const {
  if (!has_text(name))
    throw RunError("checkpoint " + path().string() + " has no text '" + name + "'");
  return impl_->texts.read_text(name);
}

void LoadArchive::visit(const std::string& name, ElementType type, const void*, size_t,
                        const std::function<void*(size_t)>& place) {
  const hdf5::Dataset dataset = impl_->open_array(name, type);
  const size_t count = dataset.size();
  void* memory = place(count);
  if (memory == nullptr && count > 0) impl_->refuse_length(name, count);
  if (count > 0) dataset.read(type, memory);
}

void LoadArchive::visit_pieces(const std::string& name, ElementType type,
                               const ArchivePieces& pieces) {
  const hdf5::Dataset dataset = impl_->open_array(name, type);
  if (dataset.size() != count_elements(pieces)) impl_->refuse_length(name, dataset.size());
  uint64_t at = 0;
  pieces([&](const ArchivePiece& piece) {
    if (piece.count > 0) dataset.read_block(type, piece.data, {at}, {piece.count});
    at += piece.count;
  });
}

void LoadArchive::refuse(const std::string& name, const std::string& what) const {
  impl_->refuse(name, what);
}

const std::string& LoadArchive::digest() const {
  return *impl_->file.digest();
}

void LoadArchive::finish() const {
  if (impl_->waiting.empty()) return;
  throw RunError("checkpoint " + path().string() + ": array '" + *impl_->waiting.begin() +
                 "' is unknown to this program (" + std::to_string(impl_->waiting.size()) +
                 " such)");
}

}  // namespace rumbo
