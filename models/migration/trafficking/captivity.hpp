// Captivity as a person meets it: hazards, who holds them, how it ends; how it starts, is saved and
// checked.
//
// docs/model.md: Trafficking and abuse. Smuggled and trafficked stay apart: these are about
// exploitation. Other rooms may include it. May
// include: rooms, the state of the rooms it names.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/money.hpp"
#include "engine/base/month.hpp"
#include "models/migration/hostility/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/removal/state.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"
#include "models/migration/trafficking/flows.hpp"
#include "models/migration/trafficking/state.hpp"
#include "models/migration/visas/state.hpp"

namespace rumbo::migration {

inline constexpr int age_of_majority = 18;
inline constexpr int youngest_victim = 10, oldest_victim = 64;  ///< completed years; assumed

/// What victims are held for, by sex and whether minor (assumed, so that about 0.3 of all are held
/// for sex; [ILO 2024]: 0.27).
inline constexpr std::array<std::array<std::array<double, n_exploitations>, 2>, n_sexes>
    exploitation_shares{{{{{0.50, 0.20, 0.25, 0.05}, {0.40, 0.15, 0.30, 0.15}}},
                         {{{0.05, 0.80, 0.05, 0.10}, {0.10, 0.60, 0.10, 0.20}}}}};
/// Means over all victims, for what a trafficker expects (assumed composition: 40% women, 20%
/// girls, 30% men, 10% boys).
inline constexpr std::array<double, n_exploitations> usual_exploitation{0.305, 0.41, 0.185, 0.10};
/// Whether inspection of work places can find those held for this.
constexpr bool is_at_work_place(Exploitation purpose) {
  return purpose == Exploitation::labour || purpose == Exploitation::domestic;
}

/// What may befall a person where they live: competing hazards a month that share one draw.
struct HarmHazards {
  double removal = 0;
  double abuse = 0;        ///< onset
  double recruitment = 0;  ///< into captivity, by traffickers of the place
  constexpr double sum() const { return removal + abuse + recruitment; }
};
/// age  completed years; is_alone  no one else in their household
double abuse_hazard(Rooms<const CaptivityTables> state, Facts facts, int age);
double recruitment_hazard(Rooms<const Labour, const CaptivityTables, const Returns> state,
                          Facts facts, int age, bool is_alone);
HarmHazards harm_hazards(
    Rooms<const Labour, const CaptivityTables, const Removal, const Returns> state, Facts facts,
    int age, bool is_alone);

/// Vulnerability, in [0, 1]. enters_irregularly  is on the way to an irregular entry
double vulnerability_of(Rooms<const Labour, const CaptivityTables> state, Facts facts, int age,
                        bool is_alone, bool enters_irregularly);
/// Relative chance of being approached: 1 at the vulnerability of reference.
double relative_approach(const CaptivityTables& tables, double vulnerability);

/// Probability that a person who goes abroad has been deceived, whatever the channel.
/// facts  before the move
double deception_probability(Rooms<const Labour, const CaptivityTables, const Returns> state,
                             Facts facts, int age, bool is_alone, Channel channel);
/// Whether they have been, by their draw of the month.
bool is_deceived(Rooms<const Labour, const CaptivityTables, const Returns> state, Facts facts,
                 int age, bool is_alone, Channel channel, uint32_t person);

/// What a victim is held for, by their draw of the month.
Exploitation exploitation_of(Rooms<> state, Facts facts, int age, uint32_t person);
/// The trafficker who takes them, by their draw of the month; no_trafficker if the cell has none.
uint32_t trafficker_for(Rooms<const TraffickingMarket> state, size_t cell, uint32_t person);

/// How a victim comes free this month, if they do.
std::optional<WayOut> way_out(Rooms<const TraffickingMarket, const CaptivityTables> state,
                              const Captive& captive, Facts facts, uint32_t person);

/// What follows when a victim comes free alive.
struct Aftermath {
  bool is_identified = false;
  bool is_prosecuted = false;
  bool is_protected = false;  ///< gets a temporary right to stay if they have none
  bool is_removed = false;
  bool is_again = false;  ///< trafficked again within the month
};
Aftermath aftermath_of(Rooms<const CaptivityTables, const Hostility> state, Facts facts, WayOut how,
                       uint32_t person);

/// Probability a victim and month that their trafficker is detected; cell  of the trafficker.
double detection_of(Rooms<const CaptivityTables> state, size_t place, size_t cell);
/// What detection leads to, on average: conviction, or a bribe where the official takes one.
struct Detected {
  int64_t convictions = 0;  ///< in conviction_unit
  Cents bribe = 0;
};
/// probability  that a case would end in conviction were no one corrupt
Detected detected_expected(Rooms<> state, double probability, size_t place);

/// What is left of a month's earnings when wages are withheld.
inline Cents after_wage_theft(Rooms<const CaptivityTables> state, Cents earned) {
  return static_cast<Cents>(static_cast<double>(earned) * (1 - state.captivity_tables.wage_theft));
}

/// The traffickers' month: convictions, giving up, entry.
/// held  [cell] real persons, by traffickers in business; flows  of the month; both over all
/// persons, weights applied
void run_traffickers(Rooms<Sums, TraffickingMarket, const CaptivityTables> state,
                     const std::vector<int64_t>& held, const CaptivityFlows& flows);
/// [cell] Real persons held by traffickers in business, of this rank. Few are held, so they are
/// counted by themselves and traffickers are not gone through.
std::vector<int64_t> count_held(
    Rooms<const Persons, const Captivity, const TraffickingMarket> state);
/// Flows of no one, for the number of places.
CaptivityFlows empty_captivity_flows(size_t n_places);
/// Probability that a person is held at the start, where the market has been at rest for long.
double initially_held(Rooms<const Labour, const CaptivityTables, const Returns> state, Facts facts,
                      int age, bool is_alone, int years_of_stay);
/// Probability that a foreign-born worker is abused at the start, after their years of stay.
double initially_abused(Rooms<const CaptivityTables> state, Facts facts, int age,
                        int years_of_stay);
/// Expected punishment of holding one victim at a place, 2020 USD.
double expected_penalty_at(Rooms<const Labour, const CaptivityTables> state, size_t place);
/// Puts a person into the side table of captives; hold() also counts it.
void put_in_captivity(View& view, BeingHeld::And<const TraffickingMarket> state, uint32_t local,
                      Month since, uint32_t trafficker);
/// The traffickers whom the market of the first month bears.
void start_traffickers(Rooms<Sums, TraffickingMarket, const CaptivityTables> state);
/// throws RunError if a person is held by a trafficker who is no more, or held and abused at once.
/// month  for the message
void audit_captivity(
    Rooms<const Persons, const Sums, const Captivity, const TraffickingMarket> state, Month month);
/// The market, the victims and the abused of the first month, before anyone decides.
void start_captivity(BeingHeld::And<Persons, Sums, const Labour, const Money, TraffickingMarket,
                                    CaptivityTables, const Returns, const Hostility, const Census>
                         state);

void save_traffickers(Saved& saved, Rooms<TraffickingMarket> state);
/// Refuses captives of a file who are held for what does not exist, or by those who do not.
void check_captives(const Saved& saved, Rooms<const Captivity, const TraffickingMarket> state);

}  // namespace rumbo::migration
