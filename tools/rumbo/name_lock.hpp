// One run at a time under one name.
//
// The lock belongs to an open file, so that the system takes it back however the process ends. It
// holds on every local file system and on NFS from version 3 with lockd and version 4; where locks
// are refused altogether, the run goes on without one and says so. May include: base.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace rumbo {

class NameLock {
 public:
  /// Takes the lock NAME.lock beside `result` (NAME.h5).
  ///
  /// throws RunError, naming the process and host, if another run holds it; or if the folder cannot
  /// be written to, or NAME.lock is a file of someone else
  explicit NameLock(const std::filesystem::path& result);
  /// Removes NAME.lock.
  ~NameLock();
  NameLock(const NameLock&) = delete;
  NameLock& operator=(const NameLock&) = delete;

  /// False where the file system gives no locks.
  bool is_held() const { return is_held_; }

 private:
  bool open_and_lock();
  void note_owner() const;

  std::filesystem::path result_;
  std::filesystem::path path_;
  int descriptor_ = -1;
  bool is_held_ = false;
};

/// Who holds a lock file NAME.lock: "process 12 on host, since ..."; nothing if nobody does, or the
/// file is not one of ours.
std::optional<std::string> lock_owner(const std::filesystem::path& lock);

}  // namespace rumbo
