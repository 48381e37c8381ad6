// See physical_bounds.hpp.
#include "tests/support/physical_bounds.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>

namespace rumbo::test {
namespace {

using namespace migration;

const std::set<std::string> may_be_missing{"wage", "employment", "irregular_employment",
                                           "policy_cost"};
const std::set<std::string> may_be_negative{"smuggler_profit", "trafficking_profit", "policy_units",
                                            "policy_cost", "welfare"};
const std::set<std::string> shares{"employment", "irregular_employment", "hostility",
                                   "smuggler_concentration"};
constexpr double most_money_usd = 1e13;  ///< a year of the whole world economy is 1e14

/// What is wrong with a cell; "" if nothing.
std::string wrong(const TableDeclaration& table, int64_t cell) {
  if (cell == missing_cell) return may_be_missing.count(table.name) > 0 ? "" : "missing";
  const double number = static_cast<double>(cell) * table.scale;
  if (number < 0 && may_be_negative.count(table.name) == 0) return fmt::format("{}", number);
  if (shares.count(table.name) > 0 && number > 1 + 1e-6) return fmt::format("share {}", number);
  if (table.units == "2020 USD" && std::abs(number) > most_money_usd)
    return fmt::format("{} USD", number);
  // Nobody counts more persons than there are on Earth, month by month for two years.
  return std::abs(number) > 1e15 ? fmt::format("{}", number) : "";
}

class Findings {
 public:
  void check(bool holds, const std::string& what) {
    if (!holds && found_.size() < 500) found_ += what + "; ";
  }
  /// lowest, highest  inclusive
  template <class Numbers>
  void within(const char* name, const Numbers& numbers, double lowest, double highest) {
    for (const auto given : numbers) {
      const auto number = static_cast<double>(given);
      check(number >= lowest && number <= highest, fmt::format("{} {}", name, number));
    }
  }
  const std::string& text() const { return found_; }

 private:
  std::string found_;
};

void look_at_tables(const State& state, const ResultBlock& block, Findings& findings) {
  for (size_t t = 0; t < block.tables.size(); ++t) {
    const TableDeclaration& table = state.sums.tallies.tables()[t];
    const auto look_at = [&](int64_t cell) {
      const std::string mistake = wrong(table, cell);
      findings.check(mistake.empty(), table.name + " " + mistake);
    };
    for (const int64_t cell : block.tables[t].dense) look_at(cell);
    for (const auto& row : block.tables[t].rows) look_at(row.value);
  }
}

void look_at_month(const State& state, Findings& findings) {
  const double most = 1e300;
  findings.within("employment", state.labour.employment.cells(), 0, 1);
  findings.within("irregular employment", state.labour.irregular_employment.cells(), 0, 1);
  findings.within("market wage", state.labour.market_wage, 0,
                  1e12);  // of a skill that hardly anybody has
  findings.within("income", state.labour.income.cells(), 0, 1e9);
  findings.within("earnings", state.labour.earnings, 0, 1e15);
  findings.within("death", state.demography.death.cells(), 0, 1);
  findings.within("birth", state.demography.birth.cells(), 0, 1);
  findings.within("removal", state.removal.hazard, 0, 1);
  findings.within("bed share", state.removal.bed_share, 0, 1);
  findings.within("reentry factor", state.returns.reentry_factor, 0, 1);
  findings.within("remitted", state.money.remitted, 0, 1);
  findings.within("shock utility", state.shocks.utility, -100, 100);
  findings.within("age factor", state.choice.age_factor, 0, 1);
  for (const auto& of_channel : state.choice.channel_weight)
    findings.within("channel weight", of_channel, 0, most);
  for (const auto& of_channel : state.choice.cost_usd) findings.within("cost", of_channel, 0, 1e12);
  for (const auto& of_kind : state.choice.most_with_kin)
    findings.within("worth of leaving", of_kind, 0, most);
  findings.within("debt limit", state.choice.debt_limit_usd, 0, 1e12);
  findings.within("hostility", state.hostility.level, 0, 1);
  findings.within("demand for visas", state.visas.counters.demand, 0, 1e12);
  findings.within("population", state.census.population, 0, 1e12);
  for (const auto& market : state.smuggling.markets) {
    findings.within("fee", std::array{market.fee_usd, market.next_fee_usd}, 0, 1e12);
    findings.within("mark-up", std::array{market.mark_up}, 0, 1e6);
  }
  for (const JourneyExpectation& journey : state.journey.tables.expected) {
    findings.within("chance of a journey",
                    std::array{journey.entry, journey.death, journey.give_up, journey.reach}, 0,
                    1 + 1e-12);
    findings.within("attempts", std::array{journey.attempts, journey.apprehensions}, 0, 51);
  }
}

}  // namespace

std::string out_of_bounds(const State& state, const ResultBlock& block) {
  Findings findings;
  look_at_tables(state, block, findings);
  look_at_month(state, findings);
  return findings.text();
}

}  // namespace rumbo::test
