// Rows of those in a case for removal, and of those who worked a season abroad lately.
//
// May include: base.
#pragma once
#include <cstdint>

#include "models/migration/person/person.hpp"
#include "models/migration/person/side_table.hpp"

namespace rumbo::migration {

/// Side table of those whose removal is being decided.
struct RemovalCase {
  uint16_t local = 0;
  uint16_t since = 0;                 ///< month
  Status before = Status::irregular;  ///< status when found
  bool is_detained = false;           ///< else waits outside
};

/// Side table of those at home who came back from a season: employers may ask for them again.
struct SeasonWorked {
  uint16_t local = 0;
  uint16_t corridor = 0;
  uint16_t ended = 0;  ///< month
};

}  // namespace rumbo::migration
