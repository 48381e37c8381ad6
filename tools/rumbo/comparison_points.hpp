// Comparing scenarios over the points of a sweep: what is chance, what are parameters, and what
// turns the sign.
//
// May include: tools, output, designs, sensitivity.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tools/rumbo/comparison.hpp"
#include "tools/rumbo/turning.hpp"

namespace rumbo {

/// What a difference rests on at the centre of the ranges.
enum class CentralBasis {
  point,      ///< the point of the most plausible values
  all_points  ///< the mean over all points, where the sweep has no point there
};

/// The effect of a scenario on one series over the points of a sweep.
struct EffectOverPoints {
  std::string series, units{};
  size_t n_points = 0;       ///< with a difference
  size_t n_runs = 0;         ///< pairs
  double baseline_mean = 0;  ///< over points
  double mean = 0;           ///< of the difference, over points
  double central = 0;        ///< the difference at the centre
  CentralBasis basis = CentralBasis::all_points;
  /// Of `central` at the level of comparisons by chance alone, for as many replicates as a point
  /// has: Student's, of the point; else from the spread within all points. Nothing with one
  /// replicate a point.
  std::optional<Interval> chance{};
  Interval both{};  ///< of points: 5% of their differences lie below, 5% above
  /// Share of points with the sign of `central`; nothing if that is 0.
  std::optional<double> share_of_sign{};
  double deviation = 0;  ///< of the differences of replicates by chance; NaN = not known
  double r2 = 0;         ///< of a straight line through the points; 0 if there is none
  /// The parameters that move the difference most, and their standardized coefficients: at most
  /// two, of at least .1 and told from 0; none unless R2 > .3.
  std::vector<std::pair<size_t, double>> movers{};
  std::optional<TurningRule> turning{};  ///< where the difference has the other sign
};

/// One scenario against the baseline.
struct ScenarioOverPoints {
  std::string scenario, title;
  Month from, to;
  std::string window;  ///< why these months, a sentence
  Grouping grouping = Grouping::together;
  std::vector<EffectOverPoints> rows;
};

struct ComparisonOverPoints {
  std::string baseline, baseline_title;
  SweepRecord sweep;
  std::vector<ScenarioOverPoints> scenarios;
  std::vector<std::string> notes;
  std::optional<double> precision;  ///< see CompareRequest
};

/// Below this R2 no parameters are named.
inline constexpr double least_r2_of_movers = 0.3;

/// read     of a sweep
/// throws   InputError as compare(), and for --unpaired and --family-wise, which mean nothing here
ComparisonOverPoints compare_points(const ReadSeries& read, const CompareRequest& request);

std::string as_text(const ComparisonOverPoints& comparison, IdenticalRows identical);
std::string as_markdown(const ComparisonOverPoints& comparison, IdenticalRows identical);
std::string as_csv(const ComparisonOverPoints& comparison);
std::string as_json(const ComparisonOverPoints& comparison);

/// Whether the difference is 0 in every run.
bool is_identical(const EffectOverPoints& effect);

/// "border.retry above 0.62 of its range (3.1 persons) and b below 0.2 of its range (0.4)"
std::string conditions_text(const SweepRecord& sweep, const TurningRule& rule);

}  // namespace rumbo
