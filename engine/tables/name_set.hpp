// Names that cells of tables refer to, as those of places. May include: base.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/error.hpp"

namespace rumbo {

/// The names that a table gives, in its order.
class NameSet {
 public:
  /// word  what one of them is, "place"; file  where they stand, "places.csv"
  NameSet(std::string word, std::string file) : word_(std::move(word)), file_(std::move(file)) {}

  void add(const std::string& name, const SourceLocation& where) {
    index_.emplace(name, names_.size());
    names_.push_back(name);
    where_.push_back(where);
  }
  /// Some of the names. meaning  completes "expected a place that is ..."
  void set_subset(const std::string& name, std::string meaning, std::vector<bool> members) {
    subsets_[name] = {std::move(meaning), std::move(members)};
  }

  std::optional<size_t> find(std::string_view name) const {
    const auto found = index_.find(std::string(name));
    return found == index_.end() ? std::nullopt : std::optional(found->second);
  }
  const std::string& word() const { return word_; }
  const std::string& file() const { return file_; }
  const std::vector<std::string>& names() const { return names_; }
  const SourceLocation& where(size_t i) const { return where_[i]; }
  /// "" is the set of all.
  bool is_in(const std::string& subset, size_t i) const {
    return subset.empty() || subsets_.at(subset).members[i];
  }
  std::string meaning(const std::string& subset) const { return subsets_.at(subset).meaning; }

 private:
  struct Subset {
    std::string meaning;
    std::vector<bool> members;
  };
  std::string word_, file_;
  std::vector<std::string> names_;
  std::vector<SourceLocation> where_;
  std::unordered_map<std::string, size_t> index_;
  std::map<std::string, Subset> subsets_;
};

/// By word. Cells of a set that is not there are not looked up: its own table has mistakes.
using NameSets = std::map<std::string, NameSet>;

}  // namespace rumbo
