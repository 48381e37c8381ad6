// Going back, changes of status and removal of a month against values worked out by hand.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/removal/removal.hpp"
#include "models/migration/returns/exits.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/seasons/seasons.hpp"
#include "models/migration/status/status.hpp"
#include "tests/support/hand_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// Probability of a month at a yearly rate.
double monthly(double rate) {
  return 1 - std::exp(-rate / 12);
}

/// Somebody born in AAA who lives in BBB.
Facts migrant(Status status) {
  Facts f;
  f.set_birthplace(aaa);
  f.set_residence(bbb);
  f.set_status(status);
  return f;
}

}  // namespace

TEST_CASE("going back falls with years and with what coming again would cost", "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"return.rate_irregular", 0.6},
                                   {"return.rate_regular", 0.12},
                                   {"return.rate_citizen", 0.024},
                                   {"return.decay", 0.2},
                                   {"return.reentry_weight", 0.2},
                                   {"return.retirement_factor", 1.5},
                                   {"return.assisted_rate", 0.3, bbb},
                                   {"asylum.return_factor", 0.25}});
  CHECK(state.returns.go_back[stay_irregular][0] == Approx(monthly(0.6)).epsilon(1e-12));
  CHECK(state.returns.go_back[stay_irregular][5] ==
        Approx(monthly(0.6 * std::exp(-1.0))).epsilon(1e-12));
  CHECK(state.returns.go_back[stay_regular][0] == Approx(monthly(0.12)).epsilon(1e-12));
  CHECK(state.returns.go_back[stay_citizen][10] ==
        Approx(monthly(0.024 * std::exp(-2.0))).epsilon(1e-12));
  // Coming again: 100 USD of own costs and a guide of 500.
  CHECK(state.returns.reentry_factor[aaa * 2 + bbb] == Approx(std::exp(-0.2 * 0.6)).epsilon(1e-9));
  CHECK(state.returns.assisted[bbb] == Approx(monthly(0.3)).epsilon(1e-12));
  CHECK(state.returns.assisted[aaa] == 0);
  const double irregular = monthly(0.6) * std::exp(-0.12);
  CHECK(go_back_hazard(state, migrant(Status::irregular), 30, 0) ==
        Approx(irregular + monthly(0.3)).epsilon(1e-9));
  CHECK(go_back_hazard(state, migrant(Status::irregular), 60, 0) ==
        Approx(1.5 * irregular + monthly(0.3)).epsilon(1e-9));
  CHECK(go_back_hazard(state, migrant(Status::permanent), 30, 0) == Approx(monthly(0.12)));
  CHECK(go_back_hazard(state, migrant(Status::citizen), 30, 0) == Approx(monthly(0.024)));
  CHECK(go_back_hazard(state, migrant(Status::refugee), 30, 0) == Approx(0.25 * monthly(0.12)));
  CHECK(go_back_hazard(state, migrant(Status::seasonal), 30, 0) == 0);
  Facts native = migrant(Status::citizen);
  native.set_residence(aaa);
  CHECK(go_back_hazard(state, native, 30, 0) == 0);
}

TEST_CASE("those back leave again by their factors, less so where help reaches them",
          "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"return.remigration_factor", 2},
                                   {"removal.remigration_factor", 3},
                                   {"return.reintegration", 0.4, aaa},
                                   {"return.reintegration_effect", 0.5},
                                   {"return.reintegration_safety", 0.25},
                                   {"return.ties_factor", 1.5},
                                   {"removal.credit_factor", 0.6}});
  CHECK(state.returns.returned_again[aaa] == Approx(2 * (1 - 0.4 * 0.5)).epsilon(1e-12));
  CHECK(state.returns.removed_again[aaa] == Approx(3 * (1 - 0.4 * 0.5)).epsilon(1e-12));
  CHECK(state.returns.returned_again[bbb] == 2);
  CHECK(state.returns.return_safety[aaa] == Approx(1 - 0.4 * 0.25).epsilon(1e-12));
  CHECK(state.returns.removed_credit == 0.6);
  Facts back = migrant(Status::citizen);
  back.set_residence(aaa);
  CHECK(leaving_again(state, back, true) == 1);
  back.set_returned(true);
  CHECK(leaving_again(state, back, false) == Approx(1.6).epsilon(1e-12));
  CHECK(leaving_again(state, back, true) == Approx(1.6 * 1.5).epsilon(1e-12));
  back.set_removed(true);
  CHECK(leaving_again(state, back, false) == Approx(2.4).epsilon(1e-12));
}

