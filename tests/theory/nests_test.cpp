// Destinations as nests of ways in: the weights that the model draws by against the published
// nested logit.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/choice/choice_tables.hpp"
#include "tests/oracles/nested_logit.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

namespace {

constexpr size_t work = static_cast<size_t>(Channel::work_visa),
                 study = static_cast<size_t>(Channel::study),
                 visit = static_cast<size_t>(Channel::visit);

/// Two destinations whose ways in cost nothing: utilities of work, study and visit of each, staying
/// having 0.
struct TwoNests {
  ChoiceTables tables;

  TwoNests(double lambda, const std::array<std::array<double, 3>, 2>& utility) {
    tables.dissimilarity = lambda;
    tables.open.resize(2);
    tables.cost_usd.resize(2);
    tables.channel_weight.resize(2);
    tables.income_weight.resize(2);
    tables.debt_limit_usd.assign(2, 0);
    tables.debt_payment_usd.assign(2, 0);
    tables.debt_factor.resize(2);
    for (size_t c = 0; c < 2; ++c) {
      for (auto& of_kind : tables.income_weight[c]) of_kind.fill(1);
      const size_t ways[] = {work, study, visit};
      for (size_t k = 0; k < 3; ++k) {
        tables.open[c][ways[k]] = utility[c][k] != oracle::not_open;
        tables.channel_weight[c][ways[k]] = std::exp(utility[c][k] / lambda);
      }
    }
  }
  /// Shares of staying, then of the three ways into each.
  std::vector<double> shares(double ties = 0) const {
    std::vector<double> weights{1};
    for (size_t c = 0; c < 2; ++c) {
      std::array<double, n_chosen_channels> channels;
      const double nest = tables.nest(c, 0, 1e9, ties, false, channels);
      double inside = 0;
      for (const double w : channels) inside += w;
      for (const size_t k : {work, study, visit})
        weights.push_back(inside > 0 ? nest * channels[k] / inside : 0);
    }
    double sum = 0;
    for (const double w : weights) sum += w;
    for (double& w : weights) w /= sum;
    return weights;
  }
};

const std::vector<size_t> nest_of{0, 1, 1, 1, 2, 2, 2};

std::vector<double> published(double lambda, const std::array<std::array<double, 3>, 2>& u) {
  std::vector<double> utility{0};
  for (const auto& of_place : u) utility.insert(utility.end(), of_place.begin(), of_place.end());
  return oracle::nested_shares(utility, nest_of, lambda);
}

}  // namespace

TEST_CASE("Weights of destinations and ways are those of the nested logit", "[theory]") {
  const std::array<std::array<double, 3>, 2> open{{{-1.0, 0.3, -2.5}, {0.4, -0.7, -1.1}}};
  auto some_closed = open;
  some_closed[0][1] = oracle::not_open;
  auto nest_closed = open;
  nest_closed[1] = {oracle::not_open, oracle::not_open, oracle::not_open};
  for (const double lambda : {0.3, 0.6, 1.0})
    for (const auto& utility : {open, some_closed, nest_closed}) {
      const auto shares = TwoNests(lambda, utility).shares(), expected = published(lambda, utility);
      for (size_t j = 0; j < shares.size(); ++j) CHECK(shares[j] == near(expected[j], 1e-12));
    }
}

TEST_CASE("Closing a way moves people to its own nest first", "[theory]") {
  const std::array<std::array<double, 3>, 2> open{{{0.4, -0.3, 0.0}, {0.1, 0.6, -9}}};
  auto without = open;
  without[0][0] = oracle::not_open;
  const auto before = TwoNests(0.5, open).shares(), after = TwoNests(0.5, without).shares();
  CHECK(after[1] == 0);
  // Inside the nest and among the others the ratios stay; the nest gains more in proportion.
  CHECK(after[2] / after[3] == Approx(before[2] / before[3]).epsilon(1e-12));
  CHECK(after[4] / after[0] == Approx(before[4] / before[0]).epsilon(1e-12));
  CHECK(after[2] / before[2] > 1.2 * after[4] / before[4]);
}

TEST_CASE("Ties multiply the weight of a destination by (1 + M)^alpha", "[theory]") {
  TwoNests nests(0.6, {{{-1.0, 0.3, -2.5}, {0.4, -0.7, -1.1}}});
  nests.tables.diaspora = 0.4;
  std::array<double, n_chosen_channels> channels;
  const double alone = nests.tables.nest(0, 0, 1e9, 0, false, channels);
  const double with_ties = nests.tables.nest(0, 0, 1e9, 3, false, channels);
  CHECK(with_ties / alone == near(std::pow(4.0, 0.4), 1e-12));
}
