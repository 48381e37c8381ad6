// See many_draws.hpp.
#include "engine/random/many_draws.hpp"

#include <atomic>
#include <cstddef>
#include <cstring>
#include <string>

#include "engine/base/error.hpp"
#include "engine/random/philox_kernels.hpp"

namespace rumbo {
namespace {

static_assert(sizeof(DrawBlock) == 16 && sizeof(ScreeningPrefixes) == 16);

struct InstructionSet {
  std::string_view name;
  PhiloxKernel kernel;
};

std::vector<InstructionSet> available() {
  std::vector<InstructionSet> found{{"plain", philox_plain}};
#if defined(__x86_64__)
  found.push_back({"sse2", philox_sse2});
  if (__builtin_cpu_supports("avx2")) found.push_back({"avx2", philox_avx2});
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw"))
    found.push_back({"avx512", philox_avx512});
#endif
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
  const PhiloxRounds rounds(
      {draws.seed(), draws.replicate(), static_cast<uint32_t>(month.count()), purpose.number});
  const InstructionSet* set = chosen().load(std::memory_order_relaxed);
  set->kernel(rounds, subjects, count, static_cast<std::byte*>(blocks));
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
