// Rows of tables of a month as numbers, to compare them. A field that is added to a row does not
// compile until it is compared too.
//
// May include: models/migration.
#pragma once
#include <array>
#include <vector>

#include "models/migration/state.hpp"

namespace rumbo::migration {

inline std::array<double, 5> numbers_of(const LegChances& row) {
  const auto& [violence, extortion, death, forced_return, stranding] = row;
  return {violence, extortion, death, forced_return, stranding};
}

inline std::array<double, 4> numbers_of(const CrossingRules& row) {
  const auto& [apprehension, death, retry, most_attempts] = row;
  return {apprehension, death, retry, double(most_attempts)};
}

inline std::array<double, 11> numbers_of(const JourneyExpectation& row) {
  const auto& [entry, death, give_up, forced_return, stranding, reach, attempts, apprehensions,
               extortion_usd, route_cost_usd, days] = row;
  return {entry,    death,         give_up,       forced_return,  stranding, reach,
          attempts, apprehensions, extortion_usd, route_cost_usd, days};
}

inline std::array<double, 4> numbers_of(const VictimExits& row) {
  const auto& [rescue, escape, debt_end, death] = row;
  return {rescue, escape, debt_end, death};
}

inline std::array<std::array<double, 4>, 2> numbers_of(const std::array<VictimExits, 2>& row) {
  return {numbers_of(row[0]), numbers_of(row[1])};
}

inline std::array<double, 4> numbers_of(const CellTerms& row) {
  const auto& [before_recruitment_usd, recruitment_usd, seized_usd, seized_by_policy_usd] = row;
  return {before_recruitment_usd, recruitment_usd, seized_usd, seized_by_policy_usd};
}

/// Rows of numbers in place of a table's.
template <class Row>
auto rows(const std::vector<Row>& table) {
  std::vector<decltype(numbers_of(table[0]))> all;
  for (const Row& row : table) all.push_back(numbers_of(row));
  return all;
}

}  // namespace rumbo::migration
