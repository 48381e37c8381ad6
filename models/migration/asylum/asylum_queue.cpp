// Claims of asylum: filed, waiting, decided. docs/model.md: Shocks and asylum.
#include <algorithm>

#include "engine/base/checked.hpp"
#include "engine/base/error.hpp"
#include "engine/tally/tallies.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/asylum/results.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/policy_use/results.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/status/status.hpp"

namespace rumbo::migration {
namespace {

size_t pair_of(Rooms<> state, Facts f) {
  return f.birthplace() * state.n_places() + f.residence();
}

/// What the decisions that policies added used: claims decided beyond what the table allows.
void count_decided(Rooms<Sums> state, size_t place, int64_t decided) {
  const double now = decisions_per_year(state, place),
               table = state.run.world->asylum_decisions(place, year_index(state.run.month.year()));
  if (now <= table) return;
  count_global_policy_use(
      state, "asylum_access",
      static_cast<int64_t>(static_cast<double>(decided * policy_unit) * (1 - table / now)));
}

/// A decision applied. The claim is over unless it is appealed.
void apply(View& view,
           Dying::And<Sums, const Labour, const Visas, const Smuggling, const TraffickingMarket,
                      const CaptivityTables, const Returns>
               state,
           Claim& claim, const AsylumDecision& decision) {
  const uint32_t local = claim.local;
  const Facts f = view.facts[local];
  LocalTally& tally = view.tally();
  tally.add(result_tables().asylum.asylum_decided,
            pair_of(state, f) * n_asylum_outcomes + static_cast<size_t>(decision.outcome),
            view.weight);
  tally.add(result_tables().asylum.asylum_waited, f.residence(),
            (state.run.month.count() - claim.filed) * view.weight);
  switch (decision.outcome) {
    case AsylumOutcome::granted:
      return set_status(view, state, local, Status::refugee, StatusChange::recognized);
    case AsylumOutcome::complementary:
      count_protected(view, state, f.residence(), state.run.parameters->asylum.complementary);
      return set_status(view, state, local, Status::temporary, StatusChange::temporarily_protected);
    case AsylumOutcome::appealed:
      claim = appeal_of(state, claim, view.person(local).value());
      return;
    case AsylumOutcome::refused:
      if (decision.leaves)
        bring_home(view, state, local, Channel::return_home);
      else
        set_status(view, state, local, Status::irregular, StatusChange::asylum_refused);
  }
}

}  // namespace

void count_protected(View& view, Rooms<Sums> state, size_t place, ParameterId by) {
  count_policy_use(state, "complementary_protection",
                   static_cast<int64_t>(static_cast<double>(view.weight * policy_unit) *
                                        share_by_policy(state, by, place)));
}

void file_claim(View& view, Rooms<Claims> state, uint32_t local) {
  state.claims[view.index].push_back(new_claim(state, local, view.person(local).value()));
  view.tally().add(result_tables().asylum.asylum_claims, pair_of(state, view.facts[local]),
                   view.weight);
}

void ration_decisions(Rooms<Persons, Sums, const Money, Asylum, Claims> state, Month) {
  const size_t n = state.n_places();
  std::vector<std::vector<RationRequest>> waiting(n);
  std::vector<std::vector<Claim*>> where(n);
  for (size_t c = 0; c < state.persons.months.size(); ++c) {
    const View view(state, c);
    for (Claim& claim : state.claims[view.index]) {
      const Facts f = view.facts[claim.local];
      if (f.is_held()) continue;  // cannot be heard
      waiting[f.residence()].push_back(
          {claim_key(claim, view.person(claim.local).value()), view.weight});
      where[f.residence()].push_back(&claim);
    }
  }
  const int64_t largest = largest_weight(state);
  for (size_t p = 0; p < n; ++p) {
    if (!state.run.world->takes_claims(p)) continue;
    const RationCut cut = decide_in_order(waiting[p], state.asylum.decision_carry[p],
                                          decisions_per_year(state, p), largest, *state.run.comm);
    for (size_t i = 0; i < where[p].size(); ++i)
      where[p][i]->is_due = cut.grants(waiting[p][i].key);
    count_decided(state, p, cut.granted);
  }
}

void decide_claims(
    View& view,
    Dying::And<Sums, const Labour, const Visas, const Smuggling, const TraffickingMarket,
               const CaptivityTables, const Shocks, const Returns>
        state) {
  if (state.claims[view.index].empty()) return;
  // Decided claims leave the table as they are applied, so it is gone through by a copy.
  for (Claim claim : std::vector<Claim>(state.claims[view.index])) {
    if (!claim.is_due) continue;
    const uint32_t local = claim.local;
    const AsylumDecision decision =
        decision_on(state, claim, view.facts[local], view.person(local).value());
    apply(view, state, claim, decision);
    if (decision.outcome != AsylumOutcome::appealed) continue;
    for (Claim& kept : state.claims[view.index])
      if (kept.local == local) kept = claim;
  }
}

void record_claims(Rooms<const Persons, Sums, const Shocks, const Claims> state) {
  const size_t n = state.n_places();
  std::vector<int64_t> persons(n, 0), months(n, 0);
  LocalTally& tally = state.sums.tallies.local();
  for (size_t c = 0; c < state.claims.size(); ++c) {
    if (state.claims[c].empty()) continue;
    const Look view(state, c);
    for (const Claim& claim : state.claims[c]) {
      const Facts f = view.facts[claim.local];
      tally.add(result_tables().asylum.asylum_pending, pair_of(state, f), view.weight);
      persons[f.residence()] += view.weight;
      months[f.residence()] += (state.run.month.count() - claim.since) * view.weight;
    }
  }
  for (auto* cells : {&persons, &months}) state.run.comm->sum(*cells);
  GlobalTally of_all = state.sums.tallies.global();
  for (size_t p = 0; p < n; ++p) {
    if (persons[p] > 0)
      of_all.add(result_tables().asylum.asylum_wait, p, months[p] * wait_unit / persons[p]);
    for (size_t k = 0; k < n_shock_kinds; ++k)
      of_all.add(result_tables().shocks.shock_force, p * n_shock_kinds + k,
                 rounded_count(state.shocks.force(p, k) * 1e6));
  }
}

}  // namespace rumbo::migration
