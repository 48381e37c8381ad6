// What is said of migration in each place this month, and what those at home believe on average.
//
// May include: base, parallel.
#pragma once
#include <cstdint>
#include <vector>

#include "models/migration/information/belief_tables.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// Tables of a month.
struct InformationTables {
  bool is_on = false;  ///< beliefs and not the truth enter the choice
  double weight = 0;   ///< of beliefs, in [0, 1]
  int months = 1;      ///< between two rounds of talk of a community
  TalkRules talk;
  TalkTable talk_table;                   ///< the same for many
  double forgotten = 0;                   ///< share of what was only heard, in a round
  std::vector<BeliefLevels> prior;        ///< [place] where the beliefs of those at home drift to
  std::vector<DriftTable> forgetting;     ///< [place] drifting there in a round
  std::vector<BeliefLevels> mean;         ///< [place] of adults at home, of the last count
  std::vector<double> reached;            ///< [place] by a campaign, in a round
  std::vector<double> credibility;        ///< [place] of the campaign
  bool is_anything_told = false;          ///< in any place, by a campaign or smugglers
  std::vector<BeliefLevels> message;      ///< [place] levels that the campaign tells
  std::vector<double> told_by_smugglers;  ///< [place] in a round
};
RUMBO_ROOM(InformationTables, information_tables)

/// Kept from month to month.
struct Information {
  std::vector<int64_t> levels;    ///< [place, item] sum over adults at home, weighted, last count
  std::vector<int64_t> adults;    ///< [place] weighted, at the same count
  std::vector<int64_t> journeys;  ///< [place of birth] irregular, heard of since the start
};
RUMBO_ROOM(Information, information)

}  // namespace rumbo::migration
