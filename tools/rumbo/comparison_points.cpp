// The arithmetic of comparisons over points. See comparison_points.hpp.
#include "tools/rumbo/comparison_points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/error.hpp"
#include "engine/params/plausible.hpp"
#include "engine/sensitivity/bootstrap.hpp"
#include "engine/sensitivity/regression.hpp"
#include "tools/rumbo/moments.hpp"
#include "tools/rumbo/point_values.hpp"
#include "tools/rumbo/samples.hpp"
#include "tools/rumbo/scenario_window.hpp"

namespace rumbo {

namespace {

/// A point counts as the centre where every share is no farther from that of the most plausible
/// value.
constexpr double nearness_of_centre = 0.01;
/// Coefficients below are not worth a word: 1% of the variance.
constexpr double least_mover = 0.1;

std::optional<PlausibleRange> range_of(const SweptParameter& parameter) {
  const auto scale = scale_named(parameter.scale);
  if (!scale || !(parameter.low < parameter.high)) return std::nullopt;
  return PlausibleRange{parameter.low, parameter.central, parameter.high, *scale};
}

/// Whether a value is the most plausible one, but for a hundredth of the range on its scale.
bool is_central(const SweptParameter& parameter, double value) {
  if (value == parameter.central) return true;
  const auto range = range_of(parameter);
  if (!range) return false;
  double low = 0, high = 1;  // the share of the central value, by halving
  for (int step = 0; step < 40; ++step) {
    const double middle = (low + high) / 2;
    (at_share(*range, middle) < parameter.central ? low : high) = middle;
  }
  return value >= at_share(*range, std::max(0.0, low - nearness_of_centre)) &&
         value <= at_share(*range, std::min(1.0, high + nearness_of_centre));
}

std::optional<size_t> central_point(const SweepRecord& sweep) {
  const size_t width = sweep.parameters.size();
  for (size_t point = 0; point < sweep.n_points(); ++point) {
    size_t n_central = 0;
    for (size_t i = 0; i < width; ++i)
      n_central += is_central(sweep.parameters[i], sweep.values[point * width + i]);
    if (n_central == width) return point;
  }
  return std::nullopt;
}

std::vector<double> known_of(const std::vector<double>& means) {
  std::vector<double> known;
  for (const double mean : means)
    if (std::isfinite(mean)) known.push_back(mean);
  return known;
}

/// The difference at the centre and what chance does to it.
void set_centre(const PointValues& values, std::optional<size_t> centre, uint32_t replicates,
                EffectOverPoints& effect) {
  const Spread within = values.within_points();
  effect.deviation =
      within.freedom > 0 ? std::sqrt(within.variance) : std::numeric_limits<double>::quiet_NaN();
  effect.central = effect.mean;
  if (centre && values.runs[*centre].size() >= 2) {
    std::vector<double> numbers;
    for (const auto& [replicate, value] : values.runs[*centre]) numbers.push_back(value);
    effect.basis = CentralBasis::point;
    effect.central = values.means[*centre];
    effect.deviation =
        std::sqrt(variance_of_mean(numbers, effect.central) * static_cast<double>(numbers.size()));
    effect.chance = mean_interval(numbers);
  } else if (within.freedom > 0) {
    const double error = std::sqrt(within.variance / static_cast<double>(replicates));
    effect.chance = student_interval(effect.central, error, static_cast<double>(within.freedom),
                                     interval_level);
  }
}

void set_sign(const std::vector<double>& known, EffectOverPoints& effect) {
  if (effect.central == 0) return;
  const auto same = std::count_if(known.begin(), known.end(), [&](double difference) {
    return difference * effect.central > 0;
  });
  effect.share_of_sign = static_cast<double>(same) / static_cast<double>(known.size());
}

/// The straight line through the points; nothing where there are too few or a parameter stands
/// still.
void set_movers(const Design& design, const PointValues& values, EffectOverPoints& effect) {
  try {
    const Regression line = regression(design, values.means, interval_level);
    effect.r2 = line.r2;
    if (!(line.r2 > least_r2_of_movers)) return;
    for (size_t i = 0; i < line.coefficients.size(); ++i) {
      const auto& [value, interval] = line.coefficients[i];
      const bool holds_zero = interval.low <= 0 && interval.high >= 0;
      if (!holds_zero && std::abs(value) >= least_mover) effect.movers.emplace_back(i, value);
    }
  } catch (const InputError&) {
    return;
  }
  std::stable_sort(effect.movers.begin(), effect.movers.end(), [](const auto& a, const auto& b) {
    return std::abs(a.second) > std::abs(b.second);
  });
  effect.movers.resize(std::min<size_t>(effect.movers.size(), 2));
}

/// Compares step by step.
class PointComparer {
 public:
  PointComparer(const ReadSeries& read, const CompareRequest& request)
      : read_(read),
        request_(request),
        design_(design_of_sweep(*read.sweep)),
        centre_(central_point(*read.sweep)) {
    result_.sweep = *read.sweep;
    result_.notes = read.notes;
    result_.precision = request.precision;
  }

