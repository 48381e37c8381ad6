// Remittances: every cent that leaves is a fee or arrives, and cheaper sending brings more.
#include "models/migration/money/remittance.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

TEST_CASE("What is sent is the fee plus what arrives, to the cent", "[theory]") {
  for (Cents sent = 0; sent < 300000; sent += 37) {
    for (const double cost : {0.0, 0.029, 0.058, 0.15, 1.0}) {
      const auto payment = transfer(sent, cost, 150);
      REQUIRE(payment.sent == sent);
      REQUIRE(payment.fee + payment.received == sent);
      REQUIRE(payment.fee >= 0);
      REQUIRE(payment.received >= 0);
    }
  }
  CHECK(transfer(20000, 0.058).fee == 1160);
  CHECK(transfer(125, 0.5).fee == 63);
  CHECK(transfer(20000, 0.05, 300).received == 20000 - 1300);
  CHECK(transfer(100, 0.05, 300).received == 0);
}

TEST_CASE("Halving the cost raises what arrives by the published shares", "[theory]") {
  auto gain = [](double cost) {
    constexpr Cents sent = 1000000000;
    return double(transfer(sent, cost / 2).received) / transfer(sent, cost).received - 1;
  };
  CHECK(gain(0.058) == near(0.03079, 5.1e-6));
  CHECK(gain(0.15) == near(0.08824, 5.1e-6));
}

TEST_CASE("People send a share of income, less when it costs more and the longer they are away",
          "[theory]") {
  RemittanceRules rules{.share = 0.12, .reference_cost = 0.1, .cost_elasticity = 0.25};
  CHECK(remitted_after(rules, 7) == 0.12);
  CHECK(remitted_at_cost(rules, 0.1) == 1);
  CHECK(remitted_at_cost(rules, 0.05) == near(std::pow(2.0, 0.25), 1e-12));
  CHECK(remitted_at_cost(rules, 0.2) == near(std::pow(2.0, -0.25), 1e-12));
  rules.cost_elasticity = 0;
  CHECK(remitted_at_cost(rules, 0.2) == 1);
  rules.yearly_decline = 0.05;
  CHECK(remitted_after(rules, 10) == near(0.12 * std::exp(-0.5), 1e-12));
}

TEST_CASE("Sending for nothing is as sending for the least cost that is felt", "[theory]") {
  const RemittanceRules rules{.cost_elasticity = 1.2};
  CHECK(remitted_at_cost(rules, 0) == remitted_at_cost(rules, least_felt_cost));
  CHECK(remitted_at_cost(rules, 0) == near(std::pow(20.0, 1.2), 1e-9));
}
