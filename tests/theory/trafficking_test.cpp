// Trafficking: profit against risk, corruption, the number held, return to captivity, justice.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "engine/maths/rates.hpp"
#include "models/migration/trafficking/stakes.hpp"
#include "tests/oracles/queues.hpp"
#include "tests/support/near.hpp"

using namespace rumbo::migration;
using namespace rumbo::test;
namespace oracle = rumbo::oracle;

namespace {

const TraffickerTerms reference{.bargaining_share = 0.8,
                                .monthly_value_usd = 1500,
                                .monthly_keep_usd = 300,
                                .months = 24,
                                .recruitment_usd = 1000,
                                .monthly_detection = 0.01,
                                .penalty_usd = 1e5,
                                .corruptible = 0,
                                .bribe_usd = 5000};

TraffickerTerms with_corruption(double corruptible) {
  TraffickerTerms terms = reference;
  terms.corruptible = corruptible;
  return terms;
}

/// What a smuggler compares who has a client in hand and so no cost of recruitment.
ExploitationStakes stakes_of(const TraffickerTerms& terms, double forgone_usd,
                             double future_clients_usd) {
  return {.gain_usd = exploitation_gain_usd(terms),
          .forgone_usd = forgone_usd,
          .penalty_usd = expected_penalty_usd(terms),
          .future_clients_usd = future_clients_usd};
}

}  // namespace

// Seen to fail with q x T in place of 1 - (1 - q)^T, and without the bribe.
TEST_CASE("Detection over two years and corruption give the reference penalties", "[theory]") {
  CHECK(detection_within(0.01, 24) == near(0.214322, six_decimals));
  CHECK(expected_penalty_usd(with_corruption(0)) == near(21432, 0.5));
  CHECK(expected_penalty_usd(with_corruption(0.5)) == near(13216, 0.5));
  CHECK(expected_penalty_usd(with_corruption(1)) == near(5000, 1e-9));
  CHECK(detection_within(0.01, 0) == 0);
  CHECK(detection_within(0, 24) == 0);
  CHECK(detection_within(1, 1) == 1);
}

// Seen to fail with the bribe paid even where punishment is cheaper.
TEST_CASE("Where all can be bought no penalty deters more than the bribe", "[theory]") {
  TraffickerTerms terms = with_corruption(1);
  for (const double penalty : {1e4, 1e5, 1e7}) {
    terms.penalty_usd = penalty;
    const double full = penalty * detection_within(0.01, 24);
    CHECK(expected_penalty_usd(terms) == near(std::min(5000.0, full), 1e-9));
  }
  for (double share = 0; share < 1; share += 0.1)
    CHECK(expected_penalty_usd(with_corruption(share + 0.1)) <
          expected_penalty_usd(with_corruption(share)));
}

// Seen to fail without protection in the sum, and without the bound.
TEST_CASE("Detection adds police work, protected victims and inspection", "[theory]") {
  const DetectionRules rules{
      .base = 0.001, .by_victims = 0.01, .protection = 0.5, .by_inspection = 0.002};
  CHECK(monthly_detection(rules) == near(0.008, 1e-12));
  CHECK(monthly_detection({.base = 0.7, .by_victims = 0.6, .protection = 1}) == 1);
}

// Seen to fail with the bargaining share on the value alone, and without recruitment.
TEST_CASE("Profit is gain less recruitment and punishment", "[theory]") {
  CHECK(exploitation_gain_usd(reference) == near(0.8 * 1200 * 24, 1e-9));
  CHECK(trafficking_profit_usd(reference) == near(23040 - 1000 - 21432.186, 1e-3));
  // The penalty at which the last trafficker gives up.
  TraffickerTerms terms = reference;
  terms.penalty_usd = (23040.0 - 1000) / detection_within(0.01, 24);
  CHECK(trafficking_profit_usd(terms) == near(0, 1e-8));
  // Corruption opens the trade that the full penalty closes.
  terms.penalty_usd *= 1.5;
  CHECK(trafficking_profit_usd(terms) < 0);
  terms.corruptible = 0.5;
  CHECK(trafficking_profit_usd(terms) > 0);
}

// Seen to fail with recruitment in the gain of the smuggler.
TEST_CASE("A smuggler turns trafficker when risk and bad debts make it pay", "[theory]") {
  const auto stakes = stakes_of(reference, 3000, 0);
  CHECK(stakes.gain_usd == near(23040, 1e-9));
  CHECK(deterrent_usd(stakes) == near(24432.186, 1e-3));
  CHECK_FALSE(pays_to_exploit(stakes));
  CHECK(pays_to_exploit(stakes_of(reference, 0, 0)));
  CHECK_FALSE(pays_to_exploit(stakes_of(reference, 0, 1700)));
  CHECK(pays_to_exploit(stakes_of(with_corruption(0.5), 3000, 1700)));
  // The same as the sign of a trafficker's profit whose recruitment costs what is given up.
  for (const double given_up : {1000.0, 1607.0, 1608.0, 4000.0}) {
    TraffickerTerms terms = reference;
    terms.recruitment_usd = given_up;
    CHECK(pays_to_exploit(stakes_of(reference, given_up, 0)) ==
          (trafficking_profit_usd(terms) > 0));
  }
}

TEST_CASE("The number held is inflow over exits", "[theory]") {
  const VictimExits exits{.rescue = 0.01, .escape = 0.02, .debt_end = 0.03, .death = 0.002};
  CHECK(exits.all() == near(0.062, 1e-12));
  CHECK(31 * expected_months_held(exits) == near(oracle::steady_stock(31, 0.062), 1e-9));
  CHECK(expected_months_held({}) == std::numeric_limits<double>::infinity());
  // Month by month with the probability that the simulation draws by, newcomers counted.
  double victims = 0;
  for (int month = 0; month < 1000; ++month)
    victims += 31 - victims * rumbo::probability_within(exits.all(), 1);
  CHECK(victims == near(oracle::steady_stock_at_month_end(31, 0.062), 1e-9));
}

// Seen to fail with the effects added.
TEST_CASE("Shelter and work lower the risk of being trafficked again", "[theory]") {
  const RetraffickingRules rules{.base = 0.3, .shelter_effect = 0.5, .work_effect = 0.4};
  CHECK(retrafficking_probability(rules, 0, 0) == 0.3);
  CHECK(retrafficking_probability(rules, 1, 0) == near(0.15, 1e-12));
  CHECK(retrafficking_probability(rules, 1, 1) == near(0.09, 1e-12));
  CHECK(retrafficking_probability({.base = 1, .shelter_effect = 1, .work_effect = 1}, 1, 1) == 0);
}

// Seen to fail with fear left out of reporting, and with chi in place of 1 - chi.
TEST_CASE("Convictions need victims who dare to speak and officials not for sale", "[theory]") {
  const ReportingRules rules{.base = 0.02, .with_protection = 0.3, .fear = 0.8};
  CHECK(reporting_probability(rules, 0, 0) == near(0.02, 1e-12));
  CHECK(reporting_probability(rules, 1, 0) == near(0.3, 1e-12));
  CHECK(reporting_probability(rules, 1, 0.5) == near(0.18, 1e-12));
  CHECK(conviction_probability(0.3, 0.5, 0.4, 0) == near(0.06, 1e-12));
  CHECK(conviction_probability(0.3, 0.5, 0.4, 0.75) == near(0.015, 1e-12));
  CHECK(conviction_probability(1, 1, 1, 1) == 0);
}