  ComparisonOverPoints run() {
    refuse_what_means_nothing();
    result_.baseline = choose_baseline(read_, request_.baseline);
    result_.baseline_title = read_.facts.at(result_.baseline).front().title;
    for (const auto& scenario : read_.scenarios)
      if (scenario != result_.baseline) add_scenario(scenario);
    return std::move(result_);
  }

 private:
  void refuse_what_means_nothing() const {
    if (request_.unpaired == Unpaired::allow)
      throw InputError("--unpaired: the scenarios of a sweep share all draws, so they are pairs");
    if (request_.error_rate == ErrorRate::family_wise)
      throw InputError(
          "--family-wise: the ranges over the points of a sweep are no intervals of an estimate");
  }

  void add_scenario(const std::string& scenario) {
    const ChosenWindow chosen = choose_window(read_, request_, result_.baseline, scenario, true);
    for (const auto& note : chosen.notes) add_note(note);
    ScenarioOverPoints one{scenario,
                           read_.facts.at(scenario).front().title,
                           read_.records.first_month(chosen.window.first),
                           read_.records.last[chosen.window.last],
                           chosen.reason,
                           request_.grouping,
                           {}};
    for (const auto& series : read_.series)
      for (const auto& period : periods_of(read_.records, chosen.window, request_.grouping))
        add_row(series, period, one);
    result_.scenarios.push_back(std::move(one));
  }

  void add_row(const SeriesValues& series, const Period& period, ScenarioOverPoints& one) {
    const std::string name =
        series.name + (period.name.empty() ? std::string() : ", " + period.name);
    if (!was_recorded(series, read_.records, period.records))
      return add_note(fmt::format("left out, for nothing was recorded then: {}", name));
    const PointValues values(
        *read_.sweep, differences_of(series, result_.baseline, one.scenario, period.records));
    const PointValues before(*read_.sweep, levels_of(series, result_.baseline, period.records));
    std::vector<double> known = known_of(values.means);
    if (known.size() < 2)
      return add_note(fmt::format("left out, for fewer than 2 points have a number: {}", name));
    EffectOverPoints effect{name, series.units, known.size(), values.n_runs()};
    effect.baseline_mean = moments_of_points(before.means).mean;
    effect.mean = moments_of_points(values.means).mean;
    set_centre(values, centre_, read_.sweep->replicates, effect);
    effect.both = {percentile(known, 0.05), percentile(known, 0.95)};
    set_sign(known, effect);
    if (effect.both.low < effect.both.high) set_movers(design_, values, effect);
    if (effect.share_of_sign && *effect.share_of_sign < 1)
      effect.turning = where_sign_turns(design_, values.means, effect.central);
    one.rows.push_back(std::move(effect));
  }

  void add_note(const std::string& note) {
    if (std::find(result_.notes.begin(), result_.notes.end(), note) == result_.notes.end())
      result_.notes.push_back(note);
  }

  const ReadSeries& read_;
  const CompareRequest& request_;
  Design design_;
  std::optional<size_t> centre_;
  ComparisonOverPoints result_;
};

std::string condition_text(const SweepRecord& sweep, const SplitCondition& condition) {
  const SweptParameter& parameter = sweep.parameters[condition.parameter];
  const std::string side = condition.is_above ? "above" : "below";
  const bool is_share = design_of_sweep(sweep).are_shares;
  const auto range = range_of(parameter);
  if (!is_share || !range)
    return fmt::format("{} is {} {:.3g}", parameter.name, side, condition.bound);
  const std::string unit = parameter.unit == "1" ? "" : " " + parameter.unit;
  return fmt::format("{} is {} {:.2f} of its range ({:.3g}{})", parameter.name, side,
                     condition.bound, at_share(*range, condition.bound), unit);
}

}  // namespace

ComparisonOverPoints compare_points(const ReadSeries& read, const CompareRequest& request) {
  RUMBO_REQUIRE(read.sweep.has_value());
  refuse_if_nothing_to_compare(read);
  return PointComparer(read, request).run();
}

bool is_identical(const EffectOverPoints& effect) {
  return effect.central == 0 && effect.mean == 0 && effect.both.low == 0 && effect.both.high == 0 &&
         !(effect.deviation > 0);
}

std::string conditions_text(const SweepRecord& sweep, const TurningRule& rule) {
  std::string text;
  for (const auto& condition : rule.conditions)
    text += (text.empty() ? "" : " and ") + condition_text(sweep, condition);
  return text;
}

}  // namespace rumbo
