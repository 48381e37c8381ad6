// The analysis of a sweep for scripts: JSON and CSV. See sensitivity_report.hpp.
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/sensitivity_report.hpp"

namespace rumbo {

namespace {

std::string method_word(SensitivityMethod method) {
  return std::string(sensitivity_method_names[static_cast<size_t>(method)]);
}

/// null where there is no number.
nlohmann::ordered_json finite_number(double value) {
  return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json finite_number(const std::optional<double>& value) {
  return value ? finite_number(*value) : nlohmann::ordered_json(nullptr);
}

std::string finite_field(double value) {
  return std::isfinite(value) ? fmt::format("{}", value) : "";
}

/// "chance", "more" or, where it cannot be told, null.
nlohmann::ordered_json chance_word(const MethodFindings& found, const Influence& influence) {
  if (!found.knows_chance) return nullptr;
  return influence.is_noise;
}

nlohmann::ordered_json json_of_method(const SensitivityReport& report,
                                      const MethodFindings& found) {
  nlohmann::ordered_json parameters = nlohmann::ordered_json::array();
  for (const auto& influence : found.influences) {
    nlohmann::ordered_json one = {{"parameter", report.parameters[influence.parameter]}};
    for (const auto& [name, estimate] : measures_of(found.method, influence)) {
      one[name] = finite_number(estimate.value);
      one[std::string(name) + "_low"] = finite_number(estimate.interval.low);
      one[std::string(name) + "_high"] = finite_number(estimate.interval.high);
    }
    one["is_chance"] = chance_word(found, influence);
    parameters.push_back(std::move(one));
  }
  return {{"method", method_word(found.method)},
          {"used", found.n_used},
          {"left_out", found.n_left_out},
          {"counted", found.unit},
          {"r2", finite_number(found.r2)},
          {"adjusted_r2", finite_number(found.adjusted_r2)},
          {"q2", finite_number(found.q2)},
          {"share_in_90", finite_number(found.share_in_90)},
          {"noise_fitted", finite_number(found.fitted_noise)},
          {"noise_of_replicates", finite_number(found.replicate_noise)},
          {"parameters", parameters}};
}

nlohmann::ordered_json json_of_output(const SensitivityReport& report,
                                      const SensitivityOutput& output) {
  nlohmann::ordered_json methods = nlohmann::ordered_json::array();
  for (const auto& found : output.methods) methods.push_back(json_of_method(report, found));
  const bool is_known = output.chance_freedom > 0;
  nlohmann::ordered_json json = {
      {"series", output.series},
      {"unit", output.units},
      {"scenario", output.scenario},
      {"baseline", nullptr},
      {"from", output.from.text()},
      {"to", output.to.text()},
      {"points", output.n_known},
      {"mean", finite_number(output.points.mean)},
      {"deviation_of_points", finite_number(std::sqrt(output.points.variance))},
      {"deviation_of_chance",
       is_known ? finite_number(std::sqrt(output.chance_variance)) : nullptr},
      {"methods", methods},
      {"left_out", nullptr}};
  if (!output.baseline.empty()) json["baseline"] = output.baseline;
  if (!output.refusal.empty()) json["left_out"] = output.refusal;
  return json;
}

std::string csv_of_influence(const std::string& begin, const SensitivityReport& report,
                             const MethodFindings& found, size_t rank) {
  const Influence& influence = found.influences[rank];
  std::string text;
  const auto chance = chance_word(found, influence);
  for (const auto& [name, estimate] : measures_of(found.method, influence))
    text += fmt::format("{},{},{},{},{},{},{},{},{}\n", begin, method_word(found.method), rank + 1,
                        csv_field(report.parameters[influence.parameter]), name,
                        finite_field(estimate.value), finite_field(estimate.interval.low),
                        finite_field(estimate.interval.high),
                        chance.is_null()     ? ""
                        : influence.is_noise ? "1"
                                             : "0");
  return text;
}

}  // namespace

std::string as_json(const SensitivityReport& report) {
  nlohmann::ordered_json outputs = nlohmann::ordered_json::array();
  for (const auto& output : report.outputs) outputs.push_back(json_of_output(report, output));
  const nlohmann::ordered_json all = {{"design", report.kind},
                                      {"parameters", report.parameters},
                                      {"points", report.n_points},
                                      {"replicates", report.replicates},
                                      {"failed_runs", report.n_failed},
                                      {"interval_level", sensitivity_level},
                                      {"outputs", outputs},
                                      {"notes", report.notes}};
  return json_text(all) + "\n";
}

std::string as_csv(const SensitivityReport& report) {
  std::string text =
      "series,unit,scenario,baseline,from,to,method,rank,parameter,measure,value,low,high,"
      "is_chance\n";
  for (const auto& output : report.outputs) {
    const std::string begin =
        fmt::format("{},{},{},{},{},{}", csv_field(output.series), csv_field(output.units),
                    csv_field(output.scenario), csv_field(output.baseline), output.from.text(),
                    output.to.text());
    for (const auto& found : output.methods)
      for (size_t rank = 0; rank < found.influences.size(); ++rank)
        text += csv_of_influence(begin, report, found, rank);
  }
  return text;
}

}  // namespace rumbo
