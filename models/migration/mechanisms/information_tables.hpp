// What is said of migration in each place this month, and what those at home believe on average.
//
// May include: base, parallel.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/migration/theory/beliefs.hpp"

namespace rumbo::migration {

/// Levels by item.
using BeliefLevels = std::array<double, n_belief_items>;

/// Tables of a month.
struct InformationTables {
  bool is_on = false;  ///< beliefs and not the truth enter the choice
  double weight = 0;   ///< of beliefs, in [0, 1]
  int months = 1;      ///< between two rounds of talk of a community
  TalkRules talk;
  double forgotten = 0;                   ///< share of what was only heard, in a round
  std::vector<BeliefLevels> prior;        ///< [place] where the beliefs of those at home drift to
  std::vector<BeliefLevels> mean;         ///< [place] of adults at home, of the last count
  std::vector<double> reached;            ///< [place] by a campaign, in a round
  std::vector<double> credibility;        ///< [place] of the campaign
  std::vector<BeliefLevels> message;      ///< [place] levels that the campaign tells
  std::vector<double> told_by_smugglers;  ///< [place] in a round
};

/// Kept from month to month.
struct Information {
  std::vector<int64_t> levels;    ///< [place, item] sum over adults at home, weighted, last count
  std::vector<int64_t> adults;    ///< [place] weighted, at the same count
  std::vector<int64_t> journeys;  ///< [place of birth] without leave, heard of since the start
};

}  // namespace rumbo::migration
