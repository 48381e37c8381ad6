// Waves of history matching, against regions that are known.
#include "engine/calibration/waves.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>
#include <numbers>

#include "engine/base/error.hpp"
#include "engine/calibration/conflict.hpp"
#include "tests/support/near.hpp"
#include "tests/unit/calibration/toys.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

/// Squared distance from (0.5, 0.5), the second parameter counted four times.
std::vector<double> bowl(std::span<const double> x) {
  return {(x[0] - 0.5) * (x[0] - 0.5) + 4 * (x[1] - 0.5) * (x[1] - 0.5)};
}

/// Two sums of which the first and the third target are one and the same.
std::vector<double> three_sums(std::span<const double> x) {
  return {x[0] + x[1], x[0] - x[1], x[0] + x[1]};
}

Calibration calibration_of(size_t n_parameters, std::vector<Target> targets,
                           const WaveOptions& options) {
  return {toy_parameters(n_parameters), std::move(targets), options};
}

/// Keeps arrays of waves in memory.
class WaveMemory : public Archive {
 public:
  bool loading = false;
  std::map<std::string, std::vector<char>> stored{};
  bool is_loading() const override { return loading; }

 protected:
  void visit(const std::string& name, ElementType type, const void* data, size_t count,
             const std::function<void*(size_t)>& place) override {
    auto& bytes = stored[name];
    const size_t width = element_size(type);
    if (!loading) {
      bytes.resize(count * width);
      if (count) std::memcpy(bytes.data(), data, bytes.size());
    } else if (void* memory = place(bytes.size() / width); !bytes.empty()) {
      std::memcpy(memory, bytes.data(), bytes.size());
    }
  }
  void refuse(const std::string& name, const std::string& what) const override {
    throw RunError(name + " " + what);
  }
};

}  // namespace

// |bowl - 0| <= 3 * 0.02: an ellipse with half axes of root 0.06 and half of it.
TEST_CASE("what is left of a bowl is an ellipse", "[unit][calibration]") {
  Calibration bowls =
      calibration_of(2, {{"height", 0, 0.012, 0.016}},
                     {.n_points = 60, .most_waves = 1, .emulator = smooth_emulator(), .seed = 3});
  CHECK(run_waves(bowls, noisy(bowl, 0)) == WavesEnd::emulators_suffice);
  const double area = std::numbers::pi * 0.06 / 2;
  const WaveRecord& wave = bowls.waves.at(0);
  CHECK(wave.rank == 1);
  CHECK(wave.share_left.value == near(area, 0.003));
  CHECK(wave.share_left.interval.low < area);
  CHECK(wave.share_left.interval.high > area);
  CHECK(wave.inside.size() == 120);
  for (size_t at = 0; at < 120; at += 2)
    CHECK(bowl(std::span(wave.inside).subspan(at, 2))[0] < 0.0601);
  const double inside[2] = {0.6, 0.5};
  const TargetFit fit = waves_of(bowls)[0].at(0, inside);
  CHECK(fit.mean == near(0.01, 1e-4));
  CHECK(fit.implausibility == near(0.5, 0.01));
  CHECK(fit.variances.observation == near(0.012 * 0.012, 1e-12));
  CHECK(fit.variances.discrepancy == near(0.016 * 0.016, 1e-12));
}

// Implausibilities at a point where emulators are exact: |sum - observed| / 0.1.
TEST_CASE("the second-largest implausibility forgives one target", "[unit][calibration]") {
  const std::vector<Target> targets{{"sum", 1, 0.1, 0}, {"gap", 0.4, 0.1, 0}, {"again", 5, 0.1, 0}};
  Calibration sums =
      calibration_of(2, targets, {.n_points = 20, .most_waves = 1, .emulator = smooth_emulator()});
  run_waves(sums, noisy(three_sums, 0));
  const Wave wave = waves_of(sums)[0];
  const double at[2] = {0.5, 0.5};  // 0, 4 and 40 deviations off
  constexpr double any = std::numeric_limits<double>::infinity();
  CHECK(wave.record().rank == 2);
  CHECK(wave.score(at, any) == near(4.0 / 3, 0.01));
  CHECK(wave.score(at, any, {true, true, false}) == near(0, 0.01));
  CHECK(wave.score(at, 1) > 1);
  sums.waves[0].rank = 1;
  CHECK(waves_of(sums)[0].score(at, any) == near(40.0 / 3, 0.1));
}

