// See schedule.hpp. What a phase touches is read off the types of its function; the schedule
// refuses a phase of persons that reads of others what another of the same loop writes.
#include "models/migration/schedule.hpp"

#include "models/migration/asylum/asylum.hpp"
#include "models/migration/border/border.hpp"
#include "models/migration/choice/choice.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/health/health.hpp"
#include "models/migration/hostility/hostility.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/information/information.hpp"
#include "models/migration/journey/journey.hpp"
#include "models/migration/labour/labour.hpp"
#include "models/migration/money/money.hpp"
#include "models/migration/moving/moving.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/parameters/values.hpp"
#include "models/migration/phase.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/population/room.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/screening/screening.hpp"
#include "models/migration/shocks/shocks.hpp"
#include "models/migration/smuggling/smuggling.hpp"
#include "models/migration/trafficking/trafficking.hpp"
#include "models/migration/transitions/transitions.hpp"
#include "models/migration/visas/visas.hpp"

namespace rumbo::migration {
namespace {

using enum PhaseKind;
const std::vector<Phase<State, View>> phases_of_month{
    // policies set the tables
    phase<set_values>(table, "parameters in force"),
    phase<set_demography_tables>(table, "births and deaths"),
    phase<set_shock_tables>(table, "shocks"),
    // labour clears, on the residents of the end of last month
    phase<clear_labour>(table, "labour"),
    phase<fine_employers>(table, "sanctions"),
    phase<set_money_tables>(table, "money"),
    phase<set_information_tables>(table, "information"),
    phase<set_care>(table, "care"),
    phase<set_journeys>(table, "journeys"),
    phase<set_smuggling_fees>(table, "smugglers' fees"),
    phase<set_entry_rights>(table, "rights of entry"),
    phase<set_choice_tables>(table, "choice"),
    phase<set_exit_tables>(table, "exits"),
    phase<set_captivity_tables>(table, "captivity"),
    phase<set_bounds>(table, "bounds"),
    phase<screen>(persons, "screening"),
    // demography
    phase<live_and_die>(persons, "demography"),
    // earnings and remittances
    phase<earn_and_remit>(persons, "money at work"),
    phase<settle_debts>(persons, "debts"),
    // changes of status, returns, removals
    phase<ration_decisions>(ration, "asylum queue"),
    phase<decide_claims>(persons, "asylum decisions"),
    phase<change_status>(persons, "status"),
    // information
    phase<talk_and_hear>(persons, "talk"),
    // choice
    phase<choose>(persons, "decisions to leave"),
    // visas rationed
    phase<grant_visas>(ration, "visas"),
    phase<match_smugglers>(ration, "smugglers matched"),
    phase<tally_policies>(table, "policy use"),
    // crossings
    phase<cross_borders>(persons, "journeys and borders"),
    phase<move_people>(commit, "moving"),
    phase<suffer_from_journeys>(commit, "violence on the way"),
    // recruitment abroad, exploitation and exits
    phase<meet_recruiters>(commit, "recruitment on the way"),
    phase<live_in_captivity>(commit, "captivity of persons"),
    phase<live_with_illness>(commit, "health"),
    // entry and exit of traffickers
    phase<clear_traffickers>(table, "traffickers"),
    // entry and exit of smugglers
    phase<renew_smugglers>(table, "smugglers"),
    phase<admit_newcomers>(commit, "newcomers"),
    phase<open_room>(commit, "room"),
    phase<count_transitions>(commit, "transitions"),
    phase<publish>(commit, "publishing"),
    // counts, ledgers, output
    phase<gather_counts>(commit, "counts"),
    phase<remember_attempts>(commit, "attempts at borders"),
    phase<renew_route_memory>(commit, "memory of routes"),
    phase<hear_of_month>(commit, "journeys heard of"),
    phase<react_to_month>(commit, "hostility"),
    phase<count_residents>(commit, "census"),
    phase<record_states>(commit, "states"),
    phase<count_beliefs_of_year>(commit, "beliefs"),
    phase<record_month>(commit, "recording"),
};

}  // namespace

const Schedule<State, View>& migration_schedule() {
  static const Schedule<State, View> schedule(phases_of_month);
  return schedule;
}

void run_month(State& state, Month month, PhaseObserver* observer) {
  migration_schedule().run_month(
      state, month, [&] { return state.persons.people.communities().size(); }, observer);
}

}  // namespace rumbo::migration
