// The rows of a comparison as cells of a table for eyes: formatted, not yet escaped.
// May include: tools.
#pragma once
#include <string>
#include <vector>

#include "tools/rumbo/comparison.hpp"
#include "tools/rumbo/text_layout.hpp"

namespace rumbo {

/// Heading, then a line a row: series, unit, baseline, scenario, difference, interval, change,
/// finding.
std::vector<TextCells> cells_of(const Comparison& comparison, const ScenarioComparison& scenario,
                                IdenticalRows identical);

/// Whether a column of cells_of() is set to the right.
bool is_number_column(size_t column);

/// "Paired by replicate: events summed over 2001-01 to 2010-12, ..."
std::string heading_text(const ScenarioComparison& scenario);

/// "38 rows are the same in all replicates (--all shows them): a; b"; "" if none is left out.
std::string folded_text(const ScenarioComparison& scenario, IdenticalRows identical);

}  // namespace rumbo
