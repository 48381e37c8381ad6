// How tables lie in a result file, shared by parts, merging and reading.
//
// A dense table is one dataset over (scenario, replicate, time, axes...); a
// sparse one is a group with one column a dataset. May include: base, tally, hdf5.
#pragma once
#include <string>
#include <vector>

#include "engine/hdf5/file.hpp"
#include "engine/output/results.hpp"

namespace rumbo::layout {

inline constexpr const char* file_kind = "rumbo results 2";
inline constexpr const char* checkpoint_kind = "rumbo checkpoint 2";
/// Of files written before files ended with a digest.
inline constexpr const char* old_file_kind = "rumbo results 1";
inline constexpr const char* old_checkpoint_kind = "rumbo checkpoint 1";

/// Which scenarios (indices) and replicates (numbers) of a header a file holds.
struct Extent {
  std::vector<uint32_t> scenarios;
  std::vector<uint32_t> replicates;
};
Extent whole(const ResultsHeader& header);

/// Chunk of a dense table: one scenario, one replicate, and as much of [time][axes...] as fits
/// into a mebibyte (the chunk cache of readers), so that chunks move between files as they are.
hdf5::Shape dense_chunk(const TableDeclaration& table, size_t times);

/// Names of a table's own axes, one after the other.
std::string axis_list(const TableDeclaration& table, const char* between);

/// Element type on disk: 64-bit integers if the cells need no scaling, else doubles.
ElementType cell_type(const TableDeclaration& table);

/// Column names of a sparse table: scenario_index, replicate_index, time_index, one an axis, value.
std::vector<std::string> sparse_columns(const TableDeclaration& table);
/// int32 for indices; cell_type for the value.
ElementType column_type(const TableDeclaration& table, size_t column);

/// Writes attributes, coordinates, scenario texts and empty tables.
///
/// rows     for each table the number of rows (sparse tables only)
/// returns  for each table its dataset, or its columns in the order of sparse_columns
std::vector<std::vector<hdf5::Dataset>> write_skeleton(hdf5::Group& root,
                                                       const ResultsHeader& header,
                                                       const Extent& extent,
                                                       const std::vector<uint64_t>& rows);

/// The cells of a table in the unit of the file; a cell without value is NaN.
std::vector<double> scaled_cells(const TableDeclaration& table, const std::vector<int64_t>& cells);
/// Adds the rows of one run to the columns of a sparse table, from row `offset` on; close them
/// when all are there.
void add_rows(std::vector<hdf5::Dataset>& columns, const TableDeclaration& table,
              const std::vector<TableData::Row>& rows, int32_t scenario_index,
              int32_t replicate_index, uint64_t offset);
/// throws  RunError unless a run has the tables of the header, in their sizes
void require_size(const ResultsHeader& header, const ResultBlock& block);

/// How many rows each group of events has.
std::vector<uint64_t> event_rows(const ResultBlock& block);
/// The columns of every group of events, empty: scenario_index, replicate_index, then its own; a
/// column with labels is an index named after its axis.
std::vector<std::vector<hdf5::Dataset>> create_events(hdf5::Group& root,
                                                      const ResultsHeader& header,
                                                      const std::vector<uint64_t>& rows);
/// Writes the rows of a part.
void write_events(std::vector<hdf5::Dataset>& columns, const EventDeclaration& group,
                  const EventRows& rows);
/// Names of the columns in the order of create_events.
std::vector<std::string> event_columns(const EventDeclaration& group);
/// Appends a part's rows of a group at `offset`; returns how many.
uint64_t append_events(std::vector<hdf5::Dataset>& columns, const EventDeclaration& group,
                       const hdf5::Group& root, int32_t scenario, int32_t replicate,
                       uint64_t offset);
/// A dimension of so many rows without coordinate, as netCDF-4 writes it.
hdf5::Dataset create_row_dimension(hdf5::Group& group, uint64_t rows);
/// Chunk of every column of rows.
inline constexpr uint64_t rows_per_chunk = uint64_t{1} << 16;

/// What lies where a part should: nothing, the part asked for (complete, with this part_digest and
/// replicate), a part of another run or program, or a file that is damaged.
enum class PartState { missing, good, foreign, damaged };
/// why  of a damaged part: the sentence that tells it
PartState look_at_part(const std::filesystem::path& path, const std::string& digest,
                       uint32_t replicate, std::string* why = nullptr);

/// What a sweep was made with.
/// numbers  those of the replicate axis, which is there already
void write_sweep(hdf5::Group& root, const SweepRecord& sweep, const std::vector<uint32_t>& numbers);
/// Nothing if the file is of no sweep. throws RunError if what it says cannot be
std::optional<SweepRecord> read_sweep(const hdf5::Group& root);

/// Marks the file as complete (the last thing written) and gives it its name.
void finish_file(hdf5::NewFile& file);

}  // namespace rumbo::layout
