// How a table is put together along its axes, as a result file says it.
//
// May include: tally.
#pragma once
#include <optional>
#include <string>

#include "engine/tally/table.hpp"

namespace rumbo {

/// CF's words, axis by axis: "time: sum origin: sum stage: sum", "time: point residence: mean".
/// An axis that CF has no word for (not at all) is left out.
std::string cell_methods_text(const TableDeclaration& table);

/// All of it: "time: last residence: mean(population) skill: none".
std::string aggregation_text(const TableDeclaration& table);

/// "sum", "mean(population)", "last", "maximum" or "none".
std::string aggregation_word(const Aggregation& aggregation);

/// Sets `table.over` from the text of a file; axes and units of the table must be known.
///
/// text  as aggregation_text() writes it; nothing in files of older programs. What the text does
///       not say, or says in words unknown, has no aggregate (none).
void read_aggregation(TableDeclaration& table, const std::optional<std::string>& text);

}  // namespace rumbo
