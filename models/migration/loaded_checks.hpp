// The parts of the check of a loaded state: who is in the communities, and what is kept beside.
//
// May include: the model's state.
#pragma once
#include "engine/base/archive.hpp"
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// What is checked, and whom to tell.
struct Loaded {
  State& state;
  const Archive& archive;
  int month;  ///< the next one's number

  void require(bool holds, const char* name, const char* what) const {
    archive.require(holds, name, what);
  }
  bool is_past(int m) const { return m <= month; }
};

/// Persons, households and side tables of one community.
void check_community(const Loaded& loaded, const View& view);
/// Traffickers and smugglers, markets, and running totals; before check_community().
void check_markets_and_totals(const Loaded& loaded);
/// Persons and money counted again; after all communities were found to be in range.
void check_counts(const Loaded& loaded);

}  // namespace rumbo::migration
