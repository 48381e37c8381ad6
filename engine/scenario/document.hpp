// A scenario file as written: merged with what it extends, each value knowing
// where it stands. Nothing is interpreted here beyond `extends`.
//
// The only door to the TOML parser. May include: base.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/error.hpp"

namespace rumbo {

/// One value of a document.
struct DocumentNode {
  enum class Kind { text, whole, real, truth, list, section, date };

  Kind kind = Kind::section;
  SourceLocation where;      ///< of the value
  SourceLocation key_where;  ///< of its key, if it has one
  uint32_t layer = 0;        ///< file it comes from, in order of merging; later wins
  std::string text;          ///< kinds text and date (as written)
  int64_t whole = 0;
  double real = 0;  ///< also set for whole
  bool truth = false;
  std::vector<DocumentNode> items;                                 ///< kind list
  std::vector<std::pair<std::string, DocumentNode>> entries = {};  ///< kind section, as written

  bool is_number() const { return kind == Kind::whole || kind == Kind::real; }
  /// The entry of that key, nullptr if there is none or this is no section.
  const DocumentNode* find(std::string_view key) const;
  DocumentNode* find(std::string_view key);
};

/// "a string", "a number", ...: for messages.
std::string kind_name(DocumentNode::Kind kind);
/// A key as TOML text, in quotes where it needs them.
std::string toml_key(const std::string& key);
/// The value as TOML text on one line.
std::string as_toml(const DocumentNode& node);

/// A table of figures that a scenario replaces or adds to.
struct TableOverride {
  std::string path;  ///< relative to the working folder
  SourceLocation where;
};

/// Where the tables of figures are, paths relative to the working folder.
struct TableSources {
  std::string folder;
  std::map<std::string, TableOverride> overrides;  ///< by name of table; rows override its rows
};

/// A scenario file merged with everything it extends and the command line.
class Document {
 public:
  Document(std::string path, DocumentNode root, std::vector<std::string> files,
           std::string source_text);

  const std::string& path() const { return path_; }
  /// Stem of the file's name: "baseline".
  std::string name() const;
  const DocumentNode& root() const { return root_; }
  /// All files read, in order of merging; the file itself is the last.
  const std::vector<std::string>& files() const { return files_; }
  /// All files as written, one after the other, each under a comment with its path.
  const std::string& source_text() const { return source_text_; }
  /// The [tables] section. throws InputError with all its mistakes (no folder, no such file)
  TableSources tables() const;

 private:
  std::string path_;
  DocumentNode root_;
  std::vector<std::string> files_;
  std::string source_text_;
};

/// Reads a scenario file and what it extends.
///
/// `extends = "base.toml"` or a list of files, relative to the file it stands in; merged in order,
/// then the file itself. Sections merge key by key, [[policy]] entries by id, later wins.
/// overrides  NAME=VALUE of the command line, merged last: NAME is a parameter ("a.b", "a.b[X]"),
///            a key of a section ("time.start") or "policy.ID.KEY"; VALUE is TOML or plain text
/// throws InputError  file missing, not TOML, cycle of extends, policy without id, NAME=VALUE
/// malformed
Document read_document(const std::string& path, const std::vector<std::string>& overrides = {});

}  // namespace rumbo
