// Trafficking: profit against risk, corruption, the number held, return to captivity, justice.
#include "models/migration/theory/trafficking.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "tests/support/near.hpp"

using namespace rumbo::migration;
using namespace rumbo::test;

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
  const auto stakes = stakes_of_smuggler(reference, 3000, 0);
  CHECK(stakes.gain_usd == near(23040, 1e-9));
  CHECK(deterrent_usd(stakes) == near(24432.186, 1e-3));
  CHECK_FALSE(pays_to_exploit(stakes));
  CHECK(pays_to_exploit(stakes_of_smuggler(reference, 0, 0)));
  CHECK_FALSE(pays_to_exploit(stakes_of_smuggler(reference, 0, 1700)));
  CHECK(pays_to_exploit(stakes_of_smuggler(with_corruption(0.5), 3000, 1700)));
  // The same as the sign of a trafficker's profit whose recruitment costs what is given up.
  for (const double given_up : {1000.0, 1607.0, 1608.0, 4000.0}) {
    TraffickerTerms terms = reference;
    terms.recruitment_usd = given_up;
    CHECK(pays_to_exploit(stakes_of_smuggler(reference, given_up, 0)) ==
          (trafficking_profit_usd(terms) > 0));
  }
}

// Seen to fail with one exit left out of the sum.
TEST_CASE("The number held is inflow over exits", "[theory]") {
  const VictimExits exits{.rescue = 0.01, .escape = 0.02, .debt_end = 0.03, .death = 0.002};
  CHECK(exits.all() == near(0.062, 1e-12));
  CHECK(expected_months_held(exits) == near(1 / 0.062, 1e-9));
  CHECK(steady_victims(31, exits) == near(500, 1e-9));
  CHECK(victims_after(500, 31, exits, 7) == near(500, 1e-9));
  CHECK(victims_after(0, 31, exits, 1000) == near(500, 1e-9));
  CHECK(steady_victims(0, {}) == 0);
  CHECK(steady_victims(1, {}) == std::numeric_limits<double>::infinity());
  CHECK(victims_after(10, 2, {}, 5) == near(20, 1e-12));
}

// Seen to fail with 1 - exits x months in place of exp(-exits months).
TEST_CASE("Steps of any length give the same number held", "[theory]") {
  const VictimExits exits{.rescue = 0.05, .escape = 0.1};
  const double whole = victims_after(200, 12, exits, 6);
  double stepped = 200;
  for (int step = 0; step < 24; ++step) stepped = victims_after(stepped, 12, exits, 0.25);
  CHECK(stepped == near(whole, 1e-9));
  CHECK(victims_after(200, 0, exits, 6) == near(200 * std::exp(-0.9), 1e-9));
}

// Seen to fail with the rate in place of the probability of a month.
TEST_CASE("Counted at month ends, newcomers included, slightly more are held", "[theory]") {
  const VictimExits exits{.escape = 0.1};
  double victims = 0;
  for (int month = 0; month < 1000; ++month) victims = victims * std::exp(-0.1) + 12;
  CHECK(steady_victims_at_month_end(12, exits) == near(victims, 1e-9));
  CHECK(steady_victims_at_month_end(12, exits) > steady_victims(12, exits));
  CHECK(steady_victims_at_month_end(0, {}) == 0);
}

// Seen to fail with the effects added, and with 1 / (1 + tau).
TEST_CASE("Shelter and work lower the risk of being trafficked again", "[theory]") {
  const RetraffickingRules rules{.base = 0.3, .shelter_effect = 0.5, .work_effect = 0.4};
  CHECK(retrafficking_probability(rules, 0, 0) == 0.3);
  CHECK(retrafficking_probability(rules, 1, 0) == near(0.15, 1e-12));
  CHECK(retrafficking_probability(rules, 1, 1) == near(0.09, 1e-12));
  CHECK(retrafficking_probability({.base = 1, .shelter_effect = 1, .work_effect = 1}, 1, 1) == 0);
  double times = 0, chance = 1;
  for (int spell = 0; spell < 200; ++spell, chance *= 0.3) times += chance;
  CHECK(expected_times_trafficked(0.3) == near(times, 1e-12));
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
