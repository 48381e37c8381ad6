// See table_mistakes.hpp.
#include "engine/tables/table_mistakes.hpp"

#include <algorithm>
#include <map>

namespace rumbo {

void TableMistakes::refuse(const SourceLocation& where, const std::string& message) {
  mistakes_.push_back({where, where.prefix() + message});
}

void TableMistakes::warn(const SourceLocation& where, const std::string& message) {
  warnings_.push_back({where, where.prefix() + message});
}

void TableMistakes::refuse(const std::string& file, const InputError& error) {
  for (const auto& message : error.messages()) mistakes_.push_back({{file, 0, 0}, message});
}

void TableMistakes::throw_if_any() const {
  if (any()) throw InputError(mistakes());
}

std::vector<std::string> TableMistakes::sentences(const std::vector<Sentence>& all,
                                                  const char* what) {
  std::vector<std::string> files;
  std::map<std::string, std::vector<const Sentence*>> by_file;
  for (const auto& sentence : all) {
    auto& of_file = by_file[sentence.where.file];
    if (of_file.empty()) files.push_back(sentence.where.file);
    of_file.push_back(&sentence);
  }
  std::vector<std::string> found;
  for (const auto& file : files) {
    auto& of_file = by_file[file];
    std::stable_sort(of_file.begin(), of_file.end(), [](const Sentence* a, const Sentence* b) {
      return std::pair(a->where.line, a->where.column) < std::pair(b->where.line, b->where.column);
    });
    for (size_t i = 0; i < std::min(of_file.size(), most_of_a_file); ++i)
      found.push_back(of_file[i]->text);
    if (of_file.size() > most_of_a_file)
      found.push_back(file + ": " + std::to_string(of_file.size() - most_of_a_file) + " more " +
                      what);
  }
  return found;
}

}  // namespace rumbo
