// The queue of claims obeys the formulas of queues, in the very function that rations decisions.
#include "models/migration/asylum/asylum.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <deque>

#include "engine/random/draws.hpp"
#include "models/migration/asylum/grounds.hpp"
#include "models/migration/shocks/displacement.hpp"
#include "tests/oracles/queues.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

namespace {

/// One place's queue, decided by the model's own rationing.
class Queue {
 public:
  Queue(double per_year, int64_t weight) : per_year_(per_year), weight_(weight) {}

  void file(int month, int persons) {
    for (int i = 0; i < persons; ++i, ++filed_) {
      Claim claim;
      claim.filed = static_cast<uint16_t>(month);
      claim.order = (filed_ * 2654435761u);  // any order within the month
      waiting_.push_back({claim, filed_});
    }
  }
  /// Decides this month's; returns the claims decided.
  std::vector<Claim> decide() {
    std::vector<RationRequest> requests;
    for (const auto& [claim, person] : waiting_)
      requests.push_back({claim_key(claim, person), weight_});
    const RationCut cut = decide_in_order(requests, carry_, per_year_, weight_, one_rank());
    std::vector<Claim> decided;
    std::erase_if(waiting_, [&](const auto& one) {
      if (!cut.grants(claim_key(one.first, one.second))) return false;
      decided.push_back(one.first);
      return true;
    });
    return decided;
  }
  size_t length() const { return waiting_.size(); }
  int64_t carry() const { return carry_; }

 private:
  double per_year_;
  int64_t weight_, carry_ = 0;
  uint32_t filed_ = 0;
  std::vector<std::pair<Claim, uint32_t>> waiting_;
};

}  // namespace

TEST_CASE("More claims than decisions pile up by their difference", "[theory]") {
  Queue queue(1206, 1);  // 100.5 a month
  for (int month = 0; month < 60; ++month) {
    queue.file(month, 130);
    queue.decide();
    CHECK(std::abs(static_cast<double>(queue.length()) -
                   oracle::backlog_after(0, 130, 100.5, month + 1)) < 1);
  }
}

TEST_CASE("Claims are decided in order of filing, and Little's law holds", "[theory]") {
  Queue queue(12 * 21, 1);
  const Draws draws(4, 1);
  double months = 0, decided = 0, length = 0, filed = 0;
  constexpr int n_months = 4000;
  int last = -1;
  for (int month = 0; month < n_months; ++month) {
    int now = 0;
    for (uint32_t chance = 0; chance < 40; ++chance)
      now += draws.uniform(chance, Month(month), Purpose{951}) < 0.5 ? 1 : 0;
    queue.file(month, now);
    filed += now;
    for (const Claim& claim : queue.decide()) {
      months += month - claim.filed;
      decided += 1;
      CHECK(claim.filed >= last);
      last = std::max(last, int{claim.filed});
    }
    length += static_cast<double>(queue.length());
  }
  CHECK(months / decided > 0.05);
  CHECK(filed / n_months * (months / decided) == Approx(length / n_months).epsilon(2e-3));
}

TEST_CASE("Simulated persons who stand for many are decided at the rate of real ones", "[theory]") {
  Queue queue(600, 1000);  // 50 a month: one simulated person in 20 months
  queue.file(0, 10);
  int decided = 0;
  for (int month = 0; month < 101; ++month) decided += static_cast<int>(queue.decide().size());
  CHECK(decided == 5);
  // What nobody needs is not saved up without end: one person's worth at most.
  Queue idle(600, 1000);
  for (int month = 0; month < 400; ++month) idle.decide();
  CHECK(idle.carry() == 1000 * int64_t{1000000});
}

TEST_CASE("Grounds to claim grow with what threatens, up to a bound", "[theory]") {
  CHECK(share_with_grounds(0.01, 0, 0.3) == near(0.01, 1e-15));
  CHECK(share_with_grounds(0.01, 0.5, 0.3) == near(0.01 * std::exp(0.5), 1e-15));
  CHECK(share_with_grounds(0.01, 10, 0.3) == 0.3);
}

TEST_CASE("A shock holds its force, then halves every half-life", "[theory]") {
  CHECK(shock_force(0.8, 100, 110, 6, 99) == 0);
  CHECK(shock_force(0.8, 100, 110, 6, 100) == 0.8);
  CHECK(shock_force(0.8, 100, 110, 6, 110) == 0.8);
  CHECK(shock_force(0.8, 100, 110, 6, 116) == near(0.4, 1e-12));
  CHECK(shock_force(0.8, 100, 110, 6, 122) == near(0.2, 1e-12));
  CHECK(shock_force(0.8, 100, 110, 0, 111) == 0);
}

TEST_CASE("Over its months a shock displaces the share it is said to", "[theory]") {
  double left = 1;
  for (int month = 0; month < 144; ++month) left *= 1 - displacement_probability(0.07, 144, 1);
  CHECK(1 - left == near(0.07, 1e-12));
  CHECK(displacement_probability(0.07, 144, 0) == 0);
  double away = 1;
  for (int month = 0; month < 24; ++month) away *= 1 - probability_of_half_life(24);
  CHECK(away == near(0.5, 1e-12));
  CHECK(probability_of_half_life(0) == 1);
}
