// What few simulated persons can say: intervals that allow for counting single ones.
//
// Student's t estimates the error from the spread of the replicates, which is nothing where two
// replicates happen to differ by the same person. These intervals ask instead how many persons a
// difference rests on. May include: std, Boost.Math.
#pragma once
#include <cstddef>
#include <span>

namespace rumbo {

struct Interval {
  double low = 0;
  double high = 0;
};

/// Exact interval of the mean of a Poisson count ([Garwood 1936], Biometrika 28, 437).
///
/// count  events seen, at least 0; need not be whole
/// level  share, 0 < level < 1
Interval poisson_interval(double count, double level);

/// Interval of the difference of two mean counts a replicate, more / n_more - fewer / n_fewer,
/// from the exact interval of each (method of variance recovery: [Zou and Donner 2008],
/// Statistics in Medicine 27, 1693).
Interval difference_of_counts(double more, size_t n_more, double fewer, size_t n_fewer,
                              double level);

/// Interval of the mean of differences that are sums of simulated persons.
///
/// Under common random numbers most persons do the same in both scenarios. Those who do not make
/// the differences: more than (sum of positive differences) / person, fewer than (sum of negative
/// ones) / person, each a count of rare and independent events.
///
/// differences  [n], n >= 2
/// person       size of one person in them; > 0
Interval interval_of_persons(std::span<const double> differences, double person, double level);

/// The smallest that contains both.
Interval hull(const Interval& a, const Interval& b);

}  // namespace rumbo
