// What a rank counts and books by itself: all of its persons, and of what every rank knows alike
// nothing unless it is the first.
#include <catch2/catch.hpp>
#include <set>

#include "models/migration/money/accounts.hpp"
#include "tests/support/recorded_run.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

namespace {

/// One of two ranks that leaves sums as they are, as if the other had no persons: both run the
/// months of a run that has one.
class Alone final : public Comm {
 public:
  explicit Alone(int rank) : rank_(rank) {}
  int rank() const override { return rank_; }
  int n_ranks() const override { return 2; }
  void sum(std::span<int64_t>) const override {}
  int64_t max(int64_t number) const override { return number; }

 private:
  int rank_;
};

/// Tables of what every rank knows alike.
std::set<size_t> global_tables() {
  const ResultTables& t = result_tables();
  return {t.labour.wage,
          t.labour.employment,
          t.labour.irregular_employment,
          t.labour.employer_fines,
          t.observation.working_poor,
          t.information.beliefs,
          t.hostility.hostility,
          t.shocks.shock_force,
          t.asylum.asylum_wait,
          t.visas.visas_applied,
          t.visas.visas_granted,
          t.smuggling.smuggler_fee,
          t.smuggling.smugglers_active,
          t.smuggling.smugglers_exploiting,
          t.smuggling.smugglers_convicted,
          t.smuggling.smuggler_capacity,
          t.smuggling.smuggler_profit,
          t.smuggling.smuggler_bribes,
          t.smuggling.smuggler_concentration,
          t.trafficking.traffickers_active,
          t.trafficking.traffickers_convicted,
          t.trafficking.trafficking_seized,
          t.policy_use.trigger_months};
}

bool is_empty(const TableData& data) {
  for (const int64_t cell : data.dense)
    if (cell != 0 && cell != missing_cell) return false;
  return data.rows.empty();
}

bool is_same(const TableData& a, const TableData& b) {
  return a.dense == b.dense && std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(),
                                          b.rows.end(), [](const auto& one, const auto& other) {
                                            return one.time == other.time &&
                                                   one.cell == other.cell &&
                                                   one.value == other.value;
                                          });
}

}  // namespace

TEST_CASE("What all ranks know alike is counted by the first, persons where they are",
          "[property]") {
  SmallRun small;
  small.months = 12;
  small.policies = {all_levers(small.start)};
  const auto setup = setup_of(small);
  RecordedRun whole(setup, 1);
  const Alone first_rank(0), second_rank(1);
  setup->comm = &first_rank;
  RecordedRun first(setup, 1);
  setup->comm = &second_rank;
  RecordedRun second(setup, 1);
  CHECK_FALSE(is_empty(whole.block.tables[result_tables().labour.wage]));
  CHECK_FALSE(is_empty(whole.block.tables[result_tables().visas.visas_granted]));

  const std::set<size_t> global = global_tables(), both{result_tables().policy_use.policy_units,
                                                        result_tables().policy_use.policy_cost};
  for (size_t table = 0; table < whole.block.tables.size(); ++table) {
    INFO(result_tables().declarations[table].name);
    const TableData &all = whole.block.tables[table], &rest = second.block.tables[table];
    CHECK(is_same(first.block.tables[table], all));
    if (global.count(table) > 0)
      CHECK(is_empty(rest));
    else if (both.count(table) == 0)
      CHECK(is_same(rest, all));
  }
  // Persons hold the same; each ledger balances by itself.
  second.simulation->audit();
  CHECK_SAME_RUN(digest_of(*first.simulation), digest_of(*whole.simulation));
}
