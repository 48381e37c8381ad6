// The markets of passages: fees, who is taken along by whom, who enters and who gives up.
// Science B7.
#include "models/migration/mechanisms/smugglers.hpp"

#include <algorithm>

#include "engine/tally/rationing.hpp"
#include "models/migration/mechanisms/captivity.hpp"
#include "models/migration/mechanisms/journey.hpp"
#include "models/migration/mechanisms/mechanisms.hpp"
#include "models/migration/purpose.hpp"
#include "models/migration/theory/choice.hpp"
#include "models/migration/theory/routes.hpp"
#include "models/migration/theory/smuggler_firms.hpp"
#include "models/migration/theory/smuggler_market.hpp"
#include "models/migration/theory/smuggling_fee.hpp"
#include "models/migration/theory/trafficking.hpp"

namespace rumbo::migration {
namespace {

constexpr int64_t millionth = 1000000;
constexpr uint32_t most_firms = 64;     ///< at one border; also the step between their draws
constexpr double clients_of_firm = 10;  ///< a month; no more firms than this allows, assumed
constexpr double least_power = 1.5;     ///< firms x elasticity with which a market may open: below
                                        ///< 1 any fee would be raised again
constexpr double most_rivals = 2;       ///< more firms than usual with which a market may open
constexpr int first_months = 12;        ///< before which demand is not known

uint32_t firm_id(size_t border, size_t firm) {
  return static_cast<uint32_t>(border * most_firms + firm);
}
double firm_draw(const State& state, size_t border, size_t firm, Purpose why, uint32_t index = 0) {
  return state.draws.uniform(firm_id(border, firm), state.month, why, index);
}

double corruptible_share(const State& state, size_t place) {
  return state.value(state.parameters->corruption.share, place);
}

/// A journey with a guide as smugglers count on it, the way to the border included.
CrossingExpectation expect_guided(const State& state, size_t border) {
  const JourneyExpectation& journey = expected_journey(state, border, Channel::smuggler);
  CrossingExpectation expected;
  expected.entry = journey.entry;
  expected.death = journey.death;
  expected.give_up = 1 - journey.entry - journey.death;
  expected.attempts = journey.attempts;
  expected.apprehensions = journey.apprehensions;
  return expected;
}

const Border& border_at(const State& state, size_t border) {
  return state.world->borders[border];
}

/// Months that smoothed numbers are a mean of; at first all there have been.
double memory_months(const State& state) {
  return std::min(state.value(state.parameters->smuggling.memory_months),
                  static_cast<double>(state.month - state.first_month + 1));
}

/// Rise of the fee that loses a share of clients, both relative: nested logit, seen by one border.
double fee_elasticity(const State& state, const SmugglingMarket& market) {
  const double all = market.requests + market.alone;
  const double share = all > 0 ? market.requests / all : 0.5;
  const double weight = state.choice.cost_weight;
  return own_elasticity(weight / state.choice.dissimilarity, market.fee_usd, share) +
         weight * market.fee_usd * share;
}

/// What a firm is expected to have earned in a year, at what the last month brought.
double yearly_profit_usd(const std::vector<Smuggler>& firms) {
  double sum = 0, active = 0;
  for (const Smuggler& firm : firms) {
    sum += firm.is_active ? std::max(0.0, firm.profit_usd) : 0;
    active += firm.is_active ? 1 : 0;
  }
  return active > 0 ? 12 * sum / active : 0;
}

/// What bribes and punishment cost a firm per client who arrives.
/// values  of the month, or those without any policy
double risk_usd(const State& state, const ParameterValues& values, size_t border, double clients) {
  const auto& ids = state.parameters->smuggling;
  const size_t place = border_at(state, border).destination;
  const double corruptible = values.at(state.parameters->corruption.share, place);
  const CrossingExpectation journey = expect_guided(state, border);
  const double penalty = values.at(ids.penalty, 0) +
                         values.at(ids.seizure, place) * yearly_profit_usd(state.smugglers[border]);
  const double punishment = punishment_per_client_usd(
      values.at(ids.prosecution, place) * (1 - corruptible), penalty, clients);
  const double bribes = corruptible * values.at(ids.bribe, 0) * journey.apprehensions;
  return journey.entry > 0 ? (punishment + bribes) / journey.entry : 0;
}

double usual_clients(const SmugglingMarket& market, const std::vector<Smuggler>& firms) {
  double active = 0;
  for (const Smuggler& firm : firms) active += firm.is_active ? 1 : 0;
  return active > 0 ? market.requests / active : market.requests;
}

/// Cost per client who arrives: what competition would bring the fee to.
double breakeven_usd(const State& state, size_t border) {
  const SmugglingMarket& market = state.smuggling[border];
  const double clients = usual_clients(market, state.smugglers[border]);
  const double risk = risk_usd(state, state.values, border, clients) - market.opening_risk_usd;
  return std::max(1.0, cost_based_fee_usd(state, border) / market.mark_up + risk);
}

FeeRules fee_rules(const State& state) {
  const auto& ids = state.parameters->smuggling;
  FeeRules rules;
  rules.rule =
      static_cast<FeeRule>(std::max(0, static_cast<int>(state.value(ids.market) + 0.5) - 1));
  rules.shape = state.value(ids.isoelastic) >= 0.5 ? DemandShape::isoelastic : DemandShape::linear;
  rules.adjustment = state.value(ids.adjustment);
  return rules;
}

/// The traits of a firm, by its draws of the month in which it begins.
Smuggler new_firm(const State& state, size_t border, size_t number) {
  const auto& ids = state.parameters->smuggling;
  Smuggler firm;
  firm.is_active = true;
  firm.capacity = state.smuggling[border].usual_capacity *
                  (0.5 + firm_draw(state, border, number, purpose::smuggler_traits, 0));
  const double spread = state.value(ids.cost_spread);
  firm.cost_factor =
      1 + spread * (2 * firm_draw(state, border, number, purpose::smuggler_traits, 1) - 1);
  firm.gain_usd =
      state.value(ids.exploit_gain) *
      state.draws.exponential(firm_id(border, number), state.month, purpose::smuggler_traits, 2);
  return firm;
}

/// What taking along so many clients brings a firm in a month.
double profit_usd(const State& state, size_t border, const Smuggler& firm, double clients,
                  double fee_usd) {
  const SmugglingMarket& market = state.smuggling[border];
  const CrossingExpectation journey = expect_guided(state, border);
  SmugglingCost cost{0, 0, 0, 0};
  cost.per_journey_usd = breakeven_usd(state, border) * journey.entry * firm.cost_factor;
  const auto& ids = state.parameters->smuggling;
  // Competition leaves no margin that could pay for anything: all cost is in the fee.
  const double fixed = fee_rules(state).rule == FeeRule::competitive
                           ? 0
                           : state.value(ids.fixed_share) * market.margin_usd * firm.capacity /
                                 (1 + state.value(ids.spare_capacity));
  return smuggler_profit_usd(clients, fee_usd, cost, journey, fixed);
}

/// A market gets its firms once it is known how many ask, if there is room for rivals.
void open_market(State& state, size_t border) {
  const auto& ids = state.parameters->smuggling;
  SmugglingMarket& market = state.smuggling[border];
  const double elasticity = fee_elasticity(state, market);
  if (elasticity <= 0) return;
  const double usual = state.value(ids.firms), wanted = std::max(usual, least_power / elasticity);
  // Where the passage is cheap the fee hardly matters to anybody: no number of rivals holds it
  // down.
  if (wanted > std::min({most_rivals * usual, most_firms / 2.0, market.requests / clients_of_firm}))
    return;
  const auto n = static_cast<size_t>(wanted);
  const double spare = 1 + state.value(ids.spare_capacity);
  market.usual_capacity = market.requests / static_cast<double>(n) * spare;
  std::vector<double> capacity;
  auto& firms = state.smugglers[border];
  for (size_t k = 0; k < n; ++k) {
    firms.push_back(new_firm(state, border, k));
    capacity.push_back(firms.back().capacity);
  }
  const double power = effective_firms(capacity) * elasticity;
  if (power <= 1) {
    firms.clear();
    return;
  }
  market.is_open = true;
  market.mark_up = 1 / (1 - 1 / power);
  market.next_fee_usd = market.fee_usd;
  market.margin_usd =
      market.fee_usd * expect_guided(state, border).entry * (1 - 1 / market.mark_up);
  // The usual risk is in the fee of the table already; what policies add is not.
  market.opening_risk_usd =
      risk_usd(state, state.plan.base(), border, market.requests / static_cast<double>(n));
}

/// Too few ask for a trade of its own: guides by occasion again.
void close_market(State& state, size_t border) {
  SmugglingMarket& market = state.smuggling[border];
  market.is_open = false;
  market.concentration = market.opening_risk_usd = 0;
  market.mark_up = 1;
  market.capacity_carry = 0;
  state.smugglers[border].clear();
}

struct Offers {
  std::vector<double> capacity, reputation, clients;
  std::vector<size_t> firm;
  double total = 0;
};

/// Active firms and the clients that each expects.
Offers offers_at(const State& state, size_t border, double requests) {
  Offers offers;
  const auto& firms = state.smugglers[border];
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
                  state.value(state.parameters->smuggling.reputation_weight), offers.clients);
  return offers;
}

MarketOutcome clear(const State& state, size_t border, double firms, double capacity) {
  const SmugglingMarket& market = state.smuggling[border];
  MarketMonth month;
  month.requests = market.requests;
  month.fee_usd = market.fee_usd;
  month.elasticity = std::max(1e-6, fee_elasticity(state, market));
  month.firms = firms;
  month.capacity = capacity;
  month.breakeven_usd = breakeven_usd(state, border);
  FeeRules rules = fee_rules(state);
  // A market too concentrated for constant elasticity is cleared on the straight line.
  if (firms * month.elasticity <= 1) rules.shape = DemandShape::linear;
  return clear_market(rules, month);
}

/// Whether a client is worth more held than delivered.
bool turns(const State& state, size_t border, const Smuggler& firm, double share) {
  const auto& ids = state.parameters->smuggling;
  const SmugglingMarket& market = state.smuggling[border];
  const CrossingExpectation journey = expect_guided(state, border);
  ReputationRules reputation;
  reputation.memory_loss = state.value(ids.reputation_loss);
  reputation.weight = state.value(ids.reputation_weight);
  reputation.told = state.value(ids.told);
  reputation.discount = state.value(ids.discount);
  const double margin =
      std::max(0.0, market.fee_usd - breakeven_usd(state, border) * firm.cost_factor) *
      journey.entry;
  ExploitationStakes stakes;
  const size_t place = border_at(state, border).destination;
  stakes.gain_usd = firm.gain_usd * state.value(state.parameters->trafficking.value_factor, place);
  stakes.forgone_usd = std::max(0.0, market.fee_usd);
  stakes.penalty_usd = expected_penalty_at(state, place);
  stakes.future_clients_usd = future_clients_usd(reputation, margin, std::min(1.0, share));
  return pays_to_exploit(stakes);
}

void pay_bribes(State& state, size_t border, double clients) {
  const double usd = clients * corruptible_share(state, border_at(state, border).destination) *
                     state.value(state.parameters->smuggling.bribe) *
                     expect_guided(state, border).apprehensions;
  const auto cents = static_cast<int64_t>(usd * 100);
  state.ledger.local().transfer(static_cast<size_t>(Account::smugglers),
                                static_cast<size_t>(Account::officials), cents);
  state.tallies.local().add(number(Table::smuggler_bribes), border, cents);
}

/// A month of every firm of a border: clients, profit, good name, temptation.
void run_firms(State& state, size_t border) {
  const auto& ids = state.parameters->smuggling;
  SmugglingMarket& market = state.smuggling[border];
  Offers offers = offers_at(state, border, market.requests);
  market.concentration = concentration(offers.clients);
  const MarketOutcome outcome = clear(state, border, effective_firms(offers.clients), offers.total);
  const double served = std::min(market.requests, offers.total);
  for (size_t i = 0; i < offers.firm.size(); ++i) {
    Smuggler& firm = state.smugglers[border][offers.firm[i]];
    firm.clients = offers.clients[i];
    firm.profit_usd = profit_usd(state, border, firm, firm.clients, market.fee_usd);
    firm.months_of_loss = months_of_loss_after(firm.months_of_loss, firm.profit_usd);
    const double outcome_seen =
        firm.exploits ? 1 - state.value(ids.told) * state.value(ids.exploit_reach) : 1;
    firm.reputation =
        reputation_after(firm.reputation, outcome_seen, state.value(ids.reputation_loss));
    firm.exploits = turns(state, border, firm, served > 0 ? firm.clients / served : 0);
    // Firms that are full grow, idle ones shrink.
    const double growth = state.value(ids.capacity_growth);
    const double use = firm.capacity > 0 ? firm.clients / firm.capacity : 0;
    if (use > 0.95) firm.capacity *= 1 + growth;
    if (use < 0.5) firm.capacity *= 1 - growth;
    state.tallies.local().add(number(Table::smuggler_profit), border,
                              static_cast<int64_t>(firm.profit_usd * 100));
  }
  pay_bribes(state, border, served);
  market.next_fee_usd =
      fee_rules(state).rule == FeeRule::posted_price ? outcome.next_fee_usd : outcome.fee_usd;
}

/// Firms that lose money give up, convicted ones are closed.
void leave_market(State& state, size_t border) {
  const auto& ids = state.parameters->smuggling;
  const size_t place = border_at(state, border).destination;
  const double convicted =
      state.value(ids.prosecution, place) * (1 - corruptible_share(state, place));
  ExitRules rules;
  rules.patience_months = static_cast<int32_t>(state.value(ids.exit_patience));
  rules.rate = state.value(ids.exit_rate);
  auto& firms = state.smugglers[border];
  const auto at_work = static_cast<double>(std::count_if(
      firms.begin(), firms.end(), [](const Smuggler& firm) { return firm.is_active; }));
  count_policy_use(
      state, "smuggling_prosecution",
      static_cast<int64_t>(at_work * state.value(ids.prosecution, place) * policy_unit *
                           share_by_policy(state, ids.prosecution, place)));
  for (size_t k = 0; k < firms.size(); ++k) {
    Smuggler& firm = firms[k];
    if (!firm.is_active) continue;
    if (firm_draw(state, border, k, purpose::smuggler_convicted) < convicted) {
      const double seized_usd =
          state.value(ids.seizure, place) * 12 * std::max(0.0, firm.profit_usd);
      state.ledger.local().transfer(static_cast<size_t>(Account::smugglers),
                                    static_cast<size_t>(Account::states),
                                    static_cast<int64_t>(seized_usd * 100));
      state.tallies.local().add(number(Table::smugglers_convicted), border, 1);
      firm = Smuggler{};
    } else if (firm_draw(state, border, k, purpose::smuggler_exit) <
               exit_probability(rules, firm.months_of_loss)) {
      firm = Smuggler{};
    }
  }
}

/// One would-be smuggler a month enters if it expects to earn its entry back.
void enter_market(State& state, size_t border) {
  const auto& ids = state.parameters->smuggling;
  SmugglingMarket& market = state.smuggling[border];
  auto& firms = state.smugglers[border];
  size_t slot = 0;
  while (slot < firms.size() && firms[slot].is_active) ++slot;
  if (slot == most_firms) return;
  const Offers offers = offers_at(state, border, market.requests);
  const double n = effective_firms(offers.clients) + 1;
  if (n > market.requests / clients_of_firm) return;
  const double fee =
      std::max(breakeven_usd(state, border),
               clear(state, border, n, offers.total + market.usual_capacity).fee_usd);
  Smuggler typical;
  typical.capacity = market.usual_capacity;
  const double clients =
      std::min(market.usual_capacity,
               market.requests * market.usual_capacity / (offers.total + market.usual_capacity));
  const double expected = profit_usd(state, border, typical, clients, fee);
  EntryRules rules;
  const double spare = 1 + state.value(ids.spare_capacity);
  rules.entry_cost_usd =
      state.value(ids.entry_months) * market.margin_usd * market.usual_capacity / spare;
  rules.horizon_months = state.value(ids.horizon_months);
  rules.discount = state.value(ids.discount);
  rules.rate = state.value(ids.entry_rate);
  if (firm_draw(state, border, slot, purpose::smuggler_entry) >= entry_probability(rules, expected))
    return;
  if (slot == firms.size()) firms.emplace_back();
  firms[slot] = new_firm(state, border, slot);
}

/// The firm that a uniform number falls on; those with contacts hear of good and bad names.
uint16_t pick_firm(const Offers& offers, bool has_contacts, double uniform) {
  const std::vector<double>& share = has_contacts ? offers.clients : offers.capacity;
  double sum = 0;
  for (double s : share) sum += s;
  double left = uniform * sum;
  size_t chosen = 0;
  for (size_t i = 0; i < share.size(); ++i) {
    if (share[i] <= 0) continue;
    chosen = i;
    left -= share[i];
    if (left < 0) break;
  }
  return static_cast<uint16_t>(offers.firm[chosen]);
}

/// Clients of one border: as many as the firms can take, in the order of their draws.
void match_border(State& state, size_t border, std::vector<PassageClient>& clients) {
  SmugglingMarket& market = state.smuggling[border];
  int64_t asked = 0, largest = 0;
  for (const PassageClient& c : clients) {
    asked += c.weight;
    largest = std::max(largest, c.weight);
  }
  market.requests += (static_cast<double>(asked) - market.requests) / memory_months(state);
  if (!market.is_open) return;
  // What one simulated person may need at once.
  largest = std::max(largest, state.weight_of[border_at(state, border).origin]);
  const Offers offers = offers_at(state, border, market.requests);
  market.capacity_carry += static_cast<int64_t>(offers.total * millionth);
  std::vector<RationRequest> queue;
  for (const PassageClient& c : clients) queue.push_back({{c.request->order, c.person}, c.weight});
  const RationCut cut = ration(queue, market.capacity_carry / millionth);
  for (size_t i = 0; i < clients.size(); ++i) {
    Request& request = *clients[i].request;
    if (offers.firm.empty() || !cut.grants(queue[i].key)) {
      request.outcome = Request::Outcome::refused;
      continue;
    }
    request.firm =
        pick_firm(offers, request.has_contacts,
                  state.draws.uniform(clients[i].person, state.month, purpose::smuggler_choice));
  }
  // Room that nobody asked for is lost, but for that.
  market.capacity_carry =
      std::min(market.capacity_carry - cut.granted * millionth, largest * millionth);
}

}  // namespace

