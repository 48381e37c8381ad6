// What is saved and sent this month, and what savers at home have put aside since the start.
//
// May include: base, person.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/base/money.hpp"
#include "engine/base/month.hpp"
#include "models/migration/labour/skills.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

inline constexpr int n_stay_years = 61;  ///< years of stay told apart, the last for all longer

struct Money {
  std::vector<float> remitted;         ///< [sender, receiver, years of stay] share of earnings sent
  std::vector<float> remittance_cost;  ///< [sender, receiver] share of the amount
  std::vector<float> remittance_gain;  ///< [sender, receiver] what policies took off that share
  float saved_abroad = 0, consumed = 0;
  Month set_in;                            ///< when the two above were last set
  std::vector<int64_t> cumulative_saving;  ///< [month since start][place, skill, earnings] cents
};
RUMBO_ROOM(Money, money)

/// Cents that one person can own, or owe their household: 20 million dollars.
inline constexpr int64_t most_wealth = 2000000000;

/// Number of a (place, skill, earnings class) in a month of Money::cumulative_saving.
constexpr size_t saving_cell(size_t place, size_t skill, size_t earnings) {
  return (place * n_skills + skill) * n_earnings_classes + earnings;
}

}  // namespace rumbo::migration
