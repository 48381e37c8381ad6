// Wages and employment by place, skill and right to stay. docs/model.md: Labour.
#include "models/migration/labour/labour.hpp"

#include <algorithm>

#include "engine/base/checked.hpp"
#include "engine/base/money.hpp"
#include "models/migration/hostility/hostility.hpp"
#include "models/migration/labour/labour_market.hpp"
#include "models/migration/labour/labour_start.hpp"
#include "models/migration/labour/sanctions.hpp"
#include "models/migration/money/accounts.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/policy_use/results.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

/// A series of yearly figures in a month, linear between the middles of years.
double in_month(const Grid& series, size_t place, Month month) {
  const double time = (month.month_of_year() - 0.5) / 12.0 - 0.5;
  const int other = month.year() + (time < 0 ? -1 : 1);
  const double share = time < 0 ? -time : time;
  return series(place, year_index(month.year())) * (1 - share) +
         series(place, year_index(other)) * share;
}

BySkill start_wages(Rooms<> state, size_t place) {
  const double unit_wage = in_month(state.run.world->wage, place, state.run.first_month);
  return skill_wages(unit_wage, 0.0, default_schooling_years,
                     state.value(state.run.parameters->labour.schooling_return));
}

/// Persons of working age by the population table: what births and deaths did to the supply.
double table_workers(const World& world, size_t place, Month month) {
  double sum = 0;
  for (int group = 3; group < 13; ++group)
    for (int sex = 0; sex < 2; ++sex) sum += world.population_in(place, month, group, sex);
  return sum;
}

/// Growth of the working-age population of the table since the start; none where it had no persons,
/// or has none now.
double natural_growth(Rooms<> state, size_t place, Month month) {
  const double then = table_workers(*state.run.world, place, state.run.first_month),
               now = table_workers(*state.run.world, place, month);
  return then > 0 && now > 0 ? now / then : 1;
}

/// Wages of the table over those of the start; 1 where it had none.
double wage_growth(Rooms<> state, size_t place, Month month) {
  const double then = in_month(state.run.world->wage, place, state.run.first_month);
  return then > 0 ? in_month(state.run.world->wage, place, month) / then : 1;
}

BySkill supply(Rooms<const Labour> state, size_t place, WorkerGroup group) {
  BySkill workers{};
  for (size_t s = 0; s < n_skills; ++s)
    workers[s] = static_cast<double>(std::max<int64_t>(
        0, state.labour.workers[worker_cell(place, s, static_cast<size_t>(group))]));
  return workers;
}

/// Wages of an outside place: its natives are numbers, so migrants do not move them.
LabourOutcome given_wages(Rooms<> state, size_t place, double index, double unemployment,
                          double penalty) {
  LabourOutcome outcome;
  const BySkill wages = start_wages(state, place);
  for (size_t s = 0; s < n_skills; ++s) {
    outcome.wage[s] = {wages[s] * index, wages[s] * index, wages[s] * index * (1 - penalty)};
    outcome.employment[s] = 1 - unemployment;
  }
  outcome.labour = 1;
  return outcome;
}

SanctionRules sanction_rules(Rooms<> state, size_t place) {
  const auto& ids = state.run.parameters->labour;
  return {state.value(ids.sanction_risk, place), state.value(ids.sanction_fine_usd, place),
          state.value(ids.sanction_pass_through), state.value(ids.sanction_elasticity)};
}

/// Share of the wage of a group that hostility at a place leaves.
double wage_left_by_hostility(Rooms<const Hostility> state, size_t place, size_t group) {
  const auto& ids = state.run.parameters->hostility;
  switch (static_cast<WorkerGroup>(group)) {
    case WorkerGroup::native:
      return 1;
    case WorkerGroup::regular:
      return 1 - state.value(ids.discrimination) * hostile(state, place);
    case WorkerGroup::irregular:
      return 1 - state.value(ids.wage_effect) * hostile(state, place);
  }
  return 1;
}

void write_outcome(Rooms<Labour, const Hostility> state, size_t place, Month month,
                   const LabourOutcome& outcome) {
  const double price = in_month(state.run.world->price_level, place, month);
  const SanctionRules rules = sanction_rules(state, place);
  for (size_t s = 0; s < n_skills; ++s) {
    for (size_t g = 0; g < n_worker_groups; ++g) {
      const bool may_work = g != static_cast<size_t>(WorkerGroup::irregular);
      const double wage = outcome.wage[s][g] * wage_left_by_hostility(state, place, g);
      const SanctionEffect effect =
          may_work ? SanctionEffect{} : sanction_effect(rules, wage * price);
      const double yearly = wage * effect.wage,
                   employment = outcome.employment[s] * effect.employment;
      state.labour.income(place, s, g) = yearly * employment / 1000;
      state.labour.market_wage[(place * n_skills + s) * n_worker_groups + g] = yearly * price;
      for (size_t e = 0; e < n_earnings_classes; ++e)
        state.labour.earnings[earnings_cell(place, s, g, e)] =
            cents_from_usd(yearly * price * employment * earnings_multiplier[e] / 12);
      if (!may_work) state.labour.irregular_employment(place, s) = employment;
    }
    state.labour.employment(place, s) = outcome.employment[s];
  }
}

}  // namespace

