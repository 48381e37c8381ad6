// Which clients of a month smugglers take along, and the firm of each, plainly; see
// plain_tables_carried.hpp. docs/model.md: Smugglers.
#include <algorithm>
#include <tuple>

#include "engine/maths/functions.hpp"
#include "models/migration/person/purpose.hpp"
#include "reference/plain_tables_carried.hpp"
#include "reference/plain_tables_passages.hpp"

namespace rumbo::migration {

namespace {

constexpr int64_t millionths = 1000000;  ///< of a client: the unit of room that is carried over

/// Months that smugglers judge by, at first all there have been.
double months_remembered(const State& state) {
  const double so_far = state.month - state.first_month + 1;
  return std::min(state.value(state.parameters->smuggling.memory_months), so_far);
}

/// One round of sharing out: firms that are not full get of what the full ones leave in proportion
/// to capacity x exp(weight x name). Whether one more became full.
bool fill_firms(const std::vector<Smuggler>& firms, double asking, double weight,
                std::vector<double>& clients) {
  const auto is_full = [&](size_t k) { return clients[k] >= firms[k].capacity; };
  double left = asking, appeal_of_all = 0;
  for (size_t k = 0; k < firms.size(); ++k) {
    if (is_full(k))
      left -= firms[k].capacity;
    else
      appeal_of_all += firms[k].capacity * exp(weight * firms[k].reputation);
  }
  bool has_filled = false;
  for (size_t k = 0; k < firms.size(); ++k) {
    if (is_full(k)) continue;
    const double part =
        left * firms[k].capacity * exp(weight * firms[k].reputation) / appeal_of_all;
    clients[k] = std::min(part, firms[k].capacity);
    has_filled = has_filled || is_full(k);
  }
  return has_filled;
}

/// The firm on which a number in [0, 1) falls where firms have these shares.
uint16_t firm_at(double uniform, const std::vector<double>& shares) {
  double sum = 0;
  for (const double share : shares) sum += share;
  double left = uniform * sum;
  size_t found = 0;
  for (size_t k = 0; k < shares.size() && left >= 0; ++k) {
    if (shares[k] <= 0) continue;
    found = k;
    left -= shares[k];
  }
  return static_cast<uint16_t>(found);
}

/// Clients in the order of their draws as long as there is room for the next.
std::vector<PlainClient*> first_in_order(std::vector<PlainClient>& clients, int64_t room) {
  std::sort(clients.begin(), clients.end(), [](const PlainClient& a, const PlainClient& b) {
    return std::tuple(a.request->order, a.person) < std::tuple(b.request->order, b.person);
  });
  std::vector<PlainClient*> first;
  for (PlainClient& client : clients) {
    if (client.weight > room) break;
    room -= client.weight;
    first.push_back(&client);
  }
  return first;
}

/// Those with contacts have heard of names, all others only see how large firms are.
void choose_firm(const State& state, size_t border, PlainClient& client) {
  std::vector<double> shares;
  if (client.request->has_contacts)
    shares = plain_clients_of_firms(state, border);
  else
    for (const Smuggler& firm : state.smuggling.firms[border]) shares.push_back(firm.capacity);
  const double uniform = state.draws.uniform(client.person, state.month, purpose::smuggler_choice);
  client.request->firm = firm_at(uniform, shares);
}

}  // namespace

double plain_room_of_firms(const State& state, size_t border) {
  double room = 0;
  for (const Smuggler& firm : state.smuggling.firms[border])
    if (firm.is_active) room += firm.capacity;
  return room;
}

std::vector<double> plain_clients_of_firms(const State& state, size_t border) {
  const auto& firms = state.smuggling.firms[border];
  const double asking = state.smuggling.markets[border].requests;
  const double weight = state.value(state.parameters->smuggling.reputation_weight);
  // A closed firm has no capacity: it is full without a client.
  std::vector<double> clients(firms.size(), 0);
  while (fill_firms(firms, asking, weight, clients)) {
  }
  return clients;
}

void plain_alone(State& state, size_t border, int64_t persons) {
  double& alone = state.smuggling.markets[border].alone;
  alone += (static_cast<double>(persons) - alone) / months_remembered(state);
}

void plain_clients(State& state, size_t border, std::vector<PlainClient> clients) {
  SmugglingMarket& market = state.smuggling.markets[border];
  int64_t asking = 0;
  for (const PlainClient& client : clients) asking += client.weight;
  market.requests += (static_cast<double>(asking) - market.requests) / months_remembered(state);
  if (!market.is_open || !plain_has_firms(state)) return;
  const double room = plain_room_of_firms(state, border);
  market.capacity_carry += static_cast<int64_t>(room * millionths);
  const std::vector<PlainClient*> taken =
      first_in_order(clients, market.capacity_carry / millionths);
  for (PlainClient& client : clients) client.request->outcome = Request::Outcome::refused;
  int64_t largest = state.persons.weight_of[state.world->borders[border].origin];
  for (const PlainClient& client : clients) largest = std::max(largest, client.weight);
  for (PlainClient* client : taken) {
    market.capacity_carry -= client->weight * millionths;
    // Where all firms are gone room of earlier months is used up, and still no one goes.
    if (room <= 0) continue;
    client->request->outcome = Request::Outcome::asked;
    choose_firm(state, border, *client);
  }
  // Room that no one asked for is kept for ten simulated persons.
  market.capacity_carry = std::min(market.capacity_carry, 10 * largest * millionths);
}

}  // namespace rumbo::migration
