// A Gaussian process with an unknown mean, given results at some points.
//
// The covariance is variance * C, C being correlations with the nugget added on the diagonal; the
// mean is a combination of the columns of H with coefficients of which nothing is known before.
// May include: base, maths, designs.
#pragma once
#include <Eigen/Dense>

namespace rumbo {

/// What follows from results; matrices have a row a run.
struct Conditioned {
  Eigen::LLT<Eigen::MatrixXd> root;          ///< of C
  Eigen::LLT<Eigen::MatrixXd> root_of_mean;  ///< of H' inverse(C) H
  Eigen::MatrixXd whitened_mean;             ///< inverse(L) H with C = L L'
  Eigen::VectorXd coefficients;              ///< of the mean, by generalized least squares
  Eigen::VectorXd weights;                   ///< inverse(C) (y - H coefficients)
  double variance = 0;                       ///< of the process, estimated with runs - columns of H
  /// Logarithm of the restricted likelihood, the variance set to its estimate; without the
  /// constants that depend on the numbers of runs and columns alone. -infinity if C is singular.
  /// source  [Patterson and Thompson 1971]; [Rasmussen and Williams 2006], equation 2.45
  double log_likelihood = 0;
};

/// correlations  C [run][run], the lower half read
/// mean          H [run][column], fewer columns than rows, of full rank
/// results       y [run]
Conditioned condition(const Eigen::MatrixXd& correlations, const Eigen::MatrixXd& mean,
                      const Eigen::VectorXd& results);

/// P = inverse(C) - inverse(C) H inverse(H' inverse(C) H) H' inverse(C): the inverse of C where
/// the mean must be estimated. [run][run]
Eigen::MatrixXd inverse_beside_mean(const Conditioned& given);

}  // namespace rumbo
