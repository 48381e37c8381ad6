// Talk and forgetting looked up instead of worked out: the same levels from the same draws.
//
// Whole communities talk in a month; beliefs.hpp says what the tables hold. May include: base,
// maths.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "models/migration/information/beliefs.hpp"

namespace rumbo::migration {

/// Levels by item, means or goals: need not be whole.
using BeliefLevels = std::array<double, n_belief_items>;

/// talk() of every item at once. Thirty bits of a word say what comes of it, two are the coins.
class TalkTable {
 public:
  TalkTable() : TalkTable(TalkRules{}) {}
  explicit TalkTable(const TalkRules& rules) {
    const auto ends = talk_ends(rules);
    for (size_t i = 0; i < ends.size(); ++i)
      ends_[i] = static_cast<uint32_t>(std::ceil(std::min(1.0, ends[i]) * 0x1p30));
    for (unsigned outcome = 0; outcome < n_talk_outcomes; ++outcome)
      for (unsigned coins = 0; coins < 4; ++coins)
        for (int first = 0; first < n_belief_levels; ++first)
          for (int second = 0; second < n_belief_levels; ++second) {
            const TwoLevels after =
                after_talk({first, second}, static_cast<TalkOutcome>(outcome), coins);
            after_[cell(outcome, coins, static_cast<unsigned>(first),
                        static_cast<unsigned>(second))] =
                static_cast<uint8_t>(after.first | after.second << 4);
          }
  }

  /// draw  [n_belief_items] random words
  void talk_over(Beliefs& first, Beliefs& second, const uint32_t* draw) const {
    unsigned of_first = 0, of_second = 0;
    for (size_t i = 0; i < n_belief_items; ++i) {
      const uint32_t x = draw[i] >> 2;
      const unsigned outcome = unsigned{x >= ends_[0]} + (x >= ends_[1]) + (x >= ends_[2]);
      const unsigned both = after_[cell(outcome, draw[i] & 3, first.bits() >> (4 * i) & 15,
                                        second.bits() >> (4 * i) & 15)];
      of_first |= (both & 15) << (4 * i);
      of_second |= both >> 4 << (4 * i);
    }
    first = Beliefs::from_bits(static_cast<uint16_t>(of_first));
    second = Beliefs::from_bits(static_cast<uint16_t>(of_second));
  }

 private:
  static constexpr size_t cell(unsigned outcome, unsigned coins, unsigned first, unsigned second) {
    return (outcome * 4 + coins) * 256 + first * 16 + second;
  }
  std::array<uint32_t, n_talk_outcomes - 1> ends_;
  std::array<uint8_t, n_talk_outcomes * 4 * 256> after_;
};

/// drifted() of every item at once, towards the goals of a place at one rate.
class DriftTable {
 public:
  DriftTable() : DriftTable({true_level, true_level, true_level, true_level}, 0) {}
  /// goals  levels; rate  in [0, 1]
  DriftTable(const BeliefLevels& goals, double rate) {
    for (size_t i = 0; i < n_belief_items; ++i)
      for (int level = 0; level < n_belief_levels; ++level) {
        Row& row = rows_[i * n_belief_levels + static_cast<size_t>(level)];
        const double gap = goals[i] - level, steps = std::abs(gap) * rate;
        const int whole = static_cast<int>(steps), sign = gap < 0 ? -1 : 1;
        row.below = static_cast<uint64_t>(std::ceil((steps - whole) * 0x1p32));
        row.less = static_cast<uint32_t>(level + sign * whole) << (4 * i);
        // A step that is never drawn may lie outside.
        row.more = row.below == 0 ? row.less
                                  : static_cast<uint32_t>(level + sign * (whole + 1)) << (4 * i);
      }
  }

  /// draw  [n_belief_items] random words
  Beliefs drifted(Beliefs was, const uint32_t* draw) const {
    uint32_t bits = 0;
    for (size_t i = 0; i < n_belief_items; ++i) {
      const Row& row = rows_[i * n_belief_levels + (was.bits() >> (4 * i) & 15)];
      bits |= draw[i] < row.below ? row.more : row.less;
    }
    return Beliefs::from_bits(static_cast<uint16_t>(bits));
  }

 private:
  struct Row {
    uint64_t below;       ///< draws that go one step more
    uint32_t more, less;  ///< the level after it and without it, where its bits lie
  };
  std::array<Row, n_belief_items * n_belief_levels> rows_;
};

/// Sums of levels by item over the persons of a community: four in one word.
class LevelSums {
 public:
  static constexpr int most = 4096;  ///< that can be added

  void add(Beliefs beliefs) {
    const uint64_t bits = beliefs.bits();
    sums_ += (bits & 0xf) | (bits & 0xf0) << 12 | (bits & 0xf00) << 24 | (bits & 0xf000) << 36;
    ++n_added_;
  }
  int64_t of(size_t item) const { return static_cast<int64_t>(sums_ >> (16 * item) & 0xffff); }
  int64_t n_added() const { return n_added_; }

 private:
  uint64_t sums_ = 0;
  int64_t n_added_ = 0;
};
static_assert(n_belief_items == 4 && LevelSums::most * (n_belief_levels - 1) <= 0xffff);

}  // namespace rumbo::migration