void start_labour(Rooms<Labour> state) {
  const World& world = *state.run.world;
  const auto& ids = state.run.parameters->labour;
  LabourParameters p;
  p.native_immigrant_substitution = state.value(ids.substitution_native_immigrant);
  p.skill_substitution = state.value(ids.substitution_skill);
  p.capital_half_life_years = state.value(ids.capital_half_life);
  p.displacement = state.value(ids.displacement);
  state.labour.market = LabourMarket(state.n_places(), p);
  for (size_t place = 0; place < state.n_places(); ++place) {
    if (!world.is_inside(place)) continue;
    LabourStart start;
    start.natives = supply(state, place, WorkerGroup::native);
    const BySkill regular = supply(state, place, WorkerGroup::regular),
                  irregular = supply(state, place, WorkerGroup::irregular);
    for (size_t s = 0; s < n_skills; ++s) {
      start.natives[s] = std::max(1.0, start.natives[s]);
      start.immigrants[s] = regular[s] + irregular[s];
    }
    start.native_wage = start_wages(state, place);
    start.labour_share =
        std::clamp(in_month(world.labour_share, place, state.run.first_month), 0.2, 1.0);
    state.labour.market.calibrate(place, start);
  }
}

void clear_labour(Rooms<Labour, const Shocks, const Hostility> state, Month month) {
  const World& world = *state.run.world;
  const size_t n = state.n_places();
  if (state.labour.earnings.empty()) {
    state.labour.earnings.assign(n * n_skills * n_worker_groups * n_earnings_classes, 0);
    state.labour.market_wage.assign(n * n_skills * n_worker_groups, 0);
    state.labour.income = Grid(n, n_skills, n_worker_groups);
    state.labour.employment = Grid(n, n_skills);
    state.labour.irregular_employment = Grid(n, n_skills);
  }
  for (size_t place = 0; place < n; ++place) {
    if (!world.is_alive(place)) continue;
    const double index = wage_growth(state, place, month) * state.shocks.income_left[place] *
                         state.value(state.run.parameters->development.income_factor, place);
    const double unemployment = in_month(world.unemployment, place, month);
    const double penalty = state.value(state.run.parameters->labour.irregular_penalty, place);
    if (!world.is_inside(place)) {
      write_outcome(state, place, month, given_wages(state, place, index, unemployment, penalty));
      continue;
    }
    LabourConditions now;
    now.natives = supply(state, place, WorkerGroup::native);
    now.regular = supply(state, place, WorkerGroup::regular);
    now.irregular = supply(state, place, WorkerGroup::irregular);
    now.natural_growth.fill(natural_growth(state, place, month));
    now.wage_index = index;
    now.unemployment = unemployment;
    now.irregular_penalty = penalty;
    const LabourOutcome outcome = state.labour.market.clear(place, now);
    state.labour.market.adjust_capital(place, outcome.labour);
    write_outcome(state, place, month, outcome);
  }
}

/// Expected fines, on the residents of the end of last month.
void fine_employers(Rooms<Sums, const Labour> state, Month) {
  for (size_t place = 0; place < state.n_places(); ++place) {
    const SanctionRules rules = sanction_rules(state, place);
    if (rules.risk <= 0) continue;
    const BySkill irregular = supply(state, place, WorkerGroup::irregular);
    double found = 0;  // a month
    for (size_t s = 0; s < n_skills; ++s)
      found += irregular[s] * state.labour.irregular_employment(place, s) * rules.risk / 12;
    const int64_t cents = rounded_count(found * rules.fine_usd * 100);
    state.sums.ledger.global().transfer(static_cast<size_t>(Account::employers),
                                        static_cast<size_t>(Account::states), cents);
    state.sums.tallies.global().add(result_tables().labour.employer_fines, place, cents);
    const double in_force =
        state.run.plan.base().at(state.run.parameters->labour.sanction_risk, place) / rules.risk;
    count_global_policy_use(state, "employer_sanctions",
                            saturating_cast<int64_t>(found * (1 - in_force) * policy_unit));
  }
}

void start_wages(Rooms<Labour> state) {
  const World& world = *state.run.world;
  state.labour.start_wage_usd.assign(state.n_places() * n_skills, 0);
  for (size_t p = 0; p < state.n_places(); ++p) {
    if (!world.is_alive(p)) continue;
    const size_t year = year_index(state.run.first_month.year());
    const BySkill wages = skill_wages(world.wage(p, year) * world.price_level(p, year), 0.0);
    for (size_t s = 0; s < n_skills; ++s) state.labour.start_wage_usd[p * n_skills + s] = wages[s];
  }
}

void save_labour(Saved& saved, Rooms<Labour> state) {
  state.labour.market.archive(saved.archive);
  for (size_t p = 0; p < state.n_places(); ++p)
    saved.require_finite("labour/capital", {state.labour.market.capital_ratio(p, 1)});
  saved.counts("state/workers", state.labour.workers);
}

}  // namespace rumbo::migration
