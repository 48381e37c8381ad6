// Next choices of the refused: against the nested logit without what they were refused.
#include "models/migration/choice/next_choice.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "tests/oracles/nested_logit.hpp"

using namespace rumbo::migration;

namespace {

constexpr double dissimilarity = 0.6;
/// Staying, then three ways into one place, two into another, one into a third.
const std::vector<double> utility{0, -1.0, 0.3, -0.5, -2.0, 0.8, -1.2};
const std::vector<size_t> nest_of_way{0, 1, 1, 1, 2, 2, 3};
constexpr size_t n_ways = 7, n_nests = 4;

std::vector<double> shares_without(const std::vector<bool>& is_closed) {
  std::vector<double> open = utility;
  for (size_t j = 0; j < n_ways; ++j)
    if (is_closed[j]) open[j] = rumbo::oracle::not_open;
  return rumbo::oracle::nested_shares(open, nest_of_way, dissimilarity);
}

/// Weight of a nest, staying having 1, and the share of each way in its nest; nothing refused.
struct Weights {
  std::vector<double> nest = std::vector<double>(n_nests), within = std::vector<double>(n_ways);
  Weights() {
    const auto shares = shares_without(std::vector<bool>(n_ways));
    for (size_t j = 0; j < n_ways; ++j) nest[nest_of_way[j]] += shares[j] / shares[0];
    for (size_t j = 0; j < n_ways; ++j) within[j] = shares[j] / shares[0] / nest[nest_of_way[j]];
  }
};

/// Probabilities of the next choice of those who were refused these ways, in any order.
std::vector<double> next_shares(const std::vector<size_t>& refused_ways) {
  const Weights weights;
  std::vector<RefusedNest> nests;
  std::vector<size_t> which(n_nests, n_nests);
  std::vector<RefusedAlternative> refused;
  for (const size_t j : refused_ways) {
    size_t& nest = which[nest_of_way[j]];
    if (nest == n_nests) {
      nest = nests.size();
      nests.push_back({weights.nest[nest_of_way[j]], 1});
    }
    refused.push_back({nest, weights.within[j]});
    nests[nest].open -= weights.within[j];
  }
  double elsewhere = 0;
  for (size_t n = 1; n < n_nests; ++n)
    if (which[n] == n_nests) elsewhere += weights.nest[n];
  const NextChoice next = next_choice(elsewhere, nests, refused, dissimilarity);
  std::vector<double> shares(n_ways);
  double sum = 0;
  for (size_t j = 1; j < n_ways; ++j) {
    if (std::find(refused_ways.begin(), refused_ways.end(), j) != refused_ways.end()) continue;
    const size_t nest = which[nest_of_way[j]];
    shares[j] = nest == n_nests ? weights.nest[nest_of_way[j]] * weights.within[j] * next.elsewhere
                                : next.nests[nest] * weights.within[j] / nests[nest].open;
    sum += shares[j];
  }
  for (size_t j = 1; j < n_ways; ++j) shares[j] *= sum > 0 ? next.leave / sum : 0;
  shares[0] = 1 - next.leave;
  return shares;
}

/// Where a mass of persons ends who ask in the order of their tastes, if some ways refuse all.
void follow(double mass, const std::vector<double>& shares, std::vector<size_t> refused_ways,
            const std::vector<bool>& refuses, std::vector<double>& ends) {
  for (size_t j = 0; j < n_ways; ++j) {
    if (!refuses[j]) {
      ends[j] += mass * shares[j];
      continue;
    }
    if (shares[j] <= 0) continue;
    refused_ways.push_back(j);
    follow(mass * shares[j], next_shares(refused_ways), refused_ways, refuses, ends);
    refused_ways.pop_back();
  }
}

}  // namespace

// Seen to fail when the sign of a subset did not turn with its size.
TEST_CASE("ways that refuse everybody change nothing", "[theory]") {
  for (const std::vector<size_t>& hopeless :
       {std::vector<size_t>{2}, {2, 3}, {1, 4}, {1, 2, 5}, {1, 2, 3}, {1, 2, 4, 6}}) {
    std::vector<bool> refuses(n_ways);
    for (const size_t j : hopeless) refuses[j] = true;
    std::vector<double> ends(n_ways);
    follow(1, shares_without(std::vector<bool>(n_ways)), {}, refuses, ends);
    const auto expected = shares_without(refuses);
    for (size_t j = 0; j < n_ways; ++j) {
      INFO(hopeless.size() << " hopeless ways, ends " << j);
      CHECK(ends[j] == Approx(expected[j]).epsilon(1e-10).margin(1e-14));
    }
  }
}

TEST_CASE("the refused are likelier to leave than others, and to the same place", "[theory]") {
  const auto after = next_shares({2});
  std::vector<bool> without(n_ways);
  without[2] = true;
  const auto others = shares_without(without);
  CHECK(1 - after[0] > 1 - others[0]);
  CHECK(after[1] + after[3] > others[1] + others[3]);
}

TEST_CASE("without nests and without refusals next choices are those of anybody", "[theory]") {
  // One way of weight .5 of 2 is refused, .7 is elsewhere: 2.2 of 3.2 leave.
  const RefusedNest nest{2, 0.75};
  const RefusedAlternative way{0, 0.25};
  const NextChoice next = next_choice(0.7, {&nest, 1}, {&way, 1}, 1);
  CHECK(next.leave == Approx(2.2 / 3.2));
  CHECK(next.nests[0] / (0.7 * next.elsewhere) == Approx(1.5 / 0.7));
  CHECK(next_choice(0.7, {}, {}, 0.6).leave == Approx(0.7 / 1.7));
}

TEST_CASE("of what was refused in full nothing is left", "[theory]") {
  const RefusedNest nest{2, 0};
  const RefusedAlternative ways[]{{0, 0.25}, {0, 0.75}};
  const NextChoice next = next_choice(0, {&nest, 1}, ways, 0.6);
  CHECK(next.leave == 0);
  CHECK(next.nests[0] == 0);
}
