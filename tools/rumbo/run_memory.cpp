// Whether the free memory holds a run. See run_plan.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"
#include "engine/base/limits.hpp"
#include "tools/rumbo/run_plan.hpp"

namespace rumbo {
namespace {

/// Why so many bytes are too many; "" if they are not.
std::string shortage(double needed, const RunPlan& plan) {
  if (needed <= (1 - share_kept_free) * plan.memory_available) return "";
  return fmt::format(
      "this run needs {:.1f} GB of memory and {:.1f} GB are free, of which {:.0f}% are kept for "
      "what else the system does",
      needed / 1e9, plan.memory_available / 1e9, 100 * share_kept_free);
}

/// Bytes of a run that goes on from a checkpoint. A trunk stays while what parts from it is run,
/// and those saved stay until a thread takes them.
double bytes_to_go_on(const RunPlan& plan, const SavedRuns& saved, int at_once) {
  const bool may_part = plan.has_forks && saved.n_trunks > 0;
  const size_t n_parting = may_part ? saved.n_trunks + static_cast<size_t>(at_once) : 0;
  return static_cast<double>(std::max(saved.n, n_parting)) * plan.bytes_run + bytes_of_program;
}

}  // namespace

std::string memory_refusal(const RunPlan& plan) {
  const std::string refusal = shortage(plan.memory_needed, plan);
  if (refusal.empty()) return "";
  const char* fewer = plan.split.threads.at_once > 1 ? ", or a smaller --at-once" : "";
  const double scale = 0.8 * plan.setup->scale * plan.memory_available / plan.memory_needed;
  constexpr double least_scale = 1e-9;  // that --scale takes
  if (scale < least_scale) return refusal;
  // To one digit, downwards: rounded up it might be refused again.
  const double unit = std::pow(10, std::floor(std::log10(scale)));
  return refusal + fmt::format("; use --scale {:.1g} or less{}",
                               std::max(1.0, std::floor(scale / unit)) * unit, fewer);
}

void refuse_if_too_large(const RunPlan& plan) {
  if (const std::string refusal = memory_refusal(plan); !refusal.empty()) throw RunError(refusal);
}

void refuse_if_too_many(const RunPlan& plan, const SavedRuns& saved) {
  const int at_once = plan.split.threads.at_once;
  const std::string refusal = shortage(bytes_to_go_on(plan, saved, at_once), plan);
  if (refusal.empty()) return;
  const bool helps = shortage(bytes_to_go_on(plan, saved, 1), plan).empty();
  throw RunError(
      fmt::format("{}; its checkpoint holds {} {}: {}", refusal, saved.n,
                  saved.n == 1 ? "run" : "runs that are in memory together",
                  helps ? "go on with a smaller --at-once" : "go on where more memory is free"));
}

}  // namespace rumbo
