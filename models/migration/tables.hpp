// The tables of results of this model: a number here, a line in the file of its subject in tables/.
//
// May include: tally.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "engine/tally/events.hpp"
#include "engine/tally/table.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

/// Numbers of the tables, in the order of migration_tables().
enum class Table : uint8_t {
  stock,
  population,
  moves,
  moves_by_channel,
  moves_by_age,
  funnel,
  attempts,
  apprehensions,
  persons_apprehended,
  entries,
  border_deaths,
  border_deaths_expected,
  attempts_by_route,
  apprehensions_by_route,
  entries_by_route,
  deaths_by_route,
  deaths_expected_by_route,
  transit_events,
  transit_events_expected,
  extorted,
  smuggler_fees,
  wage,
  employment,
  irregular_employment,
  employer_fines,
  remittances_sent,
  remittance_fees,
  remittances_received,
  status_changes,
  visas_applied,
  visas_granted,
  births,
  deaths,
  regularization_fees,
  trigger_months,
  policy_units,
  policy_cost,
  victims_new,
  victims_deceived,
  victims_deceived_expected,
  victims_held,
  victims_out,
  victims_identified,
  traffickers_active,
  traffickers_prosecuted,
  traffickers_convicted,
  trafficking_bribes,
  trafficking_profit,
  trafficking_seized,
  abused,
  abuse_new,
  children_left_behind,
  separated_parents,
  mixed_status_households,
  minors_alone,
  children_along,
  violence_by_sex,
  sexual_violence,
  sexual_violence_expected,
  hostility,
  ill,
  ill_new,
  ill_deaths,
  ill_without_care,
  smuggler_fee,
  smuggler_clients,
  smuggler_clients_on_debt,
  smuggler_fees_paid,
  smugglers_active,
  smugglers_exploiting,
  smugglers_convicted,
  smuggler_capacity,
  smuggler_profit,
  smuggler_bribes,
  smuggler_concentration,
  debt_taken,
  debt_interest,
  debt_repaid,
  debt_lost,
  debt_outstanding,
  debtors,
  beliefs,
  debtors_trapped,
  asylum_claims,
  asylum_decided,
  asylum_waited,
  asylum_pending,
  asylum_wait,
  asylum_turned_away,
  displaced,
  displaced_new,
  shock_force,
  recorded_deaths,
  recorded_deaths_expected,
  recorded_deaths_by_route,
  recidivism,
  survey,
  welfare,
  vulnerability,
  working_poor,
  detained,
  detention_months,
  removal_cases,
  removals_wrongful,
  seasons,
  trips,
  stays_ended,
  stay_months,
  assisted_returns,
  return_grants
};
inline constexpr size_t n_tables = static_cast<size_t>(Table::return_grants) + 1;
constexpr size_t number(Table t) {
  return static_cast<size_t>(t);
}

/// Stages of a move, in funnel.
enum class Stage : uint8_t { wanted, could_not_pay, refused, attempted, arrived };
inline constexpr int n_stages = 5;

/// Kinds of status_changes.
enum class StatusChange : uint8_t {
  regularized,
  expired,
  settled,
  naturalized,
  removed,
  returned,
  protected_victim,
  recognized,
  asylum_refused,
  temporarily_protected,
  displaced,
  displacement_ended,
  detained,
  released
};
inline constexpr int n_status_changes = 14;

/// What happens in a case for removal, in removal_cases.
enum class CaseEvent : uint8_t { opened, detained, waits_outside, removed, won, absconded };
inline constexpr int n_case_events = 6;

/// What happens around a seasonal permit, in seasons.
enum class SeasonEvent : uint8_t { came_first, came_again, went_home, overstayed };
inline constexpr int n_season_events = 4;

/// Classes of fees paid, 2020 USD: each begins here.
inline constexpr std::array<int, 12> fee_class_usd{0,    250,  500,  1000, 1500,  2000,
                                                   3000, 4000, 6000, 8000, 12000, 16000};
constexpr size_t fee_class(double usd) {
  size_t k = fee_class_usd.size() - 1;
  while (k > 0 && usd < fee_class_usd[k]) --k;
  return k;
}

/// Fixed-point unit of mean waits: thousandths of a month.
inline constexpr int wait_unit = 1000;
/// Fixed-point unit of what levers use: thousandths.
inline constexpr int policy_unit = 1000;
/// Of what is gathered person by person within a month.
inline constexpr int policy_millionth = 1000000;
/// Fixed-point unit of expected counts: persons / 1,024.
inline constexpr int expected_unit = 1024;

/// Declarations of all tables.
std::vector<TableDeclaration> migration_tables(const World& world);
/// Groups of events that a scenario may ask for: the panel.
std::vector<EventDeclaration> migration_events(const World& world);

}  // namespace rumbo::migration
