// Who selects into migration [Roy 1951; Borjas 1987].
//
// Log earnings at home are mu_0 + e_0, abroad mu_1 + e_1, with e jointly normal of
// standard deviations sigma_0, sigma_1 and correlation rho; a person moves if abroad
// less the cost is better. Pure functions. May include: maths.
#pragma once
#include <cmath>

#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// Earnings at home and abroad, in log units.
struct RoyModel {
  double sigma_home = 0.8;    ///< spread at home, > 0
  double sigma_abroad = 0.6;  ///< spread abroad, > 0
  double correlation = 0.9;   ///< of the two, in (-1, 1)
  double mean_gain = 0.7;     ///< mean abroad - mean at home
  double cost = 0.5;          ///< cost of moving as a share of earnings (log units)
};

/// Whether somebody with these deviations from the two means moves.
constexpr bool moves(const RoyModel& model, double deviation_home, double deviation_abroad) {
  return model.mean_gain + deviation_abroad - deviation_home > model.cost;
}

/// Standard deviation of the gain from moving.
inline double gain_spread(const RoyModel& model) {
  const double variance = model.sigma_home * model.sigma_home +
                          model.sigma_abroad * model.sigma_abroad -
                          2 * model.correlation * model.sigma_home * model.sigma_abroad;
  return std::sqrt(variance);
}

/// Share of the population that moves.
inline double moving_share(const RoyModel& model) {
  return rumbo::normal_cdf((model.mean_gain - model.cost) / gain_spread(model));
}

/// Mean deviation of the movers' home earnings; negative = they are from below the mean.
inline double selection_at_home(const RoyModel& model) {
  constexpr double inverse_root_two_pi = 0.39894228040143267794;
  const double spread = gain_spread(model);
  const double z = (model.cost - model.mean_gain) / spread;
  const double covariance = model.correlation * model.sigma_home * model.sigma_abroad -
                            model.sigma_home * model.sigma_home;
  const double density = inverse_root_two_pi * rumbo::exp(-0.5 * z * z);
  return covariance / spread * density / moving_share(model);
}

}  // namespace rumbo::migration
