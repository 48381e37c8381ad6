// Comparisons for scripts: CSV and JSON. See comparison.hpp.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "tools/rumbo/comparison.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/precision.hpp"

namespace rumbo {

namespace {

using nlohmann::ordered_json;

/// A field that is empty where there is no number.
std::string optional_field(const std::optional<double>& value) {
  return value ? fmt::format("{}", *value) : "";
}

ordered_json optional_number(const std::optional<double>& value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

std::optional<double> low_of(const std::optional<Interval>& interval) {
  return interval ? std::optional(interval->low) : std::nullopt;
}
std::optional<double> high_of(const std::optional<Interval>& interval) {
  return interval ? std::optional(interval->high) : std::nullopt;
}

std::string csv_row(const Comparison& comparison, const ScenarioComparison& one,
                    const ComparisonRow& row) {
  const Effect& e = row.effect;
  return fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}",
                     csv_field(one.scenario), csv_field(comparison.baseline), csv_field(row.series),
                     csv_field(row.units), e.n, e.baseline_mean, e.scenario_mean, e.difference,
                     e.interval.low, e.interval.high, optional_field(e.relative),
                     optional_field(low_of(e.relative_interval)),
                     optional_field(high_of(e.relative_interval)), optional_field(e.share_of_sign),
                     optional_field(e.probability_of_sign), verdict_text(e.verdict),
                     one.from.text(), one.to.text(), one.is_paired ? "paired" : "unpaired");
}

/// Nothing unless a precision was asked for.
std::optional<double> needed_by(const Comparison& comparison, const ComparisonRow& row) {
  if (!comparison.precision) return std::nullopt;
  return replicates_needed(row.deviation, row.effect.difference, *comparison.precision);
}

ordered_json json_row(const ScenarioComparison& one, const ComparisonRow& row) {
  const Effect& e = row.effect;
  return {{"scenario", one.scenario},
          {"series", row.series},
          {"unit", row.units},
          {"replicates", e.n},
          {"replicates_of_baseline", e.n_baseline},
          {"baseline_mean", e.baseline_mean},
          {"scenario_mean", e.scenario_mean},
          {"difference", e.difference},
          {"difference_low", e.interval.low},
          {"difference_high", e.interval.high},
          {"relative", optional_number(e.relative)},
          {"relative_low", optional_number(low_of(e.relative_interval))},
          {"relative_high", optional_number(high_of(e.relative_interval))},
          {"share_of_sign", optional_number(e.share_of_sign)},
          {"probability_of_sign", optional_number(e.probability_of_sign)},
          {"finding", verdict_text(e.verdict)}};
}

}  // namespace

std::string as_csv(const Comparison& comparison) {
  std::string text =
      "scenario,baseline,series,unit,replicates,baseline_mean,scenario_mean,difference,"
      "difference_low,difference_high,relative,relative_low,relative_high,share_of_sign,"
      "probability_of_sign,finding,from,to,pairing";
  text += comparison.precision ? ",replicates_needed\n" : "\n";
  for (const auto& one : comparison.scenarios)
    for (const auto& row : one.rows) {
      text += csv_row(comparison, one, row);
      if (comparison.precision) text += "," + optional_field(needed_by(comparison, row));
      text += "\n";
    }
  return text;
}

std::string as_json(const Comparison& comparison) {
  ordered_json scenarios = ordered_json::array(), rows = ordered_json::array();
  for (const auto& one : comparison.scenarios) {
    scenarios.push_back({{"scenario", one.scenario},
                         {"title", one.title},
                         {"from", one.from.text()},
                         {"to", one.to.text()},
                         {"window", one.window},
                         {"paired", one.is_paired}});
    for (const auto& row : one.rows) {
      rows.push_back(json_row(one, row));
      if (comparison.precision)
        rows.back()["replicates_needed"] = optional_number(needed_by(comparison, row));
    }
  }
  const bool joint = comparison.error_rate == ErrorRate::family_wise;
  ordered_json all = {{"baseline", comparison.baseline},
                      {"baseline_title", comparison.baseline_title},
                      {"interval_level", comparison.level},
                      {"level_holds_for", joint ? "all rows together" : "each row"},
                      {"rows_that_differ", comparison.n_different},
                      {"scenarios", scenarios},
                      {"rows", rows},
                      {"notes", comparison.notes},
                      {"warnings", comparison.warnings}};
  if (comparison.precision) all["precision"] = *comparison.precision;
  return json_text(all) + "\n";
}

}  // namespace rumbo
