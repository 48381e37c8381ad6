// What a smuggler must ask: the fee follows the cost of getting a client across.
//
// Paid on arrival, so every client who does not arrive is paid for by those who do.
// Pure functions; 2020 US dollars. May include: base.
#pragma once
#include "engine/base/error.hpp"
#include "models/migration/border/attempts.hpp"

namespace rumbo::migration {

/// Cost of guiding one client. Levels are assumed; the ratio of the first two is chosen so that
/// three times the enforcement raises the fee by less than a third, as [Gathmann 2008] found.
struct SmugglingCost {
  double per_journey_usd = 600;  ///< transit, housing, recruiting; >= 0
  double per_attempt_usd = 200;  ///< guide and losses of one attempt; >= 0
  double bribe_usd = 0;          ///< to officials, per journey; >= 0
  double punishment_usd = 0;     ///< probability x penalty, spread over clients; >= 0
};

/// Expected cost of one client's journey.
constexpr double smuggling_cost_usd(const SmugglingCost& cost, double expected_attempts) {
  return cost.per_journey_usd + cost.per_attempt_usd * expected_attempts + cost.bribe_usd +
         cost.punishment_usd;
}

/// Least fee, paid on arrival, that covers the cost of those who arrive and those who do not.
///
/// journey.entry  > 0
/// returns        cost / P(entry); what competition brings the fee to
inline double breakeven_fee_usd(const SmugglingCost& cost, const CrossingExpectation& journey) {
  RUMBO_ASSERT(journey.entry > 0);
  return smuggling_cost_usd(cost, journey.attempts) / journey.entry;
}

}  // namespace rumbo::migration
