// See samples.hpp.
#include "tools/rumbo/samples.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tools/rumbo/moments.hpp"

namespace rumbo {

namespace {

/// "0, 1, 2 and 5 more"
std::string some_numbers(const std::vector<uint32_t>& numbers) {
  constexpr size_t most = 10;
  const std::vector<uint32_t> shown(
      numbers.begin(),
      numbers.begin() + static_cast<std::ptrdiff_t>(std::min(most, numbers.size())));
  std::string text = fmt::format("{}", fmt::join(shown, ", "));
  if (numbers.size() > most) text += fmt::format(" and {} more", numbers.size() - most);
  return text;
}

}  // namespace

const std::map<uint32_t, std::vector<double>>& runs_of(const SeriesValues& series,
                                                       const std::string& scenario) {
  static const std::map<uint32_t, std::vector<double>> none;
  const auto found = series.values.find(scenario);
  return found == series.values.end() ? none : found->second;
}

bool was_recorded(const SeriesValues& series, const Records& records, const Window& window) {
  return series.is_state || have_occasion(series.occasions, records.first_month(window.first),
                                          records.last[window.last], records.start);
}

Samples samples_of(const SeriesValues& series, const std::string& baseline,
                   const std::string& scenario, const Window& window, bool is_paired) {
  Samples samples;
  const auto number = [&](const std::vector<double>& values) {
    return value_in(values, window, series.is_state);
  };
  const auto& others = runs_of(series, scenario);
  for (const auto& [replicate, values] : runs_of(series, baseline)) {
    const auto partner = others.find(replicate);
    if (is_paired && partner == others.end()) continue;
    const double first = number(values);
    const double second = is_paired ? number(partner->second) : 0;
    if (std::isnan(first) || std::isnan(second)) continue;
    samples.baseline.push_back(first);
    if (is_paired) samples.scenario.push_back(second);
  }
  if (is_paired) return samples;
  for (const auto& [replicate, values] : others)
    if (const double value = number(values); !std::isnan(value)) samples.scenario.push_back(value);
  return samples;
}

bool all_same(const Samples& samples, bool is_paired) {
  if (is_paired) return samples.baseline == samples.scenario;
  const auto is_first = [&](double value) { return value == samples.baseline.front(); };
  return std::all_of(samples.baseline.begin(), samples.baseline.end(), is_first) &&
         std::all_of(samples.scenario.begin(), samples.scenario.end(), is_first);
}

double deviation_of(const Samples& samples, bool is_paired) {
  const auto variance = [](const std::vector<double>& values) {
    return variance_of_mean(values, mean_of(values)) * static_cast<double>(values.size());
  };
  if (!is_paired) return std::sqrt(variance(samples.baseline) + variance(samples.scenario));
  std::vector<double> differences = samples.scenario;
  for (size_t i = 0; i < differences.size(); ++i) differences[i] -= samples.baseline[i];
  return std::sqrt(variance(differences));
}

std::vector<std::string> replicates_left_out(const SeriesValues& series,
                                             const std::string& baseline,
                                             const std::string& scenario) {
  std::vector<std::string> sentences;
  const auto check = [&](const std::string& mine, const std::string& theirs) {
    std::vector<uint32_t> alone;
    for (const auto& [replicate, values] : runs_of(series, mine))
      if (runs_of(series, theirs).count(replicate) == 0) alone.push_back(replicate);
    if (!alone.empty())
      sentences.push_back(fmt::format("left out, for '{}' has no such replicate: {} of '{}'",
                                      theirs, some_numbers(alone), mine));
  };
  check(scenario, baseline);
  check(baseline, scenario);
  return sentences;
}

}  // namespace rumbo
