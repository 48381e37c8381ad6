// Women and men, told apart everywhere that the sources tell them apart. May include: nothing.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace rumbo::migration {

enum class Sex : uint8_t { male, female };
constexpr size_t n_sexes = 2;

}  // namespace rumbo::migration
