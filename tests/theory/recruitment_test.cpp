// Recruiters: whom they look for, what it costs them, who believes them.
#include "models/migration/trafficking/recruitment.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "models/migration/choice/logit.hpp"
#include "models/migration/trafficking/stakes.hpp"
#include "tests/oracles/nested_logit.hpp"
#include "tests/support/near.hpp"

using namespace rumbo::migration;
using namespace rumbo::test;

// Seen to fail with the sum in place of the mean, and with one component left out.
TEST_CASE("The score of vulnerability is a weighted mean", "[theory]") {
  const Vulnerability everything{.poverty = 1,
                                 .minor = 1,
                                 .female = 1,
                                 .without_papers = 1,
                                 .irregular_intent = 1,
                                 .broken_household = 1,
                                 .displaced = 1};
  CHECK(vulnerability_score({}) == 0);
  CHECK(vulnerability_score(everything) == near(1, 1e-12));
  CHECK(vulnerability_score(everything, {}) == 0);
  CHECK(vulnerability_score({.minor = 1, .female = 1}) == near(0.25, 1e-12));
  CHECK(vulnerability_score({.poverty = 0.5, .displaced = 1}, {.poverty = 2, .displaced = 2}) ==
        near(0.75, 1e-12));
  // Each component alone counts by its weight.
  double Vulnerability::*const components[] = {
      &Vulnerability::poverty,          &Vulnerability::minor,
      &Vulnerability::female,           &Vulnerability::without_papers,
      &Vulnerability::irregular_intent, &Vulnerability::broken_household,
      &Vulnerability::displaced};
  for (const auto component : components) {
    Vulnerability one;
    one.*component = 1;
    CHECK(vulnerability_score(one) == near(vulnerability_weights.*component, 1e-12));
  }
}

// Seen to fail with the sign of the focus turned.
TEST_CASE("Focus turns the vulnerable into targets", "[theory]") {
  CHECK(approach_weight(0.9, 0) == 1);
  CHECK(approach_weight(0.8, 3) / approach_weight(0.3, 3) == near(std::exp(1.5), 1e-12));
}

// Seen to fail with a cost that rises with emigration, and without vulnerability.
TEST_CASE("Recruiting is cheap where many emigrate", "[theory]") {
  const RecruitmentRules rules{.base_usd = 3000, .most_saved = 0.5, .half_emigration = 0.05};
  CHECK(recruitment_cost_usd(rules, 0, 0) == 3000);
  CHECK(recruitment_cost_usd(rules, 1, 0) == near(1500, 1e-9));
  CHECK(recruitment_cost_usd(rules, 0, 0.05) == near(1500, 1e-9));
  CHECK(recruitment_cost_usd(rules, 0.4, 0.15) == near(3000 * 0.8 / 4, 1e-9));
  // It decides whether the trade pays at all.
  TraffickerTerms terms{.monthly_value_usd = 500, .monthly_keep_usd = 300, .months = 10};
  terms.recruitment_usd = recruitment_cost_usd(rules, 0.4, 0);
  CHECK(trafficking_profit_usd(terms) < 0);
  terms.recruitment_usd = recruitment_cost_usd(rules, 0.4, 0.15);
  CHECK(trafficking_profit_usd(terms) > 0);
}

// Seen to fail without the bonus, and with credence inside the exponential.
TEST_CASE("An offer is accepted as a logit between it and all else, if believed", "[theory]") {
  const DeceptiveOffer offer{
      .smuggler_utility = -0.4, .bonus = 1.2, .believed_risk = 0.1, .harm = 5, .credence = 0.6};
  const std::vector<double> utility = {0.1, -0.4, 0.3};
  const double others = rumbo::oracle::logsum(utility);
  std::vector<double> with_offer = utility, shares(4);
  with_offer.push_back(-0.4 + 1.2 - 0.5);
  logit_shares(with_offer, 1, shares);
  CHECK(acceptance_probability(offer, others) == near(0.6 * shares[3], 1e-12));
  CHECK(acceptance_probability(offer, closed) == near(0.6, 1e-12));
  DeceptiveOffer unbelieved = offer;
  unbelieved.credence = 0;
  CHECK(acceptance_probability(unbelieved, others) == 0);
}

// Seen to fail with the risk added to the utility of the offer.
TEST_CASE("Telling the truth warns the careless and reassures the fearful", "[theory]") {
  const double true_risk = 0.05;
  const auto accepted = [&](double bias) {
    return acceptance_probability({.bonus = 1, .believed_risk = bias * true_risk, .harm = 20}, 0);
  };
  CHECK(accepted(1) < accepted(0.3));
  CHECK(accepted(1) > accepted(3));
}