TEST_CASE("a point must pass all waves", "[unit][calibration]") {
  Calibration low =
      calibration_of(2, {{"height", 0.05, 0.01, 0}},
                     {.n_points = 40, .most_waves = 1, .emulator = smooth_emulator()});
  run_waves(low, noisy(bowl, 0));
  Calibration high = low;
  high.targets[0].observed = 0.2;
  std::vector<Wave> both = waves_of(low);
  for (Wave& wave : waves_of(high)) both.push_back(std::move(wave));
  const double at_low[2] = {0.5 + std::sqrt(0.05), 0.5}, at_high[2] = {0.5 + std::sqrt(0.2), 0.5};
  CHECK(NotRuledOut(std::span(both).subspan(0, 1)).holds(at_low));
  CHECK(NotRuledOut(std::span(both).subspan(1, 1)).holds(at_high));
  CHECK_FALSE(NotRuledOut(both).holds(at_low));
  CHECK_FALSE(NotRuledOut(both).holds(at_high));
}

TEST_CASE("waves close in on what is known to fit", "[unit][calibration]") {
  const auto waves = [](std::span<const double> x) {
    return std::vector<double>{std::sin(5 * x[0]) + x[1], x[0] * x[1] + 0.3 * std::cos(4 * x[1])};
  };
  const double truth[2] = {0.62, 0.35};
  const auto observed = waves(truth);
  Calibration closing =
      calibration_of(2, {{"first", observed[0], 0.01, 0.01}, {"second", observed[1], 0.005, 0.005}},
                     {.n_points = 25, .n_replicates = 4, .most_waves = 5});
  const WavesEnd end = run_waves(closing, noisy(waves, 0.01));
  CHECK(end != WavesEnd::nothing_left);
  REQUIRE(closing.waves.size() >= 2);
  for (size_t wave = 1; wave < closing.waves.size(); ++wave)
    CHECK(closing.waves[wave].share_left.value < closing.waves[wave - 1].share_left.value);
  CHECK(closing.waves.back().share_left.value < 0.05);
  // Noise of 0.01 over four replicates, pooled over 25 points: 8% of it.
  for (const double variance : closing.waves[0].noise_variance)
    CHECK(variance == near(0.01 * 0.01 / 4, 0.5 * 0.01 * 0.01 / 4));
  const std::vector<Wave> all = waves_of(closing);
  CHECK(NotRuledOut(all).holds(truth));
  // The second wave has its own runs and those of the first that this one has not ruled out.
  size_t n_kept = 0;
  for (size_t run = 0; run < 25; ++run)
    n_kept += NotRuledOut(std::span(all).first(1))
                  .holds(std::span(closing.waves[0].runs.shares).subspan(2 * run, 2));
  CHECK(n_kept > 0);
  CHECK(n_kept < 25);
  CHECK(closing.waves[1].runs.shares.size() == 2 * (25 + n_kept));
  CHECK(run_waves(closing, noisy(waves, 0.01)) == end);
  CHECK(closing.waves.size() == all.size());
}

TEST_CASE("targets that contradict each other are named", "[unit][calibration]") {
  Calibration sums =
      calibration_of(2, {{"sum", 0.6, 0.02, 0}, {"gap", 0.1, 0.02, 0}, {"again", 1.4, 0.02, 0}},
                     {.n_points = 20, .n_cautious = 0, .emulator = smooth_emulator()});
  CHECK(run_waves(sums, noisy(three_sums, 0)) == WavesEnd::nothing_left);
  CHECK(sums.waves.back().share_left.value == 0);
  // Half way between the two: 0.4 / 0.02 / 3.
  CHECK(sums.waves.back().least_score == near(20.0 / 3, 0.1));
  const std::vector<Wave> waves = waves_of(sums);
  const Conflict conflict = find_conflict(waves, 2, {.n_even = 1024, .n_walkers = 100});
  REQUIRE(conflict.removed.size() == 1);
  CHECK(conflict.removed[0] != 1);
  CHECK(conflict.in_conflict == std::vector<size_t>{0, 2});
  CHECK(conflict.left.points.size() == 2);
  CHECK_THROWS_WITH(design_of_next_wave(sums), Contains("every point is ruled out"));
}

// Two pairs that contradict each other, and a target that all points meet.
TEST_CASE("two contradictions are named without what has no part in them", "[unit][calibration]") {
  Calibration sums = calibration_of(2,
                                    {{"sum", 0.6, 0.02, 0},
                                     {"gap", 0.1, 0.02, 0},
                                     {"meets", 0.5, 1, 0},
                                     {"other sum", 1.4, 0.02, 0},
                                     {"other gap", 0.4, 0.02, 0}},
                                    {.n_points = 20,
                                     .most_waves = 1,
                                     .n_cautious = 0,
                                     .emulator = smooth_emulator(),
                                     .space = {.n_even = 512, .n_walkers = 60}});
  const auto two_pairs = [](std::span<const double> x) {
    return std::vector<double>{x[0] + x[1], x[0] - x[1], x[0], x[0] + x[1], x[0] - x[1]};
  };
  CHECK(run_waves(sums, noisy(two_pairs, 0)) == WavesEnd::nothing_left);
  const Conflict conflict = find_conflict(waves_of(sums), 2, sums.options.space);
  CHECK(conflict.removed.size() == 2);
  CHECK(conflict.in_conflict == std::vector<size_t>{0, 1, 3, 4});
}

