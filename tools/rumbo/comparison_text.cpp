// Comparisons for eyes and for scripts. See comparison.hpp.
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tools/rumbo/comparison.hpp"

namespace rumbo {

namespace {

using Cells = std::vector<std::string>;

/// Four digits: "0.1234", "1,234", "56,780", "12.35 M", "1.2 bn"; sign only if negative.
std::string number(double value) {
  const double size = std::abs(value);
  if (size >= 999.95e6) return fmt::format("{:.4g} bn", value / 1e9);
  if (size >= 999950) return fmt::format("{:.4g} M", value / 1e6);
  if (size < 1000) return fmt::format("{:.4g}", value == 0 ? 0.0 : value);
  std::string digits = fmt::format("{:.0f}", size);
  digits.insert(digits.size() - 3, ",");
  return (value < 0 ? "-" : "") + digits;
}

std::string signed_number(double value) {
  return (value > 0 ? "+" : "") + number(value);
}

std::string percent(double share) {
  const double value = 100 * share;
  return fmt::format("{:+.{}f}", value, std::abs(value) < 100 ? 1 : 0);
}

std::string change(const PairedEffect& effect) {
  if (!effect.relative) return "";
  return fmt::format("{}% [{}, {}]", percent(*effect.relative),
                     percent(effect.relative_interval->low),
                     percent(effect.relative_interval->high));
}

std::string finding(const PairedEffect& effect) {
  if (effect.verdict == Verdict::identical) return verdict_text(effect.verdict);
  const double same = effect.share_of_sign * static_cast<double>(effect.n);
  const double p = std::min(effect.probability_of_sign, 0.999);
  return fmt::format("{}, P {}{:.3f}, {:.0f} of {}", verdict_text(effect.verdict),
                     effect.probability_of_sign > p ? ">" : "", p, same, effect.n);
}

Cells cells_of(const ComparisonRow& row) {
  const PairedEffect& e = row.effect;
  return {row.series,
          row.units,
          number(e.baseline_mean),
          number(e.scenario_mean),
          signed_number(e.difference),
          fmt::format("[{}, {}]", signed_number(e.interval.low), signed_number(e.interval.high)),
          change(e),
          finding(e)};
}

Cells heading(const Comparison& comparison, const std::string& scenario) {
  return {"series", "unit",   comparison.baseline, scenario, "difference", "90% interval",
          "change", "finding"};
}

std::vector<Cells> table_of(const Comparison& comparison, const std::string& scenario) {
  std::vector<Cells> lines = {heading(comparison, scenario)};
  for (const auto& row : comparison.rows)
    if (row.scenario == scenario) lines.push_back(cells_of(row));
  return lines;
}

/// Columns of letters; text must be UTF-8.
size_t width(const std::string& text) {
  size_t letters = 0;
  for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return letters;
}

bool is_number_column(size_t column) {
  return column >= 2 && column <= 6;
}

std::string aligned(const std::vector<Cells>& lines) {
  std::vector<size_t> widths(lines.front().size(), 0);
  for (const auto& line : lines)
    for (size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width(line[i]));
  std::string text;
  for (const auto& line : lines) {
    std::string row;
    for (size_t i = 0; i < line.size(); ++i) {
      const std::string space(widths[i] - width(line[i]), ' ');
      row += is_number_column(i) ? space + line[i] : line[i] + space;
      row += "  ";
    }
    text += row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string quoted_csv(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

nlohmann::ordered_json optional_number(const std::optional<double>& value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

}  // namespace

std::string as_text(const Comparison& comparison) {
  std::string text;
  for (const auto& scenario : comparison.scenarios) {
    text +=
        fmt::format("{}{} against {}: means over replicates, differences paired by replicate\n\n",
                    text.empty() ? "" : "\n", scenario, comparison.baseline);
    text += aligned(table_of(comparison, scenario));
  }
  for (const auto& warning : comparison.warnings) text += "\nwarning: " + warning + "\n";
  return text;
}

std::string as_markdown(const Comparison& comparison) {
  std::string text;
  for (const auto& scenario : comparison.scenarios) {
    text += fmt::format("{}### {} against {}\n\n", text.empty() ? "" : "\n", scenario,
                        comparison.baseline);
    const auto lines = table_of(comparison, scenario);
    for (size_t i = 0; i < lines.size(); ++i) {
      text += fmt::format("| {} |\n", fmt::join(lines[i], " | "));
      if (i > 0) continue;
      for (size_t column = 0; column < lines[i].size(); ++column)
        text += is_number_column(column) ? "|--:" : "|---";
      text += "|\n";
    }
  }
  for (const auto& warning : comparison.warnings) text += "\n" + warning + "\n";
  return text;
}

std::string as_csv(const Comparison& comparison) {
  std::string text =
      "scenario,baseline,series,unit,replicates,baseline_mean,scenario_mean,difference,"
      "difference_low,difference_high,relative,relative_low,relative_high,share_of_sign,"
      "probability_of_sign,finding\n";
  for (const auto& row : comparison.rows) {
    const PairedEffect& e = row.effect;
    std::string relative = ",,";
    if (e.relative)
      relative =
          fmt::format("{},{},{}", *e.relative, e.relative_interval->low, e.relative_interval->high);
    text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", quoted_csv(row.scenario),
                        quoted_csv(comparison.baseline), quoted_csv(row.series),
                        quoted_csv(row.units), e.n, e.baseline_mean, e.scenario_mean, e.difference,
                        e.interval.low, e.interval.high, relative, e.share_of_sign,
                        e.probability_of_sign, verdict_text(e.verdict));
  }
  return text;
}

std::string as_json(const Comparison& comparison) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const auto& row : comparison.rows) {
    const PairedEffect& e = row.effect;
    nlohmann::ordered_json low, high;  // null without a relative difference
    if (e.relative) {
      low = e.relative_interval->low;
      high = e.relative_interval->high;
    }
    rows.push_back({{"scenario", row.scenario},
                    {"series", row.series},
                    {"unit", row.units},
                    {"replicates", e.n},
                    {"baseline_mean", e.baseline_mean},
                    {"scenario_mean", e.scenario_mean},
                    {"difference", e.difference},
                    {"difference_low", e.interval.low},
                    {"difference_high", e.interval.high},
                    {"relative", optional_number(e.relative)},
                    {"relative_low", low},
                    {"relative_high", high},
                    {"share_of_sign", e.share_of_sign},
                    {"probability_of_sign", e.probability_of_sign},
                    {"finding", verdict_text(e.verdict)}});
  }
  const nlohmann::ordered_json all = {{"baseline", comparison.baseline},
                                      {"interval_level", interval_level},
                                      {"rows", rows},
                                      {"warnings", comparison.warnings}};
  return all.dump(2) + "\n";
}

}  // namespace rumbo
