// Labour markets of the plain model; see plain_tables.hpp.
//
// Labour of a place is a CES over three skills, each a CES of natives and immigrants; capital
// closes half of its gap in some years. May include: models/migration.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/migration/state.hpp"

namespace rumbo::migration {

/// One place: what its start taught of it, and its capital.
struct PlainMarket {
  using BySkillGroup = std::array<std::array<double, 2>, n_skills>;  ///< natives, immigrants
  double wage_level = 0;     ///< USD a year for a unit of composite labour at the start
  double capital_share = 0;  ///< of output
  double capital = 0;        ///< in units of composite labour at the start
  std::array<double, n_skills> skill_weight{}, native_weight{};
  std::array<double, n_skills> least_natives{};  ///< workers counted at least
  std::array<double, n_skills> at_start{};       ///< workers of a skill
};

/// Markets of all places that pay the wages of the tables to the workers of state.labour.
/// state  of the first month of its run
std::vector<PlainMarket> plain_markets(const State& state);

/// Sets wages, jobs and earnings of state.labour, and moves capital on by a month.
void plain_labour(State& state, std::vector<PlainMarket>& markets, Month month);

/// Fines expected of employers in a month by place, cents.
std::vector<int64_t> plain_fines(const State& state);

}  // namespace rumbo::migration
