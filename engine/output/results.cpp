// Headers of result files and the parts that belong to them. See results.hpp.
#include "engine/output/results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

#include "engine/base/error.hpp"
#include "engine/output/identity.hpp"
#include "engine/output/layout.hpp"
#include "engine/output/provenance.hpp"

namespace rumbo {

namespace {

/// Words that would have to be quoted in Python or R, and names the file itself uses.
constexpr std::array reserved_names = {"and",
                                       "as",
                                       "assert",
                                       "async",
                                       "await",
                                       "break",
                                       "class",
                                       "continue",
                                       "def",
                                       "del",
                                       "elif",
                                       "else",
                                       "except",
                                       "finally",
                                       "for",
                                       "from",
                                       "function",
                                       "global",
                                       "if",
                                       "import",
                                       "in",
                                       "is",
                                       "lambda",
                                       "next",
                                       "nonlocal",
                                       "not",
                                       "or",
                                       "pass",
                                       "raise",
                                       "repeat",
                                       "return",
                                       "try",
                                       "while",
                                       "with",
                                       "yield",
                                       "scenario",
                                       "time",
                                       "replicate",
                                       "bound",
                                       "row",
                                       "value",
                                       "time_bounds",
                                       "scenario_toml",
                                       "scenario_source_toml",
                                       "scenario_digest",
                                       "scenario_pairing"};

void check_name(const std::string& name, const std::string& kind) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  if (name.empty() || name[0] < 'a' || name[0] > 'z' ||
      !std::all_of(name.begin(), name.end(), is_plain))
    throw RunError(fmt::format(
        "results: the {} name '{}' must begin with a small letter and hold only small letters, "
        "digits and _",
        kind, name));
  if (std::find(reserved_names.begin(), reserved_names.end(), name) != reserved_names.end())
    throw RunError(fmt::format(
        "results: the {} name '{}' is a word of Python or R, or one the file itself needs", kind,
        name));
}

using LabelsByAxis = std::map<std::string, const std::vector<std::string>*>;

/// One axis name stands for the same labels wherever it is used.
void check_labels(const std::string& axis, const std::vector<std::string>& labels,
                  const std::string& table, LabelsByAxis& known) {
  check_name(axis, "axis");
  if (labels.empty())
    throw RunError(fmt::format("results: axis '{}' of table '{}' has no labels", axis, table));
  const auto [place, is_new] = known.emplace(axis, &labels);
  if (!is_new && *place->second != labels)
    throw RunError(fmt::format(
        "results: axis '{}' has other labels in table '{}' than in an earlier table", axis, table));
}

void check_axes(const TableDeclaration& table, LabelsByAxis& known) {
  std::set<std::string> in_table;
  for (const auto& axis : table.axes) {
    if (!in_table.insert(axis.name).second)
      throw RunError(
          fmt::format("results: table '{}' has two axes named '{}'", table.name, axis.name));
    check_labels(axis.name, axis.labels, table.name, known);
  }
}

void check_columns(const EventDeclaration& group, LabelsByAxis& known) {
  std::set<std::string> in_group;
  if (group.columns.empty())
    throw RunError(fmt::format("results: the group '{}' has no columns", group.name));
  for (const auto& column : group.columns) {
    check_name(column.name, "column");
    if (!in_group.insert(column.name).second)
      throw RunError(
          fmt::format("results: group '{}' has two columns named '{}'", group.name, column.name));
    if (column.has_labels()) check_labels(column.name, column.labels, group.name, known);
  }
}

}  // namespace

void check_header(const ResultsHeader& header) {
  if (header.scenarios.empty() || header.replicates.empty() || header.times.empty())
    throw RunError(
        "results: a file needs at least one scenario, one replicate and one record time");
  const auto& numbers = header.replicates;
  if (std::adjacent_find(numbers.begin(), numbers.end(), std::greater_equal<>()) != numbers.end())
    throw RunError("results: the replicates must be different numbers in ascending order");
  std::set<std::string> scenarios;
  for (const auto& scenario : header.scenarios)
    if (!scenarios.insert(scenario.name).second)
      throw RunError(fmt::format("results: two scenarios are named '{}'", scenario.name));
  LabelsByAxis axes;
  for (const auto& table : header.tables) check_axes(table, axes);
  for (const auto& group : header.events) check_columns(group, axes);
  std::set<std::string> tables;
  const auto check_table_name = [&](const std::string& name) {
    check_name(name, "table");
    if (!tables.insert(name).second || axes.count(name) > 0)
      throw RunError(
          fmt::format("results: two tables, or a table and an axis, are named '{}'", name));
  };
  for (const auto& table : header.tables) check_table_name(table.name);
  for (const auto& group : header.events) check_table_name(group.name);
}

std::string declaration_text(const TableDeclaration& table) {
  std::string text =
      fmt::format("{} {} {} {:.17g} {}\n", table.name, static_cast<int>(table.method),
                  static_cast<int>(table.form), table.scale, table.units);
  for (const auto& axis : table.axes)
    text += fmt::format("{}: {}\n", axis.name, fmt::join(axis.labels, "|"));
  if (const auto months = occasions_text(table.occasions); !months.empty()) text += months + "\n";
  return text;
}

std::string part_digest(const ResultsHeader& header, uint32_t scenario) {
  const BuildFacts& build = build_facts();
  std::string text =
      fmt::format("{}\n{}\n{}\n{}\n{}\n", build.version, build.git_commit, program_digest(),
                  header.scenarios.at(scenario).digest, header.start.text());
  for (const Month month : header.times) text += month.text() + '\n';
  for (const auto& table : header.tables) text += declaration_text(table);
  for (const auto& group : header.events)
    for (const auto& column : group.columns)
      text += fmt::format("{} {} {:.17g} {}\n", group.name, column.name, column.scale,
                          fmt::join(column.labels, "|"));
  return sha256(text);
}

std::filesystem::path part_path(const std::filesystem::path& folder, uint32_t scenario,
                                uint32_t replicate) {
  return folder / fmt::format("s{:04}-r{:06}.h5", scenario, replicate);
}

std::vector<std::pair<uint32_t, uint32_t>> finished_parts(const std::filesystem::path& folder,
                                                          const ResultsHeader& header,
                                                          std::vector<std::string>* set_aside) {
  std::vector<std::pair<uint32_t, uint32_t>> found;
  for (uint32_t scenario = 0; scenario < header.scenarios.size(); ++scenario) {
    const std::string digest = part_digest(header, scenario);
    for (const uint32_t replicate : header.replicates) {
      const auto path = part_path(folder, scenario, replicate);
      std::string why;
      const auto state = layout::look_at_part(path, digest, replicate, &why);
      if (state == layout::PartState::good) found.emplace_back(scenario, replicate);
      if (state != layout::PartState::damaged) continue;
      const auto aside = hdf5::set_aside(path);
      if (set_aside != nullptr)
        set_aside->push_back(fmt::format("{}; it was renamed to {} and is made again", why,
                                         aside.filename().string()));
    }
  }
  return found;
}

}  // namespace rumbo
