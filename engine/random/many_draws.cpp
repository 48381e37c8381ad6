// See many_draws.hpp. Each 64-bit lane carries one person's 32-bit word in its low
// half; garbage in the high halves is harmless, because products and stores read low halves.
#include "engine/random/many_draws.hpp"

// GCC 12 takes the undefined operands inside its own AVX-512 header for ours (GCC bug 105593).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#include <immintrin.h>

#include <atomic>
#include <cstddef>
#include <cstring>
#include <string>

#include "engine/base/error.hpp"

namespace rumbo {
namespace {

// Philox4x32 multipliers and key increments: [Salmon and others 2011], table 2.
constexpr uint32_t multiplier_0 = 0xD2511F53;
constexpr uint32_t multiplier_1 = 0xCD9E8D57;
constexpr uint32_t weyl_0 = 0x9E3779B9;
constexpr uint32_t weyl_1 = 0xBB67AE85;
constexpr int n_rounds = 10;

struct Key {
  uint32_t seed, replicate, month, purpose;
};

constexpr size_t block_bytes = 16;
static_assert(sizeof(DrawBlock) == block_bytes && sizeof(ScreeningPrefixes) == block_bytes);

/// Writes the blocks of so many subjects, rounded up to whole vectors.
using Kernel = void (*)(Key, const uint32_t*, size_t, std::byte*);

void kernel_sse2(Key key, const uint32_t* subjects, size_t count, std::byte* out) {
  const __m128i m0 = _mm_set1_epi64x(multiplier_0);
  const __m128i m1 = _mm_set1_epi64x(multiplier_1);
  const __m128i low_half = _mm_set1_epi64x(0xffffffff);
  for (size_t i = 0; i < count; i += 2) {
    __m128i c0 = _mm_set_epi64x(subjects[i + 1], subjects[i]);
    __m128i c1 = _mm_set1_epi64x(key.month);
    __m128i c2 = _mm_set1_epi64x(key.purpose);
    __m128i c3 = _mm_setzero_si128();
    uint32_t k0 = key.seed, k1 = key.replicate;
    for (int round = 0; round < n_rounds; ++round, k0 += weyl_0, k1 += weyl_1) {
      const __m128i p0 = _mm_mul_epu32(c0, m0);
      const __m128i p1 = _mm_mul_epu32(c2, m1);
      c0 = _mm_xor_si128(_mm_xor_si128(_mm_srli_epi64(p1, 32), c1), _mm_set1_epi64x(k0));
      c2 = _mm_xor_si128(_mm_xor_si128(_mm_srli_epi64(p0, 32), c3), _mm_set1_epi64x(k1));
      c1 = p1;
      c3 = p0;
    }
    const __m128i low = _mm_or_si128(_mm_and_si128(c0, low_half), _mm_slli_epi64(c1, 32));
    const __m128i high = _mm_or_si128(_mm_and_si128(c2, low_half), _mm_slli_epi64(c3, 32));
    auto* to = reinterpret_cast<__m128i*>(out + i * block_bytes);
    _mm_store_si128(to, _mm_unpacklo_epi64(low, high));
    _mm_store_si128(to + 1, _mm_unpackhi_epi64(low, high));
  }
}

__attribute__((target("avx2"))) void kernel_avx2(Key key, const uint32_t* subjects, size_t count,
                                                 std::byte* out) {
  const __m256i m0 = _mm256_set1_epi64x(multiplier_0);
  const __m256i m1 = _mm256_set1_epi64x(multiplier_1);
  const __m256i low_half = _mm256_set1_epi64x(0xffffffff);
  for (size_t i = 0; i < count; i += 4) {
    __m256i c0 =
        _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(subjects + i)));
    __m256i c1 = _mm256_set1_epi64x(key.month);
    __m256i c2 = _mm256_set1_epi64x(key.purpose);
    __m256i c3 = _mm256_setzero_si256();
    uint32_t k0 = key.seed, k1 = key.replicate;
    for (int round = 0; round < n_rounds; ++round, k0 += weyl_0, k1 += weyl_1) {
      const __m256i p0 = _mm256_mul_epu32(c0, m0);
      const __m256i p1 = _mm256_mul_epu32(c2, m1);
      c0 =
          _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(p1, 32), c1), _mm256_set1_epi64x(k0));
      c2 =
          _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(p0, 32), c3), _mm256_set1_epi64x(k1));
      c1 = p1;
      c3 = p0;
    }
    const __m256i low = _mm256_or_si256(_mm256_and_si256(c0, low_half), _mm256_slli_epi64(c1, 32));
    const __m256i high = _mm256_or_si256(_mm256_and_si256(c2, low_half), _mm256_slli_epi64(c3, 32));
    const __m256i even = _mm256_unpacklo_epi64(low, high);
    const __m256i odd = _mm256_unpackhi_epi64(low, high);
    auto* to = reinterpret_cast<__m256i*>(out + i * block_bytes);
    _mm256_storeu_si256(to, _mm256_permute2x128_si256(even, odd, 0x20));
    _mm256_storeu_si256(to + 1, _mm256_permute2x128_si256(even, odd, 0x31));
  }
}

