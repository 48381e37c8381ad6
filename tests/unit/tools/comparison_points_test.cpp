// Comparisons over the points of a sweep, and how many replicates a precision takes.
#include "tools/rumbo/comparison_points.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/base/error.hpp"
#include "tests/support/near.hpp"
#include "tests/support/sample_sweep.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tools/rumbo/point_values.hpp"
#include "tools/rumbo/precision.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

ComparisonOverPoints compared_points(const SampleSweep& sweep, const CompareRequest& request = {}) {
  const ScratchFolder folder;
  write_sweep_file(folder / "sweep.h5", sweep);
  return compare_points(read_series({{folder / "sweep.h5"}, {}, {}, {}}), request);
}

const EffectOverPoints& attempts_of(const ComparisonOverPoints& comparison) {
  for (const auto& row : comparison.scenarios.at(0).rows)
    if (row.series == "border attempts") return row;
  FAIL("no such row");
  return comparison.scenarios[0].rows.front();
}

/// The quota changes attempts by 3 where a is below 0.6 of its range, by -2 where it is above.
double turning(std::span<const double> shares, uint32_t scenario, size_t, uint32_t) {
  return 100 + 10 * shares[1] + (scenario == 0 ? 0 : shares[0] < 0.6 ? 3 : -2);
}

}  // namespace

TEST_CASE("over points, the sign, its share and what turns it are those of the rule",
          "[unit][tools]") {
  const SampleSweep sweep{sample_design("sobol", 3, {{"samples", {64}}}), 1, turning};
  size_t n_below = 0;
  for (size_t point = 0; point < 64; ++point) n_below += sweep.design.run(point)[0] < 0.6;
  const auto comparison = compared_points(sweep);
  const EffectOverPoints& row = attempts_of(comparison);
  CHECK(row.n_points == 64);
  const auto n = static_cast<double>(n_below);
  CHECK(row.central == near((3 * n - 2 * (64 - n)) / 64, 1e-6));
  CHECK(*row.share_of_sign == near(n / 64, 1e-9));
  CHECK(row.both.low == near(-2, 1e-6));
  CHECK(row.both.high == near(3, 1e-6));
  CHECK_FALSE(row.chance);  // one replicate a point
  REQUIRE(row.turning);
  REQUIRE(row.turning->conditions.size() == 1);
  CHECK(row.turning->conditions[0].parameter == 0);
  CHECK(row.turning->conditions[0].is_above);
  CHECK(row.turning->conditions[0].bound == near(0.6, 0.02));
  CHECK(row.turning->mean_inside == near(-2, 1e-6));
  REQUIRE(row.movers.size() == 1);  // b moves the level only
  CHECK(row.movers[0].first == 0);
  CHECK(row.movers[0].second < -0.8);
  CHECK_THAT(as_text(comparison, IdenticalRows::folded),
             Contains("the sign turns where a is above 0.") && Contains("moved most by a (-0.") &&
                 Contains("One replicate a point"));
}

TEST_CASE("chance and parameters are told apart", "[unit][tools]") {
  SampleSweep sweep{sample_design("latin_hypercube", 2, {{"samples", {40}}}), 4, {}};
  sweep.result = [](auto shares, uint32_t scenario, size_t point, uint32_t replicate) {
    const auto number = static_cast<uint32_t>(point) * 4 + replicate;
    return 50 + (scenario == 0 ? 0 : 10 + 8 * shares[0] + 0.5 * sample_noise(7, number));
  };
  const auto comparison = compared_points(sweep);
  const EffectOverPoints& row = attempts_of(comparison);
  CHECK(row.deviation == near(0.5, 0.06));
  REQUIRE(row.chance);
  const boost::math::students_t student(120);
  const double reach = boost::math::quantile(student, 0.95) * row.deviation / 2;
  CHECK(row.chance->high - row.central == near(reach, 1e-9));
  CHECK(row.both.low == near(10.4, 0.6));
  CHECK(row.both.high == near(17.6, 0.6));
  CHECK(row.share_of_sign == 1.0);
  CHECK_FALSE(row.turning);
  CHECK(row.r2 > 0.9);
}

TEST_CASE("the point of the most plausible values is the centre where there is one",
          "[unit][tools]") {
  SampleSweep sweep{sample_design("sobol", 2, {{"samples", {8}}, {"shift", {0}}}), 3, {}};
  sweep.design.values[2 * 2] = sweep.design.values[2 * 2 + 1] = 0.5;
  sweep.result = [](auto shares, uint32_t scenario, size_t, uint32_t replicate) {
    return scenario == 0 ? 20 : 20 + 10 * shares[0] + 0.5 * replicate;
  };
  const auto comparison = compared_points(sweep);
  const EffectOverPoints& row = attempts_of(comparison);
  CHECK(row.basis == CentralBasis::point);
  CHECK(row.central == near(5.5, 1e-6));
  CHECK(row.deviation == near(0.5, 1e-6));
}

