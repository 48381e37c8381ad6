// See document.hpp.
#include "engine/scenario/document.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/scenario/merge.hpp"
#include "engine/scenario/toml_reader.hpp"

namespace rumbo {
namespace {

namespace fs = std::filesystem;
using Kind = DocumentNode::Kind;

/// A path written in a file, seen from the working folder.
std::string beside(const SourceLocation& where, const std::string& path) {
  const fs::path folder = where.line == 0 ? fs::path() : fs::path(where.file).parent_path();
  std::string found = (folder / path).lexically_normal().generic_string();
  if (found.size() > 1 && found.ends_with('/')) found.pop_back();
  return found;
}

/// "; did you mean 'baseline.toml'?" from the scenarios that stand where `path` was looked for.
std::string nearest_file(const std::string& path) {
  std::vector<std::string> names;
  std::error_code ignored;
  const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : ".";
  for (const auto& entry : fs::directory_iterator(folder, ignored))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  const std::string near = nearest_name(fs::path(path).filename().string(), names);
  return near.empty() ? "" : "; did you mean '" + near + "'?";
}

/// Reads files and merges them in the order in which they extend each other.
class Reader {
 public:
  DocumentNode root;
  std::vector<std::string> files;
  std::string source_text;
  std::vector<std::string> mistakes;

  /// from  where the file is asked for; no file = the user's own
  void read(const std::string& path, const SourceLocation& from) {
    if (std::find(open_.begin(), open_.end(), path) != open_.end()) return refuse_cycle(path, from);
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) {
      const std::string what = from.file.empty()
                                   ? path + ": no such file"
                                   : from.prefix() + "extends: no file '" + path + "'";
      mistakes.push_back(what + nearest_file(path));
      return;
    }
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    try {
      open_.push_back(path);
      read_text(path, text.str());
    } catch (const InputError& error) {
      mistakes.insert(mistakes.end(), error.messages().begin(), error.messages().end());
    }
    open_.pop_back();
  }

  uint32_t next_layer() const { return static_cast<uint32_t>(files.size()); }

 private:
  std::vector<std::string> open_;

  void refuse_cycle(const std::string& path, const SourceLocation& from) {
    std::string circle;
    for (auto file = std::find(open_.begin(), open_.end(), path); file != open_.end(); ++file)
      circle += *file + " -> ";
    mistakes.push_back(from.prefix() +
                       "extends: these files extend each other in a circle: " + circle + path);
  }

  void read_text(const std::string& path, const std::string& text) {
    // Layers number the files in the order of merging, and what a file extends comes first.
    DocumentNode own = parse_toml(text, path, 0);
    const auto found = policy_id_mistakes(own);
    mistakes.insert(mistakes.end(), found.begin(), found.end());
    read_extended(own);
    set_layer(own, next_layer());
    files.push_back(path);
    source_text += "# file: " + path + "\n" + text + (text.ends_with('\n') ? "" : "\n");
    if (found.empty()) merge_documents(root, std::move(own));
  }

  void read_extended(DocumentNode& own) {
    const auto entry = std::find_if(own.entries.begin(), own.entries.end(),
                                    [](const auto& e) { return e.first == "extends"; });
    if (entry == own.entries.end()) return;
    const DocumentNode extends = std::move(entry->second);
    own.entries.erase(entry);
    const auto one = [&](const DocumentNode& node) {
      if (node.kind == Kind::text)
        read(beside(node.where, node.text), node.where);
      else
        mistakes.push_back(node.where.prefix() + "extends: found " + kind_name(node.kind) +
                           "; expected a file, or a list of files");
    };
    if (extends.kind != Kind::list) return one(extends);
    for (const auto& item : extends.items) one(item);
  }

  static void set_layer(DocumentNode& node, uint32_t layer) {
    node.layer = layer;
    for (auto& item : node.items) set_layer(item, layer);
    for (auto& [key, value] : node.entries) set_layer(value, layer);
  }
};

void add_override(const std::string& name, const DocumentNode& node, TableSources& sources,
                  std::vector<std::string>& mistakes) {
  if (node.kind != Kind::text) {
    mistakes.push_back(node.where.prefix() + "tables." + name + ": found " + kind_name(node.kind) +
                       "; expected the name of a file or folder");
    return;
  }
  const std::string path = beside(node.where, node.text);
  std::error_code ignored;
  if (name == "folder") {
    sources.folder = path;
    if (!fs::is_directory(path, ignored))
      mistakes.push_back(node.where.prefix() + "tables.folder: no folder '" + path + "'");
  } else {
    sources.overrides[name] = {path, node.where};
    if (!fs::is_regular_file(path, ignored))
      mistakes.push_back(node.where.prefix() + "tables." + name + ": no file '" + path + "'" +
                         nearest_file(path));
  }
}

}  // namespace

Document::Document(std::string path, DocumentNode root, std::vector<std::string> files,
                   std::string source_text)
    : path_(std::move(path)),
      root_(std::move(root)),
      files_(std::move(files)),
      source_text_(std::move(source_text)) {}

std::string Document::name() const {
  return fs::path(path_).stem().string();
}

TableSources Document::tables() const {
  TableSources sources;
  std::vector<std::string> mistakes;
  if (const DocumentNode* tables = root_.find("tables"))
    for (const auto& [name, node] : tables->entries) add_override(name, node, sources, mistakes);
  if (sources.folder.empty() && mistakes.empty())
    mistakes.push_back(path_ +
                       ": [tables] folder is missing; expected the folder of the tables "
                       "that describe the world, here or in a file that this one extends");
  if (!mistakes.empty()) throw InputError(mistakes);
  return sources;
}

Document read_document(const std::string& path, const std::vector<std::string>& overrides) {
  Reader reader;
  reader.read(path, {});
  if (reader.mistakes.empty()) {
    for (const auto& assignment : overrides) {
      try {
        apply_override(reader.root, assignment, reader.next_layer());
      } catch (const InputError& error) {
        reader.mistakes.push_back(error.what());
      }
    }
  }
  if (!reader.mistakes.empty()) throw InputError(reader.mistakes);
  return Document(path, std::move(reader.root), std::move(reader.files),
                  std::move(reader.source_text));
}

}  // namespace rumbo
