// See target.hpp.
#include "engine/calibration/target.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "engine/base/error.hpp"

namespace rumbo {
namespace {

bool is_deviation(double x) {
  return std::isfinite(x) && x >= 0;
}

/// What is wrong with a target, or "".
std::string mistake_of_target(const Target& target) {
  if (target.name.empty()) return "a target without a name";
  if (!std::isfinite(target.observed))
    return fmt::format("target '{}': observed {}; expected a finite number", target.name,
                       target.observed);
  if (!is_deviation(target.observation_sd) || !is_deviation(target.discrepancy_sd))
    return fmt::format("target '{}': standard deviations {} and {}; expected numbers from 0 on",
                       target.name, target.observation_sd, target.discrepancy_sd);
  if (target.observation_sd == 0 && target.discrepancy_sd == 0)
    return fmt::format("target '{}': both standard deviations are 0; no run meets a figure exactly",
                       target.name);
  return "";
}

}  // namespace

void check_targets(const std::vector<Target>& targets) {
  std::vector<std::string> mistakes;
  if (targets.empty() || targets.size() > most_targets)
    mistakes.push_back(
        fmt::format("calibration: {} targets; expected 1 to {}", targets.size(), most_targets));
  std::set<std::string> names;
  for (const Target& target : targets) {
    if (const std::string mistake = mistake_of_target(target); !mistake.empty())
      mistakes.push_back(mistake);
    if (!names.insert(target.name).second)
      mistakes.push_back(fmt::format("target '{}' twice", target.name));
  }
  if (!mistakes.empty()) throw InputError(mistakes);
}

}  // namespace rumbo
