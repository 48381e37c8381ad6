// Smugglers as firms: profit, entry and exit, good name, and who gets the clients.
#include "models/migration/smuggling/smuggler_firms.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "models/migration/smuggling/fee_rules.hpp"
#include "tests/oracles/smuggling.hpp"
#include "tests/support/near.hpp"

using namespace rumbo::migration;
using namespace rumbo::test;

namespace {

const CrossingExpectation journey =
    expect_crossing({.apprehension = 0.5, .death = 5e-4, .retry = 0.9});

}  // namespace

// Seen to fail without P(entry) in the profit, and with the fixed cost added.
TEST_CASE("At the break-even fee a firm earns nothing", "[theory]") {
  const SmugglingCost cost{.per_journey_usd = 1000,
                           .per_attempt_usd = 300,
                           .bribe_usd = 50,
                           .punishment_usd = punishment_per_client_usd(0.002, 1e5, 20)};
  CHECK(cost.punishment_usd == near(10, 1e-12));
  CHECK(punishment_per_client_usd(0.002, 1e5, 0) == near(200, 1e-12));
  const double breakeven = breakeven_fee_usd(cost, journey);
  CHECK(smuggler_profit_usd(20, breakeven, cost, journey, 0) == near(0, 1e-8));
  // (fee - break-even) x P(entry) x clients, less the fixed cost.
  CHECK(smuggler_profit_usd(20, breakeven + 1000, cost, journey, 700) ==
        near(20 * 1000 * 0.908182 - 700, 0.02));
}

// Seen to fail with payments at the beginning of months.
TEST_CASE("A payment every month is worth a sum today", "[theory]") {
  double sum = 0;
  for (int month = 1; month <= 24; ++month) sum += 500 / std::pow(1.02, month);
  CHECK(present_value_usd(500, 0.02, 24) == near(sum, 1e-9));
  CHECK(present_value_usd(500, 0, 24) == 12000);
  const double forever = std::numeric_limits<double>::infinity();
  CHECK(present_value_usd(500, 0.02, forever) == near(25000, 1e-9));
}

// Seen to fail with entry wherever profit is positive.
TEST_CASE("Only a profit worth the cost of entry draws firms in", "[theory]") {
  const EntryRules rules{.entry_cost_usd = 12000, .horizon_months = 24, .discount = 0, .rate = 0.1};
  CHECK_FALSE(pays_to_enter(rules, 500));
  CHECK(pays_to_enter(rules, 501));
  CHECK(entry_probability(rules, 499) == 0);
  CHECK(entry_probability(rules, 501) == near(1 - std::exp(-0.1), 1e-12));
}

// Seen to fail with entry wherever profit is positive.
TEST_CASE("Entry and exit come to rest at the number of free entry", "[theory]") {
  const LinearDemand demand{.highest_fee_usd = 10000, .slope_usd = 2};
  const EntryRules entry{.entry_cost_usd = 2e5, .horizon_months = 1, .discount = 0, .rate = 0.5};
  const ExitRules exit{.patience_months = 3, .rate = 0.25};
  const SmugglingCost cost{.per_journey_usd = 2000, .per_attempt_usd = 0};
  const auto certain = expect_crossing({.apprehension = 0, .death = 0, .retry = 0});
  // The cost of entry is paid again each month, so profit net of it decides exit too.
  const auto profit = [&](int n) {
    const double fee = cournot_fee_usd(demand, n, breakeven_fee_usd(cost, certain));
    return smuggler_profit_usd(rumbo::oracle::cournot_clients(10000, 2, n, 2000) / n, fee, cost,
                               certain, 0);
  };
  for (const int first : {1, 30}) {
    int firms = first, losses = 0;
    for (int month = 0; month < 300; ++month) {
      losses = months_of_loss_after(losses, profit(firms) - entry.entry_cost_usd);
      if (exit_probability(exit, losses) > 0) --firms;
      if (entry_probability(entry, profit(firms + 1)) > 0) ++firms;
    }
    CHECK(firms == static_cast<int>(rumbo::oracle::free_entry_firms(10000, 2, 2000, 2e5)));
  }
}

