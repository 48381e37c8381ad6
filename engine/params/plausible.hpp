// How far what is known of a parameter lets it go, and how its values move within that.
//
// Log and exp are those of engine/maths, for what is worked out here enters runs.
// May include: base, maths.
#pragma once
#include <optional>
#include <string>

#include "engine/base/named_enum.hpp"

namespace rumbo {

/// On what scale a range is even: a number, the logarithm of a positive number, or the log odds of
/// a share between 0 and 1.
enum class RangeScale { linear, log, logit };
inline constexpr auto range_scale_names = names_of<RangeScale>();

/// The values of a parameter that what is known leaves open, in the unit of the parameter.
struct PlausibleRange {
  double low = 0;      ///< low < high; above 0 on the log scale, within (0, 1) on logit
  double central = 0;  ///< most plausible, low <= central <= high
  double high = 0;
  RangeScale scale = RangeScale::linear;
  std::string source{};  ///< whose range it is: a citation, or "assumed" with how

  friend bool operator==(const PlausibleRange&, const PlausibleRange&) = default;
};

std::string scale_name(RangeScale scale);
std::optional<RangeScale> scale_named(const std::string& name);

/// What is wrong with a range by itself, as "central 5 lies outside 1 to 4"; "" if nothing is.
std::string fault_of(const PlausibleRange& range);

/// The value at a share of the way from low to high on the range's scale.
///
/// share  in [0, 1]; 0 is low and 1 is high, to the bit
double at_share(const PlausibleRange& range, double share);

/// How the value of one index moves when the parameter as a whole goes from `central` to `to`: by
/// to - central, by the factor to / central, or by the difference of their log odds. 0 stays 0 on
/// the log scale, 0 and 1 stay on logit. The result may lie outside what the parameter allows.
///
/// value  of the index; 0 or more on the log scale, in [0, 1] on logit
/// to     in low..high; central leaves the value as it is, to the bit
double moved(double value, const PlausibleRange& range, double to);

}  // namespace rumbo
