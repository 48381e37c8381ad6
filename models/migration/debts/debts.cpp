// Passages on debt: how much is lent, how it is repaid, who defaults. docs/model.md: Debts.
#include "models/migration/debts/debts.hpp"

#include <algorithm>
#include <limits>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "models/migration/debts/debt.hpp"
#include "models/migration/debts/debt_finance.hpp"
#include "models/migration/labour/labour_market.hpp"
#include "models/migration/money/accounts.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/results/result_group.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/smuggling/smuggler_firms.hpp"
#include "models/migration/trafficking/trafficking.hpp"

namespace rumbo::migration {
namespace {

constexpr size_t low_skill = 0;  ///< work that a lender can control asks for no schooling: assumed

/// Yearly earnings of the least schooled, 2020 USD at market rates, jobless included.
double low_earnings_usd(Rooms<const Labour> state, size_t place, WorkerGroup group) {
  return state.labour.market_wage[worker_cell(place, low_skill, static_cast<size_t>(group))] *
         state.labour.employment(place, low_skill);
}

void add_claim(View& view, Account from, Account to, Cents amount) {
  view.ledger().transfer(static_cast<size_t>(from), static_cast<size_t>(to),
                         int64_t{amount} * view.weight);
}

/// Takes from one purse at most so much.
Cents take(View& view, uint32_t local, Cents most) {
  view.settle(local);
  const Cents taken = std::clamp<Cents>(view.wealth[local], 0, most);
  view.keep(local, -taken);
  return taken;
}

/// What own savings and the family at the place of birth pay of what earnings did not.
Cents collect(View& view, uint32_t local, Cents missing) {
  Cents left = missing - take(view, local, missing);
  if (view.run.value(view.run.parameters->debt.family_pays) >= 0.5) {
    const unsigned home = view.facts[local].birthplace();
    view.households.for_each_other(local, [&](uint32_t member) {
      if (left > 0 && view.facts[member].residence() == home) left -= take(view, member, left);
    });
  }
  return missing - left;
}

void count_debt(View& view, Table table, size_t cell, Cents amount) {
  view.tally().add(table, cell, int64_t{amount} * view.weight);
}

/// What is still owed is lost to the lender.
void write_off(View& view, Rooms<Observation> state, Debt& debt) {
  add_claim(view, Account::owed, Account::lent, debt.owed);
  count_debt(view, result_tables().debts.debt_lost, view.facts[debt.local].residence(), debt.owed);
  note_event(view, state, debt.local, LifeEvent::debt_lost, {.amount = debt.owed});
  debt.owed = 0;
}

/// One month of one debt: interest, what was missing, patience.
void serve_month(View& view, BeingHeld::And<const TraffickingMarket, const CaptivityTables> state,
                 Debt& debt, double rate, const DefaultRules& rules) {
  const size_t residence = view.facts[debt.local].residence();
  const DebtMonth due = debt_month(debt.owed, rate, 0);
  const Cents asked = std::min(debt.agreed, due.remaining);
  if (debt.paid < asked) {
    const Cents more = collect(view, debt.local, asked - debt.paid);
    add_claim(view, Account::persons, Account::lenders, more);
    debt.paid += more;
  }
  const DebtMonth month = debt_month(debt.owed, rate, debt.paid);
  add_claim(view, Account::lent, Account::owed, month.interest);
  add_claim(view, Account::owed, Account::lent, month.paid);
  count_debt(view, result_tables().debts.debt_interest, residence, month.interest);
  count_debt(view, result_tables().debts.debt_repaid, residence, month.paid);
  debt.owed = month.remaining;
  debt.behind = static_cast<uint16_t>(months_behind_after(debt.behind, debt.paid, asked));
  debt.paid = 0;
  if (debt.owed == 0) note_event(view, state, debt.local, LifeEvent::debt_repaid);
  if (debt.owed == 0 ||
      state.run.draws.uniform(view.person(debt.local).value(), state.run.month,
                              purpose::debt_default, 0) >= default_probability(rules, debt.behind))
    return;
  write_off(view, state, debt);
  if (is_bound(state, view.facts[debt.local], view.person(debt.local).value()))
    hold(view, state, debt.local, WayIn::debt);
}

Debt* find_debt(View& view, Rooms<Debts> state, uint32_t local) {
  for (Debt& debt : state.debts[view.index])
    if (debt.local == local) return &debt;
  return nullptr;
}

}  // namespace

bool is_bound(Rooms<> state, Facts debtor, uint32_t person) {
  return debtor.is_foreign_born() && debtor.status() == Status::irregular &&
         state.run.draws.uniform(person, state.run.month, purpose::debt_default, 1) <
             state.value(state.run.parameters->debt.bondage_share);
}

void set_debt_terms(Rooms<const Labour, ChoiceTables> state, size_t c) {
  const auto& ids = state.run.parameters->debt;
  const Corridor& corridor = state.run.world->corridors[c];
  const auto rule = static_cast<int>(state.value(ids.limit_rule));
  if (rule == 0 || corridor.border < 0) return;
  const double cost = state.choice.cost_usd[c][static_cast<size_t>(Channel::smuggler)];
  const size_t there = corridor.destination;
  const double months = state.value(ids.horizon_months), share = state.value(ids.payment_share);
  auto present_value = [&](double yearly_usd) {
    return present_value_usd(yearly_usd / months_per_year, state.value(ids.discount), months);
  };
  const double bonded = low_earnings_usd(state, there, WorkerGroup::irregular),
               free = low_earnings_usd(state, there, WorkerGroup::regular),
               home = low_earnings_usd(state, corridor.origin, WorkerGroup::native);
  const double rate = state.value(ids.interest), payment = share * bonded / months_per_year;
  // Being removed ends free work as well as running away does.
  const double stays =
      1 - std::min(
              1.0,
              state.value(ids.removal_weight) *
                  (1 - rumbo::pow(1 - state.value(state.run.parameters->status.removal_rate, there),
                                  months / months_per_year)));
  DebtTerms terms;
  terms.bonded_earnings_usd = share * present_value(bonded);
  terms.free_earnings_usd = share * present_value(free);
  terms.escape_loss = 1 - (1 - state.value(ids.escape_loss, there)) * stays;
  terms.gain_usd = std::max(0.0, present_value(bonded - home));
  terms.removal_loss_usd = terms.gain_usd;
  terms.interest = weighed_interest(cost, rate, payment);
  const double limit = std::min(
      cost,
      debt_limit_usd(terms, cost, rule == 1 ? DebtLimit::pledge : DebtLimit::pledge_and_gain));
  state.choice.debt_limit_usd[c] = limit;
  state.choice.debt_payment_usd[c] = payment;
}

void take_debt(View& view, Rooms<const Labour, Debts, Observation> state, const Request& request,
               Cents amount) {
  const auto border = static_cast<size_t>(state.run.world->corridors[request.corridor].border);
  Debt* debt = find_debt(view, state, request.local);
  // No one lends what a debt cannot hold.
  if (debt != nullptr) amount = std::min(amount, std::numeric_limits<Cents>::max() - debt->owed);
  if (amount <= 0) return;
  add_claim(view, Account::lenders, Account::smugglers, amount);
  add_claim(view, Account::lent, Account::owed, amount);
  count_debt(view, result_tables().debts.debt_taken, border, amount);
  const Facts f = view.facts[request.local];
  if (debt == nullptr) {
    add_row(view, state.debts, Debt{.local = request.local});
    debt = &state.debts[view.index].back();
  }
  debt->owed += amount;
  debt->agreed = static_cast<Cents>(
      state.value(state.run.parameters->debt.payment_share) *
      state.labour
          .earnings[earnings_cell(state.run.world->borders[border].destination, f.skill(),
                                  static_cast<size_t>(WorkerGroup::irregular), f.earnings())]);
  note_event(view, state, request.local, LifeEvent::debt_taken,
             {.channel = request.channel, .amount = amount});
}

Cents serve_debt(View& view, Rooms<Debts> state, uint32_t local, Cents earned) {
  Debt* debt = find_debt(view, state, local);
  RUMBO_REQUIRE(debt != nullptr);
  const auto& ids = state.run.parameters->debt;
  const DebtMonth due = debt_month(debt->owed, state.value(ids.interest), 0);
  const auto most =
      static_cast<Cents>(static_cast<double>(earned) * state.value(ids.payment_share));
  debt->paid = std::max<Cents>(0, std::min({debt->agreed, due.remaining, most}));
  return debt->paid;
}

void Debt::end(View& view, Rooms<Observation> state, Debt& debt) {
  write_off(view, state, debt);
}

void forget_debt(View& view, Rooms<Debts, Observation> state, uint32_t local) {
  end_row(view, state, state.debts, local);
}

void settle_debts(View& view,
                  BeingHeld::And<Debts, const TraffickingMarket, const CaptivityTables> state) {
  auto& debts = state.debts[view.index];
  if (debts.empty()) return;
  const auto& ids = state.run.parameters->debt;
  const double rate = state.value(ids.interest);
  DefaultRules rules;
  rules.patience_months = static_cast<int32_t>(state.value(ids.patience_months));
  rules.rate = state.value(ids.default_rate);
  // Who is held earns nothing of their own: the debt waits.
  for (Debt& debt : debts)
    if (!view.facts[debt.local].is_held()) serve_month(view, state, debt, rate, rules);
  end_rows_if(view, state.debts, [](const Debt& debt) { return debt.owed == 0; });
}

void record_debts(const Look& view, Rooms<const Debts> state, LocalTally& tally) {
  const double rate = state.value(state.run.parameters->debt.interest);
  for (const Debt& debt : state.debts[view.number]) {
    const size_t place = view.facts[debt.local].residence();
    tally.add(result_tables().debts.debt_outstanding, place, int64_t{debt.owed} * view.weight);
    tally.add(result_tables().debts.debtors, place, view.weight);
    if (is_debt_trap(debt.owed, rate, debt.agreed))
      tally.add(result_tables().debts.debtors_trapped, place, view.weight);
  }
}

void audit_debts(Rooms<const Persons, const Sums, const Debts> state) {
  int64_t owed = 0;
  for (size_t c = 0; c < state.debts.size(); ++c) {
    const Look view(state, c);
    for (const Debt& debt : state.debts[c]) owed += int64_t{debt.owed} * view.weight;
  }
  if (owed != state.sums.ledger.balance(static_cast<size_t>(Account::owed)))
    throw RunError("what persons owe is not what their account says");
}

}  // namespace rumbo::migration
