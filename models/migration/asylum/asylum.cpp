// See asylum.hpp: the way in, the queue, and the formulas of a decision.
#include "models/migration/asylum/asylum.hpp"

#include <algorithm>

#include "engine/base/checked.hpp"
#include "models/migration/asylum/grounds.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/population/first_carry.hpp"
#include "models/migration/shocks/shocks.hpp"

namespace rumbo::migration {
namespace {

constexpr int64_t millionth = 1000000;
constexpr int most_appeals = 1;
constexpr double unknown_recognition = 0.1;  ///< without recognition.csv; assumed

}  // namespace

bool is_asylum_open(Rooms<const Asylum> state, size_t corridor, bool may_stay) {
  const Corridor& c = state.run.world->corridors[corridor];
  return !may_stay && state.run.world->takes_claims(c.destination) &&
         state.value(state.run.parameters->asylum.access, c.destination) > 0 &&
         state.asylum.with_grounds[c.origin] > 0;
}

double recognition(Rooms<> state, size_t origin, size_t place) {
  const Grid& table = state.run.world->recognition;
  const double share = table.cells().empty() ? unknown_recognition
                                             : table(origin, year_index(state.run.month.year()));
  return std::min(1.0, share * state.value(state.run.parameters->asylum.recognition_factor, place));
}

double decisions_per_year(Rooms<> state, size_t place) {
  const auto& ids = state.run.parameters->asylum;
  return std::max(0.0,
                  state.run.world->asylum_decisions(place, year_index(state.run.month.year())) *
                          state.value(ids.decisions_factor, place) +
                      state.value(ids.decisions_added, place));
}

bool is_let_in(Rooms<> state, const Request& request, uint32_t person) {
  return state.run.draws.uniform(person, state.run.month, purpose::asylum_entry) <
         state.value(state.run.parameters->asylum.access,
                     state.run.world->corridors[request.corridor].destination);
}

RationKey claim_key(const Claim& claim, uint32_t person) {
  return {uint64_t{claim.filed} << 32 | claim.order, person};
}

RationCut decide_in_order(std::span<const RationRequest> waiting, int64_t& carry, double per_year,
                          int64_t largest_weight, const Comm& comm) {
  const auto a_month = saturating_cast<int64_t>(per_year * millionth / 12);
  const int64_t most = std::max(saturating_add(a_month, millionth), largest_weight * millionth);
  carry = std::min(saturating_add(carry, a_month), most);
  const RationCut cut = ration(waiting, carry / millionth, comm);
  carry -= cut.granted * millionth;
  return cut;
}

int64_t largest_weight(Rooms<const Persons> state) {
  return *std::max_element(state.persons.weight_of.begin(), state.persons.weight_of.end());
}

AsylumDecision decision_on(Rooms<const Shocks> state, const Claim& claim, Facts who,
                           uint32_t person) {
  const auto& ids = state.run.parameters->asylum;
  const size_t place = who.residence();
  auto happens = [&](Purpose purpose, double probability) {
    return state.run.draws.uniform(person, state.run.month, purpose, claim.appeals) < probability;
  };
  if (happens(purpose::asylum_decision, recognition(state, who.birthplace(), place)))
    return {AsylumOutcome::granted, false};
  const double shock = std::min(1.0, worst_shock(state, who.birthplace()));
  if (happens(purpose::asylum_protection, state.value(ids.complementary, place) * shock))
    return {AsylumOutcome::complementary, false};
  if (claim.appeals < most_appeals &&
      happens(purpose::asylum_appeal, state.value(ids.appeal, place)))
    return {AsylumOutcome::appealed, false};
  return {AsylumOutcome::refused,
          happens(purpose::asylum_refused, state.value(ids.refused_leave, place))};
}

Claim new_claim(Rooms<> state, uint32_t local, uint32_t person) {
  Claim claim;
  claim.local = static_cast<uint16_t>(local);
  claim.since = claim.filed = static_cast<uint16_t>(state.run.month.count());
  claim.order = state.run.draws.bits(person, state.run.month, purpose::asylum_order);
  return claim;
}

Claim appeal_of(Rooms<> state, const Claim& claim, uint32_t person) {
  Claim again = new_claim(state, claim.local, person);
  again.since = claim.since;
  again.appeals = static_cast<uint8_t>(claim.appeals + 1);
  return again;
}

WorkerGroup paid_as(Rooms<> state, Facts who, int months) {
  const bool may_not_work =
      who.status() == Status::asylum_pending &&
      months < state.value(state.run.parameters->asylum.work_months, who.residence());
  return may_not_work ? WorkerGroup::irregular : worker_group(who);
}

void start_asylum(Rooms<const Persons, Asylum> state) {
  const int64_t weight = largest_weight(state);
  state.asylum.decision_carry.resize(state.n_places());
  for (size_t p = 0; p < state.n_places(); ++p)
    state.asylum.decision_carry[p] = first_carry(state, Carried::decisions, p, weight);
}

void save_asylum(Saved& saved, Rooms<Asylum> state) {
  saved.counts("state/decision_carry", state.asylum.decision_carry);
}

}  // namespace rumbo::migration
