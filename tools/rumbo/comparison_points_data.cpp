// Comparisons over the points of a sweep for scripts: CSV and JSON. See comparison_points.hpp.
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tools/rumbo/comparison_points.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/precision.hpp"

namespace rumbo {

namespace {

const char* basis_word(CentralBasis basis) {
  return basis == CentralBasis::point ? "point of the most plausible values" : "mean of all points";
}

nlohmann::ordered_json number_or_null(const std::optional<double>& value) {
  return value && std::isfinite(*value) ? nlohmann::ordered_json(*value)
                                        : nlohmann::ordered_json(nullptr);
}

std::string number_or_nothing(const std::optional<double>& value) {
  return value && std::isfinite(*value) ? fmt::format("{}", *value) : "";
}

std::optional<double> needed_over_points(const ComparisonOverPoints& comparison,
                                         const EffectOverPoints& row) {
  if (!comparison.precision) return std::nullopt;
  return replicates_needed(row.deviation, row.central, *comparison.precision);
}

/// Empty fields where chance is not known.
std::string fields_of_chance(const EffectOverPoints& row) {
  return row.chance ? fmt::format("{},{}", row.chance->low, row.chance->high) : ",";
}

nlohmann::ordered_json json_of_turning(const SweepRecord& sweep, const TurningRule& rule) {
  nlohmann::ordered_json conditions = nlohmann::ordered_json::array();
  for (const auto& condition : rule.conditions)
    conditions.push_back({{"parameter", sweep.parameters[condition.parameter].name},
                          {"side", condition.is_above ? "above" : "below"},
                          {"bound", condition.bound}});
  return {{"conditions", conditions},
          {"points", rule.n_inside},
          {"mean_inside", rule.mean_inside},
          {"mean_elsewhere", rule.mean_elsewhere}};
}

nlohmann::ordered_json json_over_points(const ComparisonOverPoints& comparison,
                                        const ScenarioOverPoints& one,
                                        const EffectOverPoints& row) {
  nlohmann::ordered_json movers = nlohmann::ordered_json::array();
  for (const auto& [parameter, coefficient] : row.movers)
    movers.push_back(
        {{"parameter", comparison.sweep.parameters[parameter].name}, {"coefficient", coefficient}});
  nlohmann::ordered_json json = {{"scenario", one.scenario},
                                 {"series", row.series},
                                 {"unit", row.units},
                                 {"points", row.n_points},
                                 {"runs", row.n_runs},
                                 {"baseline_mean", number_or_null(row.baseline_mean)},
                                 {"difference", row.central},
                                 {"difference_is_of", basis_word(row.basis)},
                                 {"mean_of_points", row.mean},
                                 {"chance_low", nullptr},
                                 {"chance_high", nullptr},
                                 {"points_low", row.both.low},
                                 {"points_high", row.both.high},
                                 {"share_of_sign", number_or_null(row.share_of_sign)},
                                 {"r2", row.r2},
                                 {"moved_by", movers},
                                 {"sign_turns", nullptr}};
  if (row.chance) {
    json["chance_low"] = row.chance->low;
    json["chance_high"] = row.chance->high;
  }
  if (row.turning) json["sign_turns"] = json_of_turning(comparison.sweep, *row.turning);
  if (comparison.precision)
    json["replicates_needed"] = number_or_null(needed_over_points(comparison, row));
  return json;
}

}  // namespace

std::string as_csv(const ComparisonOverPoints& comparison) {
  std::string text =
      "scenario,baseline,series,unit,points,runs,baseline_mean,difference,chance_low,chance_high,"
      "points_low,points_high,share_of_sign,r2,sign_turns_where,from,to";
  text += comparison.precision ? ",replicates_needed\n" : "\n";
  for (const auto& one : comparison.scenarios)
    for (const auto& row : one.rows) {
      const std::string where =
          row.turning ? conditions_text(comparison.sweep, *row.turning) : std::string();
      text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}",
                          csv_field(one.scenario), csv_field(comparison.baseline),
                          csv_field(row.series), csv_field(row.units), row.n_points, row.n_runs,
                          number_or_nothing(row.baseline_mean), row.central, fields_of_chance(row),
                          row.both.low, row.both.high, number_or_nothing(row.share_of_sign), row.r2,
                          csv_field(where), one.from.text(), one.to.text());
      if (comparison.precision)
        text += "," + number_or_nothing(needed_over_points(comparison, row));
      text += "\n";
    }
  return text;
}

std::string as_json(const ComparisonOverPoints& comparison) {
  nlohmann::ordered_json scenarios = nlohmann::ordered_json::array(),
                         rows = nlohmann::ordered_json::array();
  for (const auto& one : comparison.scenarios) {
    scenarios.push_back({{"scenario", one.scenario},
                         {"title", one.title},
                         {"from", one.from.text()},
                         {"to", one.to.text()},
                         {"window", one.window}});
    for (const auto& row : one.rows) rows.push_back(json_over_points(comparison, one, row));
  }
  const SweepRecord& sweep = comparison.sweep;
  nlohmann::ordered_json all = {{"baseline", comparison.baseline},
                                {"baseline_title", comparison.baseline_title},
                                {"interval_level", interval_level},
                                {"design", sweep.kind},
                                {"points", sweep.n_points()},
                                {"replicates", sweep.replicates},
                                {"failed_runs", sweep.failed.size()},
                                {"scenarios", scenarios},
                                {"rows", rows},
                                {"notes", comparison.notes}};
  if (comparison.precision) all["precision"] = *comparison.precision;
  return json_text(all) + "\n";
}

}  // namespace rumbo
