// Places for visas from month to month: what is left of them, and how many ask.
//
// One counter for each kind of visa on each corridor. May include: engine, theory.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "models/migration/theory/quota.hpp"

namespace rumbo::migration {

/// [corridor, kind] each.
struct VisaCounters {
  static constexpr int64_t millionth = 1000000;

  std::vector<int64_t> carry;        ///< unspent places in millionths
  std::vector<double> places;        ///< a year, of the last month
  std::vector<double> demand;        ///< persons who ask a month, as applicants know it
  std::vector<int64_t> months_open;  ///< with places, without a break

  void resize(size_t cells) {
    carry.assign(cells, 0);
    places.assign(cells, 0);
    demand.assign(cells, 0);
    months_open.assign(cells, 0);
  }

  /// Adds a month's places and returns the whole ones open now.
  /// places_per_year  >= 0; weight  of whom asks or might, the largest
  int64_t open(size_t cell, double places_per_year, int64_t weight) {
    if (places_per_year < places[cell])
      carry[cell] =
          carry_after_cut(carry[cell], weight * millionth, places_per_year / places[cell]);
    places[cell] = places_per_year;
    months_open[cell] = places_per_year > 0 ? months_open[cell] + 1 : 0;
    if (months_open[cell] == 0) demand[cell] = 0;  // who would ask if it opened is not known
    const double most = most_carried(places_per_year, weight) * static_cast<double>(millionth);
    carry[cell] += static_cast<int64_t>(places_per_year * millionth / 12);
    carry[cell] = std::min(carry[cell], static_cast<int64_t>(most));
    return carry[cell] / millionth;
  }

  /// Notes how many asked this month and how many of them got a place, after open().
  /// memory_months  that demand is a mean of, where persons come one by one
  void close(size_t cell, int64_t asked, int64_t granted, double memory_months, int64_t weight) {
    carry[cell] -= granted * millionth;
    if (months_open[cell] == 0) return;
    const double memory = demand_memory(memory_months, weight, places[cell] / 12,
                                        static_cast<double>(months_open[cell]));
    demand[cell] += (static_cast<double>(asked) - demand[cell]) / memory;
  }
};

}  // namespace rumbo::migration
