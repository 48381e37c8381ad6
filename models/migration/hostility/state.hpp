// Opinion of residents about migrants, as it stands.
//
// May include: base.
#pragma once
#include <cstdint>
#include <vector>

#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// What residents of each place feel about migrants, and the arrivals it comes from.
struct Hostility {
  std::vector<double> level;         ///< [place] in [0, 1]
  std::vector<double> recent, past;  ///< [place] arrivals a resident and year: lately, and usual
  std::vector<double> reported;      ///< [place] identified victims a resident and year, lately
  std::vector<int64_t> arrivals;     ///< [place] of last month
  std::vector<int64_t> identified;   ///< [place] victims of last month
  int32_t months = 0;                ///< since the start
};
RUMBO_ROOM(Hostility, hostility)

}  // namespace rumbo::migration
