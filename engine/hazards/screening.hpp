// Draw first, look later: who has something to decide this month.
//
// Thinning with the draw taken first [Lewis and Shedler 1979]: a person is woken
// when their draw falls below a bound, and acts if it falls below their true hazard.
// Exact as long as bound >= hazard. May include: base, random, parallel, people.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/hazards/bounds.hpp"
#include "engine/people/people.hpp"

namespace rumbo {

/// A person to look at, and for which purposes (bit k = screened purpose k).
struct Woken {
  uint16_t local = 0;
  uint16_t purposes = 0;
};

/// Appends the woken persons of a community, in slot order.
void screen_community(const Draws& draws, Month month, const People& people,
                      const Community& community, const BoundTable& bounds,
                      std::vector<Woken>& woken);

/// The screened draws of one person in one month, for those who are looked at.
class PersonDraws {
 public:
  PersonDraws(const Draws& draws, PersonId person, Month month)
      : draws_(draws),
        person_(person.value()),
        month_(month),
        prefixes_(screening_prefixes(draws, person.value(), month)) {}

  /// Uniform on [0, 1) of a screened purpose.
  double uniform(int purpose) const {
    return screened_uniform(draws_, person_, month_, purpose, prefixes_.prefix[purpose]);
  }
  /// Whether a thing of this hazard happens: uniform < hazard. Cheap when it surely does not.
  bool happens(int purpose, double hazard) const {
    if (prefixes_.prefix[purpose] > screening_threshold(hazard)) return false;
    return uniform(purpose) < hazard;
  }
  uint16_t prefix(int purpose) const { return prefixes_.prefix[purpose]; }

 private:
  const Draws& draws_;
  uint32_t person_;
  Month month_;
  ScreeningPrefixes prefixes_;
};

}  // namespace rumbo
