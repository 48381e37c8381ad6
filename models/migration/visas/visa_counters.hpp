// Places for visas from month to month: what is left of them, and how many ask.
//
// One counter for each kind of visa on each corridor. May include: engine.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/base/checked.hpp"
#include "models/migration/visas/quota.hpp"

namespace rumbo::migration {

/// [corridor, kind] each.
struct VisaCounters {
  static constexpr int64_t millionth = 1000000;

  std::vector<int64_t> carry;        ///< places left over in millionths; < 0: given in advance
  std::vector<double> places;        ///< a year, of the last month
  std::vector<double> demand;        ///< persons who ask a month, as is known
  std::vector<int64_t> months_open;  ///< with places, without a break

  void resize(size_t cells) {
    carry.assign(cells, 0);
    places.assign(cells, 0);
    demand.assign(cells, 0);
    months_open.assign(cells, 0);
  }

  /// Begins a month: notes its places, and how many would ask for them on average. Places left
  /// over, and those given in advance, are cut as places are.
  /// places_per_year  >= 0; asked  persons on average; memory_months  that demand is a mean of,
  /// where persons come one by one; weight  persons that a simulated one stands for, the most
  void begin_month(size_t cell, double places_per_year, double asked, double memory_months,
                   int64_t weight) {
    if (places_per_year < places[cell])
      carry[cell] = saturating_cast<int64_t>(static_cast<double>(carry[cell]) *
                                             (places_per_year / places[cell]));
    places[cell] = places_per_year;
    months_open[cell] = places_per_year > 0 ? months_open[cell] + 1 : 0;
    const double memory =
        demand_memory(memory_months, weight, demand[cell], static_cast<double>(months_open[cell]));
    if (months_open[cell] > 0)
      demand[cell] += (asked - demand[cell]) / memory;
    else
      demand[cell] = 0;  // who would ask if it opened is not known
  }

  /// Adds the month's places and returns those meant for who asks, perhaps a part of one; none
  /// where no places come. After begin_month().
  ///
  /// asked  persons, >= 0; weight  as in begin_month()
  double open(size_t cell, int64_t asked, int64_t weight) {
    if (places[cell] <= 0) return 0;
    const double month = places[cell] / 12;
    const double most = most_carried(month, weight);
    carry[cell] = std::min(carry[cell], saturating_cast<int64_t>(most * millionth));
    const double held = static_cast<double>(carry[cell]) / millionth;
    carry[cell] = saturating_add(carry[cell], saturating_cast<int64_t>(month * millionth));
    return places_meant(static_cast<double>(asked), demand[cell], month, held, weight);
  }

  /// Takes what was granted: at most what open() returned and less than one simulated person more.
  void take(size_t cell, int64_t granted) { carry[cell] -= granted * millionth; }
};

}  // namespace rumbo::migration
