// See point_values.hpp.
#include "tools/rumbo/point_values.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "tools/rumbo/samples.hpp"

namespace rumbo {

namespace {

constexpr double no_result = std::numeric_limits<double>::quiet_NaN();

DesignLayout layout_named(const std::string& name) {
  if (name == "trajectories") return DesignLayout::trajectories;
  return name == "saltelli" ? DesignLayout::saltelli : DesignLayout::single_runs;
}

/// Variance by n - 1 of at least 2 numbers.
double sample_variance(const std::vector<double>& numbers) {
  return moments_of_points(numbers).variance;
}

}  // namespace

Design design_of_sweep(const SweepRecord& sweep) {
  Design design;
  design.kind = sweep.kind;
  for (const auto& parameter : sweep.parameters) design.names.push_back(parameter.name);
  const auto is_known = [](double share) { return std::isfinite(share); };
  design.are_shares = std::all_of(sweep.shares.begin(), sweep.shares.end(), is_known);
  design.values = design.are_shares ? sweep.shares : sweep.values;
  design.layout = layout_named(sweep.layout);
  design.n_groups = sweep.n_groups;
  design.has_second_order = sweep.has_second_order;
  return design;
}

RunNumbers levels_of(const SeriesValues& series, const std::string& scenario,
                     const Window& window) {
  RunNumbers numbers;
  for (const auto& [run, values] : runs_of(series, scenario))
    if (const double value = value_in(values, window, series.is_state); std::isfinite(value))
      numbers.emplace(run, value);
  return numbers;
}

RunNumbers differences_of(const SeriesValues& series, const std::string& baseline,
                          const std::string& scenario, const Window& window) {
  const RunNumbers before = levels_of(series, baseline, window);
  RunNumbers numbers;
  for (const auto& [run, value] : levels_of(series, scenario, window))
    if (const auto found = before.find(run); found != before.end())
      numbers.emplace(run, value - found->second);
  return numbers;
}

PointValues::PointValues(const SweepRecord& sweep, const RunNumbers& numbers)
    : runs(sweep.n_points()), means(sweep.n_points(), no_result) {
  for (const auto& [run, value] : numbers)
    runs.at(sweep.point_of(run)).emplace(sweep.replicate_of(run), value);
  for (size_t point = 0; point < runs.size(); ++point) {
    double sum = 0;
    for (const auto& [replicate, value] : runs[point]) sum += value;
    if (!runs[point].empty()) means[point] = sum / static_cast<double>(runs[point].size());
  }
}

size_t PointValues::n_known() const {
  return static_cast<size_t>(
      std::count_if(means.begin(), means.end(), [](double mean) { return std::isfinite(mean); }));
}

size_t PointValues::n_runs() const {
  size_t n = 0;
  for (const auto& point : runs) n += point.size();
  return n;
}

Spread PointValues::within_points() const {
  Spread spread;
  for (size_t point = 0; point < runs.size(); ++point) {
    if (runs[point].size() < 2) continue;
    for (const auto& [replicate, value] : runs[point])
      spread.variance += (value - means[point]) * (value - means[point]);
    spread.freedom += runs[point].size() - 1;
  }
  if (spread.freedom > 0) spread.variance /= static_cast<double>(spread.freedom);
  return spread;
}

Spread PointValues::of_differences(std::span<const std::pair<size_t, size_t>> pairs) const {
  Spread spread;
  double n_pairs = 0;
  for (const auto& [one, other] : pairs) {
    std::vector<double> differences;
    for (const auto& [replicate, value] : runs[one])
      if (const auto found = runs[other].find(replicate); found != runs[other].end())
        differences.push_back(found->second - value);
    if (differences.size() < 2) continue;
    spread.variance += sample_variance(differences) / static_cast<double>(differences.size());
    spread.freedom += differences.size() - 1;
    n_pairs += 1;
  }
  if (n_pairs > 0) spread.variance /= n_pairs;
  return spread;
}

PointMoments moments_of_points(const std::vector<double>& means) {
  double n = 0, sum = 0, squares = 0;
  for (const double mean : means)
    if (std::isfinite(mean)) n += 1, sum += mean;
  if (n < 1) return {no_result, no_result};
  for (const double mean : means)
    if (std::isfinite(mean)) squares += (mean - sum / n) * (mean - sum / n);
  return {sum / n, n > 1 ? squares / (n - 1) : no_result};
}

}  // namespace rumbo