TEST_CASE("without a contradiction none is named", "[unit][calibration]") {
  Calibration sums = calibration_of(
      2, {{"sum", 1, 0.1, 0}, {"gap", 0.1, 0.1, 0}, {"again", 1, 0.1, 0}},
      {.n_points = 20, .most_waves = 1, .n_cautious = 0, .emulator = smooth_emulator()});
  CHECK(run_waves(sums, noisy(three_sums, 0)) == WavesEnd::emulators_suffice);
  const Conflict none = find_conflict(waves_of(sums), 2);
  CHECK(none.removed.empty());
  CHECK(none.in_conflict.empty());
}

TEST_CASE("an empty space is told, not widened", "[unit][calibration]") {
  Calibration bowls = calibration_of(2, {{"height", -0.5, 0.02, 0.02}},
                                     {.n_points = 40, .emulator = smooth_emulator()});
  CHECK(run_waves(bowls, noisy(bowl, 0)) == WavesEnd::nothing_left);
  CHECK(bowls.waves.size() == 1);
  CHECK(bowls.waves[0].inside.empty());
  CHECK(bowls.waves[0].least_score == near(0.5 / std::hypot(0.02, 0.02) / 3, 0.02));
  CHECK(bowls.waves[0].nearest[0] == near(0.5, 0.03));
  CHECK(bowls.waves[0].nearest[1] == near(0.5, 0.03));
  CHECK(find_conflict(waves_of(bowls), 2).removed == std::vector<size_t>{0});
}

TEST_CASE("waves can be kept and gone on from", "[unit][calibration]") {
  const auto begin = [](size_t most_waves) {
    return calibration_of(2, {{"height", 0.1, 0.001, 0.001}},
                          {.n_points = 8, .n_replicates = 2, .most_waves = most_waves, .seed = 8});
  };
  const Simulator simulator = noisy(bowl, 0.0005);
  Calibration at_once = begin(2), first = begin(1), later = begin(2);
  run_waves(at_once, simulator);
  run_waves(first, simulator);
  WaveMemory file, whole;
  first.visit(file);
  file.loading = true;
  later.visit(file);
  CHECK(later.waves.size() == 1);
  run_waves(later, simulator);
  CHECK(at_once.waves.size() == 2);
  file.loading = false;
  later.visit(file);
  at_once.visit(whole);
  CHECK(file.stored == whole.stored);
  file.loading = true;
  file.stored["calibration/1/nuggets"].clear();
  CHECK_THROWS_WITH(later.visit(file), Contains("does not have a number for each target"));
}

TEST_CASE("failed runs are left out of a wave", "[unit][calibration]") {
  constexpr double failed = std::numeric_limits<double>::quiet_NaN();
  const double shares[4] = {0.1, 0.2, 0.3, 0.4};
  // Three replicates of two targets; the second point has no result of the second target.
  const double results[12] = {1, 10, 3, failed, 5, 14, 2, failed, failed, failed, 4, failed};
  const WaveRuns runs = gather_runs(shares, results, 2, 2, 3);
  CHECK(runs.means[0] == 3);
  CHECK(runs.means[1] == 3);
  CHECK(runs.means[2] == 12);
  CHECK(std::isnan(runs.means[3]));
  CHECK(runs.variances_of_mean[0] == near((4.0 / 3 + 2.0 / 2) / 2, 1e-12));
  CHECK(runs.variances_of_mean[1] == near(8.0 / 2, 1e-12));
  Calibration bowls =
      calibration_of(2, {{"height", 0.1, 0.02, 0.02}}, {.n_points = 40, .most_waves = 1});
  run_waves(bowls, [](std::span<const double> x, uint32_t) {
    return x[0] < 0.2 ? std::vector<double>{} : bowl(x);
  });
  CHECK(waves_of(bowls)[0].emulator(0).n_left_out() == 8);
}

TEST_CASE("targets that cannot be are refused", "[unit][calibration]") {
  CHECK_THROWS_WITH(check_targets({}), Contains("0 targets; expected 1 to 40"));
  CHECK_THROWS_WITH(check_targets(std::vector<Target>(41, {"a", 1, 1, 1})),
                    Contains("41 targets") && Contains("target 'a' twice"));
  CHECK_THROWS_WITH(check_targets({{"a", 1, 0, 0}, {"b", 1, -1, 0}}),
                    Contains("both standard deviations are 0") && Contains("target 'b'"));
  CHECK_THROWS_WITH(check_targets({{"a", NAN, 1, 0}}), Contains("expected a finite number"));
  Calibration flat = calibration_of(2, {{"flat", 1, 1, 1}}, {});
  CHECK_THROWS_WITH(run_waves(flat, [](auto, auto) { return std::vector<double>{2}; }),
                    Contains("target 'flat': emulator: the result is the same"));
}
