// See file_kind.hpp.
#include "engine/output/file_kind.hpp"

#include <fstream>

#include "engine/base/error.hpp"
#include "engine/hdf5/file.hpp"

namespace rumbo {
namespace {

const std::string results_begin = "rumbo results ", checkpoint_begins = "rumbo checkpoint ";

/// An unfinished file may hold nothing yet, or not its first bytes.
bool may_be_torn(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  std::string begin(8, '\0');
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  begin.resize(static_cast<size_t>(file.gcount()));
  return begin == "\x89HDF\r\n\x1a\n" || begin.find_first_not_of('\0') == std::string::npos;
}

}  // namespace

std::optional<std::string> root_text(const std::filesystem::path& path, const std::string& name) {
  try {
    return hdf5::ReadFile(path).root().text_attribute(name);
  } catch (const RunError&) {
    return std::nullopt;
  }
}

FileKind kind_of_file(const std::filesystem::path& path) {
  std::error_code none;
  const auto type = std::filesystem::symlink_status(path, none).type();
  if (type == std::filesystem::file_type::not_found) return FileKind::missing;
  if (type == std::filesystem::file_type::symlink) return FileKind::link;
  if (type != std::filesystem::file_type::regular) return FileKind::foreign;
  try {
    const hdf5::ReadFile file(path);
    const std::string kind = file.root().text_attribute("file_kind").value_or("");
    const bool is_complete = file.root().text_attribute("run_status") == "complete";
    if (kind.starts_with(results_begin)) return is_complete ? FileKind::results : FileKind::torn;
    if (kind.starts_with(checkpoint_begins))
      return is_complete ? FileKind::checkpoint : FileKind::torn;
    return FileKind::foreign;
  } catch (const RunError&) {
    return may_be_torn(path) ? FileKind::torn : FileKind::foreign;
  }
}

}  // namespace rumbo
