// See name_lock.hpp.
#include "tools/rumbo/name_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "engine/base/error.hpp"
#include "engine/output/provenance.hpp"

namespace rumbo {
namespace {

const std::string file_begin = "rumbo run, ";

std::string system_words(int code) {
  return std::generic_category().message(code);
}

/// The first line of the file, at most 400 bytes.
std::string first_line(int descriptor) {
  std::string text(400, '\0');
  const ssize_t n = ::pread(descriptor, text.data(), text.size(), 0);
  text.resize(n > 0 ? static_cast<size_t>(n) : 0);
  return text.substr(0, text.find('\n'));
}

std::string host() {
  char name[256] = {};
  return ::gethostname(name, sizeof name - 1) == 0 ? name : "an unknown host";
}

/// Whether the open file still has the name: another run may just have removed it.
bool still_has_name(int descriptor, const std::filesystem::path& path) {
  struct stat opened = {}, named = {};
  return ::fstat(descriptor, &opened) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

[[noreturn]] void refuse_foreign(const std::filesystem::path& path) {
  throw RunError(path.string() +
                 ": is no lock of rumbo; move it away or give the run another --name");
}

}  // namespace

NameLock::NameLock(const std::filesystem::path& result) : result_(result), path_(result) {
  path_.replace_extension(".lock");
  while (!open_and_lock()) ::close(descriptor_);
  note_owner();
}

bool NameLock::open_and_lock() {
  descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0666);
  if (descriptor_ < 0 && errno == ELOOP) refuse_foreign(path_);
  if (descriptor_ < 0)
    throw RunError("cannot write " + path_.string() + ": " + system_words(errno));
  struct stat found = {};
  const std::string owner = first_line(descriptor_);
  if (::fstat(descriptor_, &found) != 0 || !S_ISREG(found.st_mode) ||
      (found.st_size > 0 && !owner.starts_with(file_begin))) {
    ::close(descriptor_);
    refuse_foreign(path_);
  }
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {
    is_held_ = true;
    return still_has_name(descriptor_, path_);
  }
  if (errno != EWOULDBLOCK && errno != EINTR) return true;  // no locks here
  ::close(descriptor_);
  throw RunError(result_.string() + ": is being made by another run (" +
                 (owner.empty() ? "which has just begun" : owner.substr(file_begin.size())) +
                 "); wait for its end or give this one another --name");
}

void NameLock::note_owner() const {
  const std::string text =
      fmt::format("{}process {} on {}, since {}\n", file_begin, ::getpid(), host(), now_utc());
  // What is not written is only missing in the sentence to a second run.
  if (::ftruncate(descriptor_, 0) != 0) return;
  [[maybe_unused]] const ssize_t n = ::pwrite(descriptor_, text.data(), text.size(), 0);
}

NameLock::~NameLock() {
  if (descriptor_ < 0) return;
  if (is_held_) ::unlink(path_.c_str());  // while it is held: no one else's can have this name
  ::close(descriptor_);
}

std::optional<std::string> lock_owner(const std::filesystem::path& lock) {
  const int descriptor = ::open(lock.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return std::nullopt;
  const std::string owner = first_line(descriptor);
  const bool is_held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(descriptor);
  if (!is_held || !owner.starts_with(file_begin)) return std::nullopt;
  return owner.substr(file_begin.size());
}

}  // namespace rumbo
