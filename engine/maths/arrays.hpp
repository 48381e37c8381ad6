// Elementary functions of whole arrays: several numbers at a time, the bits of one at a time.
//
// SLEEF's consistent functions give the same result in every vector length, so what a
// processor offers changes the speed alone. May include: base.
#pragma once
#include <span>

namespace rumbo {

/// x := exp(x), as rumbo::exp gives it.
void exp_each(std::span<double> x);
/// x := log(x), as rumbo::log gives it; 0 becomes -infinity.
void log_each(std::span<double> x);

}  // namespace rumbo
