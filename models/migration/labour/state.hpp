// Workers, wages and jobs by place.
//
// May include: base, person, world.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/base/money.hpp"
#include "models/migration/labour/labour_market.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/world/grid.hpp"

namespace rumbo::migration {

struct Labour {
  LabourMarket market{0, LabourParameters{}};
  std::vector<int64_t> workers;        ///< [place, skill, group] residents of working age
  std::vector<double> output;          ///< [place] composite labour of the month
  std::vector<double> start_wage_usd;  ///< [place, skill] market USD a year in the first month
  // Of this month.
  std::vector<Cents> earnings;      ///< [place, skill, group, earnings class] cents a month, market
  Grid employment;                  ///< [place, skill] share of workers with a job
  Grid irregular_employment;        ///< [place, skill] of those without the right to work
  Grid income;                      ///< [place, skill, group] expected, 1,000 PPP USD a year
  std::vector<double> market_wage;  ///< [place, skill, group] USD a year at market rates
};
RUMBO_ROOM(Labour, labour)

/// Number of a (place, skill, group) in Labour::workers.
constexpr size_t worker_cell(size_t place, size_t skill, size_t group) {
  return (place * n_skills + skill) * n_worker_groups + group;
}
constexpr size_t earnings_cell(size_t place, size_t skill, size_t group, size_t earnings) {
  return ((place * n_skills + skill) * n_worker_groups + group) * n_earnings_classes + earnings;
}

constexpr WorkerGroup worker_group(Facts f) {
  if (!f.is_foreign_born()) return WorkerGroup::native;
  return is_without_right(f.status()) ? WorkerGroup::irregular : WorkerGroup::regular;
}
constexpr bool is_working_age(int years) {
  return years >= 15 && years < 65;
}

/// Whether a person of this age can work where they live.
constexpr bool is_worker(Facts f, int years) {
  return is_working_age(years) && f.status() != Status::detained;
}

}  // namespace rumbo::migration
