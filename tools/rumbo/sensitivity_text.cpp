// The analysis of a sweep for eyes. See sensitivity_report.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/sensitivity_report.hpp"
#include "tools/rumbo/text_layout.hpp"

namespace rumbo {

namespace {

bool is_number_of_sensitivity(size_t column) {
  return column > 0;
}

std::string interval_text(const ConfidenceInterval& interval) {
  if (std::isnan(interval.low)) return "";
  return fmt::format("[{}, {}]", number_text(interval.low), number_text(interval.high));
}

std::string known_number(double value) {
  return std::isnan(value) ? "" : number_text(value);
}

TextCells heading_of(SensitivityMethod method) {
  switch (method) {
    case SensitivityMethod::morris:
      return {"parameter", "mu*", "90% interval", "sigma", "mu", ""};
    case SensitivityMethod::sobol:
      return {"parameter", "total", "90% interval", "alone", "90% interval", ""};
    case SensitivityMethod::regression:
      return {"parameter", "coefficient", "90% interval", ""};
    case SensitivityMethod::emulator:
      break;
  }
  return {"parameter", "total", "alone", ""};
}

TextCells cells_of_influence(SensitivityMethod method, const Influence& influence,
                             const std::string& name) {
  TextCells cells{plain_line(name), known_number(influence.strength.value)};
  if (method != SensitivityMethod::emulator)
    cells.push_back(interval_text(influence.strength.interval));
  if (method != SensitivityMethod::regression) cells.push_back(known_number(influence.shape.value));
  if (method == SensitivityMethod::sobol) cells.push_back(interval_text(influence.shape.interval));
  if (method == SensitivityMethod::morris) cells.push_back(known_number(influence.direction.value));
  cells.push_back(influence.is_noise ? "chance" : "");
  return cells;
}

std::string percent_text(double share) {
  return fmt::format("{:.0f}%", 100 * share);
}

/// What was analysed, and how well the method fits.
std::string quality_of(const MethodFindings& found) {
  std::string text;
  switch (found.method) {
    case SensitivityMethod::morris:
      text = "Elementary effects";
      break;
    case SensitivityMethod::sobol:
      text = "Sobol indices";
      break;
    case SensitivityMethod::regression:
      text = fmt::format("Straight line: R2 {:.2f}, {:.2f} adjusted for the parameters", *found.r2,
                         *found.adjusted_r2);
      break;
    case SensitivityMethod::emulator:
      text = fmt::format(
          "Emulator: Q2 {:.2f} (each point from all others), {} of points in "
          "their 90% intervals; its noise {}",
          *found.q2, percent_text(*found.share_in_90), number_text(*found.fitted_noise));
      text += found.replicate_noise
                  ? fmt::format(", by the replicates {}", number_text(*found.replicate_noise))
                  : "";
      break;
  }
  text += fmt::format("; {} {}", found.n_used, found.unit);
  if (found.n_left_out > 0)
    text += fmt::format(", {} left out for runs without a number", found.n_left_out);
  return text + ".";
}

std::string rest_of(const MethodFindings& found, size_t n_shown) {
  const size_t n = found.influences.size() - n_shown;
  if (n == 0) return "";
  const double largest = found.influences[n_shown].strength.value;
  return fmt::format("{} more parameter{}, none above {} (--all shows them)\n", n,
                     n == 1 ? "" : "s", known_number(std::fabs(largest)));
}

std::string text_of_method(const SensitivityReport& report, const MethodFindings& found,
                           ShownParameters shown) {
  size_t n = found.influences.size();
  if (shown == ShownParameters::most_important) n = std::min(n, most_parameters_shown);
  std::vector<TextCells> lines{heading_of(found.method)};
  for (size_t i = 0; i < n; ++i)
    lines.push_back(cells_of_influence(found.method, found.influences[i],
                                       report.parameters[found.influences[i].parameter]));
  return wrapped(quality_of(found)) + aligned(lines, is_number_of_sensitivity) + rest_of(found, n);
}

/// How large the output is, how far parameters move it, and how far chance does.
std::string size_of_output(const SensitivityReport& report, const SensitivityOutput& output) {
  std::string text = fmt::format("Mean {} over {} of {} points, standard deviation {} between them",
                                 number_text(output.points.mean), output.n_known, report.n_points,
                                 number_text(std::sqrt(output.points.variance)));
  if (output.chance_freedom == 0) return text + "; chance is not known.";
  return text +
         fmt::format("; of chance {} a run.", number_text(std::sqrt(output.chance_variance)));
}

std::string text_of_output(const SensitivityReport& report, const SensitivityOutput& output,
                           ShownParameters shown) {
  std::string text = plain_line(title_of(output)) + "\n" + wrapped(size_of_output(report, output));
  for (const auto& found : output.methods) text += text_of_method(report, found, shown);
  if (!output.refusal.empty()) text += wrapped("Left out: " + plain_line(output.refusal) + ".");
  return text;
}

bool is_method_used(const SensitivityReport& report, SensitivityMethod method) {
  for (const auto& output : report.outputs)
    for (const auto& found : output.methods)
      if (found.method == method) return true;
  return false;
}

/// How to read each method that was used.
std::string guide_to(const SensitivityReport& report) {
  std::string text;
  const auto add = [&](SensitivityMethod method, const std::string& sentence) {
    if (is_method_used(report, method)) text += wrapped(sentence);
  };
  add(SensitivityMethod::morris,
      "mu*: by how much the output changes, up or down, where the parameter goes through its whole "
      "range. mu: the same with its sign. sigma: how far this differs from place to place; large "
      "beside mu* where the parameter acts through others or not in a straight line. \"chance\": "
      "mu* is no larger than chance alone gives in 19 of 20 cases, as the replicates show it.");
  add(SensitivityMethod::sobol,
      "total: share of the variance over the ranges that the parameter has a part in; alone: the "
      "part that it has without others. Estimates may lie a little outside of 0 to 1. \"chance\": "
      "the total is no larger than chance alone gives in 19 of 20 cases, as the replicates show "
      "it.");
  add(SensitivityMethod::regression,
      "coefficient: standard deviations by which the output moves where the parameter moves by one "
      "of its own; its square is about the share of the variance. Only a straight line is seen: "
      "with R2 below 0.7 much is missed. \"chance\": the interval holds zero.");
  add(SensitivityMethod::emulator,
      "total and alone of the emulator: shares of the variance of the surface that it draws "
      "through the points, without chance and without intervals. They are worth as much as Q2 "
      "says: with less than about 0.7 do not rely on them.");
  if (report.replicates < 2)
    text += wrapped(
        "With one replicate a point it cannot be told how much is chance; two or more would say.");
  return text;
}

std::string heading_of_report(const SensitivityReport& report) {
  std::string text =
      fmt::format("Sweep of design {}: {} parameters, {} points, {} replicate{} a point.",
                  report.kind, report.parameters.size(), report.n_points, report.replicates,
                  report.replicates == 1 ? "" : "s");
  if (report.n_failed > 0)
    text += fmt::format(" {} run{} failed, the first with: {}", report.n_failed,
                        report.n_failed == 1 ? "" : "s", report.example_of_failed);
  return wrapped(plain_line(text));
}

}  // namespace

std::string as_text(const SensitivityReport& report, ShownParameters shown) {
  std::string text = heading_of_report(report), constant;
  for (const auto& output : report.outputs) {
    if (!output.is_constant) text += "\n" + text_of_output(report, output, shown);
    if (output.is_constant) constant += (constant.empty() ? "" : "; ") + title_of(output);
  }
  if (!constant.empty())
    text += "\n" + wrapped("The same at every point, or without a number: " + plain_line(constant));
  if (const auto guide = guide_to(report); !guide.empty()) text += "\n" + guide;
  for (const auto& sentence : report.notes) text += "\n" + wrapped("note: " + plain_line(sentence));
  return text;
}

}  // namespace rumbo
