// HDF5 files that are either complete or not there.
//
// A file is written as NAME.tmp and gets its name from commit(), after a flush,
// a close, the digest of its bytes (file_digest.hpp) and an fsync, each of them
// checked. May include: base.
#pragma once
#include <filesystem>
#include <optional>

#include "engine/hdf5/file_digest.hpp"
#include "engine/hdf5/node.hpp"

namespace rumbo::hdf5 {

/// A file being written. Throws RunError with the file and the reason.
class NewFile {
 public:
  /// Makes PATH.tmp, replacing a left-over of that name (a link, not what it points at).
  explicit NewFile(std::filesystem::path path);
  /// Removes PATH.tmp unless committed.
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  /// Datasets and groups taken from it must be gone before commit().
  Group& root() { return *root_; }
  /// Hands what was written so far to the system.
  void flush();
  /// Makes the file final under its name.
  ///
  /// previous  an earlier file of that name is first renamed to this; "" = it is replaced
  void commit(const std::filesystem::path& previous = {});

  const std::filesystem::path& path() const { return path_; }

 private:
  void abandon() noexcept;

  std::filesystem::path path_;
  std::filesystem::path temporary_;
  Handle handle_;
  std::optional<Group> root_;
};

/// Whether a file's bytes are compared with its digest before it is opened.
enum class Verify {
  digest,
  nothing  ///< it was verified a moment ago
};

/// A file that is only read.
class ReadFile {
 public:
  /// Throws RunError if it is missing or may not be read; DamagedFile if it is torn, not HDF5, or
  /// not what was written.
  explicit ReadFile(std::filesystem::path path, Verify verify = Verify::digest);

  /// The digest that held; nothing if the file has none or it was not looked at.
  const std::optional<std::string>& digest() const { return digest_; }

  const Group& root() const { return *root_; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  std::optional<std::string> digest_;
  Handle handle_;
  std::optional<Group> root_;
};

}  // namespace rumbo::hdf5
