// Small made-up results with every kind of table, for tests of files and of what reads them.
#pragma once
#include "engine/output/results.hpp"

namespace rumbo::test {

/// Two scenarios ("baseline", "quota"), `replicates` replicates, annual records of 2000 to 2003;
/// a stock, a dense flow, money with a scale, and sparse moves.
ResultsHeader sample_header(uint32_t replicates);

/// Known numbers for one (scenario index, replicate number): see sample_cell().
ResultBlock sample_block(const ResultsHeader& header, uint32_t scenario, uint32_t replicate);

/// The integer in a dense cell: different in every table, scenario, replicate, time and cell.
int64_t sample_cell(size_t table, uint32_t scenario, uint32_t replicate, size_t time, size_t cell);

/// The sample of two replicates with a group of events ("panel": person, origin, amount); parts
/// differ in their number of rows.
ResultsHeader header_with_events();
ResultBlock block_with_events(const ResultsHeader& header, uint32_t scenario, uint32_t replicate);

/// Writes all parts of header_with_events() into a folder.
void write_event_parts(const std::filesystem::path& folder);
/// Writes a whole file of header_with_events(): dense and sparse tables, events.
void write_results_with_events(const std::filesystem::path& path);

}  // namespace rumbo::test
