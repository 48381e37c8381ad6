// See warnings.hpp.
#include "tools/rumbo/warnings.hpp"

#include <algorithm>

#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/worlds.hpp"

namespace rumbo {
namespace {

void add(const std::string& sentence, std::vector<std::string>& found) {
  if (!sentence.empty() && std::find(found.begin(), found.end(), sentence) == found.end())
    found.push_back(sentence);
}

}  // namespace

std::vector<std::string> warnings_of(const LoadedScenario& loaded) {
  std::vector<std::string> all = loaded.world->warnings;
  all.insert(all.end(), loaded.scenario.warnings.begin(), loaded.scenario.warnings.end());
  return all;
}

std::vector<std::string> warnings_of(const RunPlan& plan) {
  std::vector<std::string> found;
  for (const auto& one : plan.scenarios)
    for (const auto& sentence : warnings_of(one)) add(sentence, found);
  for (const auto& one : plan.scenarios) add(unlike_persons(plan.scenarios.front(), one), found);
  return found;
}

void print_warnings(const std::vector<std::string>& warnings) {
  for (const auto& sentence : warnings) warn(sentence);
}

void print_warnings(const RunPlan& plan) {
  print_warnings(warnings_of(plan));
}

}  // namespace rumbo
