// See comparison_cells.hpp.
#include "tools/rumbo/comparison_cells.hpp"

#include <fmt/format.h>

#include <cmath>

#include "tools/rumbo/text_layout.hpp"

namespace rumbo {

namespace {

std::string percent(double share) {
  const double value = 100 * share;
  return fmt::format("{:+.{}f}", value, std::abs(value) < 100 ? 1 : 0);
}

std::string change(const Effect& effect) {
  if (!effect.relative) return "";
  if (!effect.relative_interval) return percent(*effect.relative) + "%";
  return fmt::format("{}% [{}, {}]", percent(*effect.relative),
                     percent(effect.relative_interval->low),
                     percent(effect.relative_interval->high));
}

std::string finding(const Effect& effect) {
  std::string text = verdict_text(effect.verdict);
  if (effect.verdict == Verdict::identical) return text;
  if (effect.probability_of_sign) {
    const double p = std::min(*effect.probability_of_sign, 0.999);
    text += fmt::format(", P {}{:.3f}", *effect.probability_of_sign > p ? ">" : "", p);
  }
  if (effect.share_of_sign)
    text += fmt::format(", {:.0f} of {}", *effect.share_of_sign * static_cast<double>(effect.n),
                        effect.n);
  return text;
}

TextCells cells_of_row(const ComparisonRow& row) {
  const Effect& e = row.effect;
  return {row.series,
          row.units,
          number_text(e.baseline_mean),
          number_text(e.scenario_mean),
          signed_text(e.difference),
          fmt::format("[{}, {}]", signed_text(e.interval.low), signed_text(e.interval.high)),
          change(e),
          finding(e)};
}

/// "a (x, y); b" of "a, x", "a, y", "b".
std::string grouped(const std::vector<std::string>& names) {
  std::string text, last;
  for (const auto& name : names) {
    const size_t comma = name.rfind(", ");
    const std::string head = comma == std::string::npos ? "" : name.substr(0, comma);
    const bool goes_on = !head.empty() && head == last;
    if (!goes_on) text += (last.empty() ? "" : ")") + std::string(text.empty() ? "" : "; ");
    if (head.empty())
      text += name;
    else
      text += (goes_on ? ", " : head + " (") + name.substr(comma + 2);
    last = head;
  }
  return text + (last.empty() ? "" : ")");
}

bool is_shown(const ComparisonRow& row, IdenticalRows identical) {
  return identical == IdenticalRows::shown || row.effect.verdict != Verdict::identical;
}

}  // namespace

std::vector<TextCells> cells_of(const Comparison& comparison, const ScenarioComparison& scenario,
                                IdenticalRows identical) {
  const std::string joint = comparison.error_rate == ErrorRate::family_wise ? " of all" : "";
  std::vector<TextCells> lines = {
      {"series", "unit", comparison.baseline, scenario.scenario, "difference",
       fmt::format("{:.0f}% interval{}", 100 * comparison.level, joint), "change", "finding"}};
  for (const auto& row : scenario.rows)
    if (is_shown(row, identical)) lines.push_back(cells_of_row(row));
  return lines;
}

bool is_number_column(size_t column) {
  return column >= 2 && column <= 6;
}

std::string heading_text(const ScenarioComparison& scenario) {
  const bool by_year = scenario.grouping == Grouping::by_year;
  const std::string counted = fmt::format("events summed over {}{} to {}, states at the end of {}",
                                          by_year ? "each year of " : "", scenario.from.text(),
                                          scenario.to.text(), by_year ? "each" : "it");
  if (!scenario.is_paired)
    return fmt::format(
        "NOT PAIRED (--unpaired): {}; Welch's intervals of means over independent runs. {}",
        counted, scenario.window);
  return fmt::format("Paired by replicate: {}; differences of means over replicates. {}", counted,
                     scenario.window);
}

std::string folded_text(const ScenarioComparison& scenario, IdenticalRows identical) {
  std::vector<std::string> names;
  for (const auto& row : scenario.rows)
    if (!is_shown(row, identical)) names.push_back(row.series);
  if (names.empty()) return "";
  return fmt::format("{} row{} the same in all replicates (--all shows {}): {}", names.size(),
                     names.size() == 1 ? " is" : "s are", names.size() == 1 ? "it" : "them",
                     grouped(names));
}

}  // namespace rumbo
