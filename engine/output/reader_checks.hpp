// What a result file must be before its numbers are used. Every file is read as if it came from
// someone who wants to do harm: each length, index and label is looked at first.
//
// May include: base, tally, hdf5.
#pragma once
#include <string>
#include <vector>

#include "engine/hdf5/node.hpp"
#include "engine/output/results.hpp"

namespace rumbo::checks {

/// Month that begins on a day since 2000-01-01. Throws RunError, naming `what`, if none does or it
/// lies outside the calendar of the engine (1850 to 2191).
Month month_of_days(int64_t days, const std::string& what);

/// Replicate numbers: at least one, none negative, ascending.
std::vector<uint32_t> replicates_of(const hdf5::Dataset& dataset);
/// Last months of the record periods: at least one, ascending.
std::vector<Month> times_of(const hdf5::Dataset& dataset);
/// First month of the first period, not after its last.
Month start_of(const hdf5::Dataset& bounds, const std::vector<Month>& times);
/// Labels of an axis: at least one, none empty or twice.
std::vector<std::string> labels_of(const hdf5::Group& root, const std::string& axis);

/// A table's dataset must have the shape that its axes say, and whole numbers or fractions in it.
void check_dense(const hdf5::Dataset& dataset, const ResultsHeader& header,
                 const TableDeclaration& table);
/// The columns of a sparse table: all there, of one length.
void check_sparse(const hdf5::Group& group, const TableDeclaration& table);
/// The columns of a group of events: of one length.
void check_events(const hdf5::Group& group, const EventDeclaration& declaration);

/// Numbers of an index column: each from `least` to under `count`.
///
/// throws  RunError with the row and the number that is not
std::vector<int32_t> indices_of(const hdf5::Dataset& column, uint64_t count, int32_t least = 0);

/// Number of cells of a table. Throws RunError if they are more than can be addressed.
uint64_t cells_of(const TableDeclaration& table, const std::string& file);

}  // namespace rumbo::checks
