// Traffickers enter where it pays, give up where it does not, and are convicted. docs/model.md:
// Trafficking and abuse.
//
// Integers and keyed draws only decide; fractions are carried to the next month.
#include <algorithm>

#include "engine/base/checked.hpp"
#include "engine/comm/comm.hpp"
#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/tally/tallies.hpp"
#include "models/migration/money/accounts.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/policy_use/results.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "models/migration/trafficking/trafficking.hpp"

namespace rumbo::migration {
namespace {

constexpr int64_t billionth = conviction_unit;
constexpr auto billion = static_cast<double>(conviction_unit);

/// Whole part of what has been carried; the rest stays.
int64_t take_whole(int64_t& carry) {
  const int64_t whole = carry / billionth;
  carry -= whole * billionth;
  return whole;
}

double profit_usd(const CellTerms& terms, double cost) {
  return terms.before_recruitment_usd - cost * terms.recruitment_usd;
}

/// What the market of a cell reads and writes.
using Traded = Rooms<Sums, TraffickingMarket, const CaptivityTables>;

/// One cell's month.
class Cell {
 public:
  Cell(Traded state, size_t cell)
      : state_(state),
        market_(state.trafficking_market),
        ids_(state.run.parameters->trafficking),
        terms_(state.captivity_tables.terms[cell]),
        members_(market_.members[cell]),
        cell_(cell),
        place_(cell / n_reaches) {}

  /// Traffickers who might be there if it paid.
  double potential() const {
    const bool is_inside = cell_ % n_reaches == static_cast<size_t>(Reach::inside);
    return state_.value(ids_.market) *
           (is_inside ? state_.value(ids_.recruiters_inside, place_) *
                            static_cast<double>(state_.captivity_tables.residents[place_]) / 1e6
                      : state_.value(ids_.recruiters_abroad, place_) *
                            static_cast<double>(market_.leavers[place_]) / 1e3);
  }

  void convict(int64_t new_convictions) {
    int64_t& carry = market_.conviction_carry[cell_];
    carry = saturating_add(carry, new_convictions);
    for (int64_t k = take_whole(carry); k > 0 && !members_.empty(); --k) {
      end_one(Business::convicted);
      GlobalTally tally = state_.sums.tallies.global();
      tally.add(result_tables().trafficking.traffickers_convicted, place_, 1);
      const Cents seized = cents_from_usd(terms_.seized_usd);
      state_.sums.ledger.global().transfer(static_cast<size_t>(Account::traffickers),
                                           static_cast<size_t>(Account::states), seized);
      tally.add(result_tables().trafficking.trafficking_seized, place_, seized);
      add_global_policy_use(state_, "asset_confiscation", terms_.seized_by_policy_usd / 1000);
    }
  }

  void quit() {
    int64_t& carry = market_.quit_carry[cell_];
    carry = saturating_add(carry, saturating_cast<int64_t>(
                                      static_cast<double>(members_.size()) *
                                      monthly_probability(state_.value(ids_.quit_rate)) * billion));
    for (int64_t k = take_whole(carry); k > 0 && !members_.empty(); --k)
      end_one(Business::given_up);
  }

  void count_losses() {
    const auto patience = static_cast<int>(state_.value(ids_.patience_months));
    const CellTerms terms = terms_;
    Trafficker* all = market_.traffickers.data();
    bool gives_up = false;
    for (const uint32_t who : members_) {
      Trafficker& t = all[who];
      if (profit_usd(terms, t.cost) >= 0) {
        if (t.months_of_loss != 0) t.months_of_loss = 0;  // what is 0 is not written again
        continue;
      }
      if (++t.months_of_loss <= patience) continue;
      t.business = Business::given_up;
      gives_up = true;
    }
    if (gives_up)
      std::erase_if(members_, [&](uint32_t who) { return all[who].business != Business::active; });
  }

  /// Those who look whether it pays, each with their own cost, and start if it does.
  void enter(int64_t candidates) {
    for (int64_t k = 0; k < candidates; ++k) {
      const double luck =
          state_.run.draws.normal(static_cast<uint32_t>(cell_), state_.run.month,
                                  purpose::trafficker_entry, static_cast<uint32_t>(k));
      const double cost = exp(state_.value(ids_.cost_spread) * luck);
      if (profit_usd(terms_, cost) > 0) add(cost);
    }
  }

  void enter_this_month() {
    const double open = potential() - static_cast<double>(members_.size());
    int64_t& carry = market_.entry_carry[cell_];
    carry = saturating_add(
        carry,
        saturating_cast<int64_t>(std::max(0.0, open) *
                                 monthly_probability(state_.value(ids_.entry_rate)) * billion));
    enter(take_whole(carry));
  }