void set_fees(State& state) {
  const bool has_market = state.value(state.parameters->smuggling.market) >= 0.5;
  for (size_t b = 0; b < state.smuggling.size(); ++b) {
    SmugglingMarket& market = state.smuggling[b];
    market.fee_usd = has_market && market.is_open
                         ? std::max(market.next_fee_usd, breakeven_usd(state, b))
                         : cost_based_fee_usd(state, b);
  }
}

void match_clients(State& state, std::vector<std::vector<PassageClient>>& by_border) {
  for (size_t b = 0; b < by_border.size(); ++b) match_border(state, b, by_border[b]);
}

void match_smugglers(State& state, Month) {
  std::vector<std::vector<PassageClient>> by_border(state.smuggling.size());
  std::vector<int64_t> alone(state.smuggling.size(), 0);
  for (size_t c = 0; c < state.communities.size(); ++c) {
    const Community& community = state.people.communities()[c];
    for (Request& request : state.communities[c].requests) {
      if (!is_irregular_entry(request.channel)) continue;
      const auto border = static_cast<size_t>(state.world->corridors[request.corridor].border);
      if (is_guided(request.channel))
        by_border[border].push_back(
            {&request, community.person(request.local).value(), community.weight});
      else
        alone[border] += community.weight;
    }
  }
  note_alone(state, alone);
  match_clients(state, by_border);
}

