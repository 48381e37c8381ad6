// Earnings, saving, remittances and what they cost. docs/model.md: Money.
#include "models/migration/money/money.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/checked.hpp"
#include "engine/base/error.hpp"
#include "engine/parallel/parallel.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/health/health.hpp"
#include "models/migration/labour/labour_start.hpp"
#include "models/migration/money/accounts.hpp"
#include "models/migration/money/remittance.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/policy_use/results.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

/// Cost of sending money as a share of the amount, with these values of the parameters.
double cost_of_sending(Rooms<> state, const ParameterValues& values, size_t sender,
                       size_t receiver) {
  const auto& ids = state.run.parameters->money;
  const double cost = std::min(
      0.9, state.run.world->remittance_cost(sender, receiver, year_index(state.run.month.year())) *
               values.at(ids.remittance_cost_factor, receiver));
  const double above = std::max(0.0, cost - values.at(ids.remittance_cost_target, receiver));
  return cost - values.at(ids.remittance_target_share, receiver) * above;
}

/// Shares sent by sender, receiver and years of stay; they change with the year's costs only.
void set_remittances(Rooms<Money> state, Month month) {
  const World& world = *state.run.world;
  const size_t n = state.n_places();
  const auto& ids = state.run.parameters->money;
  if (state.money.set_in.year() == month.year() && !state.money.remitted.empty() &&
      !state.run.values_changed)
    return;
  state.money.set_in = month;
  state.money.remitted.assign(n * n * n_stay_years, 0);
  state.money.remittance_cost.assign(n * n, 0);
  state.money.remittance_gain.assign(n * n, 0);
  RemittanceRules rules;
  rules.share = state.value(ids.remitted_share);
  rules.yearly_decline = state.value(ids.remittance_decay);
  rules.reference_cost = state.value(ids.reference_cost);
  rules.cost_elasticity = state.value(ids.remittance_elasticity);
  std::array<double, n_stay_years> after;
  for (size_t y = 0; y < n_stay_years; ++y)
    after[y] = remitted_after(rules, static_cast<double>(y));
  for (size_t s = 0; s < n; ++s) {
    for (size_t r = 0; r < n; ++r) {
      if (!world.is_alive(s) || !world.is_inside(r) || s == r) continue;
      const double cost = cost_of_sending(state, state.run.values, s, r),
                   without = cost_of_sending(state, state.run.plan.base(), s, r);
      state.money.remittance_cost[s * n + r] = static_cast<float>(cost);
      state.money.remittance_gain[s * n + r] = static_cast<float>(without - cost);
      const double factor = remitted_at_cost(rules, cost);
      for (size_t y = 0; y < n_stay_years; ++y)
        state.money.remitted[(s * n + r) * n_stay_years + y] =
            static_cast<float>(std::min(1.0, after[y] * factor));
    }
  }
}

/// The household member at the migrant's place of birth who receives: the first on the ring.
uint32_t receiver_of(const Look& view, uint32_t local) {
  const unsigned origin = view.facts[local].birthplace();
  uint32_t receiver = local;
  view.households.for_each_other(local, [&](uint32_t member) {
    if (receiver == local && published_alive(view.published[member]) &&
        view.facts[member].residence() == origin && !view.facts[member].is_held() &&
        view.age(member) >= 15)
      receiver = member;
  });
  return receiver;
}

/// What passed between accounts in one community this month, in cents x weight.
struct Paid {
  AccountCents earned = 0, consumed = 0, fees = 0, repaid = 0, saved_by_policy = 0;
};

/// Sends one payment home; returns what left the sender.
Cents remit(View& view, Rooms<const Money> state, uint32_t local, Cents earned, Paid& paid) {
  const Facts f = view.facts[local];
  const size_t n = state.n_places(), from = f.residence(), to = f.birthplace();
  const auto years =
      static_cast<size_t>(std::min(n_stay_years - 1, view.years_since_arrival(local)));
  const float share = state.money.remitted[(from * n + to) * n_stay_years + years];
  if (share == 0) return 0;
  const uint32_t receiver = receiver_of(view, local);
  if (receiver == local) return 0;
  const auto sent = static_cast<Cents>(static_cast<double>(earned) * static_cast<double>(share));
  const Transfer payment =
      transfer(sent, static_cast<double>(state.money.remittance_cost[from * n + to]));
  const auto gain = static_cast<double>(state.money.remittance_gain[from * n + to]);
  if (gain != 0)
    paid.saved_by_policy += static_cast<int64_t>(static_cast<double>(sent) * gain) * view.weight;
  const auto consumed = static_cast<Cents>(static_cast<double>(payment.received) *
                                           static_cast<double>(state.money.consumed));
  view.settle(receiver);
  const Cents spent = consumed + view.keep(receiver, payment.received - consumed);
  paid.fees += payment.fee * view.weight;
  paid.consumed += spent * view.weight;
  LocalTally& tally = view.tally();
  tally.add(result_tables().money.remittances_sent, from * n + to, payment.sent * view.weight);
  tally.add(result_tables().money.remittance_fees, from * n + to, payment.fee * view.weight);
  tally.add(result_tables().money.remittances_received, from * n + to,
            payment.received * view.weight);
  return payment.sent;
}

}  // namespace

