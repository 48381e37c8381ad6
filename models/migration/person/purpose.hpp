// Why numbers are drawn. Numbers never change: a purpose that falls out of use keeps its number.
//
// May include: base, random.
#pragma once
#include "engine/base/named_enum.hpp"
#include "engine/random/draws.hpp"
#include "engine/random/many_draws.hpp"

namespace rumbo::migration {

/// The eight purposes that are screened together, in the order of their positions in the draw,
/// which never change. All have a person as subject.
namespace screened {
enum Position : int {
  death,
  birth,
  union_start,  ///< two persons make a household
  union_end,
  move,     ///< leaving home for another place
  go_back,  ///< return to the place of birth
  harm,     ///< removal, abuse at work, or captivity where they live
  status    ///< expiry, settlement or naturalization; departure to a reservoir
};
static_assert(n_of<Position> == n_screened_purposes);
}  // namespace screened

namespace purpose {
inline constexpr PurposeNumbers numbers = purposes_of_model;
// Population at the start; subject = person, community or place.
RUMBO_PURPOSE(initial_cell, 100);        ///< age and sex of a person at home; subject = place
RUMBO_PURPOSE(initial_traits, 101);      ///< skill, earnings, wealth; subject = person
RUMBO_PURPOSE(initial_household, 102);   ///< subject = person
RUMBO_PURPOSE(initial_prevalence, 103);  ///< share of emigrants by community; subject = community
RUMBO_PURPOSE(initial_migrant, 104);     ///< age, sex, arrival, status; subject = person
RUMBO_PURPOSE(initial_round, 105);       ///< rounding of counts; subject = place
// Months; subject = person unless said.
RUMBO_PURPOSE(newborn_sex, 110);
RUMBO_PURPOSE(newborn_traits, 111);
RUMBO_PURPOSE(partner, 112);
RUMBO_PURPOSE(visa_part, 119);  ///< of a place that is left
RUMBO_PURPOSE(destination, 120);
RUMBO_PURPOSE(channel, 121);
RUMBO_PURPOSE(visa_order, 122);
RUMBO_PURPOSE(crossing, 123);  ///< index = 2 x attempt and 2 x attempt + 1
RUMBO_PURPOSE(visit_visa, 124);
RUMBO_PURPOSE(choose_again, 125);
RUMBO_PURPOSE(could_not_pay, 126);
RUMBO_PURPOSE(path, 127);     ///< which way to a border
RUMBO_PURPOSE(transit, 128);  ///< index = 3 x leg of the path and the two after it
RUMBO_PURPOSE(route, 129);    ///< across a border
RUMBO_PURPOSE(status_outcome, 130);
RUMBO_PURPOSE(regularization, 131);  ///< month = first month of the programme
RUMBO_PURPOSE(regularization_month, 132);
RUMBO_PURPOSE(arrival_round, 140);      ///< arrivals from reservoirs; subject = flow
RUMBO_PURPOSE(arrival_community, 141);  ///< subject = flow, index = arrival
RUMBO_PURPOSE(arrival_traits, 142);     ///< subject = person
RUMBO_PURPOSE(smuggler_choice, 150);
RUMBO_PURPOSE(smuggler_turns, 151);
RUMBO_PURPOSE(debt_default, 152);
// Market agents; subject = border x 64 + firm.
RUMBO_PURPOSE(smuggler_traits, 160);
RUMBO_PURPOSE(smuggler_convicted, 161);
RUMBO_PURPOSE(smuggler_exit, 162);
RUMBO_PURPOSE(smuggler_entry, 163);
// Captivity and abuse; subject = person unless said.
RUMBO_PURPOSE(captivity_purpose, 170);
RUMBO_PURPOSE(captivity_trafficker, 171);
RUMBO_PURPOSE(captivity_deception, 172);
RUMBO_PURPOSE(captivity_exit, 173);
RUMBO_PURPOSE(captivity_report, 174);  ///< index = question
RUMBO_PURPOSE(abuse_end, 175);
RUMBO_PURPOSE(trafficker_entry, 176);  ///< subject = cell of the market, index = who
RUMBO_PURPOSE(trafficker_end, 177);    ///< subject = cell of the market, index = who
RUMBO_PURPOSE(initial_captivity, 178);
RUMBO_PURPOSE(initial_abuse, 179);
// Asylum; subject = person.
RUMBO_PURPOSE(asylum_entry, 180);     ///< let in to claim
RUMBO_PURPOSE(asylum_order, 181);     ///< among claims of one month
RUMBO_PURPOSE(asylum_decision, 182);  ///< index = appeals made
RUMBO_PURPOSE(asylum_appeal, 183);    ///< the same
RUMBO_PURPOSE(asylum_protection, 184);
RUMBO_PURPOSE(asylum_refused, 185);  ///< stays or leaves
// Seasons and removals; subject = person.
RUMBO_PURPOSE(removal_course, 200);  ///< index 0 detention, 1 outside, 2 bed, 3 relief
RUMBO_PURPOSE(removal_case, 201);    ///< index 0 end, 1 relief, 2 appearance
RUMBO_PURPOSE(season_recall, 202);
RUMBO_PURPOSE(first_carry, 203);  ///< subject = cell, index = what is carried
// Households and health; subject = person.
RUMBO_PURPOSE(sexual_violence, 220);  ///< index = leg of the path
RUMBO_PURPOSE(ill_on_journey, 221);
RUMBO_PURPOSE(ill_where_held, 222);
RUMBO_PURPOSE(ill_at_work, 223);
RUMBO_PURPOSE(illness, 224);         ///< death or recovery
RUMBO_PURPOSE(care_found, 225);      ///< month = first of the illness
RUMBO_PURPOSE(children_along, 226);  ///< subject = the person who takes them
// Beliefs; subject = person.
RUMBO_PURPOSE(initial_beliefs, 240);
RUMBO_PURPOSE(talk, 241);  ///< of a pair: the person with the lower place
RUMBO_PURPOSE(forget, 242);
RUMBO_PURPOSE(heard, 243);  ///< from campaigns and smugglers
// What is watched of the run; changes no person. Subject = person.
RUMBO_PURPOSE(panel_choice, 250);
RUMBO_PURPOSE(death_recorded, 251);
RUMBO_PURPOSE(survey, 252);          ///< subject = community
RUMBO_PURPOSE(welfare_sample, 253);  ///< subject = community
}  // namespace purpose

}  // namespace rumbo::migration
