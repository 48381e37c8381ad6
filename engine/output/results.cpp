// Headers of result files and the parts that belong to them. See results.hpp.
#include "engine/output/results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

#include "engine/base/error.hpp"
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
                                       "scenario_digest"};

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

void check_axes(const TableDeclaration& table, std::map<std::string, const Axis*>& known) {
  std::set<std::string> in_table;
  for (const auto& axis : table.axes) {
    check_name(axis.name, "axis");
    if (!in_table.insert(axis.name).second)
      throw RunError(
          fmt::format("results: table '{}' has two axes named '{}'", table.name, axis.name));
    if (axis.labels.empty())
      throw RunError(
          fmt::format("results: axis '{}' of table '{}' has no labels", axis.name, table.name));
    const auto [place, is_new] = known.emplace(axis.name, &axis);
    if (!is_new && place->second->labels != axis.labels)
      throw RunError(
          fmt::format("results: axis '{}' has other labels in table '{}' than in an earlier table",
                      axis.name, table.name));
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
  std::map<std::string, const Axis*> axes;
  for (const auto& table : header.tables) check_axes(table, axes);
  std::set<std::string> tables;
  for (const auto& table : header.tables) {
    check_name(table.name, "table");
    if (!tables.insert(table.name).second || axes.count(table.name) > 0)
      throw RunError(
          fmt::format("results: two tables, or a table and an axis, are named '{}'", table.name));
  }
}

std::string part_digest(const ResultsHeader& header, uint32_t scenario) {
  const BuildFacts& build = build_facts();
  std::string text = fmt::format("{}\n{}\n{}\n{}\n", build.version, build.git_commit,
                                 header.scenarios.at(scenario).digest, header.start.text());
  for (const Month month : header.times) text += month.text() + '\n';
  for (const auto& table : header.tables) {
    text += fmt::format("{} {} {} {:.17g}\n", table.name, static_cast<int>(table.method),
                        static_cast<int>(table.form), table.scale);
    for (const auto& axis : table.axes)
      text += fmt::format("{}: {}\n", axis.name, fmt::join(axis.labels, "|"));
  }
  return sha256(text);
}

std::filesystem::path part_path(const std::filesystem::path& folder, uint32_t scenario,
                                uint32_t replicate) {
  return folder / fmt::format("s{:04}-r{:06}.h5", scenario, replicate);
}

std::vector<std::pair<uint32_t, uint32_t>> finished_parts(const std::filesystem::path& folder,
                                                          const ResultsHeader& header) {
  std::vector<std::pair<uint32_t, uint32_t>> found;
  for (uint32_t scenario = 0; scenario < header.scenarios.size(); ++scenario) {
    const std::string digest = part_digest(header, scenario);
    for (const uint32_t replicate : header.replicates) {
      const auto path = part_path(folder, scenario, replicate);
      if (std::filesystem::exists(path) && layout::is_part(path, digest, replicate))
        found.emplace_back(scenario, replicate);
    }
  }
  return found;
}

}  // namespace rumbo
