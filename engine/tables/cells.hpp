// One cell by the schema of its column. May include: base.
#pragma once
#include <string>
#include <string_view>

#include "engine/tables/name_set.hpp"
#include "engine/tables/table_schema.hpp"

namespace rumbo {

/// What a cell holds: its value as Figures::number() gives it, and what is wrong with it.
struct Cell {
  double value = 0;
  std::string mistake{};  ///< "" = none
  std::string warning{};
};

Cell read_cell(const ColumnSchema& column, std::string_view text, const NameSets& sets);

}  // namespace rumbo
