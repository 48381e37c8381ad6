// See plain_labour.hpp.
#include "reference/plain_labour.hpp"

#include <algorithm>

#include "engine/base/checked.hpp"
#include "engine/base/money.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

namespace {

using BySkillGroup = PlainMarket::BySkillGroup;
constexpr size_t native = 0, immigrant = 1;

/// Workers as the market counts them, and their composites.
struct Workers {
  BySkillGroup of{};
  std::array<double, n_skills> composite{};
  double labour = 0;
};

/// One over the elasticity of substitution.
double inverse_of_groups(const State& state) {
  return 1 / state.value(state.parameters->labour.substitution_native_immigrant);
}
double inverse_of_skills(const State& state) {
  return 1 / state.value(state.parameters->labour.substitution_skill);
}

/// A yearly figure in the middle of a month, linear between the middles of years.
double in_month(const Grid& yearly, size_t place, Month month) {
  const double after_middle = (month.month_of_year() - 0.5) / 12.0 - 0.5;
  const double here = yearly(place, year_index(month.year()));
  if (after_middle < 0)
    return here * (1 + after_middle) + yearly(place, year_index(month.year() - 1)) * -after_middle;
  return here * (1 - after_middle) + yearly(place, year_index(month.year() + 1)) * after_middle;
}

/// Composite of natives and immigrants of a skill.
double of_groups(double native_weight, const std::array<double, 2>& workers, double inverse) {
  const double natives = native_weight * pow(workers[native], 1 - inverse);
  const double immigrants = (1 - native_weight) * pow(workers[immigrant], 1 - inverse);
  return pow(natives + immigrants, 1 / (1 - inverse));
}

/// Natives at least their floor, immigrants at least a hundredth of the natives of their skill.
BySkillGroup at_least(const PlainMarket& market, BySkillGroup workers) {
  for (size_t s = 0; s < n_skills; ++s) {
    workers[s][native] = std::max(workers[s][native], market.least_natives[s]);
    workers[s][immigrant] = std::max(workers[s][immigrant], 0.01 * workers[s][native]);
  }
  return workers;
}

Workers composed(const State& state, const PlainMarket& market, const BySkillGroup& workers) {
  const double inverse = inverse_of_skills(state);
  Workers result;
  result.of = at_least(market, workers);
  double sum = 0;
  for (size_t s = 0; s < n_skills; ++s) {
    result.composite[s] =
        of_groups(market.native_weight[s], result.of[s], inverse_of_groups(state));
    sum += market.skill_weight[s] * pow(result.composite[s], 1 - inverse);
  }
  result.labour = pow(sum, 1 / (1 - inverse));
  return result;
}

/// Marginal product of natives or immigrants of a skill, over the wage level.
double product_of(const State& state, const PlainMarket& market, const Workers& workers,
                  size_t skill, size_t group) {
  const double share =
      group == native ? market.native_weight[skill] : 1 - market.native_weight[skill];
  const double composite = workers.composite[skill];
  const double of_skill =
      market.skill_weight[skill] * pow(workers.labour / composite, inverse_of_skills(state));
  return of_skill * (share * pow(composite / workers.of[skill][group], inverse_of_groups(state)));
}

double workers_in(const State& state, size_t place, size_t skill, WorkerGroup group) {
  const int64_t n = state.labour.workers[worker_cell(place, skill, static_cast<size_t>(group))];
  return n < 0 ? 0 : static_cast<double>(n);
}

/// Wage of a skill in the first month by the table of wages: Mincer's return to schooling.
double start_wage(const State& state, size_t place, size_t skill) {
  constexpr double years[] = {5, 11, 16};
  return in_month(state.world->wage, place, state.first_month) *
         exp(state.value(state.parameters->labour.schooling_return) * years[skill]);
}

/// Weights with which natives and immigrants of a skill earn the same wage at the start.
void set_skill(const State& state, PlainMarket& market, const BySkillGroup& workers, size_t place,
               size_t s) {
  const double groups = inverse_of_groups(state);
  const double n = workers[s][native], m = workers[s][immigrant];
  market.native_weight[s] = 1 / (1 + pow(m / n, groups));
  const double composite = of_groups(market.native_weight[s], workers[s], groups);
  const double price =
      start_wage(state, place, s) / (market.native_weight[s] * pow(composite / n, groups));
  market.skill_weight[s] = price * pow(composite, inverse_of_skills(state));
  market.at_start[s] = n + m;
}

PlainMarket market_at_start(const State& state, size_t place) {
  PlainMarket market;
  BySkillGroup workers;
  double natives = 0;
  for (size_t s = 0; s < n_skills; ++s) {
    workers[s] = {std::max(1.0, workers_in(state, place, s, WorkerGroup::native)),
                  workers_in(state, place, s, WorkerGroup::regular) +
                      workers_in(state, place, s, WorkerGroup::irregular)};
    natives += workers[s][native];
  }
  for (size_t s = 0; s < n_skills; ++s)
    market.least_natives[s] = std::max(1e-3 * workers[s][native], 1e-6 * natives);
  workers = at_least(market, workers);
  for (size_t s = 0; s < n_skills; ++s) set_skill(state, market, workers, place, s);
  const auto weight = market.skill_weight;
  for (double& w : market.skill_weight) w /= weight[0] + weight[1] + weight[2];
  const Workers start = composed(state, market, workers);
  market.wage_level = start_wage(state, place, 0) / product_of(state, market, start, 0, native);
  const double labour_share = in_month(state.world->labour_share, place, state.first_month);
  market.capital_share = 1 - std::clamp(labour_share, 0.2, 1.0);
  market.capital = start.labour;
  return market;
}

/// Persons of 15 to 64 of the table of population.
double of_working_age(const World& world, size_t place, Month month) {
  double sum = 0;
  for (int five_years = 3; five_years <= 12; ++five_years)
    for (const int sex : {0, 1}) sum += world.population_in(place, month, five_years, sex);
  return sum;
}

/// Now over the first month; 1 where either is nothing.
double growth(double then, double now) {
  return then > 0 && now > 0 ? now / then : 1;
}

/// Wages of natives, regular and irregular immigrants of a skill, and its share with a job.
struct Pay {
  std::array<double, n_worker_groups> wage{};
  double employment = 0;
};
using PayBySkill = std::array<Pay, n_skills>;

/// What moves all wages of a place alike.
double wage_index(const State& state, size_t place, Month month) {
  const double then = in_month(state.world->wage, place, state.first_month);
  const double now = in_month(state.world->wage, place, month);
  return (then > 0 ? now / then : 1) * state.shocks.income_left[place] *
         state.value(state.parameters->development.income_factor, place);
}

/// Outside, natives are numbers, so wages are given.
PayBySkill pay_outside(const State& state, size_t place, Month month) {
  const double lost = state.value(state.parameters->labour.irregular_penalty, place);
  PayBySkill pay;
  for (size_t s = 0; s < n_skills; ++s) {
    const double wage = start_wage(state, place, s) * wage_index(state, place, month);
    pay[s].wage = {wage, wage, wage * (1 - lost)};
    pay[s].employment = 1 - in_month(state.world->unemployment, place, month);
  }
  return pay;
}

/// Inside, relative numbers move relative wages, and capital follows labour.
PayBySkill pay_inside(const State& state, PlainMarket& market, size_t place, Month month) {
  const auto& ids = state.parameters->labour;
  const double lost = state.value(ids.irregular_penalty, place);
  const double births = growth(of_working_age(*state.world, place, state.first_month),
                               of_working_age(*state.world, place, month));
  BySkillGroup workers;
  for (size_t s = 0; s < n_skills; ++s)
    workers[s] = {workers_in(state, place, s, WorkerGroup::native) / births,
                  (workers_in(state, place, s, WorkerGroup::regular) +
                   workers_in(state, place, s, WorkerGroup::irregular)) /
                      births};
  const Workers now = composed(state, market, workers);
  const double capital_gap = market.capital / now.labour;
  const double level =
      market.wage_level * wage_index(state, place, month) * pow(capital_gap, market.capital_share);
  PayBySkill pay;
  for (size_t s = 0; s < n_skills; ++s) {
    const double of_immigrants = level * product_of(state, market, now, s, immigrant);
    pay[s].wage = {level * product_of(state, market, now, s, native), of_immigrants,
                   of_immigrants * (1 - lost)};
    const double crowding = (now.of[s][native] + now.of[s][immigrant]) / market.at_start[s];
    pay[s].employment = std::min(1.0, (1 - in_month(state.world->unemployment, place, month)) *
                                          pow(crowding, -state.value(ids.displacement)));
  }
  constexpr double log_2 = 0.69314718055994530942;
  const double half_life = state.value(ids.capital_half_life);
  const double gap_left = half_life > 0 ? exp(-log_2 * (1 / 12.0) / half_life) : 0;
  market.capital = now.labour * pow(capital_gap, gap_left);
  return pay;
}

/// Share of a wage that hostility leaves.
double left_by_hostility(const State& state, size_t place, WorkerGroup group) {
  const auto& ids = state.parameters->hostility;
  if (group == WorkerGroup::native || state.hostility.level.empty()) return 1;
  const double felt = state.value(ids.weight) * state.hostility.level[place];
  return 1 -
         state.value(group == WorkerGroup::regular ? ids.discrimination : ids.wage_effect) * felt;
}

/// Takes from wage and jobs of those without the right to work what fines on employers do: with the
/// expected fine s in wages and a share p passed on, 1 - p s and (1 + (1 - p) s)^-elasticity.
void sanction(const State& state, size_t place, double price, double& wage, double& employment) {
  const auto& ids = state.parameters->labour;
  const double fine =
      state.value(ids.sanction_risk, place) * state.value(ids.sanction_fine_usd, place);
  if (fine <= 0 || wage * price <= 0) return;
  const double s = std::min(1.0, fine / (wage * price)), p = state.value(ids.sanction_pass_through);
  wage *= 1 - p * s;
  employment *= pow(1 + (1 - p) * s, -state.value(ids.sanction_elasticity));
}

void write_pay(State& state, size_t place, Month month, const PayBySkill& pay) {
  const double price = in_month(state.world->price_level, place, month);
  Labour& table = state.labour;
  for (size_t s = 0; s < n_skills; ++s) {
    table.employment(place, s) = pay[s].employment;
    for (const WorkerGroup group :
         {WorkerGroup::native, WorkerGroup::regular, WorkerGroup::irregular}) {
      const auto g = static_cast<size_t>(group);
      double wage = pay[s].wage[g] * left_by_hostility(state, place, group);
      double employment = pay[s].employment;
      if (group == WorkerGroup::irregular) {
        sanction(state, place, price, wage, employment);
        table.irregular_employment(place, s) = employment;
      }
      table.income(place, s, g) = wage * employment / 1000;
      table.market_wage[(place * n_skills + s) * n_worker_groups + g] = wage * price;
      for (size_t e = 0; e < n_earnings_classes; ++e)
        table.earnings[earnings_cell(place, s, g, e)] =
            cents_from_usd(wage * price * employment * earnings_multiplier[e] / 12);
    }
  }
}

}  // namespace

