// Numbers of apprehensions in a journey without limit, for tests of what the model plays out.
// source  [Massey and Singer 1995], Demography 32(2)
#pragma once
#include <cmath>

namespace rumbo::oracle {

/// Of those ever apprehended, the share apprehended exactly `times`.
/// repeat  apprehension x retry, in [0, 1); times  >= 1
inline double share_apprehended_times(double repeat, int times) {
  return (1 - repeat) * std::pow(repeat, times - 1);
}

/// Apprehension probability from repeated apprehensions over all, where everybody tries again.
inline double estimated_apprehension(double repeated, double all) {
  return repeated / all;
}

}  // namespace rumbo::oracle
