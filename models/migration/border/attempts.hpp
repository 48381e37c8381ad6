// Crossing a guarded border: risk of an attempt, repeated attempts, their closed forms.
//
// An attempt ends in death, apprehension or entry; those apprehended try again with a fixed
// probability, up to a limit of attempts. `resolve_crossing` plays one journey; `expect_crossing`
// is what it comes to on average. Pure functions. Other rooms may include it. May include: base,
// maths.
#pragma once
#include <cstdint>
#include <limits>

#include "engine/base/error.hpp"

namespace rumbo::migration {

/// Border control on one route in one month.
struct RouteControl {
  double effectiveness = 0;    ///< chance rate of apprehension per agent, >= 0; infinite = closed
  double agents = 0;           ///< agents on the route, >= 0
  double attempts = 0;         ///< attempts on the route this month, >= 0 (real persons)
  double congestion_flow = 0;  ///< attempts at which agents are half as effective; 0 = never busy
  double guide_effect = 0;     ///< share of the risk that a guide takes away, in [0, 1]
};

/// Probability that an attempt is apprehended.
///
/// [1 - exp(-effectiveness agents / (1 + attempts / congestion_flow))] (1 - guide_effect)
/// with_guide  whether a smuggler leads
/// returns     in [0, 1]; 1 where the route is closed, with any guide and however few the agents
/// source      search with congestion, assumed form; levels fitted to [Massey and Singer 1995]
double apprehension_probability(const RouteControl& control, bool with_guide);

/// Effectiveness that gives a probability (in [0, 1]; 1 = infinite, closed) without guide and
/// without congestion.
/// agents  > 0
double effectiveness_of(double probability, double agents);

/// What raises or lowers the risk of dying on an attempt.
struct DeathRisk {
  double base = 0;     ///< probability per attempt on easy ground, in [0, 1]
  double terrain = 1;  ///< factor of the route, >= 0
  double season = 1;   ///< factor of the month, >= 0
  double rescue = 0;   ///< share of deaths that rescue prevents, in [0, 1]
};

/// Probability of death per attempt, at most 1.
double death_probability(const DeathRisk& risk);

/// Attempts without limit.
constexpr int32_t unlimited_attempts = std::numeric_limits<int32_t>::max();

/// Everything that decides a journey across one border.
struct CrossingRules {
  double apprehension = 0;  ///< probability per attempt, in [0, 1]; cut to 1 - death if above
  double death = 0;         ///< probability per attempt, in [0, 1]
  double retry = 0;         ///< probability of trying again after an apprehension, in [0, 1]
  int32_t most_attempts = unlimited_attempts;  ///< >= 1
};

/// Expected outcome of a journey: three probabilities that sum to 1, and two counts.
struct CrossingExpectation {
  double entry = 0;
  double death = 0;
  double give_up = 0;
  double attempts = 0;
  double apprehensions = 0;
};

/// Closed form of a journey: a geometric number of attempts, stopped at the limit.
///
/// throws  InputError if the journey never ends (apprehended and trying again for certain, no
///         limit)
/// source  [Massey and Singer 1995], Demography 32(2), extended by death and a limit
CrossingExpectation expect_crossing(const CrossingRules& rules);

enum class CrossingOutcome : uint8_t { entered, died, gave_up };

/// How one journey went.
struct CrossingResult {
  CrossingOutcome outcome = CrossingOutcome::gave_up;
  int32_t attempts = 0;
  int32_t apprehensions = 0;
  double death_hazard = 0;         ///< sum of death probabilities over the attempts made
  double apprehension_hazard = 0;  ///< sum of apprehension probabilities over the attempts made
};

/// Plays one journey to its end.
///
/// uniform  uniform(index) gives a number in [0, 1) for index 0, 1, 2, ...; attempt k (from 0)
///          uses index 2 k for what happens and 2 k + 1 for whether to try again
/// The sums of hazards have the same mean as the events and less noise.
template <class Uniform>
CrossingResult resolve_crossing(const CrossingRules& rules, Uniform&& uniform) {
  RUMBO_ASSERT(rules.death >= 0 && rules.death <= 1 && rules.most_attempts >= 1);
  const bool may_enter = rules.apprehension < 1 - rules.death;
  const double caught = may_enter ? rules.apprehension : 1 - rules.death;
  CrossingResult result;
  while (true) {
    const auto index = static_cast<uint32_t>(2 * result.attempts);
    const double fate = uniform(index);
    ++result.attempts;
    result.death_hazard += rules.death;
    result.apprehension_hazard += caught;
    if (fate < rules.death) {
      result.outcome = CrossingOutcome::died;
      return result;
    }
    if (may_enter && fate >= rules.death + caught) {
      result.outcome = CrossingOutcome::entered;
      return result;
    }
    ++result.apprehensions;
    if (result.attempts >= rules.most_attempts || uniform(index + 1) >= rules.retry) return result;
  }
}

}  // namespace rumbo::migration
