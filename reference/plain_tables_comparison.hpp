// Tables of the fast model and of the plain one, compared to the bit; see plain_tables.hpp.
//
// May include: models/migration.
#pragma once
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <type_traits>

#include "models/migration/state.hpp"

namespace rumbo::migration {

/// Keeps the first table of all compared that differs, and the entry in which it does.
class Comparison {
 public:
  const std::string& found() const { return found_; }

  template <class T>
  void compare(const char* name, const T& fast, const T& plain) {
    if (found_.empty() && !is_same(fast, plain)) found_ = name + difference(fast, plain);
  }

 private:
  template <class T>
  static bool is_same(const T& fast, const T& plain) {
    if constexpr (std::is_same_v<T, Grid>)
      return is_same(fast.cells(), plain.cells());
    else if constexpr (std::is_same_v<T, double>)
      return std::bit_cast<uint64_t>(fast) == std::bit_cast<uint64_t>(plain);
    else if constexpr (std::is_same_v<T, float>)
      return std::bit_cast<uint32_t>(fast) == std::bit_cast<uint32_t>(plain);
    else if constexpr (std::is_arithmetic_v<T>)
      return fast == plain;
    else
      return std::equal(fast.begin(), fast.end(), plain.begin(), plain.end(),
                        [](const auto& a, const auto& b) { return is_same(a, b); });
  }

  /// Where two that are not the same first differ.
  template <class T>
  static std::string difference(const T& fast, const T& plain) {
    if constexpr (std::is_same_v<T, Grid>) {
      return difference(fast.cells(), plain.cells());
    } else if constexpr (std::is_arithmetic_v<T>) {
      return fmt::format(" is {}, plainly {}", fast, plain);
    } else {
      for (size_t i = 0; i < std::min(fast.size(), plain.size()); ++i)
        if (!is_same(fast[i], plain[i]))
          return fmt::format("[{}]{}", i, difference(fast[i], plain[i]));
      return fmt::format(" has {} entries, plainly {}", fast.size(), plain.size());
    }
  }

  std::string found_;
};

}  // namespace rumbo::migration
