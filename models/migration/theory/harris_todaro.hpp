// Expected wages and where free mobility comes to rest [Harris and Todaro 1970].
//
// Pure functions, wages in any one unit of money per unit of time.
// May include: nothing.
#pragma once

namespace rumbo::migration {

/// What a newcomer expects to earn where a share of the workers has no job.
/// unemployment  in [0, 1]
constexpr double expected_wage(double wage, double unemployment) {
  return (1.0 - unemployment) * wage;
}

/// Unemployment at the destination at which nobody gains by moving, 1 - w_o / w_d; 0 if the
/// origin pays more.
/// wage_origin >= 0, wage_destination > 0
constexpr double equilibrium_unemployment(double wage_origin, double wage_destination) {
  const double rate = 1.0 - wage_origin / wage_destination;
  return rate > 0 ? rate : 0.0;
}

/// Unemployment when `workers` share `jobs` (both >= 0); 0 if there are jobs for all.
constexpr double unemployment_of(double jobs, double workers) {
  return workers > jobs ? 1.0 - jobs / workers : 0.0;
}

}  // namespace rumbo::migration
