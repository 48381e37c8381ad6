// Looks for the scales of an emulator; see emulator.hpp.
#include <cmath>
#include <limits>
#include <nlopt.hpp>

#include "engine/designs/designs.hpp"
#include "engine/maths/functions.hpp"
#include "engine/sensitivity/likelihood.hpp"

namespace rumbo {
namespace {

/// Bounds of the logarithms: lengths from a fiftieth of a range, below which neighbours of a design
/// say nothing of each other, to 100 ranges, which is a straight line; noise from what keeps
/// correlations regular to nearly all.
constexpr double least_length = 0.02, most_length = 100, least_nugget = 1e-8, most_nugget = 1e3;

/// Where jumps lead.
constexpr double far_lengths[4] = {0.2, 0.6, 2, 10}, far_nuggets[4] = {1e-6, 1e-3, 0.05, 1};
/// How much better a logarithm of likelihoods must become by jumps, and how often they are tried.
constexpr double worth_a_climb = 0.1;
constexpr int most_turns = 6;

/// Looks for the highest likelihood from one start. The best point seen is kept here, since a climb
/// that stops early does not tell its best.
class Search {
 public:
  Search(const EmulatorLikelihood& likelihood, const std::vector<double>& start)
      : likelihood_(&likelihood), best_(start), value_(likelihood(start, {})) {}

  const std::vector<double>& best() const { return best_; }
  double value() const { return value_; }

  /// Climbs along the gradient from the best point.
  void climb(size_t most_evaluations);
  /// Tries far values of one length, or of the nugget, after the other, keeping what is better: a
  /// parameter that looks idle from afar, as a wave does, is found only so.
  void jump();

 private:
  void note(const std::vector<double>& at, double value) {
    if (!(value > value_)) return;
    value_ = value;
    best_ = at;
  }
  static double evaluate(const std::vector<double>& at, std::vector<double>& gradient, void* self) {
    auto& my = *static_cast<Search*>(self);
    const double value = (*my.likelihood_)(at, gradient);
    my.note(at, value);
    return std::isfinite(value) ? value : -1e300;  // NLopt takes no infinity
  }

  const EmulatorLikelihood* likelihood_;
  std::vector<double> best_;
  double value_;
};

void Search::climb(size_t most_evaluations) {
  std::vector<double> at = best_;
  nlopt::opt climber(nlopt::LD_LBFGS, static_cast<unsigned>(at.size()));
  std::vector<double> low(at.size(), log(least_length)), high(at.size(), log(most_length));
  low.back() = log(least_nugget);
  high.back() = log(most_nugget);
  climber.set_lower_bounds(low);
  climber.set_upper_bounds(high);
  climber.set_max_objective(evaluate, this);
  climber.set_ftol_abs(1e-3);  // of a logarithm of likelihoods: far below what data can tell
  climber.set_maxeval(static_cast<int>(most_evaluations));
  double value = 0;
  try {
    climber.optimize(at, value);
  } catch (const std::runtime_error&) {
    // No step goes up any more in numbers of 53 bits; the best is kept.
  }
}

void Search::jump() {
  for (size_t i = 0; i < best_.size(); ++i)
    for (const double far : i + 1 < best_.size() ? far_lengths : far_nuggets) {
      auto at = best_;
      at[i] = log(far);
      note(at, (*likelihood_)(at, {}));
    }
}

/// Jumps and climbs by turns until jumps lead to nothing better.
Search searched(const EmulatorLikelihood& likelihood, const std::vector<double>& start,
                const EmulatorOptions& options) {
  Search search(likelihood, start);
  for (int turn = 0; turn < most_turns; ++turn) {
    const double before = search.value();
    search.jump();
    if (turn > 0 && search.value() < before + worth_a_climb) break;
    search.climb(options.most_evaluations);
  }
  return search;
}

/// Logarithms from which to climb: first the prior's mean with some noise, then points of a
/// hypercube across one deviation of the prior and four powers of ten of noise.
std::vector<std::vector<double>> starts_of(size_t width, double mean,
                                           const EmulatorOptions& options) {
  std::vector<std::vector<double>> starts{std::vector<double>(width, mean)};
  starts.front().push_back(log(0.01));
  DesignRequest request{.kind = "latin_hypercube", .seed = options.seed};
  request.options["samples"] = {static_cast<double>(std::max<size_t>(options.n_starts, 2) - 1)};
  for (size_t i = 0; i <= width; ++i) request.names.push_back(std::to_string(i));
  const Design design = make_design(request);
  for (size_t run = 0; starts.size() < options.n_starts; ++run) {
    const auto shares = design.run(run);
    std::vector<double> start(width + 1);
    for (size_t i = 0; i < width; ++i)
      start[i] = mean + deviation_of_log_length * (2 * shares[i] - 1);
    start[width] = log(1e-4) * shares[width];
    starts.push_back(std::move(start));
  }
  return starts;
}

}  // namespace

Emulator Emulator::fit(const Design& design, std::span<const double> results,
                       const EmulatorOptions& options) {
  RUMBO_REQUIRE(options.n_starts > 0 && options.most_evaluations > 0);
  const EmulatorInputs inputs(design, results, options.mean);
  const EmulatorLikelihood likelihood(inputs, options);
  std::vector<double> best;
  double value = -std::numeric_limits<double>::infinity();
  for (const auto& start : starts_of(design.width(), likelihood.mean_of_log_length(), options)) {
    const Search search = searched(likelihood, start, options);
    if (!best.empty() && search.value() <= value) continue;
    best = search.best();
    value = search.value();
  }
  EmulatorScales scales{{}, exp(best.back())};
  for (size_t i = 0; i < design.width(); ++i) scales.lengths.push_back(exp(best[i]));
  return {design, results, scales, options};
}

}  // namespace rumbo
