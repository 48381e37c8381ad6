// Two persons talk about one item, as it is told in words, for the model's table of talk.
#pragma once
#include <utility>

namespace rumbo::oracle {

/// Probabilities of what comes of a talk.
struct Talk {
  double convince = 0, convert = 0, confuse = 0, error = 0;
};

/// Levels after a talk. uniform  in [0, 1); coins  two random bits: whom it favours, and which way
/// is misheard
inline std::pair<int, int> talked(std::pair<int, int> was, const Talk& talk, double uniform,
                                  unsigned coins) {
  const bool favours_first = coins % 2 == 1, misheard_up = coins / 2 % 2 == 1;
  if (uniform < talk.convince) {
    // Half-way; of an odd sum the favoured has the larger half.
    const int larger = (was.first + was.second + 1) / 2, smaller = (was.first + was.second) / 2;
    return favours_first ? std::pair(larger, smaller) : std::pair(smaller, larger);
  }
  uniform -= talk.convince;
  if (uniform < talk.convert) {
    const int kept = favours_first ? was.first : was.second;
    return {kept, kept};
  }
  uniform -= talk.convert;
  if (uniform < talk.confuse * talk.error) {
    int& level = favours_first ? was.second : was.first;
    const int wrong = level + (misheard_up ? 1 : -1);
    if (wrong >= 0 && wrong <= 15) level = wrong;
  }
  return was;
}

}  // namespace rumbo::oracle
