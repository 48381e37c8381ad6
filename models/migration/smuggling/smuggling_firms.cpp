// A month of the firms of one border: clients, profit, good name, temptation; who gives up, is
// convicted or enters. docs/model.md: Smugglers.
#include <algorithm>

#include "engine/base/checked.hpp"
#include "models/migration/journey/routes.hpp"
#include "models/migration/money/accounts.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/policy_use/results.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/smuggling/breakeven_fee.hpp"
#include "models/migration/smuggling/smuggler_firms.hpp"
#include "models/migration/smuggling/smuggling_market.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "models/migration/trafficking/stakes.hpp"

namespace rumbo::migration {
namespace {

uint32_t firm_id(size_t border, size_t firm) {
  return static_cast<uint32_t>(border * most_firms + firm);
}

/// What taking along so many clients brings a firm in a month.
double profit_usd(Rooms<const Journey, const Smuggling> state, size_t border, const Smuggler& firm,
                  double clients, double fee_usd) {
  const SmugglingMarket& market = state.smuggling.markets[border];
  const CrossingExpectation journey = expect_guided(state, border);
  SmugglingCost cost{0, 0, 0, 0};
  cost.per_journey_usd = breakeven_fee_at(state, border) * journey.entry * firm.cost_factor;
  const auto& ids = state.run.parameters->smuggling;
  // Competition leaves no margin that could pay for anything: all cost is in the fee.
  const double fixed = fee_rules(state).rule == FeeRule::competitive
                           ? 0
                           : state.value(ids.fixed_share) * market.margin_usd * firm.capacity /
                                 (1 + state.value(ids.spare_capacity));
  return smuggler_profit_usd(clients, fee_usd, cost, journey, fixed);
}

/// Whether a client is worth more held than delivered.
/// share  of the clients of the border; penalty_usd  expected of holding a victim there
bool turns(Rooms<const Journey, const Smuggling> state, size_t border, const Smuggler& firm,
           double share, double penalty_usd) {
  const auto& ids = state.run.parameters->smuggling;
  const SmugglingMarket& market = state.smuggling.markets[border];
  const CrossingExpectation journey = expect_guided(state, border);
  ReputationRules reputation;
  reputation.memory_loss = state.value(ids.reputation_loss);
  reputation.weight = state.value(ids.reputation_weight);
  reputation.told = state.value(ids.told);
  reputation.discount = state.value(ids.discount);
  const double margin =
      std::max(0.0, market.fee_usd - breakeven_fee_at(state, border) * firm.cost_factor) *
      journey.entry;
  ExploitationStakes stakes;
  const size_t place = state.run.world->borders[border].destination;
  stakes.gain_usd =
      firm.gain_usd * state.value(state.run.parameters->trafficking.value_factor, place);
  stakes.forgone_usd = std::max(0.0, market.fee_usd);
  stakes.penalty_usd = penalty_usd;
  stakes.future_clients_usd = future_clients_usd(reputation, margin, std::min(1.0, share));
  return pays_to_exploit(stakes);
}

/// A firm's month with so many clients, and what it does next.
/// served  clients of all firms of the border; penalty_usd  expected of holding a victim there
void run_firm(Rooms<Sums, const Journey, const Smuggling> state, size_t border, Smuggler& firm,
              double clients, double served, double penalty_usd) {
  const auto& ids = state.run.parameters->smuggling;
  firm.clients = clients;
  firm.profit_usd =
      profit_usd(state, border, firm, clients, state.smuggling.markets[border].fee_usd);
  firm.months_of_loss = months_of_loss_after(firm.months_of_loss, firm.profit_usd);
  const double outcome_seen =
      firm.exploits ? 1 - state.value(ids.told) * state.value(ids.exploit_reach) : 1;
  firm.reputation =
      reputation_after(firm.reputation, outcome_seen, state.value(ids.reputation_loss));
  firm.exploits = turns(state, border, firm, served > 0 ? clients / served : 0, penalty_usd);
  // Firms that are full grow, idle ones shrink.
  const double growth = state.value(ids.capacity_growth);
  const double use = firm.capacity > 0 ? clients / firm.capacity : 0;
  if (use > 0.95) firm.capacity *= 1 + growth;
  if (use < 0.5) firm.capacity *= 1 - growth;
  state.sums.tallies.global().add(result_tables().smuggling.smuggler_profit, border,
                                  saturating_cast<int64_t>(firm.profit_usd * 100));
}

void pay_bribes(Rooms<Sums, const Journey> state, size_t border, double clients) {
  const size_t place = state.run.world->borders[border].destination;
  const double apprehensions = expect_guided(state, border).apprehensions;
  const double usd = clients * corruptible_share(state, place) *
                     state.value(state.run.parameters->smuggling.bribe_usd) * apprehensions;
  const auto cents = saturating_cast<int64_t>(usd * 100);
  add_global_policy_use(state, "anti_corruption",
                        bribes_avoided(state, place, clients * apprehensions));
  state.sums.ledger.local().transfer(static_cast<size_t>(Account::smugglers),
                                     static_cast<size_t>(Account::officials), cents);
  state.sums.tallies.global().add(result_tables().smuggling.smuggler_bribes, border, cents);
}

/// Takes a share of what a convicted firm earns in a year, at the profit of the last month.
void seize(Rooms<Sums> state, size_t place, const Smuggler& firm) {
  const double seized_usd = state.value(state.run.parameters->smuggling.seizure, place) * 12 *
                            std::max(0.0, firm.profit_usd);
  state.sums.ledger.local().transfer(static_cast<size_t>(Account::smugglers),
                                     static_cast<size_t>(Account::states),
                                     saturating_cast<int64_t>(seized_usd * 100));
  add_global_policy_use(
      state, "asset_confiscation",
      seized_usd / 1000 * share_by_policy(state, state.run.parameters->smuggling.seizure, place));
}

/// Cases that policies bring beyond those of police work as it was.
void count_prosecution(Rooms<Sums> state, size_t place, const std::vector<Smuggler>& firms) {
  const ParameterId prosecution = state.run.parameters->smuggling.prosecution;
  const auto at_work = static_cast<double>(std::count_if(
      firms.begin(), firms.end(), [](const Smuggler& firm) { return firm.is_active; }));
  count_global_policy_use(
      state, "smuggling_prosecution",
      saturating_cast<int64_t>(at_work * state.value(prosecution, place) * policy_unit *
                               share_by_policy(state, prosecution, place)));
}

EntryRules entry_rules(Rooms<> state, const SmugglingMarket& market) {
  const auto& ids = state.run.parameters->smuggling;
  EntryRules rules;
  const double spare = 1 + state.value(ids.spare_capacity);
  rules.entry_cost_usd =
      state.value(ids.entry_months) * market.margin_usd * market.usual_capacity / spare;
  rules.horizon_months = state.value(ids.horizon_months);
  rules.discount = state.value(ids.discount);
  rules.rate = state.value(ids.entry_rate);
  return rules;
}

/// What a firm of usual size and cost would earn a month as one more beside those there are.
double entrant_profit_usd(Rooms<const ChoiceTables, const Journey, const Smuggling> state,
                          size_t border, const Offers& offers) {
  const SmugglingMarket& market = state.smuggling.markets[border];
  const double n = effective_firms(offers.clients) + 1;
  const double fee =
      std::max(breakeven_fee_at(state, border),
               clear_border(state, border, n, offers.total + market.usual_capacity).fee_usd);
  Smuggler typical;
  typical.capacity = market.usual_capacity;
  const double clients =
      std::min(market.usual_capacity,
               market.requests * market.usual_capacity / (offers.total + market.usual_capacity));
  return profit_usd(state, border, typical, clients, fee);
}

}  // namespace

double firm_draw(Rooms<> state, size_t border, size_t firm, Purpose why, uint32_t index) {
  return state.run.draws.uniform(firm_id(border, firm), state.run.month, why, index);
}

Smuggler new_firm(Rooms<const Smuggling> state, size_t border, size_t number) {
  const auto& ids = state.run.parameters->smuggling;
  Smuggler firm;
  firm.is_active = true;
  firm.capacity = state.smuggling.markets[border].usual_capacity *
                  (0.5 + firm_draw(state, border, number, purpose::smuggler_traits, 0));
  const double spread = state.value(ids.cost_spread);
  firm.cost_factor =
      1 + spread * (2 * firm_draw(state, border, number, purpose::smuggler_traits, 1) - 1);
  firm.gain_usd = state.value(ids.exploit_gain) *
                  state.run.draws.exponential(firm_id(border, number), state.run.month,
                                              purpose::smuggler_traits, 2);
  return firm;
}

Offers offers_at(Rooms<const Smuggling> state, size_t border, double requests) {
  Offers offers;
  const auto& firms = state.smuggling.firms[border];
  for (size_t k = 0; k < firms.size(); ++k) {
    if (!firms[k].is_active) continue;
    offers.firm.push_back(k);
    offers.capacity.push_back(firms[k].capacity);
    offers.reputation.push_back(firms[k].reputation);
    offers.total += firms[k].capacity;
  }
  offers.clients.resize(offers.firm.size());
  if (!offers.firm.empty())
    share_clients(requests, offers.capacity, offers.reputation,
                  state.value(state.run.parameters->smuggling.reputation_weight), offers.clients);
  return offers;
}

void run_firms(
    Rooms<Sums, const Labour, const ChoiceTables, const Journey, Smuggling, const CaptivityTables>
        state,
    size_t border) {
  SmugglingMarket& market = state.smuggling.markets[border];
  Offers offers = offers_at(state, border, market.requests);
  market.concentration = concentration(offers.clients);
  const MarketOutcome outcome =
      clear_border(state, border, effective_firms(offers.clients), offers.total);
  const double served = std::min(market.requests, offers.total);
  const double penalty_usd =
      offers.firm.empty()
          ? 0
          : expected_penalty_at(state, state.run.world->borders[border].destination);
  for (size_t i = 0; i < offers.firm.size(); ++i)
    run_firm(state, border, state.smuggling.firms[border][offers.firm[i]], offers.clients[i],
             served, penalty_usd);
  pay_bribes(state, border, served);
  market.next_fee_usd =
      fee_rules(state).rule == FeeRule::posted_price ? outcome.next_fee_usd : outcome.fee_usd;
}

void leave_market(Rooms<Sums, Smuggling> state, size_t border) {
  const auto& ids = state.run.parameters->smuggling;
  const size_t place = state.run.world->borders[border].destination;
  const double convicted =
      state.value(ids.prosecution, place) * (1 - corruptible_share(state, place));
  ExitRules rules;
  rules.patience_months = static_cast<int32_t>(state.value(ids.exit_patience));
  rules.rate = state.value(ids.exit_rate);
  auto& firms = state.smuggling.firms[border];
  count_prosecution(state, place, firms);
  for (size_t k = 0; k < firms.size(); ++k) {
    Smuggler& firm = firms[k];
    if (!firm.is_active) continue;
    if (firm_draw(state, border, k, purpose::smuggler_convicted) < convicted) {
      seize(state, place, firm);
      state.sums.tallies.global().add(result_tables().smuggling.smugglers_convicted, border, 1);
      firm = Smuggler{};
    } else if (firm_draw(state, border, k, purpose::smuggler_exit) <
               exit_probability(rules, firm.months_of_loss)) {
      firm = Smuggler{};
    }
  }
}

void enter_market(
    Rooms<const ChoiceTables, const Journey, Smuggling, const TraffickingMarket> state,
    size_t border) {
  const SmugglingMarket& market = state.smuggling.markets[border];
  auto& firms = state.smuggling.firms[border];
  size_t slot = 0;
  while (slot < firms.size() && firms[slot].is_active) ++slot;
  if (slot == most_firms) return;
  const Offers offers = offers_at(state, border, market.requests);
  if (effective_firms(offers.clients) + 1 > market.requests / clients_of_firm) return;
  const double enters =
      entry_probability(entry_rules(state, market), entrant_profit_usd(state, border, offers));
  if (firm_draw(state, border, slot, purpose::smuggler_entry) >= enters) return;
  if (slot == firms.size()) firms.emplace_back();
  firms[slot] = new_firm(state, border, slot);
}

}  // namespace rumbo::migration
