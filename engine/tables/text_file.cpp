// See text_file.hpp.
#include "engine/tables/text_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/base/utf8.hpp"

namespace rumbo {
namespace {

std::string bytes_of(const std::string& path) {
  std::error_code failed;
  const auto status = std::filesystem::status(path, failed);
  if (status.type() == std::filesystem::file_type::not_found)
    throw InputError(path + ": no such file");
  if (failed) throw InputError(path + ": cannot be read: " + failed.message());
  if (std::filesystem::is_directory(status))
    throw InputError(path + ": is a folder; expected a file");
  if (!std::filesystem::is_regular_file(status))
    throw InputError(path + ": is no ordinary file; expected a table");
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) throw InputError(path + ": cannot be read: " + std::strerror(errno));
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) throw InputError(path + ": cannot be read: " + std::strerror(errno));
  return bytes;
}

void refuse_other_than_utf8(const std::string& path, const std::string& bytes) {
  if (bytes.rfind("\xFF\xFE", 0) == 0 || bytes.rfind("\xFE\xFF", 0) == 0)
    throw InputError(SourceLocation{path, 1, 1}, "the text is UTF-16; expected UTF-8");
  int line = 1, column = 1;
  for (size_t at = 0; at < bytes.size(); ++column) {
    const size_t length = bytes[at] == '\0' ? 0 : utf8_length(bytes, at);
    if (length == 0)
      throw InputError(SourceLocation{path, line, column},
                       fmt::format("byte {} of the file, 0x{:02X}, is not UTF-8 text; expected "
                                   "UTF-8 (save the file in that encoding)",
                                   at + 1, static_cast<unsigned char>(bytes[at])));
    if (bytes[at] == '\n') {
      ++line;
      column = 0;
    }
    at += length;
  }
}

}  // namespace

std::string read_text(const std::string& path) {
  const std::string bytes = bytes_of(path);
  const bool is_marked = bytes.rfind("\xEF\xBB\xBF", 0) == 0;
  refuse_other_than_utf8(path, bytes);
  std::string text;
  text.reserve(bytes.size());
  for (size_t i = is_marked ? 3 : 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r')
      text += bytes[i];
    else if (i + 1 == bytes.size() || bytes[i + 1] != '\n')
      text += '\n';
  }
  return text;
}

}  // namespace rumbo
