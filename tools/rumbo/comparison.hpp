// A comparison of scenarios as rows, and the rows as text, Markdown, CSV or JSON.
//
// May include: tools.
#pragma once
#include <string>
#include <vector>

#include "tools/rumbo/paired.hpp"
#include "tools/rumbo/series_reader.hpp"

namespace rumbo {

/// The effect of one scenario on one series.
struct ComparisonRow {
  std::string scenario;
  std::string series;
  std::string units;
  PairedEffect effect;
};

struct Comparison {
  std::string baseline;
  std::vector<std::string> scenarios;  ///< without the baseline
  std::vector<ComparisonRow> rows;     ///< scenario by scenario
  std::vector<std::string> warnings;   ///< whole sentences
};

/// Below this many replicates a comparison says that its intervals are rough.
inline constexpr size_t enough_replicates = 30;

/// Pairs every scenario with the baseline by replicate number.
///
/// baseline  "" = the first scenario of the files
/// throws    InputError if the baseline is unknown, if there is nothing to compare, or if a
///           scenario shares fewer than 2 replicates with it
Comparison compare(const ReadSeries& read, const std::string& baseline);

std::string as_text(const Comparison& comparison);
std::string as_markdown(const Comparison& comparison);
std::string as_csv(const Comparison& comparison);
std::string as_json(const Comparison& comparison);

/// "lower", "higher", "identical" or "not distinguishable".
std::string verdict_text(Verdict verdict);

}  // namespace rumbo
