// A file system of its own that is soon full; only root can mount it, elsewhere tests skip aloud.
#pragma once
#include <sys/mount.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/scratch_folder.hpp"

namespace rumbo::test {

/// A few megabytes in memory.
class SmallDisk {
 public:
  explicit SmallDisk(const std::string& size = "2m") {
    mounted_ =
        ::mount("rumbo-test", folder_.path().c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.path().c_str(), MNT_DETACH);
  }
  bool is_mounted() const { return mounted_; }
  const std::filesystem::path& path() const { return folder_.path(); }
  std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }
  /// Leaves `bytes` free.
  void fill_but(uintmax_t bytes) const {
    const auto free = std::filesystem::space(folder_.path()).available;
    std::ofstream(folder_ / "filler", std::ios::binary | std::ios::app)
        << std::string(free - bytes, 'f');
  }

 private:
  ScratchFolder folder_;
  bool mounted_ = false;
};

}  // namespace rumbo::test

#define SKIP_UNLESS_MOUNTED(disk)                                        \
  if (!(disk).is_mounted()) {                                            \
    WARN("skipped: only root can mount the small file system it needs"); \
    return;                                                              \
  }
