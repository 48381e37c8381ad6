// See arrays.hpp.
#include "engine/maths/arrays.hpp"

#include <immintrin.h>
#include <sleef.h>

#include <algorithm>
#include <cstring>

// The header declares these only where the whole file may use AVX.
extern "C" {
__m256d Sleef_cinz_expd4_u10avx(__m256d);
__m256d Sleef_cinz_logd4_u10avx(__m256d);
}

namespace rumbo {
namespace {

enum class Function { exponential, logarithm };

template <Function function>
void each_sse2(std::span<double> x) {
  constexpr size_t lanes = 2;
  for (size_t i = 0; i < x.size(); i += lanes) {
    const size_t n = std::min(lanes, x.size() - i) * sizeof(double);
    __m128d v = _mm_set1_pd(1);
    std::memcpy(&v, &x[i], n);
    v = function == Function::exponential ? Sleef_cinz_expd2_u10sse2(v)
                                          : Sleef_cinz_logd2_u10sse2(v);
    std::memcpy(&x[i], &v, n);
  }
}

template <Function function>
__attribute__((target("avx"))) void each_avx(std::span<double> x) {
  constexpr size_t lanes = 4;
  for (size_t i = 0; i < x.size(); i += lanes) {
    const size_t n = std::min(lanes, x.size() - i) * sizeof(double);
    __m256d v = _mm256_set1_pd(1);
    std::memcpy(&v, &x[i], n);
    v = function == Function::exponential ? Sleef_cinz_expd4_u10avx(v) : Sleef_cinz_logd4_u10avx(v);
    std::memcpy(&x[i], &v, n);
  }
}

bool has_avx() {
  static const bool found = __builtin_cpu_supports("avx");
  return found;
}

}  // namespace

void exp_each(std::span<double> x) {
  has_avx() ? each_avx<Function::exponential>(x) : each_sse2<Function::exponential>(x);
}
void log_each(std::span<double> x) {
  has_avx() ? each_avx<Function::logarithm>(x) : each_sse2<Function::logarithm>(x);
}

}  // namespace rumbo
