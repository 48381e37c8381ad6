// See extends.hpp.
#include "engine/scenario/extends.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "engine/scenario/file_text.hpp"
#include "engine/scenario/merge.hpp"
#include "engine/scenario/toml_reader.hpp"

namespace rumbo {
namespace {

namespace fs = std::filesystem;
using Kind = DocumentNode::Kind;

void set_layer(DocumentNode& node, uint32_t layer) {
  node.layer = layer;
  for (auto& item : node.items) set_layer(item, layer);
  for (auto& [key, value] : node.entries) set_layer(value, layer);
}

/// Reads files and merges them in the order in which they extend each other.
class Reader {
 public:
  DocumentParts parts;

  /// from  where the file is asked for; no file = the user's own
  void read(const std::string& path, const SourceLocation& from) {
    if (const std::string reason = unreadable(path); !reason.empty())
      return refuse(path, from, reason);
    // One file under several names, through links, is one file.
    std::error_code ignored;
    const std::string self = fs::canonical(path, ignored).generic_string();
    const auto is_open = [&](const Open& file) { return file.self == self; };
    if (std::any_of(open_.begin(), open_.end(), is_open)) return refuse_circle(self, path, from);
    if (seen_.count(self) > 0 || is_beyond_limits(from)) return;
    seen_.insert(self);
    open_.push_back({self, path});
    read_text(path);
    open_.pop_back();
  }

 private:
  struct Open {
    std::string self;  ///< without links
    std::string path;  ///< as it was asked for
  };
  std::vector<Open> open_;
  std::set<std::string> seen_;
  bool limit_told_ = false;

  void lose(const SourceLocation& where, const std::string& sentence) {
    parts.is_whole = false;
    parts.mistakes.push_back({where, sentence});
  }

  void refuse(const std::string& path, const SourceLocation& from, const std::string& reason) {
    const bool is_missing = reason == no_such_file;
    const std::string near = is_missing ? nearest_file(path) : "";
    if (from.file.empty())
      lose({path, 0, 0}, reason + near);
    else
      lose(from, is_missing ? "extends: no file '" + path + "'" + near
                            : "extends: '" + path + "' " + reason);
  }

  void refuse_circle(const std::string& self, const std::string& path, const SourceLocation& from) {
    std::string circle;
    bool inside = false;
    for (const Open& file : open_) {
      inside = inside || file.self == self;
      if (inside) circle += file.path + " -> ";
    }
    lose(from, "extends: these files extend each other in a circle: " + circle + path);
  }

  bool is_beyond_limits(const SourceLocation& from) {
    const bool is_long = open_.size() >= most_files_in_a_row;
    if (!is_long && seen_.size() < most_files) return false;
    if (limit_told_) return true;
    limit_told_ = true;
    lose(from, is_long ? fmt::format("extends: more than {} files extend each other in a row",
                                     most_files_in_a_row)
                       : fmt::format("extends: a scenario of more than {} files", most_files));
    return true;
  }

  void read_text(const std::string& path) {
    std::string text;
    try {
      text = read_text_file(path);
    } catch (const InputError& error) {
      return lose({}, error.what());
    }
    // Layers number the files in the order of merging, and what a file extends comes first.
    TomlReading reading = read_toml(text, path, 0);
    DocumentNode& own = reading.root;
    for (Finding& mistake : reading.mistakes) lose(mistake.where, mistake.sentence);
    for (Finding& mistake : take_policy_mistakes(own)) parts.mistakes.push_back(std::move(mistake));
    read_extended(own);
    set_layer(own, static_cast<uint32_t>(parts.files.size()));
    parts.files.push_back(path);
    parts.source_text += "# file: " + path + "\n" + text + (text.ends_with('\n') ? "" : "\n");
    merge_documents(parts.root, std::move(own));
  }

  void read_extended(DocumentNode& own) {
    const auto entry = std::find_if(own.entries.begin(), own.entries.end(),
                                    [](const auto& e) { return e.first == "extends"; });
    if (entry == own.entries.end()) return;
    const DocumentNode extends = std::move(entry->second);
    own.entries.erase(entry);
    const auto one = [&](const DocumentNode& node) {
      if (node.kind == Kind::text)
        read(path_beside(node.where, node.text), node.where);
      else
        lose(node.where,
             "extends: found " + kind_name(node.kind) + "; expected a file, or a list of files");
    };
    if (extends.kind != Kind::list) return one(extends);
    for (const auto& item : extends.items) one(item);
  }
};

}  // namespace

std::string path_beside(const SourceLocation& where, const std::string& path) {
  const fs::path folder = where.line == 0 ? fs::path() : fs::path(where.file).parent_path();
  std::string found = (folder / path).lexically_normal().generic_string();
  if (found.size() > 1 && found.ends_with('/')) found.pop_back();
  return found;
}

std::string nearest_file(const std::string& path) {
  std::vector<std::string> names;
  std::error_code ignored;
  const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : ".";
  for (fs::directory_iterator entry(folder, ignored), end; !ignored && entry != end;
       entry.increment(ignored))
    names.push_back(entry->path().filename().string());
  std::sort(names.begin(), names.end());
  const std::string near = nearest_name(fs::path(path).filename().string(), names);
  return near.empty() ? "" : "; did you mean '" + near + "'?";
}

DocumentParts read_with_extended(const std::string& path) {
  Reader reader;
  reader.read(path, {});
  return std::move(reader.parts);
}

}  // namespace rumbo
