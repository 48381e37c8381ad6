// See arrays.hpp.
#include "engine/maths/arrays.hpp"

#include <immintrin.h>
#include <sleef.h>

#include <algorithm>

// The header declares these only where the whole file may use AVX or AVX-512.
extern "C" {
__attribute__((target("avx"))) __m256d Sleef_cinz_expd4_u10avx(__m256d);
__attribute__((target("avx"))) __m256d Sleef_cinz_logd4_u10avx(__m256d);
__attribute__((target("avx512f"))) __m512d Sleef_cinz_expd8_u10avx512fnofma(__m512d);
__attribute__((target("avx512f"))) __m512d Sleef_cinz_logd8_u10avx512fnofma(__m512d);
}

namespace rumbo {
namespace {

constexpr size_t most_lanes = 8;

/// A function of as many numbers as fit a vector of the processor, in place.
struct Vector {
  void (*exp)(double*);
  void (*log)(double*);
  size_t lanes;
};

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

const Vector& widest() {
  static const Vector vector = __builtin_cpu_supports("avx512f") ? Vector{exp_avx512, log_avx512, 8}
                               : __builtin_cpu_supports("avx")   ? Vector{exp_avx, log_avx, 4}
                                                                 : Vector{exp_sse2, log_sse2, 2};
  return vector;
}

/// Whole vectors where they lie, what is left over in a vector of its own.
void each(std::span<double> x, void (*function)(double*), size_t lanes) {
  size_t i = 0;
  for (; i + lanes <= x.size(); i += lanes) function(&x[i]);
  double rest[most_lanes] = {1, 1, 1, 1, 1, 1, 1, 1};
  std::copy_n(x.data() + i, x.size() - i, rest);
  function(rest);
  std::copy_n(rest, x.size() - i, x.data() + i);
}

}  // namespace

void exp_each(std::span<double> x) {
  each(x, widest().exp, widest().lanes);
}
void log_each(std::span<double> x) {
  each(x, widest().log, widest().lanes);
}

}  // namespace rumbo
