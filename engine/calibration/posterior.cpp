// See posterior.hpp.
#include "engine/calibration/posterior.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/error.hpp"
#include "engine/calibration/drawing.hpp"
#include "engine/calibration/space_left.hpp"
#include "engine/maths/functions.hpp"
#include "engine/sensitivity/bootstrap.hpp"

namespace rumbo {
namespace {

/// Parts of the warm-up after each of which proposals are adapted.
constexpr size_t n_rounds = 10;
/// Of proposals that had best be accepted in many dimensions [Roberts, Gelman and Gilks 1997].
constexpr double best_accepted = 0.234;
/// Keeps proposals from dying out in a direction in which chains have not moved; squared shares.
constexpr double least_spread = 1e-12;

/// Chains under way, all with the same proposals.
struct Chains {
  const Posterior& posterior;
  Draws draws;
  Eigen::Index width;
  Eigen::MatrixXd positions;            ///< [parameter][chain]
  std::vector<double> log_densities{};  ///< [chain]
  Eigen::MatrixXd root;                 ///< of the covariance of proposals, lower
  double scale;                         ///< of them
  uint32_t n_stepped = 0;

  std::span<const double> at(Eigen::Index chain) const {
    return {positions.col(chain).data(), static_cast<size_t>(width)};
  }
  bool step(Eigen::Index chain);
  void adapt(const std::vector<double>& points, double accepted);
};

/// One proposal. Returns whether it was accepted.
bool Chains::step(Eigen::Index chain) {
  Eigen::VectorXd jump(width);
  const auto subject = static_cast<uint32_t>(chain), n = static_cast<uint32_t>(width);
  for (uint32_t i = 0; i < n; ++i)
    jump[i] = draws.normal(subject, Month(0), purpose::chain_proposal, n_stepped * n + i);
  const Eigen::VectorXd next = positions.col(chain) + scale * (root * jump);
  const double density = posterior.log_density({next.data(), static_cast<size_t>(width)});
  const double u = draws.uniform(subject, Month(0), purpose::chain_acceptance, n_stepped);
  auto& now = log_densities[static_cast<size_t>(chain)];
  if (!(log(1 - u) < density - now)) return false;
  positions.col(chain) = next;
  now = density;
  return true;
}

/// Covariance of points [point][parameter], with a little more in all directions.
Eigen::MatrixXd root_of_covariance(const std::vector<double>& points, Eigen::Index width) {
  const auto n = static_cast<Eigen::Index>(points.size()) / width;
  const Eigen::Map<const Eigen::MatrixXd> all(points.data(), width, n);
  const Eigen::MatrixXd centred = all.colwise() - all.rowwise().mean();
  Eigen::MatrixXd covariance = centred * centred.transpose() / static_cast<double>(n);
  covariance.diagonal().array() += least_spread + 1e-6 * covariance.diagonal().mean();
  return covariance.llt().matrixL();
}

void Chains::adapt(const std::vector<double>& points, double accepted) {
  root = root_of_covariance(points, width);
  scale *= exp(2 * (accepted - best_accepted));
}

/// Steps of all chains. points  added to, [step][chain][parameter]. Returns the share accepted.
double walk(Chains& chains, size_t n_steps, std::vector<double>& points,
            std::vector<double>* log_densities = nullptr) {
  double n_accepted = 0;
  const Eigen::Index n_chains = chains.positions.cols();
  for (size_t step = 0; step < n_steps; ++step, ++chains.n_stepped) {
    for (Eigen::Index chain = 0; chain < n_chains; ++chain) n_accepted += chains.step(chain);
    points.insert(points.end(), chains.positions.data(),
                  chains.positions.data() + chains.positions.size());
    if (log_densities)
      log_densities->insert(log_densities->end(), chains.log_densities.begin(),
                            chains.log_densities.end());
  }
  return n_accepted / static_cast<double>(n_steps * static_cast<size_t>(n_chains));
}

Chains begin_chains(const Posterior& posterior, std::span<const double> starts, size_t n_parameters,
                    const ChainOptions& options) {
  const auto width = static_cast<Eigen::Index>(n_parameters);
  const size_t n_starts = starts.size() / n_parameters;
  Chains chains{posterior,
                Draws(options.seed, 0),
                width,
                Eigen::MatrixXd(width, static_cast<Eigen::Index>(options.n_chains)),
                {},
                root_of_covariance({starts.begin(), starts.end()}, width),
                2.38 / std::sqrt(static_cast<double>(n_parameters))};
  for (uint32_t chain = 0; chain < options.n_chains; ++chain) {
    const size_t start = drawn_below(n_starts, chains.draws, chain, purpose::chain_start, 0);
    for (Eigen::Index i = 0; i < width; ++i)
      chains.positions(i, chain) = starts[start * n_parameters + static_cast<size_t>(i)];
    chains.log_densities.push_back(posterior.log_density(chains.at(chain)));
  }
  return chains;
}

/// Adapts the proposals to the later half of what was walked so far.
void warm_up(Chains& chains, size_t n_steps) {
  std::vector<double> points;
  const auto in_a_step = static_cast<size_t>(chains.positions.size());
  for (size_t round = 0; round < n_rounds; ++round) {
    const double accepted = walk(chains, n_steps / n_rounds, points);
    const size_t n_walked = points.size() / in_a_step;
    const auto later = points.begin() + static_cast<long>((n_walked / 2) * in_a_step);
    chains.adapt({later, points.end()}, accepted);
  }
}

/// The halves of each chain as chains of their own. draws  [chain][step][parameter]
std::vector<double> r_hats_of_halves(const std::vector<double>& draws, size_t n_chains,
                                     size_t width) {
  const size_t n_steps = draws.size() / (n_chains * width), n_half = n_steps / 2;
  std::vector<double> found;
  for (size_t parameter = 0; parameter < width; ++parameter) {
    std::vector<double> halves;
    for (size_t chain = 0; chain < n_chains; ++chain)
      for (size_t step = 0; step < 2 * n_half; ++step)
        halves.push_back(draws[(chain * n_steps + step) * width + parameter]);
    found.push_back(r_hat(halves, 2 * n_chains));
  }
  return found;
}

/// [step][chain][number] to [chain][step][number].
std::vector<double> by_chain(const std::vector<double>& by_step, size_t n_chains, size_t width) {
  const size_t n_steps = by_step.size() / (n_chains * width);
  std::vector<double> found;
  for (size_t chain = 0; chain < n_chains; ++chain)
    for (size_t step = 0; step < n_steps; ++step) {
      const auto from = by_step.begin() + static_cast<long>((step * n_chains + chain) * width);
      found.insert(found.end(), from, from + static_cast<long>(width));
    }
  return found;
}

}  // namespace

double Posterior::log_density(std::span<const double> shares) const {
  constexpr double none = -std::numeric_limits<double>::infinity();
  for (const double share : shares)
    if (!(share >= 0 && share <= 1)) return none;
  if (!region_.holds(shares)) return none;
  const Wave& wave = region_.waves().back();
  double sum = 0;
  for (size_t target = 0; target < wave.targets().size(); ++target) {
    const TargetFit fit = wave.at(target, shares);
    sum -= (fit.implausibility * fit.implausibility + log(fit.variances.sum())) / 2;
  }
  return sum;
}

PosteriorSample sample_posterior(const Posterior& posterior, std::span<const double> starts,
                                 size_t n_parameters, const ChainOptions& options) {
  RUMBO_REQUIRE(options.n_chains >= 2 && options.n_kept >= 4 && starts.size() >= 2 * n_parameters);
  Chains chains = begin_chains(posterior, starts, n_parameters, options);
  if (options.n_warm_up >= 10 * n_rounds) warm_up(chains, options.n_warm_up);
  PosteriorSample sample{options.n_chains};
  std::vector<double> log_densities;
  sample.share_accepted = walk(chains, options.n_kept, sample.shares, &log_densities);
  sample.shares = by_chain(sample.shares, options.n_chains, n_parameters);
  sample.log_densities = by_chain(log_densities, options.n_chains, 1);
  sample.r_hats = r_hats_of_halves(sample.shares, options.n_chains, n_parameters);
  return sample;
}

bool is_in_densest_region(const PosteriorSample& sample, double log_density, double share) {
  std::vector<double> densities = sample.log_densities;
  return log_density >= percentile(densities, 1 - share);
}

}  // namespace rumbo
