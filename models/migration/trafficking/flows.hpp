// Sums over persons of one month that the market of trafficking needs.
//
// Other rooms may include it. May include: nothing.
#pragma once
#include <cstdint>
#include <vector>

namespace rumbo::migration {

/// Sums over persons of one month that the market needs.
struct CaptivityFlows {
  std::vector<int64_t> leavers;      ///< [place] persons who left it
  std::vector<int64_t> freed;        ///< [place] victims who came free alive
  std::vector<int64_t> convictions;  ///< [cell] expected convictions, in conviction_unit
  std::vector<int64_t> cases;  ///< [1] expected cases that policies brought, in conviction_unit
};
/// Fixed-point unit of expected convictions: 1e-9.
inline constexpr int64_t conviction_unit = 1000000000;

}  // namespace rumbo::migration
