// See schedule.hpp. Each behaviour says what it reads and writes; the schedule refuses two
// writers of one column in a phase.
#include "models/migration/schedule.hpp"

#include "models/migration/asylum/asylum.hpp"
#include "models/migration/border/border.hpp"
#include "models/migration/choice/choice.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/health/health.hpp"
#include "models/migration/information/information.hpp"
#include "models/migration/labour/labour.hpp"
#include "models/migration/money/money.hpp"
#include "models/migration/moving/moving.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/parameters/values.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/screening/screening.hpp"
#include "models/migration/shocks/shocks.hpp"
#include "models/migration/smuggling/smuggling.hpp"
#include "models/migration/trafficking/trafficking.hpp"
#include "models/migration/visas/visas.hpp"

namespace rumbo::migration {
namespace {

Phase<State> table(const char* name, std::vector<std::string> reads,
                   std::vector<std::string> writes, void (*run)(State&, Month)) {
  return {name, PhaseKind::table, {{name, std::move(reads), std::move(writes)}}, run, nullptr};
}
Phase<State> persons(const char* name, std::vector<std::string> reads,
                     std::vector<std::string> writes, void (*run)(State&, Month, size_t)) {
  return {name, PhaseKind::persons, {{name, std::move(reads), std::move(writes)}}, nullptr, run};
}

/// With what remove_person, hold and bring_home may touch: those who may die, leave, be taken
/// captive or sent home loses its rows in side tables, and others of its household inherit.
std::vector<std::string> with_ends(std::vector<std::string> writes) {
  for (const char* column : {"key", "facts", "wealth", "household", "arrival", "settled", "active",
                             "beliefs", "debts", "captives", "abused", "applications", "claims",
                             "removal_cases", "seasons", "ill", "apprehended"})
    writes.push_back(column);
  return writes;
}

}  // namespace

const Schedule<State>& migration_schedule() {
  static const Schedule<State> schedule({
      // 1 policies set the tables
      table("parameters in force", {"plan"}, {"values"}, set_values),
      table("births and deaths", {"values"}, {"vital tables"}, set_demography_tables),
      table("shocks", {"values"}, {"shock tables"}, set_shock_tables),
      // 3 labour clears, on the residents of the end of last month
      table("labour", {"workers", "values"}, {"earnings", "capital"}, clear_labour),
      table("sanctions", {"workers", "values"}, {"fines"}, fine_employers),
      table("money", {"earnings", "values"}, {"remittance tables", "cumulative saving"},
            set_money_tables),
      table("information", {"values", "beliefs"}, {"information tables"}, set_information_tables),
      table("choice", {"earnings", "values", "visas", "information tables"}, {"choice tables"},
            set_choice_tables),
      table("exits", {"choice tables", "values"}, {"exit tables"}, set_exit_tables),
      table("captivity", {"earnings", "values", "traffickers"}, {"captivity tables"},
            set_captivity_tables),
      table("bounds", {"choice tables", "exit tables", "vital tables"}, {"bounds"}, set_bounds),
      persons("screening", {"key", "bounds"}, {"woken"}, screen),
      // 2 demography
      persons("demography", {"woken", "vital tables"}, with_ends({"overflow"}), live_and_die),
      // 4 earnings and remittances
      persons("money at work", {"active", "facts", "household", "earnings"},
              {"wealth", "settled", "debts"}, earn_and_remit),
      persons("debts", {"facts", "household"}, with_ends({}), settle_debts),
      // 5 changes of status, returns, removals
      {"asylum queue",
       PhaseKind::ration,
       {{"asylum queue", {"facts", "values"}, {"claims", "decision carry"}}},
       ration_decisions,
       nullptr},
      persons("asylum decisions", {"claims", "facts", "shock tables"}, with_ends({}),
              decide_claims),
      persons("status", {"woken", "active", "exit tables"}, with_ends({}), change_status),
      // 6 information
      persons("information", {"facts", "information tables"}, {"beliefs"}, talk_and_hear),
      // 7 choice
      persons("choice", {"woken", "facts", "wealth", "household", "published", "choice tables"},
              {"requests", "applications", "facts", "active", "seasons"}, choose),
      // 8 visas rationed
      {"visas",
       PhaseKind::ration,
       {{"visas", {"requests", "values"}, {"visas", "outcomes"}}},
       grant_visas,
       nullptr},
      {"smugglers matched",
       PhaseKind::ration,
       {{"smugglers matched", {"requests", "smugglers"}, {"passages", "outcomes"}}},
       match_smugglers,
       nullptr},
      table("policy use", {"values"}, {"policy tallies"}, tally_policies),
      // 9 crossings
      persons("border", {"requests", "facts"}, {"outcomes", "apprehended"}, cross_borders),
      {"moving",
       PhaseKind::commit,
       {{"moving", {"outcomes"}, with_ends({})}},
       nullptr,
       move_people},
      // 10 recruitment abroad happened with the move; exploitation and exits
      {"captivity",
       PhaseKind::commit,
       {{"captivity", {"captives", "abused", "traffickers"}, with_ends({})}},
       nullptr,
       live_in_captivity},
      {"health",
       PhaseKind::commit,
       {{"health", {"captives", "abused", "ill"}, with_ends({})}},
       nullptr,
       live_with_illness},
      // 11 entry and exit of traffickers
      table("traffickers", {"captives", "captivity tables"}, {"traffickers"}, clear_traffickers),
      // 11 entry and exit of smugglers
      table("smugglers", {"passages", "values"}, {"smugglers", "fees"}, renew_smugglers),
      {"newcomers",
       PhaseKind::commit,
       {{"newcomers",
         {"overflow"},
         {"key", "facts", "wealth", "household", "arrival", "settled", "active", "beliefs",
          "communities"}}},
       admit_newcomers,
       nullptr},
      {"publishing",
       PhaseKind::commit,
       {{"publishing", {"facts"}, {"published"}}},
       nullptr,
       publish},
      // 12 counts, ledgers, output
      {"counts",
       PhaseKind::commit,
       {{"counts", {"facts", "key"}, {"population", "workers", "tallies"}}},
       close_month,
       nullptr},
  });
  return schedule;
}

}  // namespace rumbo::migration
