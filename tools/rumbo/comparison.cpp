// Pairing scenarios with the baseline. See comparison.hpp.
#include "tools/rumbo/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/base/error.hpp"

namespace rumbo {

namespace {

std::string choose_baseline(const std::vector<std::string>& scenarios, const std::string& wanted) {
  if (wanted.empty()) return scenarios.front();
  if (std::find(scenarios.begin(), scenarios.end(), wanted) != scenarios.end()) return wanted;
  const std::string near = nearest_name(wanted, scenarios);
  throw InputError(fmt::format("--baseline: no scenario '{}' in the results; expected one of {}{}",
                               wanted, fmt::join(scenarios, ", "),
                               near.empty() ? "" : "; did you mean '" + near + "'?"));
}

/// The numbers of both scenarios in the replicates that they share.
struct Pairs {
  std::vector<double> baseline;
  std::vector<double> scenario;
};

Pairs pair_up(const SeriesValues& series, const std::string& baseline,
              const std::string& scenario) {
  Pairs pairs;
  const auto first = series.values.find(baseline);
  const auto second = series.values.find(scenario);
  if (first == series.values.end() || second == series.values.end()) return pairs;
  for (const auto& [replicate, value] : first->second)
    if (const auto other = second->second.find(replicate); other != second->second.end()) {
      pairs.baseline.push_back(value);
      pairs.scenario.push_back(other->second);
    }
  return pairs;
}

void warn_if_few(size_t n, const std::string& scenario, std::set<std::string>& warnings) {
  if (n < enough_replicates)
    warnings.insert(
        fmt::format("{}: only {} replicates, so the intervals are rough; {} or more are advised",
                    scenario, n, enough_replicates));
}

}  // namespace

Comparison compare(const ReadSeries& read, const std::string& baseline) {
  Comparison result{choose_baseline(read.scenarios, baseline), {}, {}, {}};
  std::set<std::string> warnings;
  for (const auto& scenario : read.scenarios) {
    if (scenario == result.baseline) continue;
    result.scenarios.push_back(scenario);
    for (const auto& series : read.series) {
      const Pairs pairs = pair_up(series, result.baseline, scenario);
      if (pairs.baseline.size() < 2)
        throw InputError(fmt::format(
            "'{}' and '{}' share {} replicate{} of {}; a difference needs at least 2, and {} or "
            "more are advised (rumbo run ... --replicates {})",
            scenario, result.baseline, pairs.baseline.size(), pairs.baseline.size() == 1 ? "" : "s",
            series.name, enough_replicates, enough_replicates));
      warn_if_few(pairs.baseline.size(), scenario, warnings);
      result.rows.push_back(
          {scenario, series.name, series.units, paired_effect(pairs.baseline, pairs.scenario)});
    }
  }
  if (result.scenarios.empty())
    throw InputError(fmt::format("the results hold only the scenario '{}': nothing to compare with",
                                 result.baseline));
  if (read.series.empty())
    throw InputError("the results hold none of the tables that a comparison reports; see --tables");
  result.warnings.assign(warnings.begin(), warnings.end());
  return result;
}

std::string verdict_text(Verdict verdict) {
  switch (verdict) {
    case Verdict::identical:
      return "identical";
    case Verdict::lower:
      return "lower";
    case Verdict::higher:
      return "higher";
    case Verdict::not_distinguishable:
      break;
  }
  return "not distinguishable";
}

}  // namespace rumbo
