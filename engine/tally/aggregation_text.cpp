// See aggregation_text.hpp.
#include "engine/tally/aggregation_text.hpp"

#include <map>
#include <sstream>

namespace rumbo {

namespace {

std::optional<Aggregation> parse(const std::string& word) {
  if (word == "sum") return Aggregation{AggregationKind::sum};
  if (word == "maximum") return Aggregation{AggregationKind::maximum};
  if (word == "none") return Aggregation{AggregationKind::none};
  if (word.rfind("mean(", 0) == 0 && word.back() == ')' && word.size() > 6)
    return Aggregation{AggregationKind::mean, word.substr(5, word.size() - 6)};
  return std::nullopt;
}

}  // namespace

std::string aggregation_word(const Aggregation& aggregation) {
  switch (aggregation.kind) {
    case AggregationKind::sum:
      return "sum";
    case AggregationKind::mean:
      return "mean(" + aggregation.weights + ")";
    case AggregationKind::last:
      return "last";
    case AggregationKind::maximum:
      return "maximum";
    case AggregationKind::none:
      break;
  }
  return "none";
}

std::string cell_methods_text(const TableDeclaration& table) {
  std::string text = table.method == CellMethod::sum ? "time: sum" : "time: point";
  for (size_t axis = 0; axis < table.axes.size(); ++axis) {
    const Aggregation over = table.aggregation(axis);
    if (over.kind == AggregationKind::none) continue;
    const std::string word = over.kind == AggregationKind::mean ? "mean" : aggregation_word(over);
    text += " " + table.axes[axis].name + ": " + word;
  }
  return text;
}

std::string aggregation_text(const TableDeclaration& table) {
  std::string text = "time: " + aggregation_word(table.time_aggregation());
  for (size_t axis = 0; axis < table.axes.size(); ++axis)
    text += " " + table.axes[axis].name + ": " + aggregation_word(table.aggregation(axis));
  return text;
}

void read_aggregation(TableDeclaration& table, const std::optional<std::string>& text) {
  std::map<std::string, Aggregation> said;
  std::istringstream words(text.value_or(""));
  for (std::string axis, word; words >> axis >> word;)
    if (const auto over = parse(word); over && axis.back() == ':')
      said[axis.substr(0, axis.size() - 1)] = *over;
  table.over.clear();
  for (size_t axis = 0; axis < table.axes.size(); ++axis) {
    const auto found = said.find(table.axes[axis].name);
    table.over.push_back(found == said.end() ? Aggregation{AggregationKind::none} : found->second);
  }
}

}  // namespace rumbo
