// What is legal in a run but suspicious, told before it starts.
#pragma once
#include <string>
#include <vector>

#include "tools/rumbo/run_plan.hpp"

namespace rumbo {

/// What is suspicious in one scenario and the tables of its world, one sentence each.
std::vector<std::string> warnings_of(const LoadedScenario& loaded);

/// Of all scenarios of a run, and of running them together; each sentence once.
std::vector<std::string> warnings_of(const RunPlan& plan);

/// Writes "warning: SENTENCE" lines to standard error.
void print_warnings(const std::vector<std::string>& warnings);
void print_warnings(const RunPlan& plan);

}  // namespace rumbo
