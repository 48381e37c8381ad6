// Which rows of the tables of figures differ between two scenarios, overrides included.
// May include: models/migration.
#pragma once
#include <string>
#include <vector>

#include "tools/rumbo/load.hpp"

namespace rumbo {

/// Cells of two tables that have the same place in them but not the same value; or a row that only
/// one has, "-" in the other.
struct TableDifference {
  std::string place;  ///< "MEX, USA, 2001", and the name of the column if the row is in both
  std::string a, b;
};

/// How two tables of the same name differ.
struct TableComparison {
  std::string table;
  size_t n_rows = 0;                   ///< that differ or that only one has
  std::vector<TableDifference> first;  ///< of them
};

/// Tables that differ, in the order in which they are read; at most `most` rows of each in `first`.
std::vector<TableComparison> compare_tables(const LoadedScenario& a, const LoadedScenario& b,
                                            size_t most = 5);

}  // namespace rumbo
