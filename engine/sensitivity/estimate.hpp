// An estimate and how sure it is. May include: std only.
#pragma once
#include <limits>

namespace rumbo {

/// NaN where none was asked for, or none can be had.
struct ConfidenceInterval {
  double low = std::numeric_limits<double>::quiet_NaN();
  double high = std::numeric_limits<double>::quiet_NaN();
};

struct Estimate {
  double value = std::numeric_limits<double>::quiet_NaN();
  ConfidenceInterval interval{};
};

}  // namespace rumbo