  /// As many look at the start as would be there had the market been as it is for long.
  void enter_at_start() {
    const double entry = state_.value(ids_.entry_rate), quit = state_.value(ids_.quit_rate);
    if (entry > 0) enter(saturating_cast<int64_t>(potential() * entry / (entry + quit)));
  }

 private:
  void end_one(Business how) {
    const double u = state_.run.draws.uniform(static_cast<uint32_t>(cell_), state_.run.month,
                                              purpose::trafficker_end, n_ended_++);
    const auto which = static_cast<size_t>(u * static_cast<double>(members_.size()));
    market_.traffickers[members_[which]].business = how;
    members_[which] = members_.back();
    members_.pop_back();
  }

  void add(double cost) {
    uint32_t who = static_cast<uint32_t>(market_.traffickers.size());
    if (market_.vacant.empty()) {
      market_.traffickers.emplace_back();
    } else {
      who = market_.vacant.back();
      market_.vacant.pop_back();
    }
    market_.traffickers[who] = {.cell = static_cast<uint16_t>(cell_),
                                .months_of_loss = 0,
                                .business = Business::active,
                                .cost = cost};
    members_.push_back(who);
  }

  Traded state_;
  TraffickingMarket& market_;
  const TraffickingParameters& ids_;
  const CellTerms& terms_;
  std::vector<uint32_t>& members_;
  size_t cell_, place_;
  uint32_t n_ended_ = 0;
};

/// One who ended last month has let the victims go by now: their number is free.
void forget_ended(TraffickingMarket& market) {
  static_assert(Business::none < Business::convicted && Business::active < Business::convicted);
  Trafficker* all = market.traffickers.data();
  const auto n = static_cast<uint32_t>(market.traffickers.size());
  for (uint32_t who = 0; who < n; ++who) {
    if (all[who].business < Business::convicted) continue;
    all[who] = Trafficker();
    market.vacant.push_back(who);
  }
}

/// Takes over how many are held in each cell, and what happened in the month.
void take_over(TraffickingMarket& market, const std::vector<int64_t>& held,
               const CaptivityFlows& flows) {
  market.held = held;
  for (size_t p = 0; p < market.leavers.size(); ++p) {
    // The mean of about a year, times twelve.
    market.leavers[p] += flows.leavers[p] - market.leavers[p] / 12;
    market.freed[p] = flows.freed[p];
  }
}

}  // namespace

CaptivityFlows empty_captivity_flows(size_t n) {
  CaptivityFlows flows;
  flows.leavers.assign(n, 0);
  flows.freed.assign(n, 0);
  flows.convictions.assign(n * n_reaches, 0);
  flows.cases.assign(1, 0);
  return flows;
}

void run_traffickers(Rooms<Sums, TraffickingMarket, const CaptivityTables> state,
                     const std::vector<int64_t>& held, const CaptivityFlows& flows) {
  TraffickingMarket& market = state.trafficking_market;
  forget_ended(market);
  take_over(market, held, flows);
  // Those there when the market ends are still convicted and give up; no one new enters.
  for (size_t cell = 0; cell < market.members.size(); ++cell) {
    Cell one(state, cell);
    one.convict(flows.convictions[cell]);
    one.quit();
    one.count_losses();
    one.enter_this_month();
  }
}

void clear_traffickers(
    Rooms<const Persons, Sums, Captivity, TraffickingMarket, const CaptivityTables> state, Month) {
  std::vector<int64_t> held = count_held(state);
  CaptivityFlows flows = empty_captivity_flows(state.n_places());
  auto add = [](std::vector<int64_t>& to, std::vector<int64_t>& from) {
    for (size_t i = 0; i < from.size(); ++i) to[i] = saturating_add(to[i], from[i]);
    std::fill(from.begin(), from.end(), 0);
  };
  state.sums.captivity_flows.for_each([&](CaptivityFlows& local) {
    add(flows.leavers, local.leavers);
    add(flows.freed, local.freed);
    add(flows.convictions, local.convictions);
    add(flows.cases, local.cases);
  });
  for (auto* cells : {&held, &flows.leavers, &flows.freed, &flows.convictions, &flows.cases})
    state.run.comm->sum(*cells);
  count_global_policy_use(state, "trafficking_prosecution",
                          flows.cases[0] / (conviction_unit / policy_unit));
  run_traffickers(state, held, flows);
}

void start_traffickers(Rooms<Sums, TraffickingMarket, const CaptivityTables> state) {
  if (!state.captivity_tables.has_traffickers) return;
  for (size_t cell = 0; cell < state.trafficking_market.members.size(); ++cell)
    Cell(state, cell).enter_at_start();
}

}  // namespace rumbo::migration
