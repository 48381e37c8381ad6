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

/// A sentence about a document and where the thing it is about was written.
struct Finding {
  SourceLocation where;
  std::string sentence;
};

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

/// What reading a scenario file gives, with everything that was wrong with it.
struct DocumentParts {
  DocumentNode root;
  std::vector<std::string> files;  ///< in order of merging; the file itself is the last
  std::string source_text;
  std::vector<Finding> mistakes;
  bool is_whole = true;         ///< every file was there and is TOML
  std::vector<Finding> unused;  ///< [assignment of the command line] no sentence = it was used
};

/// A scenario file merged with everything it extends and the command line.
class Document {
 public:
  Document(std::string path, DocumentParts parts)
      : path_(std::move(path)), parts_(std::move(parts)) {}

  const std::string& path() const { return path_; }
  /// Stem of the file's name: "baseline".
  std::string name() const;
  const DocumentNode& root() const { return parts_.root; }
  /// All files read, in order of merging; the file itself is the last.
  const std::vector<std::string>& files() const { return parts_.files; }
  /// All files as written, one after the other, each under a comment with its path.
  const std::string& source_text() const { return parts_.source_text; }
  /// What was wrong while it was read.
  const std::vector<Finding>& mistakes() const { return parts_.mistakes; }
  /// Whether every file was there and is TOML; if not, what is not found may be in what is lost.
  bool is_whole() const { return parts_.is_whole; }
  /// [assignment of the command line] why it had nothing to act on; no sentence = it was used.
  const std::vector<Finding>& unused() const { return parts_.unused; }
  /// The [tables] section. throws InputError with all its mistakes (no folder, no such file)
  TableSources tables() const;
  /// The same with its mistakes added to `mistakes`.
  TableSources tables(std::vector<Finding>& mistakes) const;

 private:
  std::string path_;
  DocumentParts parts_;
};

/// Reads a scenario file and what it extends; notes what is wrong and goes on.
///
/// `extends = "base.toml"` or a list of files, relative to the file it stands in; merged in order,
/// then the file itself; a file that is reached in several ways is merged once, where it is first
/// reached. Sections merge key by key, [[policy]] entries by id, later wins.
/// overrides  NAME=VALUE of the command line, merged last: NAME is a parameter ("a.b", "a.b[X]"),
///            a key of a section ("time.start") or "policy.ID.KEY"; VALUE is TOML or plain text
Document draft_document(const std::string& path, const std::vector<std::string>& overrides = {});

/// The same for who needs it free of mistakes.
/// throws InputError  file missing, not TOML, cycle of extends, policy without id, NAME=VALUE
/// malformed or about a policy that is not there
Document read_document(const std::string& path, const std::vector<std::string>& overrides = {});

}  // namespace rumbo
