// The numbers of two scenarios that a row compares, as pairs or as independent runs.
// May include: tools.
#pragma once
#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tools/rumbo/series_reader.hpp"

namespace rumbo {

/// The numbers of both scenarios; element i of both is one replicate where they are paired.
struct Samples {
  std::vector<double> baseline;
  std::vector<double> scenario;

  size_t least() const { return std::min(baseline.size(), scenario.size()); }
};

/// [record] of each replicate of a scenario; none if the series has no such scenario.
const std::map<uint32_t, std::vector<double>>& runs_of(const SeriesValues& series,
                                                       const std::string& scenario);

/// Whether the window holds a month in which the series is counted: elsewhere its zeros would read
/// as nothing at all. States always are.
bool was_recorded(const SeriesValues& series, const Records& records, const Window& window);

/// Replicates without a number (a mean over no one) are left out, of pairs both.
Samples samples_of(const SeriesValues& series, const std::string& baseline,
                   const std::string& scenario, const Window& window, bool is_paired);

/// Whether no pair, or no run at all, has another number.
bool all_same(const Samples& samples, bool is_paired);

/// Standard deviation of the paired differences; of independent runs that of the difference of one
/// run of each. At least 2 of each.
double deviation_of(const Samples& samples, bool is_paired);

/// A sentence for each side that has replicates which the other has not.
std::vector<std::string> replicates_left_out(const SeriesValues& series,
                                             const std::string& baseline,
                                             const std::string& scenario);

}  // namespace rumbo
