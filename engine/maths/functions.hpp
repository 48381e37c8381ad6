// Elementary functions that give the same bits on every processor.
//
// The C library picks another code path where it finds FMA, and its last bits
// differ; state-bearing code calls only these (SLEEF's consistent functions,
// error at most 1 ulp). May include: base; the only room with SLEEF.
#pragma once

namespace rumbo {

double exp(double x);
double expm1(double x);
double log(double x);
double log1p(double x);
/// x > 0
double pow(double x, double y);

/// Cumulative distribution of the standard normal, error below 1e-15 relative to 1.
double normal_cdf(double x);
/// Inverse of normal_cdf for 0 < p < 1; +-38 at the ends; error below 1e-12.
/// source  [Wichura 1988], Algorithm AS 241, Applied Statistics 37(3), PPND16
double normal_quantile(double p);

}  // namespace rumbo
