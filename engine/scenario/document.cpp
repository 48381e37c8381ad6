// See document.hpp.
#include "engine/scenario/document.hpp"

#include <filesystem>

#include "engine/scenario/extends.hpp"
#include "engine/scenario/file_text.hpp"
#include "engine/scenario/merge.hpp"
#include "engine/scenario/mistakes.hpp"

namespace rumbo {
namespace {

namespace fs = std::filesystem;
using Kind = DocumentNode::Kind;

std::string folder_refusal(const std::string& path) {
  std::error_code failure;
  if (fs::is_directory(path, failure)) return "";
  return fs::exists(path, failure) ? "'" + path + "' is a file; expected a folder"
                                   : "no folder '" + path + "'";
}

std::string file_refusal(const std::string& path) {
  const std::string reason = unreadable(path);
  if (reason.empty()) return "";
  return reason == no_such_file ? "no file '" + path + "'" + nearest_file(path)
                                : "'" + path + "' " + reason;
}

void add_table(const std::string& name, const DocumentNode& node, TableSources& sources,
               std::vector<Finding>& mistakes) {
  if (node.kind != Kind::text) {
    mistakes.push_back({node.where, "tables." + name + ": found " + kind_name(node.kind) +
                                        "; expected the name of a file or folder"});
    return;
  }
  const std::string path = path_beside(node.where, node.text);
  if (name == "folder")
    sources.folder = path;
  else
    sources.overrides[name] = {path, node.where};
  const std::string refusal = name == "folder" ? folder_refusal(path) : file_refusal(path);
  if (!refusal.empty()) mistakes.push_back({node.where, "tables." + name + ": " + refusal});
}

[[noreturn]] void refuse(const std::vector<Finding>& findings) {
  Findings mistakes;
  for (const auto& [where, sentence] : findings) mistakes.add(where, sentence);
  throw InputError(mistakes.messages());
}

}  // namespace

std::string Document::name() const {
  return fs::path(path_).stem().string();
}

TableSources Document::tables(std::vector<Finding>& mistakes) const {
  TableSources sources;
  const DocumentNode* tables = root().find("tables");
  if (tables)
    for (const auto& [name, node] : tables->entries) add_table(name, node, sources, mistakes);
  const bool is_named = tables && (tables->find("folder") || tables->kind != Kind::section);
  if (!is_named && is_whole())
    mistakes.push_back({{path_, 0, 0},
                        "[tables] folder is missing; expected the folder of the tables that "
                        "describe the world, here or in a file that this one extends"});
  return sources;
}

TableSources Document::tables() const {
  std::vector<Finding> mistakes;
  TableSources sources = tables(mistakes);
  if (!mistakes.empty()) refuse(mistakes);
  return sources;
}

Document draft_document(const std::string& path, const std::vector<std::string>& overrides) {
  DocumentParts parts = read_with_extended(path);
  const auto layer = static_cast<uint32_t>(parts.files.size());
  for (const auto& assignment : overrides) {
    Finding why;
    try {
      apply_override(parts.root, assignment, layer, why);
    } catch (const InputError& error) {
      parts.mistakes.push_back({SourceLocation{}, error.what()});
    }
    parts.unused.push_back(std::move(why));
  }
  return Document(path, std::move(parts));
}

Document read_document(const std::string& path, const std::vector<std::string>& overrides) {
  Document document = draft_document(path, overrides);
  std::vector<Finding> mistakes = document.mistakes();
  for (const auto& unused : document.unused())
    if (!unused.sentence.empty() && document.is_whole()) mistakes.push_back(unused);
  if (!mistakes.empty()) refuse(mistakes);
  return document;
}

}  // namespace rumbo
