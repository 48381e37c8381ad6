// See precision.hpp.
#include "tools/rumbo/precision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "engine/base/error.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/text_layout.hpp"

namespace rumbo {

namespace {

/// Quantile of the normal distribution for 95% intervals.
constexpr double reach_of_95 = 1.96;

/// Names are escaped by `escape`.
std::vector<TextCells> precision_cells(const std::vector<PrecisionRow>& rows, double precision,
                                       std::string (*escape)(const std::string&)) {
  std::vector<TextCells> lines{
      {"scenario", "series", "difference", "half width", "replicates", "needed", "more"}};
  for (const auto& row : rows) {
    const auto needed = replicates_needed(row.deviation, row.estimate, precision);
    if (!needed) continue;
    const auto n = static_cast<double>(row.n);
    const double half = reach_of_95 * row.deviation / std::sqrt(n) / std::abs(row.estimate);
    lines.push_back({escape(row.scenario), escape(row.series), signed_text(row.estimate),
                     number_text(100 * half) + "%", fmt::format("{}", row.n), number_text(*needed),
                     number_text(std::max(0.0, *needed - n))});
  }
  return lines;
}

bool is_number_of_precision(size_t column) {
  return column >= 2;
}

std::string precision_legend(double precision) {
  return fmt::format(
      "Replicates that it takes until the half width of a 95% interval is {:.4g}% of the "
      "difference, as far as the spread of those here tells: (1.96 s / ({:.4g} |difference|))^2.",
      100 * precision, precision);
}

}  // namespace

double parse_precision(const std::string& text) {
  const bool is_percent = text.ends_with('%');
  const std::string digits = is_percent ? text.substr(0, text.size() - 1) : text;
  char* end = nullptr;
  const double number = std::strtod(digits.c_str(), &end);
  const double share = is_percent ? number / 100 : number;
  if (digits.empty() || *end != '\0' || !(share > 0 && share <= 1))
    throw InputError(
        fmt::format("--precision: found '{}'; expected a share of the difference as 5% or 0.05, "
                    "above 0 and at most 100%",
                    text));
  return share;
}

std::optional<double> replicates_needed(double deviation, double estimate, double precision) {
  if (!(deviation >= 0) || estimate == 0) return std::nullopt;
  const double ratio = reach_of_95 * deviation / (precision * std::abs(estimate));
  return std::max(2.0, std::ceil(ratio * ratio));
}

std::string precision_text(const std::vector<PrecisionRow>& rows, double precision) {
  return wrapped(precision_legend(precision)) +
         aligned(precision_cells(rows, precision, plain_line), is_number_of_precision);
}

std::string precision_markdown(const std::vector<PrecisionRow>& rows, double precision) {
  return precision_legend(precision) + "\n\n" +
         markdown_table(precision_cells(rows, precision, markdown_cell), is_number_of_precision);
}

}  // namespace rumbo
