// Asylum: who may claim it, the queue of claims, and what decisions lead to. docs/model.md: Shocks
// and asylum.
//
// Formulas of one person and of the queue; nothing here knows how persons are stored but the
// side table of claims. May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/month.hpp"
#include "engine/comm/comm.hpp"
#include "engine/params/parameter.hpp"
#include "engine/tally/rationing.hpp"
#include "models/migration/asylum/state.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/labour/labour_market.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"
#include "models/migration/shocks/state.hpp"
#include "models/migration/smuggling/state.hpp"
#include "models/migration/trafficking/state.hpp"
#include "models/migration/visas/state.hpp"

namespace rumbo::migration {

/// One decision: the outcome and, of those refused in the end, whether they go home.
struct AsylumDecision {
  AsylumOutcome outcome = AsylumOutcome::refused;
  bool leaves = false;
};

/// Whether people of a corridor's origin may ask for asylum at its destination this month.
/// may_stay  they have a right to live there anyhow
bool is_asylum_open(Rooms<const Asylum> state, size_t corridor, bool may_stay);
/// Probability that a decision recognizes a person born in `origin`.
double recognition(Rooms<> state, size_t origin, size_t place);
/// Claims that a place decides a year.
double decisions_per_year(Rooms<> state, size_t place);
/// Whether a person who asks at a border is let in to claim.
bool is_let_in(Rooms<> state, const Request& request, uint32_t person);

/// One claim of a person in the order of the queue.
RationKey claim_key(const Claim& claim, uint32_t person);
/// Decides on claims in order of filing as far as decisions go; what is not used carries over, at
/// most a month's decisions or one simulated person's.
///
/// waiting  claims of one place, with the weights of their persons
/// carry    decisions not taken, in millionths; state of the place
/// per_year >= 0
/// comm     of the run: claims of all ranks stand in one queue
RationCut decide_in_order(std::span<const RationRequest> waiting, int64_t& carry, double per_year,
                          int64_t largest_weight, const Comm& comm);
/// Largest weight of a simulated person.
int64_t largest_weight(Rooms<const Persons> state);
/// What a decision of this month on this claim is.
AsylumDecision decision_on(Rooms<const Shocks> state, const Claim& claim, Facts who,
                           uint32_t person);
/// A claim filed this month.
Claim new_claim(Rooms<> state, uint32_t local, uint32_t person);
/// The same claim again in the queue, after a refusal.
Claim appeal_of(Rooms<> state, const Claim& claim, uint32_t person);
/// Whose wage a person is paid: claimants may not work at first.
/// months  since arrival
WorkerGroup paid_as(Rooms<> state, Facts who, int months);

/// A person arrived to claim asylum.
void file_claim(View& view, Rooms<Claims> state, uint32_t local);
/// Claims as they are now, into the tables of points.
void record_claims(Rooms<const Persons, Sums, const Shocks, const Claims> state);

void decide_claims(
    View& view,
    Dying::And<Sums, const Labour, const Visas, const Smuggling, const TraffickingMarket,
               const CaptivityTables, const Shocks, const Returns>
        state);  ///< Shocks and asylum
void ration_decisions(Rooms<Persons, Sums, const Money, Asylum, Claims> state,
                      Month month);  ///< Shocks and asylum
/// Counts a person who is protected for some time by a share that policies raised.
void count_protected(View& view, Rooms<Sums> state, size_t place, ParameterId by);

/// Decisions carried over at the start.
void start_asylum(Rooms<const Persons, Asylum> state);

void save_asylum(Saved& saved, Rooms<Asylum> state);

}  // namespace rumbo::migration
