// See file_digest.hpp.
#include "engine/hdf5/file_digest.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/sha256.hpp"

namespace rumbo::hdf5 {

namespace {

constexpr std::string_view line_begin = "\nrumbo sha256 ";
constexpr size_t n_digits = 64;
static_assert(line_begin.size() + n_digits + 1 == digest_line_length);

/// A file descriptor, closed when it goes.
class OpenFile {
 public:
  OpenFile(const std::filesystem::path& path, int flags, const std::string& what)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC)), what_(what) {
    if (descriptor_ < 0) fail_by_system(what_);
  }
  ~OpenFile() { ::close(descriptor_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  /// Bytes of a regular file; others (a folder, a pipe) have no end to trust and are refused.
  uint64_t size() const {
    struct stat facts {};
    if (::fstat(descriptor_, &facts) != 0) fail_by_system(what_);
    if (S_ISDIR(facts.st_mode)) throw RunError("cannot " + what_ + ": it is a folder");
    if (!S_ISREG(facts.st_mode)) throw RunError("cannot " + what_ + ": it is no ordinary file");
    return static_cast<uint64_t>(facts.st_size);
  }

  /// The next bytes, as many as asked for.
  void read(char* bytes, size_t count) const {
    while (count > 0) {
      const ssize_t done = ::read(descriptor_, bytes, count);
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) fail_by_system(what_);
      if (done == 0) throw RunError("cannot " + what_ + ": it became shorter while it was read");
      bytes += done;
      count -= static_cast<size_t>(done);
    }
  }

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t done = ::write(descriptor_, bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) fail_by_system(what_);
      bytes.remove_prefix(static_cast<size_t>(done));
    }
  }

 private:
  int descriptor_;
  std::string what_;
};

std::string digest_of(const OpenFile& file, uint64_t count) {
  Sha256 sum;
  std::vector<char> buffer(size_t{1} << 20);
  while (count > 0) {
    const auto step = static_cast<size_t>(std::min<uint64_t>(count, buffer.size()));
    file.read(buffer.data(), step);
    sum.add(buffer.data(), step);
    count -= step;
  }
  return sum.hexadecimal();
}

}  // namespace

void append_digest(const std::filesystem::path& path, const std::string& name) {
  std::string digest;
  {
    const OpenFile file(path, O_RDONLY, "write " + name);
    digest = digest_of(file, file.size());
  }
  const OpenFile file(path, O_WRONLY | O_APPEND, "write " + name);
  file.write(std::string(line_begin) + digest + "\n");
}

std::optional<std::string> verify_digest(const std::filesystem::path& path) {
  const OpenFile file(path, O_RDONLY | O_NONBLOCK, "read " + path.string());
  const uint64_t size = file.size();
  if (size < digest_line_length) return std::nullopt;
  const std::string found = digest_of(file, size - digest_line_length);
  std::string line(digest_line_length, '\0');
  file.read(line.data(), line.size());
  if (!line.starts_with(line_begin) || line.back() != '\n') return std::nullopt;
  if (line.substr(line_begin.size(), n_digits) != found)
    throw DamagedFile("cannot read " + path.string() +
                      ": it is damaged, its content is not what was written (sha256 of its bytes)");
  return found;
}

std::filesystem::path set_aside(const std::filesystem::path& path) {
  std::filesystem::path aside = path;
  aside += ".damaged";
  if (::rename(path.c_str(), aside.c_str()) != 0)
    fail_by_system("rename " + path.string() + " to " + aside.string());
  return aside;
}

}  // namespace rumbo::hdf5
