// Everything a run of one scenario and replicate holds, room by room.
//
// Copying a State copies the run. May include: all engine rooms the model may use.
#pragma once
#include <memory>
#include <vector>

#include "models/migration/asylum/state.hpp"
#include "models/migration/border/state.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/debts/state.hpp"
#include "models/migration/demography/state.hpp"
#include "models/migration/health/state.hpp"
#include "models/migration/hostility/state.hpp"
#include "models/migration/households/care.hpp"
#include "models/migration/information/state.hpp"
#include "models/migration/journey/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/accounts.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/others.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/rows.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/policy_use/state.hpp"
#include "models/migration/removal/state.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/run.hpp"
#include "models/migration/screening/state.hpp"
#include "models/migration/seasons/state.hpp"
#include "models/migration/shocks/state.hpp"
#include "models/migration/smuggling/state.hpp"
#include "models/migration/status/state.hpp"
#include "models/migration/trafficking/state.hpp"
#include "models/migration/transitions/state.hpp"
#include "models/migration/visas/state.hpp"

namespace rumbo::migration {

/// The rooms, beside what all of them may read.
struct State : Run {
  Triggers triggers;
  Persons persons;
  Ties ties;
  Demography demography;
  CareRules care;
  Labour labour;
  Money money;
  Information information;
  InformationTables information_tables;
  ChoiceTables choice;
  Screening screening;
  Visas visas;
  Applications applications;
  Borders border;
  Journey journey;
  Smuggling smuggling;
  Debts debts;
  Captivity captivity;
  TraffickingMarket trafficking_market;
  CaptivityTables captivity_tables;
  Shocks shocks;
  Asylum asylum;
  Claims claims;
  StatusRules status;
  Removal removal;
  RemovalCases removal_cases;
  Returns returns;
  Seasons seasons;
  SeasonWorkers season_workers;
  IllRows ill;
  Transitions transitions;
  Hostility hostility;
  Census census;
  Observation observation;
  Sums sums;
};

}  // namespace rumbo::migration
