// Shared histories: the names of their checkpoints and what these say of their run.
//
// May include: tools.
#pragma once
#include <string>
#include <vector>

#include "tools/rumbo/run_plan.hpp"

namespace rumbo {

/// STEM.rNNNN.h5
std::string history_path(const std::string& stem, uint32_t replicate);

/// What must be equal besides the parameters.
/// scenario  whose tables of figures are meant
std::string history_text(const RunPlan& plan, size_t scenario);

/// What a scenario waits for before a month, one after the other.
std::string waiting_text(const std::vector<WaitingPolicy>& policies, Month before);

}  // namespace rumbo
