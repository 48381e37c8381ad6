// See run_history.hpp.
#include "tools/rumbo/run_history.hpp"

#include <fmt/format.h>

namespace rumbo {

std::string history_path(const std::string& stem, uint32_t replicate) {
  return fmt::format("{}.r{:04}.h5", stem, replicate);
}

std::string history_text(const RunPlan& plan, size_t scenario) {
  return identity_text(shared_identity(plan, scenario));
}

std::string waiting_text(const std::vector<WaitingPolicy>& policies, Month before) {
  std::string text;
  for (const auto& policy : policies)
    if (policy.start < before) text += policy.text;
  return text;
}

}  // namespace rumbo
