// See plausible.hpp.
#include "engine/params/plausible.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo {
namespace {

double log_odds(double share) {
  return rumbo::log(share / (1 - share));
}

double share_of_log_odds(double odds) {
  return 1 / (1 + rumbo::exp(-odds));
}

double onto_scale(double value, RangeScale scale) {
  if (scale == RangeScale::log) return rumbo::log(value);
  return scale == RangeScale::logit ? log_odds(value) : value;
}

double off_scale(double position, RangeScale scale) {
  if (scale == RangeScale::log) return rumbo::exp(position);
  return scale == RangeScale::logit ? share_of_log_odds(position) : position;
}

}  // namespace

std::string scale_name(RangeScale scale) {
  return std::string(range_scale_names[static_cast<size_t>(scale)]);
}

std::optional<RangeScale> scale_named(const std::string& name) {
  for (size_t i = 0; i < range_scale_names.size(); ++i)
    if (range_scale_names[i] == name) return static_cast<RangeScale>(i);
  return std::nullopt;
}

std::string fault_of(const PlausibleRange& range) {
  if (!(range.low < range.high))
    return fmt::format("low {} is not below high {}", range.low, range.high);
  if (!(range.central >= range.low && range.central <= range.high))
    return fmt::format("central {} lies outside {} to {}", range.central, range.low, range.high);
  if (range.scale == RangeScale::log && range.low <= 0)
    return fmt::format("low {} is not above 0, as the scale log needs", range.low);
  if (range.scale == RangeScale::logit && (range.low <= 0 || range.high >= 1))
    return fmt::format("{} to {} is not within 0 and 1, both left out, as the scale logit needs",
                       range.low, range.high);
  return "";
}

double at_share(const PlausibleRange& range, double share) {
  RUMBO_REQUIRE(share >= 0 && share <= 1);
  // log and exp do not undo each other to the bit.
  if (share == 0) return range.low;
  if (share == 1) return range.high;
  const double low = onto_scale(range.low, range.scale);
  const double high = onto_scale(range.high, range.scale);
  return std::clamp(off_scale(low + share * (high - low), range.scale), range.low, range.high);
}

double moved(double value, const PlausibleRange& range, double to) {
  if (to == range.central) return value;
  switch (range.scale) {
    case RangeScale::linear:
      return value + (to - range.central);
    case RangeScale::log:
      return value * (to / range.central);
    case RangeScale::logit:
      if (value <= 0 || value >= 1) return value;
      return share_of_log_odds(log_odds(value) + (log_odds(to) - log_odds(range.central)));
  }
  return value;
}

}  // namespace rumbo
