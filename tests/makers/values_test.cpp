// The parameters of a month are the base values and what policies make of them, month by month.
#include "models/migration/parameters/values.hpp"

#include <catch2/catch.hpp>

#include "tests/support/hand_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

TEST_CASE("values of a month are those of the plan, and it is known whether they changed",
          "[makers][model]") {
  OneMonth month(hand_world());
  State& state = month.state();
  month.with({});
  const ParameterId id = state.parameters->border.enforcement,
                    share = state.parameters->regularization.share;
  DatedChange more;
  more.parameter = id;
  more.indices = {bbb};
  more.start = state.first_month + 3;
  more.end = state.first_month + 5;
  more.ramp_months = 2;
  more.kind = ChangeKind::multiply;
  more.amount = 3;
  DatedChange programme;
  programme.parameter = share;
  programme.indices = {static_cast<uint32_t>(state.world->diaspora(aaa, bbb))};
  programme.start = state.first_month + 4;
  programme.amount = 0.5;
  state.plan = ParameterPlan(state.plan.base(), {more, programme});
  const auto in = [&](int later) {
    set_values(state, state, state.first_month + later);
    return state.value(id, bbb);
  };
  CHECK(in(2) == 1);
  CHECK_FALSE(state.status.has_programme);
  CHECK(in(3) == 2);  // half of the way after the first of two months
  CHECK(state.values_changed);
  CHECK(state.value(id, aaa) == 1);
  CHECK(in(4) == 3);
  CHECK(state.status.has_programme);
  CHECK(in(5) == 1);
  CHECK(state.values_changed);
  CHECK(in(6) == 1);
  CHECK_FALSE(state.values_changed);
  CHECK(state.month == state.first_month + 6);
}
