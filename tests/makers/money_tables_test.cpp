// Remittances, what sending costs and what is saved, against values worked out by hand.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/state.hpp"
#include "tests/support/hand_world.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

double sent(const State& state, size_t sender, size_t receiver, size_t years) {
  return static_cast<double>(state.money.remitted[(sender * 2 + receiver) * n_stay_years + years]);
}

double cost(const State& state, size_t sender, size_t receiver) {
  return static_cast<double>(state.money.remittance_cost[sender * 2 + receiver]);
}

}  // namespace

TEST_CASE("less is sent the more it costs and the longer somebody is away", "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"money.remitted_share", 0.2},
                                   {"money.remittance_decay", 0.1},
                                   {"money.remittance_elasticity", 0.5},
                                   {"money.reference_cost", 0.1},
                                   {"money.remittance_cost_factor", 4, bbb}});
  // Sending costs a tenth; four tenths to BBB, where half as much is sent.
  CHECK(cost(state, bbb, aaa) == Approx(0.1).epsilon(1e-6));
  CHECK(cost(state, aaa, bbb) == Approx(0.4).epsilon(1e-6));
  CHECK(sent(state, bbb, aaa, 0) == Approx(0.2).epsilon(1e-6));
  CHECK(sent(state, bbb, aaa, 3) == Approx(0.2 * std::exp(-0.3)).epsilon(1e-6));
  CHECK(sent(state, aaa, bbb, 0) == Approx(0.1).epsilon(1e-6));
  CHECK(sent(state, aaa, bbb, 3) == Approx(0.1 * std::exp(-0.3)).epsilon(1e-6));
  CHECK(sent(state, aaa, aaa, 0) == 0);
}

TEST_CASE("a target brings costs down by its share of the way, and nobody sends more than all",
          "[makers][model]") {
  OneMonth month(hand_world());
  const State* state = &month.with({{"money.remittance_cost_factor", 4, bbb},
                                    {"money.remittance_cost_target", 0.2, bbb},
                                    {"money.remittance_target_share", 0.5, bbb},
                                    {"money.remittance_cost_target", 0.35, aaa},
                                    {"money.remittance_target_share", 0.5, aaa}});
  // The target is that of the place that receives.
  CHECK(cost(*state, aaa, bbb) == Approx(0.3).epsilon(1e-6));
  CHECK(cost(*state, bbb, aaa) == Approx(0.1).epsilon(1e-6));  // below the target: it stays
  state = &month.with({{"money.remitted_share", 0.6},
                       {"money.remittance_elasticity", 1.2},
                       {"money.remittance_cost_factor", 0.1, bbb}});
  CHECK(sent(*state, aaa, bbb, 0) == 1);
}

TEST_CASE("costs of sending hold until the next year that is given", "[makers][model]") {
  TinyWorld tiny;
  const ScratchFolder folder;
  tiny.write(folder.path());
  write_bytes(folder / "remittance_cost.csv",
              "sender,receiver,year,cost_share_of_200usd\nAAA,BBB,1995,0.12\nAAA,BBB,2000,0.06\n");
  const auto world = load_world({folder.path().string(), {}});
  const auto in = [&](int year) { return world->remittance_cost(aaa, bbb, year_index(year)); };
  CHECK(in(1990) == 0.12);  // nothing earlier is known
  CHECK(in(1995) == 0.12);
  CHECK(in(1999) == 0.12);
  CHECK(in(2000) == 0.06);
  CHECK(in(2020) == 0.06);
  CHECK(world->remittance_cost(bbb, aaa, 5) == 0.08);  // no row at all
}

TEST_CASE("at home a share of earnings is saved, summed up month by month", "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"money.saving_home", 0.05},
                                   {"money.saving_abroad", 0.125},
                                   {"money.consumed_share", 0.75}});
  CHECK(state.money.saved_abroad == 0.125F);
  CHECK(state.money.consumed == 0.75F);
  // Low schooling, the third class: 10,000 e^.5 PPP USD a year at half the prices, 94% with a job.
  const size_t cells = 2 * n_skills * n_earnings_classes, cell = saving_cell(aaa, 0, 2);
  const double monthly_cents = 100 * 10000 * std::exp(0.5) * 0.5 * 0.94 * 1.0218 / 12;
  CHECK(static_cast<double>(state.money.cumulative_saving[cells + cell] -
                            state.money.cumulative_saving[cell]) ==
        Approx(0.05 * monthly_cents).margin(1));
}