// Seen to fail with a row of losses that a good month did not end.
TEST_CASE("Firms leave after months of loss in a row", "[theory]") {
  const ExitRules rules{.patience_months = 3, .rate = 0.25};
  int32_t losses = 0;
  for (const double profit : {-1.0, -5.0, 0.0, -2.0, -2.0}) {
    losses = months_of_loss_after(losses, profit);
    CHECK(exit_probability(rules, losses) == 0);
  }
  losses = months_of_loss_after(losses, -0.01);
  CHECK(losses == 3);
  CHECK(exit_probability(rules, losses) == near(1 - std::exp(-0.25), 1e-12));
}

// Seen to fail with rho on the old name.
TEST_CASE("A good name follows what clients live through", "[theory]") {
  double name = 1;
  for (int month = 0; month < 12; ++month) name = reputation_after(name, 0.4, 0.1);
  CHECK(name == near(0.4 + 0.6 * std::pow(0.9, 12), 1e-12));
  CHECK(reputation_after(0.3, 0.8, 1) == 0.8);
}

// Seen to fail with rho / (discount + 1), and without 1 - share.
TEST_CASE("One bad fate costs the clients of the months in which it is remembered", "[theory]") {
  const ReputationRules rules{.memory_loss = 0.2, .weight = 1.5, .told = 0.6, .discount = 0.03};
  // Two histories of the name of a firm with n clients a month: one with a bad fate, one without.
  const double n = 40, margin = 800, share = 0.25;
  double good = 1, spoilt = 1, value = 0;
  for (int month = 0; month < 2000; ++month) {
    good = reputation_after(good, 1, rules.memory_loss);
    spoilt = reputation_after(spoilt, month == 0 ? 1 - rules.told / n : 1, rules.memory_loss);
    const double lost = n * rules.weight * (1 - share) * (good - spoilt);
    value += margin * lost / std::pow(1 + rules.discount, month + 1);
  }
  CHECK(future_clients_usd(rules, margin, share) == near(value, 1e-8));
  CHECK(future_clients_usd(rules, margin, 1) == 0);
  CHECK(future_clients_usd(rules, -5, 0.2) == 0);
}

// Seen to fail with the rest of full firms lost, and with the name left out.
TEST_CASE("Clients go to large and trusted firms until these are full", "[theory]") {
  std::vector<double> taken(3);
  share_clients(30, std::vector<double>{100, 100, 200}, std::vector<double>{1, 0, 0}, 2, taken);
  const double appeal = std::exp(2) + 1 + 2;
  CHECK(taken[0] == near(30 * std::exp(2) / appeal, 1e-9));
  CHECK(taken[2] == near(2 * taken[1], 1e-9));
  share_clients(60, std::vector<double>{10, 20, 100}, std::vector<double>{1, 1, 0}, 3, taken);
  CHECK(taken[0] == 10);
  CHECK(taken[1] == 20);
  CHECK(taken[2] == near(30, 1e-9));
  share_clients(500, std::vector<double>{10, 0, 100}, std::vector<double>{1, 1, 0}, 3, taken);
  CHECK(taken == std::vector<double>{10, 0, 100});
  // Reputation decides the concentration that the fee depends on.
  share_clients(50, std::vector<double>{60, 60, 60}, std::vector<double>{1, 1, 1}, 2, taken);
  CHECK(effective_firms(taken) == near(3, 1e-12));
  share_clients(50, std::vector<double>{60, 60, 60}, std::vector<double>{1, 0.2, 0.2}, 2, taken);
  CHECK(effective_firms(taken) < 2.5);
  CHECK(std::accumulate(taken.begin(), taken.end(), 0.0) == near(50, 1e-9));
}