__attribute__((target("avx512f"))) void kernel_avx512(Key key, const uint32_t* subjects,
                                                      size_t count, std::byte* out) {
  const __m512i m0 = _mm512_set1_epi64(multiplier_0);
  const __m512i m1 = _mm512_set1_epi64(multiplier_1);
  const __m512i low_half = _mm512_set1_epi64(0xffffffff);
  // Two vectors at a time hide the latency of the products.
  for (size_t i = 0; i < count; i += 16) {
    __m512i c0[2], c1[2], c2[2], c3[2];
    for (int v = 0; v < 2; ++v) {
      c0[v] = _mm512_cvtepu32_epi64(
          _mm256_loadu_si256(reinterpret_cast<const __m256i*>(subjects + i + 8 * v)));
      c1[v] = _mm512_set1_epi64(key.month);
      c2[v] = _mm512_set1_epi64(key.purpose);
      c3[v] = _mm512_setzero_si512();
    }
    uint32_t k0 = key.seed, k1 = key.replicate;
    for (int round = 0; round < n_rounds; ++round, k0 += weyl_0, k1 += weyl_1) {
      for (int v = 0; v < 2; ++v) {
        const __m512i p0 = _mm512_mul_epu32(c0[v], m0);
        const __m512i p1 = _mm512_mul_epu32(c2[v], m1);
        c0[v] = _mm512_ternarylogic_epi64(_mm512_srli_epi64(p1, 32), c1[v], _mm512_set1_epi64(k0),
                                          0x96);
        c2[v] = _mm512_ternarylogic_epi64(_mm512_srli_epi64(p0, 32), c3[v], _mm512_set1_epi64(k1),
                                          0x96);
        c1[v] = p1;
        c3[v] = p0;
      }
    }
    const __m512i first_four = _mm512_set_epi64(11, 10, 3, 2, 9, 8, 1, 0);
    const __m512i last_four = _mm512_set_epi64(15, 14, 7, 6, 13, 12, 5, 4);
    for (int v = 0; v < 2; ++v) {
      const __m512i low =
          _mm512_or_si512(_mm512_and_si512(c0[v], low_half), _mm512_slli_epi64(c1[v], 32));
      const __m512i high =
          _mm512_or_si512(_mm512_and_si512(c2[v], low_half), _mm512_slli_epi64(c3[v], 32));
      const __m512i even = _mm512_unpacklo_epi64(low, high);
      const __m512i odd = _mm512_unpackhi_epi64(low, high);
      std::byte* to = out + (i + 8 * static_cast<size_t>(v)) * block_bytes;
      _mm512_storeu_si512(to, _mm512_permutex2var_epi64(even, first_four, odd));
      _mm512_storeu_si512(to + 4 * block_bytes, _mm512_permutex2var_epi64(even, last_four, odd));
    }
  }
}

struct InstructionSet {
  std::string_view name;
  Kernel kernel;
};

std::vector<InstructionSet> available() {
  std::vector<InstructionSet> found{{"sse2", kernel_sse2}};
  if (__builtin_cpu_supports("avx2")) found.push_back({"avx2", kernel_avx2});
  if (__builtin_cpu_supports("avx512f")) found.push_back({"avx512", kernel_avx512});
  return found;
}

const std::vector<InstructionSet>& all_sets() {
  static const std::vector<InstructionSet> sets = available();
  return sets;
}

std::atomic<const InstructionSet*>& chosen() {
  static std::atomic<const InstructionSet*> set{&all_sets().back()};
  return set;
}

void fill(const Draws& draws, const uint32_t* subjects, size_t count, Month month, Purpose purpose,
          void* blocks) {
  const Key key{draws.seed(), draws.replicate(), static_cast<uint32_t>(month.count()),
                purpose.number};
  const InstructionSet* set = chosen().load(std::memory_order_relaxed);
  set->kernel(key, subjects, count, static_cast<std::byte*>(blocks));
}

}  // namespace

void draw_blocks(const Draws& draws, const uint32_t* subjects, size_t count, Month month,
                 Purpose purpose, DrawBlock* blocks) {
  fill(draws, subjects, count, month, purpose, blocks);
}

void screening_prefixes(const Draws& draws, const uint32_t* subjects, size_t count, Month month,
                        ScreeningPrefixes* prefixes) {
  fill(draws, subjects, count, month, purpose::screening, prefixes);
}

ScreeningPrefixes screening_prefixes(const Draws& draws, uint32_t subject, Month month) {
  const auto words = draws.block(subject, month, purpose::screening);
  ScreeningPrefixes prefixes;
  std::memcpy(&prefixes, words.data(), sizeof prefixes);
  return prefixes;
}

double screened_uniform(const Draws& draws, uint32_t subject, Month month, int screened_purpose,
                        uint16_t prefix) {
  const uint32_t low =
      draws.bits(subject, month, purpose::screening_low, static_cast<uint32_t>(screened_purpose));
  return static_cast<double>(uint64_t{prefix} << 32 | low) * 0x1p-48;
}

std::vector<std::string_view> screening_instruction_sets() {
  std::vector<std::string_view> names;
  for (const auto& set : all_sets()) names.push_back(set.name);
  return names;
}

std::string_view screening_instruction_set() {
  return chosen().load()->name;
}

void use_screening_instruction_set(std::string_view name) {
  for (const auto& set : all_sets()) {
    if (set.name != name) continue;
    chosen().store(&set);
    return;
  }
  throw InputError("this processor has no instruction set '" + std::string(name) + "'");
}

}  // namespace rumbo
