// What people believe of what they cannot know: biases in levels, and how talk moves them.
//
// A level is the logarithm of believed over true, in steps: level 8 is the truth. Integers, so that
// what two persons agree on neither creates nor loses anything. Other rooms may include it. May
// include: base, maths.
#pragma once
#include <array>
#include <cstdint>

#include "engine/base/error.hpp"
#include "engine/base/named_enum.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// What is believed, the same for all destinations.
enum class BeliefItem : uint8_t { wage, danger, fee, exploitation };
inline constexpr size_t n_belief_items = n_of<BeliefItem>;
inline constexpr auto belief_item_names = names_of<BeliefItem>();

inline constexpr int n_belief_levels = 16;
inline constexpr int true_level = 8;
/// Step of the logarithm of believed / true: levels reach from 0.14 to 5.8 times the truth, so
/// that priors of 0.3 to 3 [Shrestha 2020] lie well inside.
inline constexpr double belief_step = 0.25;

/// The beliefs of one person.
class Beliefs {
 public:
  constexpr Beliefs() = default;
  constexpr int level(size_t item) const { return bits_ >> (4 * item) & 15; }
  constexpr void set_level(size_t item, int level) {
    const unsigned others = bits_ & ~(15u << (4 * item));
    bits_ = static_cast<uint16_t>(others | static_cast<unsigned>(level) << (4 * item));
  }
  constexpr bool operator==(const Beliefs&) const = default;
  constexpr uint16_t bits() const { return bits_; }
  static constexpr Beliefs from_bits(uint16_t bits) {
    Beliefs beliefs;
    beliefs.bits_ = bits;
    return beliefs;
  }

 private:
  uint16_t bits_ = 0x8888;  // the truth
};
static_assert(sizeof(Beliefs) == 2);

/// Believed / true; level may be a mean.
inline double bias_of(double level) {
  return rumbo::exp(belief_step * (level - true_level));
}
/// The level of a bias, not rounded, within those that exist. bias > 0
inline double level_of(double bias) {
  RUMBO_ASSERT(bias > 0);
  const double level = true_level + rumbo::log(bias) / belief_step;
  return level < 0 ? 0 : level > n_belief_levels - 1 ? n_belief_levels - 1 : level;
}

/// What comes of a talk about one item; probabilities that add up to at most 1.
/// source  Routes and Rumours [Hinsch and Bijak 2023]: convince 0.5, convert 0.1, confuse 0.3,
/// error 0.1
struct TalkRules {
  double convince = 0.5;  ///< both meet half-way
  double convert = 0.1;   ///< one takes over what the other believes
  double confuse = 0.3;   ///< one may mishear
  double error = 0.1;     ///< probability of that
};

struct TwoLevels {
  int first = true_level, second = true_level;
};

/// What comes of a talk about one item.
enum class TalkOutcome : uint8_t { meet, take_over, mishear, nothing };
inline constexpr size_t n_talk_outcomes = n_of<TalkOutcome>;

/// Upper ends of the first three outcomes on [0, 1), in order.
constexpr std::array<double, n_talk_outcomes - 1> talk_ends(const TalkRules& rules) {
  return {rules.convince, rules.convince + rules.convert,
          rules.convince + rules.convert + rules.confuse * rules.error};
}

/// Levels after a talk with this outcome. Without converts and confusion the sum is kept; with
/// them, its mean.
/// coins   random bits, two are used
/// source  meeting half-way along a matching: [DeGroot 1974], Journal of the American Statistical
///         Association 69, with a doubly stochastic matrix
constexpr TwoLevels after_talk(TwoLevels was, TalkOutcome outcome, unsigned coins) {
  const bool favours_first = (coins & 1) != 0;
  if (outcome == TalkOutcome::meet) {
    const int sum = was.first + was.second, low = sum / 2;
    return favours_first ? TwoLevels{sum - low, low} : TwoLevels{low, sum - low};
  }
  if (outcome == TalkOutcome::take_over)
    return favours_first ? TwoLevels{was.first, was.first} : TwoLevels{was.second, was.second};
  if (outcome == TalkOutcome::nothing) return was;
  int& misheard = favours_first ? was.second : was.first;
  const int wrong = misheard + ((coins & 2) != 0 ? 1 : -1);
  if (wrong >= 0 && wrong < n_belief_levels) misheard = wrong;
  return was;
}

/// One step towards a goal with a probability that grows with the way left: the mean distance
/// falls by the share `rate`. goal  a level, need not be whole; rate  in [0, 1]; uniform  in [0, 1)
constexpr int drifted(int level, double goal, double rate, double uniform) {
  const double gap = goal - level, steps = (gap < 0 ? -gap : gap) * rate;
  const int whole = static_cast<int>(steps), more = uniform < steps - whole ? 1 : 0;
  return gap < 0 ? level - whole - more : level + whole + more;
}

/// Mean of what is believed of a probability after having heard of so many trials.
///
/// a, b  pseudo-counts held before, > 0; events <= trials
/// source  conjugate prior of the binomial (docs/model.md: Beliefs)
constexpr double beta_mean(double a, double b, double events, double trials) {
  return (a + events) / (a + b + trials);
}

}  // namespace rumbo::migration