TEST_CASE("failed runs are counted, and rows without any difference are folded", "[unit][tools]") {
  const SampleSweep sweep{sample_design("sobol", 2, {{"samples", {16}}}), 1, turning, {3, 5}};
  const auto comparison = compared_points(sweep);
  CHECK(attempts_of(comparison).n_points == 14);
  CHECK_THAT(as_text(comparison, IdenticalRows::folded),
             Contains("2 runs failed") && Contains("The same in all runs (--all shows them): "
                                                   "apprehensions"));
  CHECK_THAT(as_markdown(comparison, IdenticalRows::shown),
             Contains("| apprehensions | attempts |") && Contains("| series | unit |"));
}

TEST_CASE("what means nothing over points is refused", "[unit][tools]") {
  const SampleSweep sweep{sample_design("sobol", 2, {{"samples", {8}}}), 1, turning};
  CHECK_THROWS_WITH(compared_points(sweep, {.unpaired = Unpaired::allow}), Contains("--unpaired"));
  CHECK_THROWS_WITH(compared_points(sweep, {.error_rate = ErrorRate::family_wise}),
                    Contains("--family-wise"));
  CHECK_THROWS_WITH(compared_points(sweep, {.baseline = "bseline"}),
                    Contains("did you mean 'baseline'"));
}

TEST_CASE("a sign that turns in a corner takes two splits, and chance alone none",
          "[unit][tools]") {
  const Design design = sample_design("sobol", 4, {{"samples", {256}}});
  std::vector<double> differences, noise;
  for (uint32_t point = 0; point < 256; ++point) {
    const auto run = design.run(point);
    differences.push_back(run[1] > 0.5 && run[3] < 0.4 ? -1 : 2);
    noise.push_back(0.1 + sample_noise(11, point));
  }
  const auto found = where_sign_turns(design, differences, 2);
  REQUIRE(found);
  REQUIRE(found->conditions.size() == 2);
  CHECK(found->mean_inside == near(-1, 1e-12));
  CHECK(found->mean_elsewhere == near(2, 1e-12));
  for (const auto& condition : found->conditions) {
    CHECK(condition.is_above == (condition.parameter == 1));
    CHECK(condition.bound == near(condition.parameter == 1 ? 0.5 : 0.4, 0.02));
  }
  CHECK_FALSE(where_sign_turns(design, noise, 0.1));
  // A straight slope: two splits of one parameter are told as one.
  for (size_t point = 0; point < 256; ++point) differences[point] = 0.8 - design.run(point)[2];
  const auto slope = where_sign_turns(design, differences, 1);
  REQUIRE(slope);
  REQUIRE(slope->conditions.size() == 1);
  CHECK(slope->conditions[0].parameter == 2);
  CHECK_FALSE(where_sign_turns(design, std::vector<double>(256, 1.0), 1));
}

// (1.96 x 10 / (0.05 x 20))^2 = 384.16.
TEST_CASE("replicates for a precision are those of the closed form", "[unit][tools]") {
  CHECK(replicates_needed(10, 20, 0.05) == 385.0);
  CHECK(replicates_needed(10, -20, 0.05) == 385.0);
  CHECK(replicates_needed(0, 20, 0.05) == 2.0);
  CHECK_FALSE(replicates_needed(10, 0, 0.05));
  CHECK_FALSE(replicates_needed(std::nan(""), 20, 0.05));
  CHECK(parse_precision("5%") == near(0.05, 1e-12));
  CHECK(parse_precision("0.05") == near(0.05, 1e-12));
  for (const char* text : {"", "%", "5", "0", "-5%", "5%%", "five", "nan"})
    CHECK_THROWS_WITH(parse_precision(text), Contains("--precision") && Contains("5%"));
}

TEST_CASE("the precision of a sweep is that of chance at one point", "[unit][tools]") {
  SampleSweep sweep{sample_design("sobol", 2, {{"samples", {8}}}), 2, {}};
  sweep.result = [](auto shares, uint32_t scenario, size_t, uint32_t replicate) {
    return scenario == 0 ? 20 : 20 + 10 * shares[0] + (replicate == 0 ? -1 : 1);
  };
  const auto comparison = compared_points(sweep, {.precision = 0.1});
  const EffectOverPoints& row = attempts_of(comparison);
  CHECK(row.deviation == near(std::sqrt(2), 1e-6));
  const double needed = std::ceil(std::pow(1.96 * std::sqrt(2) / (0.1 * row.central), 2));
  const auto json = nlohmann::json::parse(as_json(comparison));
  for (const auto& one : json["rows"])
    if (one["series"] == "border attempts") CHECK(one["replicates_needed"] == needed);
  CHECK_THAT(as_text(comparison, IdenticalRows::folded), Contains("half width"));
}
