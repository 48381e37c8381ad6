// How many replicates a difference needs to be known to a share of itself. May include: tools.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rumbo {

/// The share that "5%" or "0.05" says.
/// throws InputError  what is no number, or not above 0 and at most 100%
double parse_precision(const std::string& text);

/// Replicates with which the half width of a 95% interval is `precision` of the size of the
/// estimate: (1.96 deviation / (precision |estimate|))^2, rounded up, and at least 2. Nothing where
/// the estimate is 0 or the deviation is not known (NaN).
///
/// deviation  of the paired differences of replicates, 0 or more
std::optional<double> replicates_needed(double deviation, double estimate, double precision);

/// One difference and the replicates that it has.
struct PrecisionRow {
  std::string scenario, series;
  double estimate = 0;
  double deviation = 0;  ///< NaN = not known
  size_t n = 0;
};

/// A table of the rows that differ, and what its columns are: difference, half width now in % of
/// it, replicates now, needed, more.
std::string precision_text(const std::vector<PrecisionRow>& rows, double precision);
std::string precision_markdown(const std::vector<PrecisionRow>& rows, double precision);

}  // namespace rumbo
