// The one place that a series is about where places have no sum.
// May include: output.
#pragma once
#include "engine/output/reader.hpp"
#include "tools/rumbo/series_reader.hpp"

namespace rumbo {

/// The series with its focus turned into a selection, named after the label; as it is if it has no
/// focus, if the request chooses or splits by residence itself, or if the file has no stocks.
HeadlineSeries focused(const HeadlineSeries& series, const ResultsFile& file,
                       const SeriesRequest& request);

}  // namespace rumbo
