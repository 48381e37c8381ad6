// See border/attempts.hpp.
#include "models/migration/border/attempts.hpp"

#include <algorithm>
#include <cmath>

#include "engine/maths/functions.hpp"

namespace rumbo::migration {
namespace {

/// 1 + repeat + repeat^2 + ... (terms), the expected number of attempts.
double geometric_sum(double repeat, int32_t terms) {
  if (repeat >= 1) {
    if (terms == unlimited_attempts)
      throw InputError(
          "a crossing that is always apprehended and always tried again never ends; set a limit of "
          "attempts or a probability of giving up");
    return terms;
  }
  const double cut = repeat > 0 && terms != unlimited_attempts ? rumbo::pow(repeat, terms) : 0.0;
  return (1 - cut) / (1 - repeat);
}

}  // namespace

double apprehension_probability(const RouteControl& control, bool with_guide) {
  RUMBO_ASSERT(control.effectiveness >= 0 && control.agents >= 0 && control.attempts >= 0);
  if (std::isinf(control.effectiveness)) return 1;
  const double crowding =
      control.congestion_flow > 0 ? 1 + control.attempts / control.congestion_flow : 1.0;
  const double seen = -rumbo::expm1(-control.effectiveness * control.agents / crowding);
  return with_guide ? seen * (1 - control.guide_effect) : seen;
}

double effectiveness_of(double probability, double agents) {
  RUMBO_ASSERT(probability >= 0 && probability <= 1 && agents > 0);
  if (probability >= 1) return std::numeric_limits<double>::infinity();
  return -rumbo::log1p(-probability) / agents;
}

double death_probability(const DeathRisk& risk) {
  return std::min(1.0, risk.base * risk.terrain * risk.season * (1 - risk.rescue));
}

CrossingExpectation expect_crossing(const CrossingRules& rules) {
  const double caught = std::min(rules.apprehension, 1 - rules.death);
  CrossingExpectation expected;
  expected.attempts = geometric_sum(caught * rules.retry, rules.most_attempts);
  // Rounding must not let anyone through where no one gets through.
  if (rules.apprehension < 1 - rules.death)
    expected.entry = (1 - caught - rules.death) * expected.attempts;
  expected.death = rules.death * expected.attempts;
  expected.apprehensions = caught * expected.attempts;
  expected.give_up = 1 - expected.entry - expected.death;
  return expected;
}

}  // namespace rumbo::migration
