// Who is taken along by which smuggler, and who is refused for want of room. docs/model.md:
// Smugglers.
#include <algorithm>
#include <utility>

#include "engine/base/checked.hpp"
#include "engine/comm/comm.hpp"
#include "engine/people/people.hpp"
#include "engine/tally/rationing.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/smuggling/smugglers.hpp"
#include "models/migration/smuggling/smuggling.hpp"
#include "models/migration/smuggling/smuggling_market.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "models/migration/visas/quota.hpp"

namespace rumbo::migration {
namespace {

constexpr int64_t millionth = 1000000;

/// Months that smoothed numbers are a mean of; at first all there have been.
double memory_months(Rooms<> state) {
  return std::min(state.value(state.run.parameters->smuggling.memory_months),
                  static_cast<double>(state.run.month - state.run.first_month + 1));
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

/// Clients of a month over all ranks, real persons.
struct Asked {
  int64_t all = 0;
  int64_t largest = 0;  ///< that one simulated person stands for
};

Asked asked_by(Rooms<> state, const std::vector<PassageClient>& clients) {
  Asked asked;
  for (const PassageClient& c : clients) {
    asked.all += c.weight;
    asked.largest = std::max(asked.largest, c.weight);
  }
  state.run.comm->sum({&asked.all, 1});
  asked.largest = state.run.comm->max(asked.largest);
  return asked;
}

/// Who gets a place, by capacity gathered; what is not used is kept for a few persons at most.
RationCut ration_capacity(Rooms<> state, SmugglingMarket& market,
                          const std::vector<RationRequest>& queue, double capacity,
                          int64_t largest) {
  market.capacity_carry =
      saturating_add(market.capacity_carry, saturating_cast<int64_t>(capacity * millionth));
  const RationCut cut = ration(queue, market.capacity_carry / millionth, *state.run.comm);
  // Room that no one asked for is lost, but for that.
  market.capacity_carry = std::min(market.capacity_carry - cut.granted * millionth,
                                   persons_kept_for * largest * millionth);
  return cut;
}

/// Clients of one border: as many as the firms can take, in the order of their draws.
void match_border(Rooms<const Persons, Smuggling, const TraffickingMarket> state, size_t border,
                  std::vector<PassageClient>& clients) {
  SmugglingMarket& market = state.smuggling.markets[border];
  const Asked asked = asked_by(state, clients);
  market.requests += (static_cast<double>(asked.all) - market.requests) / memory_months(state);
  // Firms that are to be no more form no fee and turn no one away either.
  if (!market.is_open || !has_firms(state)) return;
  // What one simulated person may need at once.
  const int64_t largest =
      std::max(asked.largest, state.persons.weight_of[state.run.world->borders[border].origin]);
  const Offers offers = offers_at(state, border, market.requests);
  std::vector<RationRequest> queue;
  for (const PassageClient& c : clients) queue.push_back({{c.request->order, c.person}, c.weight});
  const RationCut cut = ration_capacity(state, market, queue, offers.total, largest);
  for (size_t i = 0; i < clients.size(); ++i) {
    Request& request = *clients[i].request;
    if (offers.firm.empty() || !cut.grants(queue[i].key)) {
      request.outcome = Request::Outcome::refused;
      continue;
    }
    request.firm = pick_firm(
        offers, request.has_contacts,
        state.run.draws.uniform(clients[i].person, state.run.month, purpose::smuggler_choice));
  }
}

}  // namespace

void match_clients(Rooms<const Persons, Smuggling, const TraffickingMarket> state,
                   std::vector<std::vector<PassageClient>>& by_border) {
  for (size_t b = 0; b < by_border.size(); ++b) match_border(state, b, by_border[b]);
}

void match_smugglers(Rooms<Persons, Smuggling, const TraffickingMarket> state, Month) {
  std::vector<std::vector<PassageClient>> by_border(state.smuggling.markets.size());
  std::vector<int64_t> alone(state.smuggling.markets.size(), 0);
  for (size_t c = 0; c < state.persons.months.size(); ++c) {
    const Community& community = state.persons.people.communities()[c];
    for (Request& request : state.persons.months[c].requests) {
      if (!is_irregular_entry(request.channel)) continue;
      const auto border = static_cast<size_t>(state.run.world->corridors[request.corridor].border);
      if (is_guided(request.channel))
        by_border[border].push_back(
            {&request, community.person(request.local).value(), community.weight});
      else
        alone[border] += community.weight;
    }
  }
  note_alone(state, std::move(alone));
  match_clients(state, by_border);
}

void note_alone(Rooms<Smuggling> state, std::vector<int64_t> alone) {
  state.run.comm->sum(alone);
  for (size_t b = 0; b < alone.size(); ++b)
    state.smuggling.markets[b].alone +=
        (static_cast<double>(alone[b]) - state.smuggling.markets[b].alone) / memory_months(state);
}

bool is_turned_on(Rooms<const Smuggling, const CaptivityTables> state, const Request& request,
                  uint32_t person) {
  if (request.firm == Request::no_firm || !state.captivity_tables.has_traffickers) return false;
  const auto border = static_cast<size_t>(state.run.world->corridors[request.corridor].border);
  const Smuggler& firm = state.smuggling.firms[border].at(request.firm);
  return firm.exploits &&
         state.run.draws.uniform(person, state.run.month, purpose::smuggler_turns) <
             state.value(state.run.parameters->smuggling.exploit_reach);
}

}  // namespace rumbo::migration
