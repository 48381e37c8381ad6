// The population of the start, made from its tables: parallel, and the same for the same seed.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/base/month.hpp"
#include "models/migration/demography/state.hpp"
#include "models/migration/information/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

/// Years after the start that room in communities is planned for. What is simulated does not depend
/// on how long: births that find no room later on go to new communities, apart from their
/// households.
inline constexpr int planned_years = 30;

/// Communities, their weights and how full they will be, from world, start and scale. The end of a
/// run has no part in it: the first years of a long run are those of a short one.
struct PopulationPlan {
  std::vector<CommunityPlan> communities;  ///< of places that have any, in order of places
  std::vector<int64_t> weight;             ///< [place]
  std::vector<double> persons_at_start;    ///< [place] real persons whose home it is
  std::vector<double> persons_at_most;     ///< [place] the same at the fullest of planned_years
  /// [place][year] slots of each community that are to be open from the start and from each of its
  /// anniversaries on, planned_years of them; a community opens more where it needs more
  std::vector<std::vector<uint32_t>> room;
  uint64_t slots = 0;                        ///< of all years, open or not
  uint64_t many_slots = People::many_slots;  ///< see there
  double simulated_at_start = 0;
};

/// throws InputError if the tables hold more persons than can be counted, or the scale makes more
/// than can be told apart, with the largest scale that works
PopulationPlan plan_population(const World& world, Month start, double scale, double least_persons);
/// Slots in memory in the last year of a run from `start` to `end`.
double slots_in_memory(const World& world, const PopulationPlan& plan, Month start, Month end);

/// Fills persons, ties, applications and the opening balance of the ledger.
/// Needs world, draws, values of the first month and first_month.
void make_population(AllRows::And<Persons, Ties, Sums, const Demography, const Labour, const Money,
                                  const Information, const InformationTables>
                         state,
                     const PopulationPlan& plan);

/// Shares of foreign-born residents by age group of population.csv; assumed after the usual shape
/// of migrant stocks (few children, most between 25 and 49).
double foreign_born_age_share(int age_group);

}  // namespace rumbo::migration
