// Scarce places: yearly quotas as whole places a month, admissions, waiting times.
//
// Fractions of places are never lost: what a month leaves over is state and goes to
// the next. May include: base, maths.
#pragma once
#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// Places taken when some apply: the smaller of both.
constexpr int64_t admitted(int64_t places, int64_t applicants) {
  const int64_t smaller = places < applicants ? places : applicants;
  return smaller > 0 ? smaller : 0;
}

/// Chance of an applicant in a lottery, min(1, places / applicants); 1 if nobody applies.
constexpr double admission_chance(double places, double applicants) {
  return applicants > places ? places / applicants : 1.0;
}

/// Expected wait in a queue served in order (Little's law, length = rate x wait).
///
/// queue    persons waiting, >= 0; served  per month, >= 0
/// returns  months; infinite if nobody is served and somebody waits
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

/// Months that a known wait is a mean of: those asked for, or as many as the places of one
/// simulated person take to come where that is longer, for then most months say nothing; at first
/// all there have been. Where persons come one by one it is what is asked for.
///
/// months  >= 1; weight  persons that a simulated one stands for; places  a month, >= 0
/// months_so_far  this one included, >= 1
constexpr double wait_memory(double months, int64_t weight, double places, double months_so_far) {
  constexpr double longest = 600;
  const double of_one = places > 0 ? static_cast<double>(weight) / places : longest;
  const double wanted = of_one < longest ? (of_one > months ? of_one : months) : longest;
  return wanted < months_so_far ? wanted : months_so_far;
}

/// A wait as applicants know it: an exponential mean over so many months.
/// known, now  months, >= 0; memory  months, >= 1
constexpr double known_wait(double known, double now, double memory) {
  return known + (now - known) / memory;
}

/// Simulated persons whose places are kept while nobody asks for them. With one alone, f / (1 + f)
/// of the places are lost to those who ask f times as often as places come (half at f = 1), where a
/// real market or quota, whose persons come in small change, loses hardly any; with ten a
/// twentieth.
inline constexpr int64_t persons_kept_for = 10;

/// Places that may be carried over: a year's, or those of so many simulated persons.
/// weight  persons that a simulated one stands for, >= 1
constexpr double most_carried(double places_per_year, int64_t weight) {
  const auto kept = static_cast<double>(persons_kept_for * weight);
  return places_per_year > kept ? places_per_year : kept;
}

/// Persons waiting after a month of arrivals and at most `capacity` decisions.
constexpr double queue_after(double queue, double arrivals, double capacity) {
  const double waiting = queue + arrivals - capacity;
  return waiting > 0 ? waiting : 0.0;
}

/// What becomes of whole places that nobody took in a month.
enum class UnusedPlaces : uint8_t { lapse, keep_within_year };

/// Yearly quotas of several programmes, given out in whole places month by month.
///
/// Twelve months of one quota give exactly the quota, to a millionth of a place.
class MonthlyQuotas {
 public:
  explicit MonthlyQuotas(size_t n_programmes, UnusedPlaces unused = UnusedPlaces::keep_within_year);

  /// Places open this month; once a month and programme.
  /// places_per_year  >= 0, may change from month to month; month_of_year  1 to 12
  int64_t open(size_t programme, double places_per_year, int month_of_year);

  /// Tells how many of the open places were taken (0 to the number open).
  void take(size_t programme, int64_t places);

  size_t size() const { return open_.size(); }

  /// State of a run; the prefix keeps names unique.
  void archive(Archive& archive, const std::string& prefix);

 private:
  UnusedPlaces unused_;
  std::vector<int64_t> fraction_;  ///< of a place, in millionths x 12
  std::vector<int64_t> open_;      ///< whole places not yet taken
};

}  // namespace rumbo::migration
