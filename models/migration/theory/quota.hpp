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

/// Months that the demand which applicants know is a mean of: those asked for, or as many as the
/// places of one simulated person take to come where that is longer (at most 600), for then most
/// months say nothing; at first all there have been.
///
/// months  >= 1; weight  persons that a simulated one stands for; places  a month, > 0
/// months_so_far  this one included, >= 1
constexpr double demand_memory(double months, int64_t weight, double places, double months_so_far) {
  constexpr double longest = 600;
  const double of_one = static_cast<double>(weight) / places;
  return std::min(months_so_far, std::max(months, std::min(of_one, longest)));
}

/// Simulated persons whose places are kept while nobody asks for them. With one alone, f / (1 + f)
/// of those who ask are refused where f times as many ask as places come (half of them at f = 1),
/// while of real persons, who come in small change, only those are for whom there is no place; with
/// ten a twentieth is refused at f = 1.
inline constexpr int64_t persons_kept_for = 10;

/// Places that may be carried over: a year's, or those of so many simulated persons.
/// weight  persons that a simulated one stands for, >= 1
constexpr double most_carried(double places_per_year, int64_t weight) {
  return std::max(places_per_year, static_cast<double>(persons_kept_for * weight));
}

/// What is left of the places carried over when fewer are given out: beyond those of one person,
/// they are cut as the places are. carry, one_person  same unit; share  left of the places, [0, 1]
constexpr int64_t carry_after_cut(int64_t carry, int64_t one_person, double share) {
  if (carry <= one_person) return carry;
  return one_person + static_cast<int64_t>(static_cast<double>(carry - one_person) * share);
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
