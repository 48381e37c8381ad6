// See vectors.hpp. Vectors of AArch64; on any other processor one number at a time.
#include "engine/maths/vectors.hpp"

#if !defined(__x86_64__)
#include <sleef.h>

#include "engine/maths/functions.hpp"
#if defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace rumbo {
namespace {

#if defined(__aarch64__)
void exp_vector(double* x) {
  vst1q_f64(x, Sleef_cinz_expd2_u10advsimdnofma(vld1q_f64(x)));
}
void log_vector(double* x) {
  vst1q_f64(x, Sleef_cinz_logd2_u10advsimdnofma(vld1q_f64(x)));
}
constexpr size_t lanes_here = 2;
#else
void exp_vector(double* x) {
  *x = exp(*x);
}
void log_vector(double* x) {
  *x = log(*x);
}
constexpr size_t lanes_here = 1;
#endif

}  // namespace

const VectorFunctions& widest_functions() {
  static const VectorFunctions widest{exp_vector, log_vector, lanes_here};
  return widest;
}

}  // namespace rumbo
#endif