TEST_CASE("statuses end and settle at the yearly rates and mean lengths given", "[makers][model]") {
  OneMonth month(hand_world([](World& w) {
    w.departures = Grid(2, 6);
    w.departures(aaa, 1) = 0.024;  // 1995 to 2000
  }));
  const State& state = month.with({{"status.adjustment_rate", 0.06, bbb},
                                   {"status.work_years", 3},
                                   {"status.season_months", 8},
                                   {"status.seasonal_overstay", 0.07},
                                   {"status.visit_months", 4},
                                   {"status.naturalization_rate", 0.12},
                                   {"status.permanence_years", 6},
                                   {"status.settle_share", 0.4},
                                   {"status.overstay", 0.2}});
  CHECK(state.status.adjustment[bbb] == Approx(monthly(0.06)).epsilon(1e-12));
  CHECK(state.returns.departure[aaa] ==
        Approx(monthly(0.024) * state.returns.departure_scale).epsilon(1e-12));
  CHECK(state.returns.departure[bbb] == 0);
  CHECK(state.status.work_end == Approx(1 - std::exp(-1.0 / 36)).epsilon(1e-12));
  CHECK(state.seasons.end == Approx(1 - std::exp(-1.0 / 8)).epsilon(1e-12));
  CHECK(state.seasons.overstay == 0.07);
  CHECK(state.status.visit_months == Approx(1 - std::exp(-1.0 / 4)).epsilon(1e-12));
  CHECK(state.status.naturalization == Approx(1 - std::exp(-0.01)).epsilon(1e-12));
  CHECK(state.status.settle_share == 0.4);
  CHECK(state.status.overstay == 0.2);
  CHECK(status_hazard(state, migrant(Status::permanent), 40, 5) == 0);
  CHECK(status_hazard(state, migrant(Status::permanent), 40, 6) == state.status.naturalization);
  CHECK(status_hazard(state, migrant(Status::temporary), 40, 1) == state.status.work_end);
  CHECK(status_hazard(state, migrant(Status::irregular), 40, 1) ==
        Approx(state.status.adjustment[bbb]).epsilon(1e-12));
  // A season of eight months begins a year after the last began: four months at home.
  SeasonWorked row{0, 0, static_cast<uint16_t>(state.month.count() - 4)};
  CHECK(is_next_season(state, row));
  row.ended = static_cast<uint16_t>(state.month.count() - 3);
  CHECK_FALSE(is_next_season(state, row));
}

TEST_CASE("removal finds at its rate, others by error, and beds are shared out",
          "[makers][model]") {
  TinyWorld tiny;
  tiny.stock = 2000;
  OneMonth month(hand_world({}, tiny));
  State& state = month.state();
  for (size_t skill = 0; skill < n_skills; ++skill)
    state.labour.workers[worker_cell(bbb, skill, 2)] = 10000;
  month.with({{"status.removal_rate", 0.06, bbb},
              {"due_process.error", 0.1, bbb},
              {"detention.share", 0.5, bbb},
              {"detention.outside_share", 0.2, bbb},
              {"detention.beds", 30, bbb},
              {"detention.months", 2, bbb},
              {"due_process.delay_months", 3, bbb}});
  CHECK(state.removal.hazard[bbb] == Approx(monthly(0.06)).epsilon(1e-12));
  CHECK(state.removal.wrongful_hazard[bbb] == Approx(monthly(0.006)).epsilon(1e-12));
  CHECK(case_months(state, bbb) == 5);
  // 30,000 may be found; half are to be detained, a fifth of these wait outside: for 30 empty beds.
  CHECK(state.removal.bed_share[bbb] == Approx(30 / (30000 * monthly(0.06) * 0.5 * 0.8)));
  CHECK(state.removal.bed_share[aaa] == 1);
  CHECK(removal_hazard(state, migrant(Status::irregular)) == state.removal.hazard[bbb]);
  CHECK(removal_hazard(state, migrant(Status::permanent)) == state.removal.wrongful_hazard[bbb]);
  CHECK(removal_hazard(state, migrant(Status::citizen)) == 0);
}

TEST_CASE("terms of a regularization: who came in time, whom the fee keeps, in which months",
          "[makers][model]") {
  OneMonth month(hand_world());
  State& state = month.state();
  const Month first = state.first_month;
  const int index = static_cast<int>(state.world->diaspora(aaa, bbb));
  month.with({{"regularization.share", 1, index},
              {"regularization.take_up", 0.5, index},
              {"regularization.fee", 400, index},
              {"regularization.fee_weight", 0.5},
              {"regularization.cutoff_month", static_cast<double>(first.count() - 10), index},
              {"regularization.first_month", static_cast<double>(first.count()), index},
              {"regularization.months", 4, index}});
  constexpr uint32_t n = 20000;
  const auto who_apply = [&](int later, int arrived, Status status) {
    state.month = first + later;
    double sum = 0;
    for (uint32_t person = 0; person < n; ++person)
      sum += applies_now(state, migrant(status), first - arrived, person) ? 1 : 0;
    state.month = first;
    return sum / n;
  };
  // Half apply for nothing; 400 USD take 0.2 off their log odds.
  const double share = 1 / (1 + std::exp(0.2));
  CHECK(who_apply(3, 10, Status::irregular) == Approx(share).epsilon(0.03));
  CHECK(who_apply(0, 10, Status::irregular) == Approx(share / 4).epsilon(0.06));
  CHECK(who_apply(4, 10, Status::irregular) == 0);
  CHECK(who_apply(-1, 10, Status::irregular) == 0);
  CHECK(who_apply(3, 9, Status::irregular) == 0);  // came after the cut-off
  CHECK(who_apply(3, 10, Status::permanent) == 0);
}
