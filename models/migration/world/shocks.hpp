// What strikes places and what they do for those who ask for protection, as the tables have it.
//
// May include: base.
#pragma once
#include <cstdint>

#include "engine/base/named_enum.hpp"

namespace rumbo::migration {

/// Kinds of shock of shocks.csv. Severities compare within a kind only.
enum class ShockKind : uint8_t { disaster, political, economic, violence };
inline constexpr int n_shock_kinds = n_of<ShockKind>;
inline constexpr auto shock_kind_names = names_of<ShockKind>();

/// Something that strikes a place (shocks.csv).
struct Shock {
  uint8_t place = 0;
  ShockKind kind = ShockKind::disaster;
  int first = 0;                ///< Month count, the first at full force
  int last = 0;                 ///< Month count, the last at full force
  double severity = 0;          ///< share of the worst of its kind
  double displaced_share = 0;   ///< of residents, driven from home over the whole of it
  double half_life_months = 0;  ///< in which it fades after the last month
};

}  // namespace rumbo::migration
