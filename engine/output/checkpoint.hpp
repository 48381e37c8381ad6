// Checkpoints: the state of a run as named arrays and texts in one HDF5 file.
//
// Written beside its final name, fsynced and renamed; the previous one is kept
// as NAME.prev and serves when the newest is damaged. May include: base.
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "engine/base/archive.hpp"
#include "engine/base/error.hpp"

namespace rumbo {

/// Neither a checkpoint nor the one before it is what was written.
class DamagedCheckpoint : public RunError {
 public:
  using RunError::RunError;
};

/// Saves arrays straight from their memory, without a second copy.
class SaveArchive final : public Archive {
 public:
  /// Throws RunError if the file cannot be made.
  explicit SaveArchive(std::filesystem::path path);
  /// Without commit() nothing remains of it.
  ~SaveArchive() override;

  /// A named text (scenario, digest of the schedule); UTF-8 of any length.
  void text(const std::string& name, const std::string& value);
  /// Makes the file final; an earlier one of that name becomes NAME.prev.
  void commit();

 protected:
  void visit(const std::string& name, ElementType type, const void* data, size_t count,
             const std::function<void*(size_t)>& place) override;
  void visit_pieces(const std::string& name, ElementType type,
                    const ArchivePieces& pieces) override;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Renames a damaged checkpoint and the one before it to NAME.damaged and NAME.prev.damaged.
void set_aside_checkpoint(const std::filesystem::path& path);

/// Loads arrays into the place the state gives for them.
class LoadArchive final : public Archive {
 public:
  /// Opens `path`, or NAME.prev if it is missing or damaged. Throws RunError if neither can be
  /// read; DamagedCheckpoint if that is because they are damaged.
  explicit LoadArchive(const std::filesystem::path& path);
  ~LoadArchive() override;

  /// The sentence to tell the user when the previous checkpoint had to serve, else "".
  const std::string& notice() const;
  /// The file that is read.
  const std::filesystem::path& path() const;
  /// sha256 of the file that is read; it holds.
  const std::string& digest() const;
  bool has_text(const std::string& name) const;
  /// Throws RunError if there is no such text.
  std::string text(const std::string& name) const;
  /// Names and lengths of all arrays, by name.
  std::vector<std::pair<std::string, uint64_t>> arrays() const;
  /// Call when all is loaded: throws RunError if the file holds arrays that were not asked for.
  void finish() const;
  bool is_loading() const override { return true; }

 protected:
  [[noreturn]] void refuse(const std::string& name, const std::string& what) const override;
  /// Throws RunError if the array is missing, of another type, or of a length refused by `place`.
  void visit(const std::string& name, ElementType type, const void* data, size_t count,
             const std::function<void*(size_t)>& place) override;
  /// The same of pieces of this length together.
  void visit_pieces(const std::string& name, ElementType type,
                    const ArchivePieces& pieces) override;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rumbo
