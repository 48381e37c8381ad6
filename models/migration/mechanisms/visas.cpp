// Visas granted in order of application, by lottery or queue. Science B3.
#include <algorithm>
#include <map>

#include "engine/tally/rationing.hpp"
#include "models/migration/mechanisms/asylum.hpp"
#include "models/migration/mechanisms/mechanisms.hpp"
#include "models/migration/mechanisms/mover.hpp"
#include "models/migration/purpose.hpp"
#include "models/migration/theory/quota.hpp"

namespace rumbo::migration {
namespace {

constexpr int64_t millionth = 1000000;
constexpr double longest_wait = 1e6;  ///< months; a queue nobody reaches the end of

struct Asked {
  std::vector<RationRequest> requests;
  std::vector<Request*> where;
};

VisaKind kind_of(Channel channel) {
  return static_cast<VisaKind>(static_cast<int>(channel));
}
static_assert(static_cast<int>(Channel::work_visa) == static_cast<int>(VisaKind::work));
static_assert(static_cast<int>(Channel::study) == static_cast<int>(VisaKind::study));
static_assert(static_cast<int>(Channel::family) == static_cast<int>(VisaKind::family));
static_assert(static_cast<int>(Channel::seasonal) == static_cast<int>(VisaKind::seasonal));

/// Whole places open now; what a month leaves over carries to the next, up to most_carried().
int64_t open_places(State& state, size_t cell, double places_per_year, int64_t largest_weight) {
  int64_t& carry = state.visa_carry[cell];
  carry += static_cast<int64_t>(places_per_year * millionth / 12);
  const double most = most_carried(places_per_year, largest_weight);
  carry = std::min(carry, static_cast<int64_t>(most * millionth));
  return carry / millionth;
}

void grant(State& state, size_t corridor, VisaKind kind, Asked* asked) {
  const size_t cell = corridor * n_visa_kinds + static_cast<size_t>(kind);
  const double places = state.places_per_year(corridor, kind);
  const unsigned home = state.world->corridors[corridor].origin;
  const int64_t open = open_places(state, cell, places, state.weight_of[home]);
  const double memory =
      wait_memory(state.value(state.parameters->visas.wait_memory_months), state.weight_of[home],
                  places / 12, state.month - state.first_month + 1);
  if (asked == nullptr) {
    state.visa_wait[cell] = known_wait(state.visa_wait[cell], 0, memory);
    return;
  }
  const RationCut cut = ration(asked->requests, open);
  for (size_t i = 0; i < asked->requests.size(); ++i)
    asked->where[i]->outcome =
        cut.grants(asked->requests[i].key) ? Request::Outcome::granted : Request::Outcome::refused;
  state.visa_carry[cell] -= cut.granted * millionth;
  const double wait =
      std::min(longest_wait, expected_wait(static_cast<double>(cut.asked), places / 12));
  state.visa_wait[cell] = known_wait(state.visa_wait[cell], wait, memory);
  LocalTally& tally = state.tallies.local();
  tally.add(number(Table::visas_applied), cell, cut.asked);
  tally.add(number(Table::visas_granted), cell, cut.granted);
}

/// Entry without a rationed visa: by right, on a visit where a visa may be refused, or to claim
/// asylum where one may be turned away.
void admit(State& state, const Community& community, Request& request) {
  request.outcome = Request::Outcome::granted;
  const uint32_t person = community.person(request.local).value();
  if (request.channel == Channel::asylum && !is_let_in(state, request, person))
    request.outcome = Request::Outcome::refused;
  if (request.channel != Channel::visit || state.needs_visit_visa[request.corridor] == 0) return;
  if (state.draws.uniform(person, state.month, purpose::visit_visa) >=
      state.value(state.parameters->visas.visit_grant))
    request.outcome = Request::Outcome::refused;
}

}  // namespace

void grant_visas(State& state, Month) {
  const bool is_queue = state.value(state.parameters->visas.queue) >= 0.5;
  std::vector<Asked> asked(state.world->corridors.size() * n_visa_kinds);
  for (size_t c = 0; c < state.communities.size(); ++c) {
    const Community& community = state.people.communities()[c];
    for (Request& request : state.communities[c].requests) {
      if (is_irregular_entry(request.channel)) continue;
      if (!is_rationed(request.channel)) {
        admit(state, community, request);
        continue;
      }
      Asked& group =
          asked[request.corridor * n_visa_kinds + static_cast<size_t>(kind_of(request.channel))];
      const uint64_t since = is_queue ? request.since : 0;
      const uint64_t rank = request.has_preference ? 0 : 1;  // before all others
      group.requests.push_back(
          {{rank << 62 | since << 32 | request.order, community.person(request.local).value()},
           community.weight});
      group.where.push_back(&request);
    }
  }
  for (size_t corridor = 0; corridor < state.world->corridors.size(); ++corridor)
    for (int kind = 0; kind < n_visa_kinds; ++kind) {
      Asked& group = asked[corridor * n_visa_kinds + static_cast<size_t>(kind)];
      grant(state, corridor, static_cast<VisaKind>(kind),
            group.requests.empty() ? nullptr : &group);
    }
}

}  // namespace rumbo::migration
