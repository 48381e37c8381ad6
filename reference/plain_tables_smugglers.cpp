// A month of the markets of passages, plainly: they open, firms earn, grow, give up, are convicted
// and enter, and they close; see plain_tables_carried.hpp. docs/model.md: Smugglers.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "models/migration/person/purpose.hpp"
#include "reference/plain_tables_carried.hpp"
#include "reference/plain_tables_choice.hpp"
#include "reference/plain_tables_passages.hpp"

namespace rumbo::migration {

namespace {

constexpr size_t places_for_firms = 64;      ///< at one border
constexpr double clients_for_a_firm = 10;    ///< a month: a market has no more firms than that
constexpr double enough_rivals = 1.5;        ///< firms x elasticity with which a market opens
constexpr double most_firms_at_opening = 2;  ///< times the usual number

double luck_of_firm(const State& state, size_t border, size_t firm, Purpose why,
                    uint32_t index = 0) {
  return state.draws.uniform(static_cast<uint32_t>(border * places_for_firms + firm), state.month,
                             why, index);
}

/// A firm that begins: its capacity is half to one and a half of the usual, its cost and what
/// exploiting a client would bring it are its own.
Smuggler beginning_firm(const State& state, size_t border, size_t firm) {
  const auto& ids = state.parameters->smuggling;
  const double size = luck_of_firm(state, border, firm, purpose::smuggler_traits, 0);
  const double cost = luck_of_firm(state, border, firm, purpose::smuggler_traits, 1);
  const double gain =
      state.draws.exponential(static_cast<uint32_t>(border * places_for_firms + firm), state.month,
                              purpose::smuggler_traits, 2);
  Smuggler begins;
  begins.is_active = true;
  begins.capacity = state.smuggling.markets[border].usual_capacity * (0.5 + size);
  begins.cost_factor = 1 + state.value(ids.cost_spread) * (2 * cost - 1);
  begins.gain_usd = state.value(ids.exploit_gain) * gain;
  return begins;
}

/// n (F P(entry) - cost) - fixed: only those who arrive pay. Competition leaves no margin that
/// could pay for staying in business.
double earned_in_month(const State& state, size_t border, const Smuggler& firm, double clients,
                       double fee) {
  const auto& ids = state.parameters->smuggling;
  const SmugglingMarket& market = state.smuggling.markets[border];
  const double arrive = plain_journey(state, border, Channel::smuggler).entry;
  const double of_client =
      fee * arrive - plain_passage_cost(state, border) * arrive * firm.cost_factor;
  double fixed = 0;
  if (static_cast<int>(state.value(ids.market) + 0.5) != 3)
    fixed = state.value(ids.fixed_share) * market.margin_usd * firm.capacity /
            (1 + state.value(ids.spare_capacity));
  return clients * of_client - fixed;
}

/// share  of the clients of the border
void run_firm_plainly(State& state, size_t border, Smuggler& firm, double clients, double share) {
  const auto& ids = state.parameters->smuggling;
  const double fee = state.smuggling.markets[border].fee_usd;
  firm.clients = clients;
  firm.profit_usd = earned_in_month(state, border, firm, clients, fee);
  firm.months_of_loss = firm.profit_usd < 0 ? firm.months_of_loss + 1 : 0;
  // A good name is what has become of clients, as far as it is told.
  const double treated_well =
      firm.exploits ? 1 - state.value(ids.told) * state.value(ids.exploit_reach) : 1;
  const double newest = state.value(ids.reputation_loss);
  firm.reputation = (1 - newest) * firm.reputation + newest * treated_well;
  firm.exploits = plain_turns_to_exploiting(state, border, firm, share);
  // Full firms grow, idle ones shrink.
  const double used = firm.capacity > 0 ? clients / firm.capacity : 0;
  const double growth = state.value(ids.capacity_growth);
  if (used > 0.95)
    firm.capacity *= 1 + growth;
  else if (used < 0.5)
    firm.capacity *= 1 - growth;
}

void run_firms_plainly(State& state, size_t border) {
  SmugglingMarket& market = state.smuggling.markets[border];
  const std::vector<double> clients = plain_clients_of_firms(state, border);
  const double room = plain_room_of_firms(state, border);
  const double served = std::min(market.requests, room);
  market.concentration = plain_concentration(clients);
  market.next_fee_usd = plain_fee_of_firms(state, border, plain_equal_firms(clients), room).next;
  // One after the other: what may be seized follows from what those before have earned by now.
  for (size_t k = 0; k < clients.size(); ++k) {
    Smuggler& firm = state.smuggling.firms[border][k];
    if (firm.is_active)
      run_firm_plainly(state, border, firm, clients[k], served > 0 ? clients[k] / served : 0);
  }
}

/// Convicted firms are closed; those that have lost for some months may give up.
void close_firms(State& state, size_t border) {
  const auto& ids = state.parameters->smuggling;
  const size_t place = state.world->borders[border].destination;
  const double convicted = state.value(ids.prosecution, place) *
                           (1 - state.value(state.parameters->corruption.share, place));
  const auto patience = static_cast<int>(state.value(ids.exit_patience));
  for (size_t k = 0; k < state.smuggling.firms[border].size(); ++k) {
    Smuggler& firm = state.smuggling.firms[border][k];
    const double gives_up =
        firm.months_of_loss >= patience ? probability_within(state.value(ids.exit_rate), 1) : 0;
    if (luck_of_firm(state, border, k, purpose::smuggler_convicted) < convicted ||
        luck_of_firm(state, border, k, purpose::smuggler_exit) < gives_up)
      firm = Smuggler{};
  }
}

/// Today's value of what one more firm of usual size would earn, month by month, is above what it
/// costs to enter.
bool pays_to_begin(const State& state, size_t border, double rivals) {
  const auto& ids = state.parameters->smuggling;
  const SmugglingMarket& market = state.smuggling.markets[border];
  const double room = plain_room_of_firms(state, border) + market.usual_capacity;
  Smuggler usual;
  usual.capacity = market.usual_capacity;
  const double clients = std::min(usual.capacity, market.requests * market.usual_capacity / room);
  const double fee = plain_fee_of_firms(state, border, rivals + 1, room).today;
  const double a_month = earned_in_month(state, border, usual, clients, fee);
  const double discount = state.value(ids.discount), months = state.value(ids.horizon_months);
  const double worth = a_month * -expm1(-months * log1p(discount)) / discount;
  const double to_enter = state.value(ids.entry_months) * market.margin_usd *
                          market.usual_capacity / (1 + state.value(ids.spare_capacity));
  return worth > to_enter;
}

void enter_plainly(State& state, size_t border) {
  auto& firms = state.smuggling.firms[border];
  size_t place = 0;
  while (place < firms.size() && firms[place].is_active) ++place;
  if (place == places_for_firms) return;
  const double rivals = plain_equal_firms(plain_clients_of_firms(state, border));
  if (rivals + 1 > state.smuggling.markets[border].requests / clients_for_a_firm) return;
  const double rate = state.value(state.parameters->smuggling.entry_rate);
  if (!pays_to_begin(state, border, rivals) ||
      luck_of_firm(state, border, place, purpose::smuggler_entry) >= probability_within(rate, 1))
    return;
  if (place == firms.size()) firms.emplace_back();
  firms[place] = beginning_firm(state, border, place);
}

/// Firms a market would open with; 0 if it has no room for rivals that hold the fee down.
size_t firms_to_open_with(const State& state, size_t border) {
  const double elasticity = plain_fee_elasticity(state, border);
  if (elasticity <= 0) return 0;
  const double usual = state.value(state.parameters->smuggling.firms);
  const double wanted = std::max(usual, enough_rivals / elasticity);
  const double most = std::min({most_firms_at_opening * usual, places_for_firms / 2.0,
                                state.smuggling.markets[border].requests / clients_for_a_firm});
  return wanted > most ? 0 : static_cast<size_t>(wanted);
}

/// Room that is carried begins with a part of what one simulated person takes.
int64_t first_room_carried(const State& state, size_t border) {
  const uint32_t bits =
      state.draws.bits(static_cast<uint32_t>(border), state.first_month, purpose::first_carry, 1);
  const int64_t weight = state.persons.weight_of[state.world->borders[border].origin];
  return static_cast<int64_t>(bits * 0x1p-32 * static_cast<double>(weight) * 1e6);
}

void open_plainly(State& state, size_t border) {
  const auto& ids = state.parameters->smuggling;
  SmugglingMarket& market = state.smuggling.markets[border];
  auto& firms = state.smuggling.firms[border];
  const size_t n = firms_to_open_with(state, border);
  if (n == 0) return;
  const double of_each = market.requests / static_cast<double>(n);
  market.usual_capacity = of_each * (1 + state.value(ids.spare_capacity));
  std::vector<double> capacity;
  for (size_t k = 0; k < n; ++k) {
    firms.push_back(beginning_firm(state, border, k));
    capacity.push_back(firms[k].capacity);
  }
  const double power = plain_equal_firms(capacity) * plain_fee_elasticity(state, border);
  if (power <= 1) return firms.clear();
  market.is_open = true;
  market.capacity_carry = first_room_carried(state, border);
  // Cost is the fee less the mark-up that Cournot gives now, so that opening changes no fee.
  market.mark_up = 1 / (1 - 1 / power);
  market.next_fee_usd = market.fee_usd;
  market.margin_usd = market.fee_usd * plain_journey(state, border, Channel::smuggler).entry *
                      (1 - 1 / market.mark_up);
  market.opening_risk_usd = plain_passage_risk(state, state.plan.base(), border, of_each);
}

void close_plainly(State& state, size_t border) {
  SmugglingMarket& market = state.smuggling.markets[border];
  state.smuggling.firms[border].clear();
  market.is_open = false;
  market.mark_up = 1;
  market.opening_risk_usd = 0;
  market.concentration = 0;
  market.capacity_carry = 0;
}

}  // namespace

void plain_smugglers(State& state) {
  const bool is_year_over = (state.month + 1 - state.first_month) % 12 == 0;
  for (size_t b = 0; b < state.smuggling.markets.size(); ++b) {
    SmugglingMarket& market = state.smuggling.markets[b];
    if (market.is_open && plain_has_firms(state)) {
      run_firms_plainly(state, b);
      close_firms(state, b);
      enter_plainly(state, b);
      if (is_year_over && market.requests < clients_for_a_firm) close_plainly(state, b);
    } else if (market.is_open) {
      close_plainly(state, b);
    } else if (is_year_over && plain_has_firms(state)) {
      open_plainly(state, b);
    }
  }
}

}  // namespace rumbo::migration
