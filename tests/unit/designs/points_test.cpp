// The points of each kind of design, against what its source says of them.
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "engine/designs/designs.hpp"
#include "engine/designs/sobol_points.hpp"

using namespace rumbo;

namespace {

std::vector<std::string> some_names(size_t n) {
  std::vector<std::string> names;
  for (size_t i = 0; i < n; ++i) names.push_back("p" + std::to_string(i));
  return names;
}

/// How many of n equal parts hold how many of a column's values: all must hold `each`.
bool fills_strata(const Design& design, size_t column, size_t n_strata, size_t each) {
  std::vector<size_t> held(n_strata);
  for (size_t run = 0; run < design.n_runs(); ++run)
    ++held.at(static_cast<size_t>(design.run(run)[column] * static_cast<double>(n_strata)));
  return held == std::vector<size_t>(n_strata, each);
}

double nearest_two(const Design& design) {
  double least = 1e9;
  for (size_t a = 0; a < design.n_runs(); ++a)
    for (size_t b = 0; b < a; ++b) {
      double sum = 0;
      for (size_t i = 0; i < design.width(); ++i)
        sum += std::pow(design.run(a)[i] - design.run(b)[i], 2);
      least = std::min(least, std::sqrt(sum));
    }
  return least;
}

}  // namespace

TEST_CASE("a grid has every combination once", "[unit][designs]") {
  const Design grid =
      make_design({.kind = "grid", .names = some_names(3), .options = {{"levels", {3, 1, 2}}}});
  CHECK(grid.values ==
        std::vector<double>{0, 0.5, 0, 0, 0.5, 1, 0.5, 0.5, 0, 0.5, 0.5, 1, 1, 0.5, 0, 1, 0.5, 1});
}

TEST_CASE("a hypercube has each stratum once, in an order of its own", "[unit][designs]") {
  for (const size_t n : {1, 2, 97, 1000}) {
    const Design design = make_design({.kind = "latin_hypercube",
                                       .names = some_names(4),
                                       .options = {{"samples", {static_cast<double>(n)}}},
                                       .seed = 3});
    for (size_t i = 0; i < 4; ++i) CHECK(fills_strata(design, i, n, 1));
  }
  // Two parameters are not tied: s.e. of a correlation of 1000 points is 0.032.
  const Design design = make_design(
      {.kind = "latin_hypercube", .names = some_names(2), .options = {{"samples", {1000}}}});
  double sum = 0;
  for (size_t run = 0; run < 1000; ++run)
    sum += (design.run(run)[0] - 0.5) * (design.run(run)[1] - 0.5);
  CHECK(std::fabs(sum / 1000 * 12) < 4 * 0.032);
}

TEST_CASE("the best of many hypercubes lies farther apart than the first", "[unit][designs]") {
  DesignRequest request{
      .kind = "latin_hypercube", .names = some_names(3), .options = {{"samples", {20}}}, .seed = 9};
  const Design first = make_design(request);
  request.options["best_of"] = {100};
  const Design best = make_design(request);
  CHECK(nearest_two(best) > 1.5 * nearest_two(first));
  for (size_t i = 0; i < 3; ++i) CHECK(fills_strata(best, i, 20, 1));
}

// The first points in three dimensions, from the page of the direction numbers [Joe and Kuo 2008].
TEST_CASE("points of Sobol's sequence are the published ones", "[unit][designs]") {
  CHECK(sobol_points(7, 3, false, 0) ==
        std::vector<double>{0.5,   0.5,   0.5,   0.75,  0.25,  0.25,  0.25,
                            0.75,  0.75,  0.375, 0.375, 0.625, 0.875, 0.875,
                            0.125, 0.625, 0.125, 0.875, 0.125, 0.625, 0.375});
  const Design design = make_design(
      {.kind = "sobol", .names = some_names(2), .options = {{"samples", {2}}, {"shift", {0}}}});
  CHECK(design.values == std::vector<double>{0.5, 0.5, 0.75, 0.25});
}