void note_alone(State& state, const std::vector<int64_t>& alone) {
  for (size_t b = 0; b < alone.size(); ++b)
    state.smuggling[b].alone +=
        (static_cast<double>(alone[b]) - state.smuggling[b].alone) / memory_months(state);
}

bool is_turned_on(const State& state, const Request& request, uint32_t person) {
  if (request.firm == Request::no_firm || !state.captivity_tables.has_traffickers) return false;
  const auto border = static_cast<size_t>(state.world->corridors[request.corridor].border);
  const Smuggler& firm = state.smugglers[border].at(request.firm);
  return firm.exploits && state.draws.uniform(person, state.month, purpose::smuggler_turns) <
                              state.value(state.parameters->smuggling.exploit_reach);
}

void record_smugglers(State& state) {
  LocalTally& tally = state.tallies.local();
  for (size_t b = 0; b < state.smuggling.size(); ++b) {
    const SmugglingMarket& market = state.smuggling[b];
    tally.add(number(Table::smuggler_fee), b, static_cast<int64_t>(market.fee_usd * 100 + 0.5));
    tally.add(number(Table::smuggler_concentration), b,
              static_cast<int64_t>(market.concentration * 1e6 + 0.5));
    for (const Smuggler& firm : state.smugglers[b]) {
      if (!firm.is_active) continue;
      tally.add(number(Table::smugglers_active), b, 1);
      tally.add(number(Table::smugglers_exploiting), b, firm.exploits ? 1 : 0);
      tally.add(number(Table::smuggler_capacity), b,
                static_cast<int64_t>(firm.capacity * expected_unit));
    }
  }
}

