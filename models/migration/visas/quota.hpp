// Scarce places: waiting times, demand as it is known, places meant for a month. The counters that
// keep what a month leaves over are in visa_counters.hpp. Other rooms may include it. May include:
// maths.
#pragma once
#include <algorithm>
#include <cstdint>
#include <limits>

#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// Expected wait in a queue served in order (Little's law, length = rate x wait).
///
/// queue    persons waiting, >= 0; served  per month, >= 0
/// returns  months; infinite if no one is served and someone waits
constexpr double expected_wait(double queue, double served) {
  if (queue <= 0) return 0.0;
  return served > 0 ? queue / served : std::numeric_limits<double>::infinity();
}

/// Chance of being served within so many months, when all who ask would take `wait` months.
///
/// is_queue  in order of asking; else by a lottery every month: 1 - (1 - 1 / wait)^months
inline double granted_within(double wait, double months, bool is_queue) {
  if (wait <= 1) return 1.0;
  if (is_queue) return std::min(1.0, months / wait);
  return -rumbo::expm1(months * rumbo::log1p(-1 / wait));
}

/// Months that known demand is a mean of: those asked for, or as many as part of one simulated
/// person takes to ask where that is longer (at most 600), for then a month says little; at first
/// all there have been.
///
/// In a lottery demand is known by the chances of all who ask (AskedInMean): three tenths of a
/// person are some ten who might have asked. A longer mean lags where demand grows; a shorter one
/// is noise.
///
/// months  >= 1; weight  persons that a simulated one stands for; demand  persons a month, as known
/// so far, >= 0; months_so_far  this one included, >= 1
constexpr double demand_memory(double months, int64_t weight, double demand, double months_so_far) {
  constexpr double longest = 600, persons = 0.3;
  const double of_some = persons * static_cast<double>(weight);
  const double needed = of_some < longest * demand ? of_some / demand : longest;
  return std::min(months_so_far, std::max(months, needed));
}

/// Simulated persons for which room is kept while no one asks for it. With one alone, f / (1 + f)
/// of those who ask are refused where f times as many ask as there comes room (half of them at
/// f = 1), while of real persons, who come in small change, only those are for whom there is none;
/// with ten a twentieth is refused at f = 1.
inline constexpr int64_t persons_kept_for = 10;

/// Simulated persons over whose places a quota holds. Over more, what was given in advance while
/// demand grew faster than was known is paid back too late; over fewer, who asks soon after
/// another was given a place is refused more often than real persons are.
inline constexpr int64_t persons_balanced = 5;

/// Places left over that are kept beside the month's own: a year's, or those of persons_balanced
/// simulated persons.
/// places  a month; weight  persons that a simulated one stands for, >= 1
constexpr double most_carried(double places, int64_t weight) {
  return std::max(12 * places, static_cast<double>(persons_balanced * weight));
}

/// Places meant for those who ask in a month.
///
/// Where a month has places for persons_balanced simulated persons or more, all there are. Else the
/// chance min(1, places / demand) for each who asks, wherever places went before, as if persons
/// came one by one (nearly, where those of one month stand for unlike numbers); where demand is
/// higher, the chance is higher while places are left over and lower while some were given in
/// advance, so that the quota holds over the places of persons_balanced, and no more are given in
/// advance.
///
/// asked   persons of this month, >= 0; demand  persons a month on average, >= 0
/// places  that come a month, >= 0; held  left over from before, < 0 if given in advance
/// weight  persons that a simulated one stands for, the most that any does
/// returns persons, 0 to `asked`, perhaps a part of one
constexpr double places_meant(double asked, double demand, double places, double held,
                              int64_t weight) {
  const double balance = static_cast<double>(persons_balanced * weight);
  const bool is_given_as_it_comes = places >= balance;
  const double there_are = std::max(0.0, places + held + (is_given_as_it_comes ? 0 : balance));
  if (is_given_as_it_comes || demand <= places) return std::min(asked, there_are);
  const double target = std::max(0.0, places * (1 + held / balance));
  return std::min({asked, target * asked / demand, there_are});
}

}  // namespace rumbo::migration
