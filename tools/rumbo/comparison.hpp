// A comparison of scenarios as rows, and the rows as text, Markdown, CSV or JSON.
//
// May include: tools.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tools/rumbo/effect.hpp"
#include "tools/rumbo/series_reader.hpp"

namespace rumbo {

enum class Unpaired { refuse, allow };
enum class ErrorRate {
  per_row,     ///< each interval has the level by itself
  family_wise  ///< all intervals hold together with the level (Bonferroni)
};

/// How read series are compared.
struct CompareRequest {
  std::string baseline{};  ///< "" = the first scenario of the files
  /// Months, both included; nothing = from the first difference on.
  std::optional<std::pair<std::string, std::string>> between{};
  Grouping grouping = Grouping::together;
  Unpaired unpaired = Unpaired::refuse;
  ErrorRate error_rate = ErrorRate::per_row;
  /// Share of a difference that its half width is to have: how many replicates that takes is told.
  std::optional<double> precision{};
};

/// The effect of one scenario on one series.
struct ComparisonRow {
  std::string series;
  std::string units;
  Effect effect;
  /// Of the paired differences; of independent runs that of the difference of one run of each.
  double deviation = 0;
};

/// One scenario against the baseline.
struct ScenarioComparison {
  std::string scenario;
  std::string title;   ///< "" if the file does not say
  Month from, to;      ///< first and last month that count
  std::string window;  ///< why these months, a sentence
  Grouping grouping = Grouping::together;
  bool is_paired = true;  ///< under the same random numbers
  std::vector<ComparisonRow> rows;
};

struct Comparison {
  std::string baseline;
  std::string baseline_title;
  std::vector<ScenarioComparison> scenarios;  ///< without the baseline
  double level = interval_level;              ///< that the intervals hold, each or all together
  ErrorRate error_rate = ErrorRate::per_row;
  size_t n_different = 0;  ///< rows of all scenarios that are not identical in all replicates
  std::vector<std::string> warnings;  ///< whole sentences
  std::vector<std::string> notes;
  std::optional<double> precision{};  ///< see CompareRequest
};

/// The baseline that is wanted, or the first scenario.
/// throws InputError  no such scenario
std::string choose_baseline(const ReadSeries& read, const std::string& wanted);
/// throws InputError  fewer than 2 scenarios, or no series
void refuse_if_nothing_to_compare(const ReadSeries& read);

/// Below this many replicates a comparison says that its intervals are rough.
inline constexpr size_t enough_replicates = 30;

/// Compares every scenario with the baseline: in pairs by replicate number where runs were made to
/// be paired, see differences_between(), else as independent runs if that is allowed.
///
/// throws    InputError if the baseline is unknown, if there is nothing to compare, if runs are no
///           pairs (naming all that differs), or if a scenario has fewer than 2 replicates to
///           compare
Comparison compare(const ReadSeries& read, const CompareRequest& request);

enum class IdenticalRows { folded, shown };

std::string as_text(const Comparison& comparison, IdenticalRows identical);
std::string as_markdown(const Comparison& comparison, IdenticalRows identical);
/// All rows, whether identical or not.
std::string as_csv(const Comparison& comparison);
std::string as_json(const Comparison& comparison);

/// "lower", "higher", "identical" or "not distinguishable".
std::string verdict_text(Verdict verdict);

/// What the numbers beside a finding are; "" if no row has any.
std::string legend_text(const ScenarioComparison& scenario);

/// How many rows would look different if no scenario had any effect, and what guards against it.
std::string chance_text(const Comparison& comparison);

}  // namespace rumbo
