// Which labels of which axes count: `--where origin=HTI|MEX,sex=female`.
//
// May include: tally.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/tally/table.hpp"

namespace rumbo {

/// Keeps the cells whose label on `axis` is one of `labels`.
struct Selection {
  std::string axis;
  std::vector<std::string> labels;
};

/// Selections from the command line, each text "AXIS=LABEL|LABEL,AXIS=LABEL".
/// throws InputError with all mistakes: no "=", no label, an axis twice
std::vector<Selection> parse_selections(const std::vector<std::string>& texts);

/// throws InputError for axes and labels that none of the tables has, with the nearest name
void check_selections(const std::vector<Selection>& selections,
                      const std::vector<TableDeclaration>& tables);

/// throws InputError for an axis of --by that none of the tables has, with the nearest name
void check_split(const std::string& axis, const std::vector<TableDeclaration>& tables);

/// Position of an axis in a table, or nothing.
std::optional<size_t> find_axis(const TableDeclaration& table, const std::string& name);

/// "one of a, b and 3 more; did you mean 'b'?"
std::string expected_one_of(const std::string& found, const std::vector<std::string>& names);

}  // namespace rumbo
