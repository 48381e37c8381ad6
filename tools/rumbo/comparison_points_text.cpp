// Comparisons over the points of a sweep for eyes. See comparison_points.hpp.
#include <fmt/format.h>

#include <cmath>

#include "tools/rumbo/comparison_points.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/precision.hpp"
#include "tools/rumbo/text_layout.hpp"

namespace rumbo {

namespace {

using Escape = std::string (*)(const std::string&);

bool is_number_of_points(size_t column) {
  return column >= 2;
}

std::string signed_interval(const Interval& interval) {
  return fmt::format("[{}, {}]", signed_text(interval.low), signed_text(interval.high));
}

std::vector<TextCells> cells_over_points(const ScenarioOverPoints& one, IdenticalRows identical,
                                         Escape escape) {
  std::vector<TextCells> lines{{"series", "unit", "baseline", "difference", "by chance",
                                "by chance and parameters", "same sign"}};
  for (const auto& row : one.rows) {
    if (identical == IdenticalRows::folded && is_identical(row)) continue;
    lines.push_back({escape(row.series), escape(row.units), number_text(row.baseline_mean),
                     signed_text(row.central), row.chance ? signed_interval(*row.chance) : "",
                     signed_interval(row.both),
                     row.share_of_sign ? fmt::format("{:.0f}%", 100 * *row.share_of_sign) : ""});
  }
  return lines;
}

std::string heading_over_points(const ComparisonOverPoints& comparison,
                                const ScenarioOverPoints& one) {
  const SweepRecord& sweep = comparison.sweep;
  std::string text =
      fmt::format("Sweep of design {}: {} parameters, {} points, {} replicate{} a point",
                  sweep.kind, sweep.parameters.size(), sweep.n_points(), sweep.replicates,
                  sweep.replicates == 1 ? "" : "s");
  if (!sweep.failed.empty())
    text += fmt::format("; {} run{} failed and left out", sweep.failed.size(),
                        sweep.failed.size() == 1 ? "" : "s");
  const bool by_year = one.grouping == Grouping::by_year;
  return text + fmt::format(
                    ". Paired by point and replicate: events summed over {}{} to {}, states at the "
                    "end of {}. {}",
                    by_year ? "each year of " : "", one.from.text(), one.to.text(),
                    by_year ? "each" : "it", one.window);
}

/// "R2 0.82; most with a (+0.71) and b (-0.40)"; "" if none can be named.
std::string movers_text(const SweepRecord& sweep, const EffectOverPoints& row) {
  std::string text;
  for (const auto& [parameter, coefficient] : row.movers)
    text += fmt::format("{}{} ({:+.2f})", text.empty() ? "" : " and ",
                        sweep.parameters[parameter].name, coefficient);
  return text.empty() ? "" : fmt::format("moved most by {}, R2 {:.2f}", text, row.r2);
}

std::string turning_text(const SweepRecord& sweep, const EffectOverPoints& row) {
  if (!row.turning) return "";
  return fmt::format("the sign turns where {}: {} on average there ({} of {} points), {} elsewhere",
                     conditions_text(sweep, *row.turning), signed_text(row.turning->mean_inside),
                     row.turning->n_inside, row.n_points, signed_text(row.turning->mean_elsewhere));
}

/// A sentence a series: what moves it, and where its sign turns.
std::vector<std::string> findings_over_points(const ComparisonOverPoints& comparison,
                                              const ScenarioOverPoints& one) {
  std::vector<std::string> sentences;
  for (const auto& row : one.rows) {
    const std::string movers = movers_text(comparison.sweep, row);
    const std::string turning = turning_text(comparison.sweep, row);
    if (movers.empty() && turning.empty()) continue;
    sentences.push_back(fmt::format("{}: {}{}{}.", row.series, movers,
                                    movers.empty() || turning.empty() ? "" : "; ", turning));
  }
  return sentences;
}

std::string folded_over_points(const ScenarioOverPoints& one, IdenticalRows identical) {
  std::string text;
  for (const auto& row : one.rows)
    if (identical == IdenticalRows::folded && is_identical(row))
      text += (text.empty() ? "" : "; ") + row.series;
  return text.empty() ? "" : "The same in all runs (--all shows them): " + text;
}

/// How to read the columns.
std::string guide_over_points(const ComparisonOverPoints& comparison) {
  bool is_point = false;
  for (const auto& one : comparison.scenarios)
    for (const auto& row : one.rows) is_point = is_point || row.basis == CentralBasis::point;
  std::string text = is_point ? "difference: at the point of the most plausible values. "
                              : "difference: mean over all points. ";
  text += comparison.sweep.replicates > 1
              ? "by chance: its 90% interval if parameters were known, for the replicates of a "
                "point. "
              : "One replicate a point does not say what chance does. ";
  return text +
         "by chance and parameters: 90% of the points lie in it. same sign: share of points whose "
         "difference has the sign of the first; how likely that is depends on how likely the "
         "ranges are. In brackets: standardized coefficients of a straight line.";
}

std::string titled_over_points(const std::string& name, const std::string& title) {
  return title.empty() || title == name ? name : name + ": " + title;
}

std::vector<PrecisionRow> precision_over_points(const ComparisonOverPoints& comparison) {
  std::vector<PrecisionRow> rows;
  for (const auto& one : comparison.scenarios)
    for (const auto& row : one.rows)
      rows.push_back(
          {one.scenario, row.series, row.central, row.deviation, comparison.sweep.replicates});
  return rows;
}

}  // namespace

std::string as_text(const ComparisonOverPoints& comparison, IdenticalRows identical) {
  std::string text;
  for (const auto& one : comparison.scenarios) {
    if (!text.empty()) text += "\n";
    text += plain_line(one.scenario + " against " + comparison.baseline) + "\n";
    text += "  " + plain_line(titled_over_points(one.scenario, one.title)) + "\n";
    text += "  " + plain_line(titled_over_points(comparison.baseline, comparison.baseline_title)) +
            "\n";
    text += wrapped(heading_over_points(comparison, one)) + "\n";
    if (const auto lines = cells_over_points(one, identical, plain_line); lines.size() > 1)
      text += aligned(lines, is_number_of_points);
    const auto findings = findings_over_points(comparison, one);
    if (!findings.empty()) text += "\n";
    for (const auto& sentence : findings) text += wrapped(plain_line(sentence));
    if (const auto folded = folded_over_points(one, identical); !folded.empty())
      text += "\n" + wrapped(plain_line(folded));
  }
  text += "\n" + wrapped(guide_over_points(comparison));
  if (comparison.precision)
    text += "\n" + precision_text(precision_over_points(comparison), *comparison.precision);
  for (const auto& sentence : comparison.notes)
    text += "\n" + wrapped("note: " + plain_line(sentence));
  return text;
}

std::string as_markdown(const ComparisonOverPoints& comparison, IdenticalRows identical) {
  std::string text;
  for (const auto& one : comparison.scenarios) {
    text += fmt::format("{}### {} against {}\n\n", text.empty() ? "" : "\n",
                        markdown_cell(one.scenario), markdown_cell(comparison.baseline));
    text += "- " + markdown_cell(titled_over_points(one.scenario, one.title)) + "\n- " +
            markdown_cell(titled_over_points(comparison.baseline, comparison.baseline_title)) +
            "\n\n" + heading_over_points(comparison, one) + "\n\n";
    if (const auto lines = cells_over_points(one, identical, markdown_cell); lines.size() > 1)
      text += markdown_table(lines, is_number_of_points);
    const auto findings = findings_over_points(comparison, one);
    if (!findings.empty()) text += "\n";
    for (const auto& sentence : findings) text += "- " + markdown_cell(sentence) + "\n";
    if (const auto folded = folded_over_points(one, identical); !folded.empty())
      text += "\n" + markdown_cell(folded) + "\n";
  }
  text += "\n" + guide_over_points(comparison) + "\n";
  if (comparison.precision)
    text += "\n" + precision_markdown(precision_over_points(comparison), *comparison.precision);
  for (const auto& sentence : comparison.notes) text += "\nNote: " + markdown_cell(sentence) + "\n";
  return text;
}

}  // namespace rumbo
