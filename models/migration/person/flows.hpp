// Sums over the persons of a month that next month's tables need.
//
// May include: base.
#pragma once
#include <cstdint>
#include <vector>

namespace rumbo::migration {

/// Sums over persons (weighted) that next month's tables need.
struct Flows {
  std::vector<int64_t> population;  ///< [place] change of residents
  std::vector<int64_t> workers;     ///< [place, skill, group] change of residents of working age
  std::vector<int64_t> events;      ///< [event] for the audit of persons
  std::vector<int64_t> attempts;    ///< [border] attempts to cross
  std::vector<int64_t> route_attempts;  ///< [route] the same
  std::vector<int64_t> journeys;        ///< [place of birth] irregular, of those who came to the
                                        ///< border
  std::vector<int64_t> stock;           ///< [birthplace, residence], of a census only
  std::vector<int64_t> arrivals;        ///< [place] of persons born elsewhere
  std::vector<int64_t> identified;      ///< [place] victims
  std::vector<int64_t> policy_use;      ///< [lever] of this month, in millionths of its unit
  std::vector<int64_t> visa_chances;    ///< [corridor, kind] of those who ask: that it is for this,
                                        ///< in millionths of a person
};

}  // namespace rumbo::migration
