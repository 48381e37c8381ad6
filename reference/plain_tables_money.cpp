// What is sent home, what that costs and what is saved in a month, plainly; see plain_tables.hpp.
#include <algorithm>

#include "engine/base/checked.hpp"
#include "engine/maths/functions.hpp"
#include "reference/plain_tables.hpp"

namespace rumbo::migration {

namespace {

/// Cost of sending as a share of the amount: the table's times a factor, at most 0.9, moved a share
/// of the way down to its target.
double cost_of_sending(const State& state, const ParameterValues& values, size_t from, size_t to) {
  const auto& ids = state.parameters->money;
  const size_t year = year_index(state.month.year());
  const double cost = std::min(0.9, state.world->remittance_cost(from, to, year) *
                                        values.at(ids.remittance_cost_factor, to));
  const double target = values.at(ids.remittance_cost_target, to);
  return cost > target ? cost - values.at(ids.remittance_target_share, to) * (cost - target) : cost;
}

/// Share of earnings sent after years abroad at a cost: falls with the years, and with a constant
/// elasticity to costs above half a percent.
double share_sent(const State& state, size_t years, double cost) {
  const auto& ids = state.parameters->money;
  const double at_reference = state.value(ids.remitted_share) *
                              exp(-state.value(ids.remittance_decay) * static_cast<double>(years));
  const double at_cost = pow(std::max(cost, 0.005) / state.value(ids.reference_cost),
                             -state.value(ids.remittance_elasticity));
  return std::min(1.0, at_reference * at_cost);
}

void set_sending(State& state, size_t from, size_t to) {
  Money& table = state.money;
  const size_t pair = from * state.n_places() + to;
  const double cost = cost_of_sending(state, state.values, from, to);
  table.remittance_cost[pair] = static_cast<float>(cost);
  table.remittance_gain[pair] =
      static_cast<float>(cost_of_sending(state, state.plan.base(), from, to) - cost);
  for (size_t years = 0; years < n_stay_years; ++years)
    table.remitted[pair * n_stay_years + years] =
        static_cast<float>(share_sent(state, years, cost));
}

/// Adds what natives at home save in the month to the sums since the start.
void add_saving(State& state, Month month) {
  const double share = state.value(state.parameters->money.saving_home);
  const auto now = static_cast<size_t>(month.count() - state.first_month.count());
  const size_t cells = state.n_places() * n_skills * n_earnings_classes;
  std::vector<int64_t>& sums = state.money.cumulative_saving;
  sums.resize((now + 2) * cells);
  for (size_t cell = 0; cell < cells; ++cell) {
    const size_t e = cell % n_earnings_classes, s = cell / n_earnings_classes % n_skills,
                 p = cell / n_earnings_classes / n_skills;
    const Cents earned =
        state.labour.earnings[earnings_cell(p, s, static_cast<size_t>(WorkerGroup::native), e)];
    sums[(now + 1) * cells + cell] = sums[now * cells + cell] + rounded_count(share * earned);
  }
}

}  // namespace

void plain_money(State& state, Month month) {
  const size_t n = state.n_places();
  Money& table = state.money;
  table.saved_abroad = static_cast<float>(state.value(state.parameters->money.saving_abroad));
  table.consumed = static_cast<float>(state.value(state.parameters->money.consumed_share));
  table.remitted.assign(n * n * n_stay_years, 0);
  table.remittance_cost.assign(n * n, 0);
  table.remittance_gain.assign(n * n, 0);
  for (size_t from = 0; from < n; ++from)
    for (size_t to = 0; to < n; ++to)
      if (from != to && state.world->is_alive(from) && state.world->is_inside(to))
        set_sending(state, from, to);
  add_saving(state, month);
}

}  // namespace rumbo::migration
