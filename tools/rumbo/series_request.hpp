// What a command line asks of result files, checked before anything is read.
//
// May include: tally.
#pragma once
#include <vector>

#include "tools/rumbo/series_reader.hpp"

namespace rumbo {

/// The series that are wanted: those of `--tables` ("NAME" or "NAME:AXIS:AXIS", label by label), or
/// the headlines; not yet narrowed by --where and --by.
///
/// tables  that the results hold
/// throws  InputError with all mistakes of --tables, --where and --by: what was found, what was
///         expected, and the nearest name
std::vector<HeadlineSeries> wanted_series(const SeriesRequest& request,
                                          const std::vector<TableDeclaration>& tables);

}  // namespace rumbo