void archive_smugglers(Archive& archive, State& state) {
  const size_t n = state.world->borders.size();
  archive_rows(
      archive, "smugglers", state.smugglers, n, RowField{"is_active", &Smuggler::is_active},
      RowField{"capacity", &Smuggler::capacity}, RowField{"cost_factor", &Smuggler::cost_factor},
      RowField{"gain_usd", &Smuggler::gain_usd}, RowField{"reputation", &Smuggler::reputation},
      RowField{"months_of_loss", &Smuggler::months_of_loss},
      RowField{"exploits", &Smuggler::exploits}, RowField{"clients", &Smuggler::clients},
      RowField{"profit_usd", &Smuggler::profit_usd});
  SideTable<SmugglingMarket> markets{state.smuggling};
  using M = SmugglingMarket;
  archive_rows(archive, "smuggling", markets, 1, RowField{"is_open", &M::is_open},
               RowField{"fee_usd", &M::fee_usd}, RowField{"next_fee_usd", &M::next_fee_usd},
               RowField{"requests", &M::requests}, RowField{"alone", &M::alone},
               RowField{"mark_up", &M::mark_up}, RowField{"margin_usd", &M::margin_usd},
               RowField{"usual_capacity", &M::usual_capacity},
               RowField{"opening_risk_usd", &M::opening_risk_usd},
               RowField{"concentration", &M::concentration},
               RowField{"capacity_carry", &M::capacity_carry});
  state.smuggling = std::move(markets.front());
}

void renew_smugglers(State& state, Month month) {
  const bool has_firms = state.value(state.parameters->smuggling.market) >= 0.5;
  const bool is_year_over = (month + 1 - state.first_month) % first_months == 0;
  for (size_t b = 0; b < state.smuggling.size(); ++b) {
    SmugglingMarket& market = state.smuggling[b];
    if (!market.is_open) {
      if (has_firms && is_year_over) open_market(state, b);
      continue;
    }
    if (!has_firms) {
      close_market(state, b);
      continue;
    }
    run_firms(state, b);
    leave_market(state, b);
    enter_market(state, b);
    if (is_year_over && market.requests < clients_of_firm) close_market(state, b);
  }
}

}  // namespace rumbo::migration
