// The small dense tables of a month that every person's mechanisms read.
//
// Filled by the table phases, read-only to persons. May include: base.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "engine/base/money.hpp"
#include "engine/base/month.hpp"
#include "models/migration/households/care.hpp"
#include "models/migration/labour/labour_market.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/world/grid.hpp"

namespace rumbo::migration {

inline constexpr int n_stay_years = 61;  ///< years of stay told apart, the last for all longer

struct MonthTables {
  // Demography, probabilities a month.
  Grid death;                        ///< [place, sex, life group]
  Grid birth;                        ///< [place, mother group], of a woman
  std::vector<double> male_share;    ///< [place] of newborns
  std::vector<BySkill> skill_share;  ///< [place] of those who grow up now
  Month vital_month;                 ///< when births and deaths were last set
  double union_start = 0, union_end = 0;

  // Wages.
  std::vector<Cents> earnings;      ///< [place, skill, group, earnings class] cents a month, market
  Grid employment;                  ///< [place, skill] share of workers with a job
  Grid irregular_employment;        ///< [place, skill] of those without the right to work
  Grid income;                      ///< [place, skill, group] expected, 1,000 PPP USD a year
  std::vector<double> market_wage;  ///< [place, skill, group] USD a year at market rates

  // Money.
  std::vector<float> remitted;         ///< [sender, receiver, years of stay] share of earnings sent
  std::vector<float> remittance_cost;  ///< [sender, receiver] share of the amount
  std::vector<float> remittance_gain;  ///< [sender, receiver] what policies took off that share
  float saved_abroad = 0, consumed = 0;
  Month money_month;  ///< when the two above were last set

  // Leaving a place of stay, probabilities a month.
  std::array<std::array<double, n_stay_years>, 3>
      go_back{};                         ///< [irregular, regular, citizen][years]
  std::vector<double> reentry_factor;    ///< [origin * n + residence], <= 1
  std::vector<double> reservoir_return;  ///< [origin * n + residence] of those born there
  std::vector<double> removal;           ///< [place]
  std::vector<double> wrongful_removal;  ///< [place] of those with a right to stay, no citizens
  std::vector<double> bed_share;         ///< [place] of those to be detained who find a bed
  std::vector<double> adjustment;        ///< [place] from no right to stay to a permanent one
  std::vector<double> departure;         ///< [place] of natives to reservoirs, at the peak age
  std::vector<double> assisted;          ///< [place] going back by a programme that pays for it
  double retirement_factor = 1;
  double season_end = 0, season_overstay = 0;
  double work_end = 0, naturalization = 0, visit_months = 6, settle_share = 0, overstay = 0;
  int permanence_years = 5;

  // Shocks and asylum.
  Grid shock;                         ///< [place, kind] force, in [0, 1] at factor 1
  std::vector<double> shock_utility;  ///< [place] what shocks add to the utility of leaving
  std::vector<double> income_left;    ///< [place] share of wages that shocks leave
  std::vector<double> displacement;   ///< [place] of natives, a month
  std::vector<double> displaced_end;  ///< [place] a month
  std::vector<double> with_grounds;   ///< [place] share of its people who can claim asylum
  std::vector<double> protection;  ///< [origin * n + residence] of those without a right, a month
  std::vector<double> refugee_settle;  ///< [place] a month
  double displaced_propensity = 1, asylum_return = 1;
  // Leaving again, factors on the propensity.
  std::vector<double> returned_again;  ///< [place of birth] of those who went back
  std::vector<double> removed_again;   ///< [place of birth] of those removed
  double ties_again = 1;               ///< more, of those back with household members abroad
  double removed_credit = 1;           ///< factor on credit of those removed
  std::vector<double> return_safety;   ///< [place of birth] factor on recruitment of those back

  // Age.
  std::array<double, 120> age_factor{};  ///< [years] propensity to move, 1 at its peak
  double female_factor = 1;
  CareRules care;
};

constexpr size_t earnings_cell(size_t place, size_t skill, size_t group, size_t earnings) {
  return ((place * n_skills + skill) * n_worker_groups + group) * n_earnings_classes + earnings;
}

}  // namespace rumbo::migration
