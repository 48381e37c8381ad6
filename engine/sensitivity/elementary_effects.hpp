// Elementary effects: what a result changes by where one parameter moves [Morris 1991].
//
// Tells which parameters matter at all, for few runs. May include: base, random, designs.
#pragma once
#include <span>
#include <vector>

#include "engine/designs/design.hpp"
#include "engine/sensitivity/bootstrap.hpp"

namespace rumbo {

/// Effects of one parameter, in units of the result per whole range of the parameter (of a share
/// from 0 to 1).
struct ElementaryEffects {
  Estimate mean;           ///< mu [Morris 1991]; effects of both signs cancel
  Estimate mean_absolute;  ///< mu* [Campolongo, Cariboni and Saltelli 2007]: how much it matters
  /// sigma: standard deviation; large beside mu* if the effect depends on where the others are, or
  /// is not linear. NaN with fewer than two effects.
  Estimate deviation;
  size_t n_effects = 0;  ///< that are known: both runs of a step have a result
};

/// Effects of each parameter, in the order of the design; intervals over trajectories.
/// design   of layout trajectories
/// results  [run]; NaN or infinite = the run failed; effects that need it are left out
/// throws InputError  a design of another layout, or another number of results than runs
std::vector<ElementaryEffects> elementary_effects(const Design& design,
                                                  std::span<const double> results,
                                                  const BootstrapOptions& options = {});

}  // namespace rumbo