std::vector<PlainMarket> plain_markets(const State& state) {
  std::vector<PlainMarket> markets(state.n_places());
  for (size_t p = 0; p < markets.size(); ++p)
    if (state.world->is_inside(p)) markets[p] = market_at_start(state, p);
  return markets;
}

void plain_labour(State& state, std::vector<PlainMarket>& markets, Month month) {
  Labour& table = state.labour;
  const size_t cells = state.n_places() * n_skills * n_worker_groups;
  table.earnings.assign(cells * n_earnings_classes, 0);
  table.market_wage.assign(cells, 0);
  table.income = Grid(state.n_places(), n_skills, n_worker_groups);
  table.employment = Grid(state.n_places(), n_skills);
  table.irregular_employment = Grid(state.n_places(), n_skills);
  for (size_t p = 0; p < state.n_places(); ++p) {
    if (state.world->is_inside(p))
      write_pay(state, p, month, pay_inside(state, markets[p], p, month));
    else if (state.world->is_alive(p))
      write_pay(state, p, month, pay_outside(state, p, month));
  }
}

std::vector<int64_t> plain_fines(const State& state) {
  const auto& ids = state.parameters->labour;
  std::vector<int64_t> cents;
  for (size_t p = 0; p < state.n_places(); ++p) {
    double found = 0;
    for (size_t s = 0; s < n_skills; ++s)
      found += workers_in(state, p, s, WorkerGroup::irregular) *
               state.labour.irregular_employment(p, s) * state.value(ids.sanction_risk, p) / 12;
    cents.push_back(rounded_count(found * state.value(ids.sanction_fine_usd, p) * 100));
  }
  return cents;
}

}  // namespace rumbo::migration