void set_money_tables(Rooms<const Labour, Money> state, Month month) {
  const size_t n = state.n_places();
  const auto& ids = state.run.parameters->money;
  state.money.saved_abroad = static_cast<float>(state.value(ids.saving_abroad));
  state.money.consumed = static_cast<float>(state.value(ids.consumed_share));
  set_remittances(state, month);
  // What each person at home saves is kept as running sums by place, skill and earnings.
  const size_t cells = n * n_skills * n_earnings_classes;
  const double share = state.value(ids.saving_home);
  const auto now = static_cast<size_t>(month - state.run.first_month);
  state.money.cumulative_saving.resize((now + 2) * cells);
  for (size_t p = 0; p < n; ++p)
    for (size_t s = 0; s < n_skills; ++s)
      for (size_t e = 0; e < n_earnings_classes; ++e) {
        const size_t cell = saving_cell(p, s, e);
        const double saved =
            share *
            state.labour.earnings[earnings_cell(p, s, static_cast<size_t>(WorkerGroup::native), e)];
        state.money.cumulative_saving[(now + 1) * cells + cell] =
            state.money.cumulative_saving[now * cells + cell] + rounded_count(saved);
      }
}

void earn_and_remit(View& view,
                    Rooms<Sums, const Labour, const Money, Debts, const CaptivityTables> state) {
  const uint32_t words = view.community.open / 32;
  Paid paid;
  for (uint32_t w = 0; w < words; ++w) {
    for (uint32_t bits = view.active_word(w); bits != 0; bits &= bits - 1) {
      const uint32_t local = w * 32 + static_cast<uint32_t>(__builtin_ctz(bits));
      const Facts f = view.facts[local];
      if (!f.is_foreign_born() || is_confined(f) || !is_working_age(view.age(local))) continue;
      Cents earned = state.labour.earnings[earnings_cell(
          f.residence(), f.skill(),
          static_cast<size_t>(paid_as(state, f, state.run.month.count() - view.arrival[local])),
          f.earnings())];
      if (f.is_abused()) earned = after_wage_theft(state, earned);
      if (f.is_ill()) earned = after_illness(state, earned);
      const Cents repaid = f.is_indebted() ? serve_debt(view, state, local, earned) : 0;
      const Cents left = earned - repaid;
      const Cents sent = remit(view, state, local, left, paid);
      const auto meant = static_cast<Cents>(static_cast<double>(left) *
                                            static_cast<double>(state.money.saved_abroad));
      const Cents saved = meant - view.keep(local, meant);
      // What is neither sent nor saved is spent as it is earned.
      paid.earned += int64_t{earned} * view.weight;
      paid.repaid += int64_t{repaid} * view.weight;
      paid.consumed += int64_t{left - sent - saved} * view.weight;
    }
  }
  if (paid.earned == 0) return;
  const auto persons = static_cast<size_t>(Account::persons);
  view.ledger().transfer(static_cast<size_t>(Account::employers), persons, paid.earned);
  view.ledger().transfer(persons, static_cast<size_t>(Account::consumption), paid.consumed);
  view.ledger().transfer(persons, static_cast<size_t>(Account::senders_fees), paid.fees);
  view.ledger().transfer(persons, static_cast<size_t>(Account::lenders), paid.repaid);
  constexpr int64_t cents_per_unit = 100000;  // a unit of the lever is 1,000 USD
  count_policy_use(state, "remittance_cost",
                   saturating_multiply(paid.saved_by_policy, policy_unit) / cents_per_unit);
}

void save_money(Saved& saved, Rooms<Money> state) {
  saved.archive.array("state/cumulative_saving", state.money.cumulative_saving);
  saved.require_in_range("state/cumulative_saving", state.money.cumulative_saving);
  const size_t cells = state.n_places() * n_skills * n_earnings_classes;
  const auto months = static_cast<size_t>(std::max(0, saved.next - state.run.first_month));
  saved.require(state.money.cumulative_saving.size() >= (months > 0 ? months + 1 : 0) * cells,
                "state/cumulative_saving", "is shorter than the months run");
}

namespace {

int64_t wealth_of_all(Rooms<const Persons> state) {
  std::vector<int64_t> by_community(state.persons.people.communities().size());
  parallel_for_each(
      by_community.size(),
      [&](size_t c) {
        const Look view(state, c);
        for (uint32_t local = 0; local < view.community.open; ++local) {
          by_community[c] += view.wealth[local] * view.weight;
          if (view.key[local].is_free() && view.wealth[local] != 0)
            throw RunError("a free slot holds money");
        }
      },
      8);
  int64_t wealth = 0;
  for (const int64_t w : by_community) wealth += w;
  return wealth;
}

}  // namespace

void check_money(const Saved& saved, Rooms<const Persons, const Sums> state) {
  const Ledger& ledger = state.sums.ledger;
  for (size_t a = 0; a < n_accounts; ++a)
    saved.require_in_range("ledger/balances", {ledger.balance(a)});
  saved.require(ledger.sum() == 0, "ledger/balances", "does not balance");
  saved.require(ledger.balance(static_cast<size_t>(Account::persons)) == wealth_of_all(state),
                "ledger/balances", "does not agree with what persons hold");
}

void audit_money(Rooms<const Persons, Sums> state, Month month) {
  state.sums.ledger.gather();
  if (state.sums.ledger.sum() != 0) throw RunError("the accounts do not balance");
  const int64_t wealth = wealth_of_all(state),
                told = state.sums.ledger.balance(static_cast<size_t>(Account::persons));
  if (wealth != told)
    throw RunError(fmt::format("{}: persons hold {} cents, their account says {}", month.text(),
                               wealth, told));
}

}  // namespace rumbo::migration
