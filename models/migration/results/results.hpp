// All tables of results of this model, by room.
//
// May include: tally, the tables of the rooms.
#pragma once
#include <vector>

#include "engine/tally/events.hpp"
#include "models/migration/abuse/results.hpp"
#include "models/migration/asylum/results.hpp"
#include "models/migration/border/results.hpp"
#include "models/migration/debts/results.hpp"
#include "models/migration/demography/results.hpp"
#include "models/migration/health/results.hpp"
#include "models/migration/hostility/results.hpp"
#include "models/migration/households/results.hpp"
#include "models/migration/information/results.hpp"
#include "models/migration/journey/results.hpp"
#include "models/migration/labour/results.hpp"
#include "models/migration/money/results.hpp"
#include "models/migration/moving/results.hpp"
#include "models/migration/observation/results.hpp"
#include "models/migration/policy_use/results.hpp"
#include "models/migration/removal/results.hpp"
#include "models/migration/returns/results.hpp"
#include "models/migration/seasons/results.hpp"
#include "models/migration/shocks/results.hpp"
#include "models/migration/smuggling/results.hpp"
#include "models/migration/status/results.hpp"
#include "models/migration/trafficking/results.hpp"
#include "models/migration/transitions/results.hpp"
#include "models/migration/visas/results.hpp"

namespace rumbo::migration {

/// Handles of all tables, in the order in which they are written.
struct ResultTables {
  explicit ResultTables(const World& world) : axes(world) {}
  ResultTables(const ResultTables&) = delete;
  ResultTables& operator=(const ResultTables&) = delete;

  std::vector<TableDeclaration> declarations;
  Axes axes;
  ObservationResults observation{declarations, axes};
  MovingResults moving{declarations, axes};
  BorderResults border{declarations, axes};
  JourneyResults journey{declarations, axes};
  SmugglingResults smuggling{declarations, axes};
  LabourResults labour{declarations, axes};
  MoneyResults money{declarations, axes};
  StatusResults status{declarations, axes};
  VisasResults visas{declarations, axes};
  DemographyResults demography{declarations, axes};
  PolicyUseResults policy_use{declarations, axes};
  TraffickingResults trafficking{declarations, axes};
  AbuseResults abuse{declarations, axes};
  HouseholdsResults households{declarations, axes};
  HostilityResults hostility{declarations, axes};
  HealthResults health{declarations, axes};
  DebtsResults debts{declarations, axes};
  InformationResults information{declarations, axes};
  AsylumResults asylum{declarations, axes};
  ShocksResults shocks{declarations, axes};
  RemovalResults removal{declarations, axes};
  SeasonsResults seasons{declarations, axes};
  ReturnsResults returns{declarations, axes};
  TransitionsResults transitions{declarations, axes};
};

/// The handles, which are the same for every world.
const ResultTables& result_tables();
/// Declarations of all tables over the places of a world.
std::vector<TableDeclaration> migration_tables(const World& world);
/// Groups of events that a scenario may ask for: the panel.
std::vector<EventDeclaration> migration_events(const World& world);

}  // namespace rumbo::migration
