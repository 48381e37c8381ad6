// What a file is, as lines of name and value.
//
// May include: output.
#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace rumbo {

struct FileInfo {
  /// Headings and their lines; a line without a name is shown by itself.
  struct Section {
    std::string heading;
    std::vector<std::pair<std::string, std::string>> lines;
  };
  std::vector<Section> sections;
};

/// A result file or a checkpoint. Throws RunError if it is neither, or torn.
FileInfo describe_file(const std::filesystem::path& path);
/// Version, commit, compiler, flags, libraries.
FileInfo describe_program();

std::string as_text(const FileInfo& info);
std::string as_json(const FileInfo& info);

}  // namespace rumbo
