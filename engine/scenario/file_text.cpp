// See file_text.hpp.
#include "engine/scenario/file_text.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "engine/base/utf8.hpp"

namespace rumbo {
namespace {

/// An open file, closed at the end of its life.
class OpenFile {
 public:
  /// Without waiting: to open a pipe would wait for a program that writes.
  explicit OpenFile(const std::string& path)
      : number_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  ~OpenFile() {
    if (is_open()) ::close(number_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_;
};

std::string reason_of(int error) {
  if (error == ENOENT || error == ENOTDIR) return no_such_file;
  std::string text = std::strerror(error);
  if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return "may not be read: " + text;
}

std::string kind_of(mode_t mode) {
  if (S_ISREG(mode)) return "";
  const std::string what = S_ISDIR(mode)    ? "a folder"
                           : S_ISFIFO(mode) ? "a pipe"
                           : S_ISSOCK(mode) ? "a socket"
                                            : "a device";
  return "is " + what + "; expected a file";
}

/// At most `most` bytes and one more.
std::string bytes_of(const OpenFile& file, const std::string& path, size_t most) {
  std::string text;
  char block[65536];
  while (text.size() <= most) {
    const ssize_t n = ::read(file.number(), block, sizeof block);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw InputError({path, 0, 0}, reason_of(errno));
    if (n == 0) break;
    text.append(block, static_cast<size_t>(n));
  }
  return text;
}

SourceLocation location_in(const std::string& path, std::string_view before) {
  int line = 1, column = 1;
  for (const char c : before) {
    const bool continues = (static_cast<unsigned char>(c) & 0xc0) == 0x80;
    column = c == '\n' ? 1 : column + (continues ? 0 : 1);
    if (c == '\n') ++line;
  }
  return {path, line, column};
}

void refuse_other_encodings(const std::string& path, const std::string& text) {
  const size_t valid = valid_utf8(text);
  if (valid == text.size()) return;
  const bool is_utf16 = text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
  throw InputError(location_in(path, std::string_view(text).substr(0, valid)),
                   fmt::format("this is not UTF-8: found the byte 0x{:02X}; save the file as "
                               "UTF-8{}",
                               static_cast<unsigned char>(text[valid]),
                               is_utf16 ? " (it begins like UTF-16)" : ""));
}

}  // namespace

std::string unreadable(const std::string& path) {
  struct stat facts {};
  if (path.find('\0') != std::string::npos) return no_such_file;
  if (::stat(path.c_str(), &facts) != 0) return reason_of(errno);
  if (const std::string kind = kind_of(facts.st_mode); !kind.empty()) return kind;
  const OpenFile file(path);
  return file.is_open() ? "" : reason_of(errno);
}

std::string read_text_file(const std::string& path, size_t most_bytes) {
  const OpenFile file(path);
  if (!file.is_open()) throw InputError({path, 0, 0}, reason_of(errno));
  std::string text = bytes_of(file, path, most_bytes);
  if (text.size() > most_bytes)
    throw InputError({path, 0, 0},
                     fmt::format("is larger than {:.3g} MB, the most that is read of such a file",
                                 static_cast<double>(most_bytes) / (1 << 20)));
  refuse_other_encodings(path, text);
  return text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text;
}

}  // namespace rumbo
