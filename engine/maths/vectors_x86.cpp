// See vectors.hpp. Vectors of x86-64: SSE2, AVX, AVX-512.
#include "engine/maths/vectors.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#include <sleef.h>

// The header declares these only where the whole file may use AVX or AVX-512.
extern "C" {
__attribute__((target("avx"))) __m256d Sleef_cinz_expd4_u10avx(__m256d);
__attribute__((target("avx"))) __m256d Sleef_cinz_logd4_u10avx(__m256d);
__attribute__((target("avx512f"))) __m512d Sleef_cinz_expd8_u10avx512fnofma(__m512d);
__attribute__((target("avx512f"))) __m512d Sleef_cinz_logd8_u10avx512fnofma(__m512d);
}

namespace rumbo {
namespace {

void exp_sse2(double* x) {
  _mm_storeu_pd(x, Sleef_cinz_expd2_u10sse2(_mm_loadu_pd(x)));
}
void log_sse2(double* x) {
  _mm_storeu_pd(x, Sleef_cinz_logd2_u10sse2(_mm_loadu_pd(x)));
}

__attribute__((target("avx"))) void exp_avx(double* x) {
  _mm256_storeu_pd(x, Sleef_cinz_expd4_u10avx(_mm256_loadu_pd(x)));
}
__attribute__((target("avx"))) void log_avx(double* x) {
  _mm256_storeu_pd(x, Sleef_cinz_logd4_u10avx(_mm256_loadu_pd(x)));
}

__attribute__((target("avx512f"))) void exp_avx512(double* x) {
  _mm512_storeu_pd(x, Sleef_cinz_expd8_u10avx512fnofma(_mm512_loadu_pd(x)));
}
__attribute__((target("avx512f"))) void log_avx512(double* x) {
  _mm512_storeu_pd(x, Sleef_cinz_logd8_u10avx512fnofma(_mm512_loadu_pd(x)));
}

}  // namespace

const VectorFunctions& widest_functions() {
  static const VectorFunctions widest =
      __builtin_cpu_supports("avx512f") ? VectorFunctions{exp_avx512, log_avx512, 8}
      : __builtin_cpu_supports("avx")   ? VectorFunctions{exp_avx, log_avx, 4}
                                        : VectorFunctions{exp_sse2, log_sse2, 2};
  return widest;
}

}  // namespace rumbo
#endif
