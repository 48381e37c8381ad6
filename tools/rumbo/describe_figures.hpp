// The tables of figures that a run reads, described from their schemas.
// May include: models/migration.
#pragma once
#include <string>
#include <vector>

#include "tools/rumbo/describe.hpp"

namespace rumbo {

/// One of kind "input" a table: those that a run reads, then those for analysis only.
std::vector<Description> input_tables();

/// The same as pages of a reference: a heading and a table of columns each.
std::string input_tables_as_markdown();

}  // namespace rumbo
