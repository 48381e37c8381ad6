// Sobol indices: shares of the variance of a result that parameters account for [Sobol 1993].
//
// May include: base, random, designs.
#pragma once
#include <span>
#include <vector>

#include "engine/designs/design.hpp"
#include "engine/sensitivity/bootstrap.hpp"

namespace rumbo {

/// Of two parameters, by number.
struct PairIndex {
  size_t first = 0, second = 0;
  /// Share of the variance that the two account for together, beyond what each does alone.
  Estimate share;
};

/// Indices of each parameter, in the order of the design.
struct SobolIndices {
  std::vector<Estimate> first{};  ///< share of the variance that the parameter alone accounts for
  /// Share in which it has a part, alone or with others: that would be left if all but it were
  /// known.
  std::vector<Estimate> total{};
  std::vector<PairIndex> pairs{};  ///< each pair once; empty without the runs for them
  double mean = 0, variance = 0;   ///< of the result, over the points A and B
  size_t n_samples = 0;            ///< base samples used
  size_t n_left_out = 0;           ///< base samples with a failed run
};

/// First-order indices by the estimator of [Saltelli and others 2010] (table 2, b), total ones by
/// that of [Jansen 1999] (table 2, f, there), pairs by [Saltelli 2002]; intervals over base
/// samples, which are wide: they take the points for random, and Sobol's lie more evenly. As
/// estimates indices may lie a little outside of [0, 1]. design   of layout saltelli results [run];
/// NaN or infinite = the run failed; its whole base sample is left out throws InputError  a design
/// of another layout, another number of results than runs, fewer than
///                    two base samples without a failure
SobolIndices sobol_indices(const Design& design, std::span<const double> results,
                           const BootstrapOptions& options = {});

}  // namespace rumbo