TEST_CASE("shifted points of Sobol's sequence fill strata and pairs of strata", "[unit][designs]") {
  const Design design = make_design(
      {.kind = "sobol", .names = some_names(5), .options = {{"samples", {256}}}, .seed = 4});
  for (size_t i = 0; i < 5; ++i) CHECK(fills_strata(design, i, 256, 1));
  // The first two dimensions are a net: each of 16 x 16 squares has one point.
  std::set<std::pair<int, int>> squares;
  for (size_t run = 0; run < 256; ++run)
    squares.emplace(static_cast<int>(design.run(run)[0] * 16),
                    static_cast<int>(design.run(run)[1] * 16));
  CHECK(squares.size() == 256);
  for (const double x : design.values) CHECK((x > 0 && x < 1));
}

TEST_CASE("each step of a trajectory moves one parameter by half the levels", "[unit][designs]") {
  const Design design = make_design({.kind = "morris",
                                     .names = some_names(6),
                                     .options = {{"trajectories", {400}}, {"levels", {4}}},
                                     .seed = 2});
  REQUIRE(design.layout == DesignLayout::trajectories);
  REQUIRE(design.n_groups == 400);
  std::map<int, int> starts;
  std::set<size_t> first_moved;
  int n_up = 0;
  for (size_t group = 0; group < 400; ++group) {
    std::set<size_t> moved;
    for (size_t step = 0; step < 6; ++step) {
      const auto before = design.run(group * 7 + step), after = design.run(group * 7 + step + 1);
      for (size_t i = 0; i < 6; ++i) {
        if (before[i] == after[i]) continue;
        moved.insert(i);
        if (step == 0) first_moved.insert(i);
        n_up += after[i] > before[i];
        CHECK(std::fabs(after[i] - before[i]) == Approx(2.0 / 3));
      }
    }
    CHECK(moved.size() == 6);
    for (const double x : design.run(group * 7)) ++starts[static_cast<int>(std::lround(x * 3))];
  }
  CHECK(first_moved.size() == 6);
  // 2400 steps, half of them up; 2400 starts, a quarter on each level.
  CHECK(std::abs(n_up - 1200) < 4 * std::sqrt(600));
  CHECK(starts.size() == 4);
  for (const auto& [level, n] : starts) CHECK(std::abs(n - 600) < 4 * std::sqrt(450));
}

TEST_CASE("blocks of a design of Saltelli differ by one parameter", "[unit][designs]") {
  for (const bool second : {false, true}) {
    const Design design =
        make_design({.kind = "saltelli",
                     .names = some_names(3),
                     .options = {{"samples", {16}}, {"second_order", {second ? 1.0 : 0.0}}}});
    REQUIRE(design.layout == DesignLayout::saltelli);
    CHECK(design.has_second_order == second);
    CHECK(design.n_runs() == 16 * (second ? 8 : 5));
    const SaltelliRows rows{3, second};
    for (size_t sample = 0; sample < 16; ++sample) {
      const auto a = design.run(rows.a(sample)), b = design.run(rows.b(sample));
      for (size_t i = 0; i < 3; ++i)
        for (size_t j = 0; j < 3; ++j) {
          CHECK(a[j] != b[j]);
          CHECK(design.run(rows.a_with_b(sample, i))[j] == (i == j ? b[j] : a[j]));
          if (second) CHECK(design.run(rows.b_with_a(sample, i))[j] == (i == j ? a[j] : b[j]));
        }
    }
  }
}

TEST_CASE("a design of Saltelli with more samples begins with the smaller one", "[unit][designs]") {
  DesignRequest request{.kind = "saltelli", .names = some_names(3), .options = {{"samples", {4}}}};
  const auto small = make_design(request).values;
  request.options["samples"] = {32};
  auto large = make_design(request).values;
  large.resize(small.size());
  CHECK(large == small);
}

TEST_CASE("one run at a time is central but for one parameter", "[unit][designs]") {
  const Design design = make_design({.kind = "one_at_a_time",
                                     .names = some_names(2),
                                     .options = {{"central", {0.4, 0.6}}, {"low", {0.1}}}});
  CHECK(design.values == std::vector<double>{0.4, 0.6, 0.1, 0.6, 1, 0.6, 0.4, 0.1, 0.4, 1});
}
