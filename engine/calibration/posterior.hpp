// A sample of what parameters may be, given targets: chains that walk on the emulators.
//
// May include: base, random, maths, designs, sensitivity.
#pragma once
#include "engine/calibration/implausibility.hpp"

namespace rumbo {

/// Density of the parameters given the targets, up to a constant.
///
/// All points that are not ruled out are alike before the targets are looked at; each target is
/// normal about what the last wave's emulator says, with the sum of the variances, and independent
/// of the others. Real replicates scatter as the mean over the replicates of a point does.
class Posterior {
 public:
  /// waves  at least one; they must outlive it
  explicit Posterior(std::span<const Wave> waves) : region_(waves) {}
  /// Logarithm; -infinity where a point is ruled out or not in the unit cube.
  double log_density(std::span<const double> shares) const;

 private:
  NotRuledOut region_;
};

struct ChainOptions {
  size_t n_chains = 4;      ///< at least 2
  size_t n_warm_up = 2000;  ///< steps of each chain in which proposals are adapted, then left out
  size_t n_kept = 2000;     ///< steps after that, at least 2
  uint32_t seed = 0;
};

struct PosteriorSample {
  size_t n_chains = 0;
  std::vector<double> shares{};         ///< [chain][step][parameter]
  std::vector<double> log_densities{};  ///< [chain][step], up to a constant
  std::vector<double> r_hats{};         ///< [parameter], the halves of each chain taken for chains
  double share_accepted = 0;            ///< of proposals, after the warm-up
};

/// Random walks with normal proposals [Metropolis and others 1953], whose covariance follows that
/// of the steps so far [Haario, Saksman and Tamminen 2001] and whose width follows the share that
/// is accepted, both in the warm-up alone.
/// starts  [point][parameter] points with a density, at least 2; WaveRecord::inside
/// returns a sample, dependent within a chain; to be used only where r_hats are near 1
PosteriorSample sample_posterior(const Posterior& posterior, std::span<const double> starts,
                                 size_t n_parameters, const ChainOptions& options = {});

/// Whether a point is among the densest points that hold a share of the probability.
/// log_density  of the point
/// share        in (0, 1)
bool is_in_densest_region(const PosteriorSample& sample, double log_density, double share);

}  // namespace rumbo
