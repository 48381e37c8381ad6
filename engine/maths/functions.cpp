// See functions.hpp.
#include "engine/maths/functions.hpp"

#if defined(__x86_64__)
#include <emmintrin.h>
#endif
#include <sleef.h>

#include <cmath>

namespace rumbo {

#if defined(__x86_64__)
// Of these the functions of two numbers are quicker than those of one, and give the same bits.
double exp(double x) {
  return _mm_cvtsd_f64(Sleef_cinz_expd2_u10sse2(_mm_set1_pd(x)));
}
double expm1(double x) {
  return _mm_cvtsd_f64(Sleef_cinz_expm1d2_u10sse2(_mm_set1_pd(x)));
}
double pow(double x, double y) {
  return _mm_cvtsd_f64(Sleef_cinz_powd2_u10sse2(_mm_set1_pd(x), _mm_set1_pd(y)));
}
#else
double exp(double x) {
  return Sleef_cinz_expd1_u10purec(x);
}
double expm1(double x) {
  return Sleef_cinz_expm1d1_u10purec(x);
}
double pow(double x, double y) {
  return Sleef_cinz_powd1_u10purec(x, y);
}
#endif
double log(double x) {
  return Sleef_cinz_logd1_u10purec(x);
}
double log1p(double x) {
  return Sleef_cinz_log1pd1_u10purec(x);
}

double normal_cdf(double x) {
  return 0.5 * Sleef_cinz_erfcd1_u15purec(-x * 0.70710678118654752440);
}

namespace {

/// Ratio of two polynomials of degree 7, coefficients from the constant up.
double ratio(const double (&a)[8], const double (&b)[8], double r) {
  double top = a[7];
  double bottom = b[7];
  for (int i = 6; i >= 0; --i) {
    top = top * r + a[i];
    bottom = bottom * r + b[i];
  }
  return top / bottom;
}

}  // namespace

double normal_quantile(double p) {
  static constexpr double a[8] = {3.3871328727963666080e0, 1.3314166789178437745e2,
                                  1.9715909503065514427e3, 1.3731693765509461125e4,
                                  4.5921953931549871457e4, 6.7265770927008700853e4,
                                  3.3430575583588128105e4, 2.5090809287301226727e3};
  static constexpr double b[8] = {1.0,
                                  4.2313330701600911252e1,
                                  6.8718700749205790830e2,
                                  5.3941960214247511077e3,
                                  2.1213794301586595867e4,
                                  3.9307895800092710610e4,
                                  2.8729085735721942674e4,
                                  5.2264952788528545610e3};
  static constexpr double c[8] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                  5.76949722146069140550e0,  3.64784832476320460504e0,
                                  1.27045825245236838258e0,  2.41780725177450611770e-1,
                                  2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static constexpr double d[8] = {1.0,
                                  2.05319162663775882187e0,
                                  1.67638483018380384940e0,
                                  6.89767334985100004550e-1,
                                  1.48103976427480074590e-1,
                                  1.51986665636164571966e-2,
                                  5.47593808499534494600e-4,
                                  1.05075007164441684324e-9};
  static constexpr double e[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,
                                  1.78482653991729133580e0,  2.96560571828504891230e-1,
                                  2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                  2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static constexpr double f[8] = {1.0,
                                  5.99832206555887937690e-1,
                                  1.36929880922735805310e-1,
                                  1.48753612908506148525e-2,
                                  7.86869131145613259100e-4,
                                  1.84631831751005468180e-5,
                                  1.42151175831644588870e-7,
                                  2.04426310338993978564e-15};
  if (p <= 0) return -38;
  if (p >= 1) return 38;
  const double q = p - 0.5;
  if (std::fabs(q) <= 0.425) return q * ratio(a, b, 0.180625 - q * q);
  const double r = std::sqrt(-log(q < 0 ? p : 1 - p));
  const double tail = r <= 5 ? ratio(c, d, r - 1.6) : ratio(e, f, r - 5);
  return q < 0 ? -tail : tail;
}

}  // namespace rumbo
