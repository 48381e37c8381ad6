// TableMistakes and warnings about files, gathered so that all are told at once. May include: base.
#pragma once
#include <string>
#include <vector>

#include "engine/base/error.hpp"

namespace rumbo {

/// TableMistakes refuse a file; warnings are of what is legal but suspicious.
class TableMistakes {
 public:
  static constexpr size_t most_of_a_file = 20;  ///< told in full; the rest is counted

  void refuse(const SourceLocation& where, const std::string& message);
  void warn(const SourceLocation& where, const std::string& message);
  /// What another reader said of a file, complete sentences with their locations.
  void refuse(const std::string& file, const InputError& error);

  bool any() const { return !mistakes_.empty(); }
  size_t number() const { return mistakes_.size(); }
  /// Complete sentences by file (in order of their first) and line, at most `most_of_a_file` each.
  std::vector<std::string> mistakes() const { return sentences(mistakes_, "mistakes"); }
  std::vector<std::string> warnings() const { return sentences(warnings_, "warnings"); }
  /// throws InputError with all mistakes, if there are any
  void throw_if_any() const;

 private:
  struct Sentence {
    SourceLocation where;
    std::string text;
  };
  static std::vector<std::string> sentences(const std::vector<Sentence>& all, const char* what);

  std::vector<Sentence> mistakes_, warnings_;
};

}  // namespace rumbo
