// Going home: hazards, who is assisted, and arriving there.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>

#include "engine/base/month.hpp"
#include "models/migration/asylum/state.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/removal/state.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"
#include "models/migration/screening/state.hpp"
#include "models/migration/seasons/state.hpp"
#include "models/migration/shocks/state.hpp"
#include "models/migration/status/state.hpp"
#include "models/migration/trafficking/state.hpp"

namespace rumbo::migration {

void set_exit_tables(Rooms<const Persons, const Labour, const Money, const ChoiceTables,
                           StatusRules, Removal, const RemovalCases, Returns, Seasons>
                         state,
                     Month month);  ///< Return and removal
void change_status(
    View& view,
    Dying::And<Sums, const Labour, const ChoiceTables, const Screening, const TraffickingMarket,
               const CaptivityTables, const Shocks, const Asylum, const StatusRules, const Removal,
               const Returns, const Seasons>
        state);  ///< Status and regularization
/// Brings a person back to their place of birth, or out of the world if that is no inside place.
void bring_home(View& view, Dying::And<Sums> state, uint32_t local, Channel how);
double go_back_hazard(Rooms<const Asylum, const Returns> state, Facts facts, int age, int years);
/// Whether a person who goes back does so by a programme that pays for it. uniform  of going back
bool is_assisted(Rooms<const Returns> state, Facts facts, double uniform);
/// Factor on the propensity to leave of a person at home: 1 unless they came back.
double leaving_again(Rooms<const Returns> state, Facts facts, bool has_kin_away);

/// The scale of departures to reservoirs at which the share of natives who leave in a year is that
/// of the tables: age factors lower it, this makes up for it. Needs the tables of the choice.
void start_returns(Rooms<const ChoiceTables, Returns> state);
void save_returns(Saved& saved, Rooms<Returns> state);

}  // namespace rumbo::migration
