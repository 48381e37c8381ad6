// Draws of many subjects at a time: whole blocks, and the eight 16-bit prefixes of screening.
//
// The vectorised passes (AVX-512, AVX2, SSE2) and the plain one of other processors give the very
// words of Draws::block, chosen at run time by what the processor has. May include: base, maths.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/random/draws.hpp"

namespace rumbo {

inline constexpr int n_screened_purposes = 8;

/// The eight prefixes of one person in one month, in the order of the screened purposes.
struct alignas(16) ScreeningPrefixes {
  uint16_t prefix[n_screened_purposes];
};

/// The vectorised passes work on this many subjects at a time: arrays are as long as a multiple.
inline constexpr size_t screening_stride = 16;

/// The 128 bits of Draws::block.
struct alignas(16) DrawBlock {
  uint32_t word[4];
};

/// Blocks of any subjects in a month, index 0.
/// subjects  [count rounded up to screening_stride], readable; those beyond count do not matter
/// blocks  [count rounded up to screening_stride], written
void draw_blocks(const Draws& draws, const uint32_t* subjects, size_t count, Month month,
                 Purpose purpose, DrawBlock* blocks);

/// Prefixes of any subjects in a month: the blocks of screening, two to a word.
/// subjects  [count rounded up to screening_stride], readable; those beyond count do not matter
/// prefixes  [count rounded up to screening_stride], written
void screening_prefixes(const Draws& draws, const uint32_t* subjects, size_t count, Month month,
                        ScreeningPrefixes* prefixes);

/// Prefixes of one subject, by Draws::block.
ScreeningPrefixes screening_prefixes(const Draws& draws, uint32_t subject, Month month);

/// The uniform behind a prefix: 16 high bits from it, 32 low bits drawn here. In [0, 1).
double screened_uniform(const Draws& draws, uint32_t subject, Month month, int screened_purpose,
                        uint16_t prefix);

/// Instruction sets that this processor can run: "plain", which every processor has; on x86-64
/// "sse2", then "avx2" and "avx512" (F and BW) if present.
std::vector<std::string_view> screening_instruction_sets();
/// The one in use: the widest unless another was asked for.
std::string_view screening_instruction_set();
/// Uses the named set from now on (tests and measurements); throws InputError if the processor
/// lacks it.
void use_screening_instruction_set(std::string_view name);

}  // namespace rumbo
