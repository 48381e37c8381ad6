// Why numbers are drawn. Numbers never change: a purpose that falls out of use keeps its number.
//
// May include: base, random.
#pragma once
#include "engine/random/draws.hpp"

namespace rumbo::migration {

/// The eight purposes that are screened together; the position in the draw never changes.
/// All have a person as subject.
namespace screened {
inline constexpr int death = 0;
inline constexpr int birth = 1;
inline constexpr int union_start = 2;  ///< two persons make a household
inline constexpr int union_end = 3;
inline constexpr int move = 4;     ///< leaving home for another place
inline constexpr int go_back = 5;  ///< return to the place of birth
inline constexpr int harm = 6;     ///< removal, abuse at work, or captivity where it lives
inline constexpr int status =
    7;  ///< expiry, settlement or naturalization; departure to a reservoir
}  // namespace screened

namespace purpose {
// Population at the start; subject = person, community or place.
inline constexpr Purpose initial_cell{100};    ///< age and sex of a person at home; subject = place
inline constexpr Purpose initial_traits{101};  ///< skill, earnings, wealth; subject = person
inline constexpr Purpose initial_household{102};  ///< subject = person
inline constexpr Purpose initial_prevalence{
    103};  ///< share of emigrants by community; subject = community
inline constexpr Purpose initial_migrant{104};  ///< age, sex, arrival, status; subject = person
inline constexpr Purpose initial_round{105};    ///< rounding of counts; subject = place
// Months; subject = person unless said.
inline constexpr Purpose newborn_sex{110};
inline constexpr Purpose newborn_traits{111};
inline constexpr Purpose partner{112};
inline constexpr Purpose visa_part{119};  ///< of a place that is left
inline constexpr Purpose destination{120};
inline constexpr Purpose channel{121};
inline constexpr Purpose visa_order{122};
inline constexpr Purpose crossing{123};  ///< index = 2 x attempt and 2 x attempt + 1
inline constexpr Purpose visit_visa{124};
inline constexpr Purpose choose_again{125};
inline constexpr Purpose could_not_pay{126};
inline constexpr Purpose path{127};     ///< which way to a border
inline constexpr Purpose transit{128};  ///< index = 3 x leg of the path and the two after it
inline constexpr Purpose route{129};    ///< across a border
inline constexpr Purpose smuggler_choice{150};
inline constexpr Purpose smuggler_turns{151};
inline constexpr Purpose debt_default{152};
inline constexpr Purpose status_outcome{130};
inline constexpr Purpose regularization{131};  ///< month = first month of the programme
inline constexpr Purpose regularization_month{132};
inline constexpr Purpose arrival_round{140};      ///< arrivals from reservoirs; subject = flow
inline constexpr Purpose arrival_community{141};  ///< subject = flow, index = arrival
inline constexpr Purpose arrival_traits{142};     ///< subject = person
// Captivity and abuse; subject = person unless said.
inline constexpr Purpose captivity_purpose{170};
inline constexpr Purpose captivity_trafficker{171};
inline constexpr Purpose captivity_deception{172};
inline constexpr Purpose captivity_exit{173};
inline constexpr Purpose captivity_report{174};  ///< index = question
inline constexpr Purpose abuse_end{175};
inline constexpr Purpose trafficker_entry{176};  ///< subject = cell of the market, index = who
inline constexpr Purpose trafficker_end{177};    ///< subject = cell of the market, index = who
inline constexpr Purpose initial_captivity{178};
inline constexpr Purpose initial_abuse{179};
// Beliefs; subject = person.
inline constexpr Purpose initial_beliefs{240};
inline constexpr Purpose talk{241};  ///< of a pair: the person with the lower place
inline constexpr Purpose forget{242};
inline constexpr Purpose heard{243};  ///< from campaigns and smugglers
// Asylum; subject = person.
inline constexpr Purpose asylum_entry{180};     ///< let in to claim
inline constexpr Purpose asylum_order{181};     ///< among claims of one month
inline constexpr Purpose asylum_decision{182};  ///< index = appeals made
inline constexpr Purpose asylum_appeal{183};    ///< the same
inline constexpr Purpose asylum_protection{184};
inline constexpr Purpose asylum_refused{185};  ///< stays or leaves
// Households and health; subject = person.
inline constexpr Purpose sexual_violence{220};  ///< index = leg of the path
inline constexpr Purpose ill_on_journey{221};
inline constexpr Purpose ill_where_held{222};
inline constexpr Purpose ill_at_work{223};
inline constexpr Purpose illness{224};         ///< death or recovery
inline constexpr Purpose care_found{225};      ///< month = first of the illness
inline constexpr Purpose children_along{226};  ///< subject = the person who takes them
// Market agents; subject = border x 64 + firm.
inline constexpr Purpose smuggler_traits{160};
inline constexpr Purpose smuggler_convicted{161};
inline constexpr Purpose smuggler_exit{162};
inline constexpr Purpose smuggler_entry{163};
// What is watched of the run; changes no person. Subject = person.
inline constexpr Purpose panel_choice{250};
inline constexpr Purpose death_recorded{251};
inline constexpr Purpose survey{252};          ///< subject = community
inline constexpr Purpose welfare_sample{253};  ///< subject = community
// Seasons and removals; subject = person.
inline constexpr Purpose removal_course{200};  ///< index 0 detention, 1 outside, 2 bed, 3 relief
inline constexpr Purpose removal_case{201};    ///< index 0 end, 1 relief, 2 appearance
inline constexpr Purpose season_recall{202};
inline constexpr Purpose first_carry{203};  ///< subject = cell, index = what is carried
}  // namespace purpose

}  // namespace rumbo::migration
