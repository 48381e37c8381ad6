// The plain model's claims of asylum and decisions on them; see plain_model.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "models/migration/asylum/asylum.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/status/status.hpp"
#include "reference/plain_model.hpp"

namespace rumbo::migration {

void PlainModel::file_claim(Index person) {
  const PlainPerson& p = persons_[person];
  if (p.facts.status() == Status::asylum_pending)
    claims_.push_back({person, new_claim(tables_, 0, p.id)});
}

void PlainModel::forget_claim(Index person) {
  std::erase_if(claims_, [&](const PlainClaim& c) { return c.person == person; });
}

void PlainModel::decide(PlainClaim& waiting) {
  const Index person = waiting.person;
  PlainPerson& p = persons_[person];
  const AsylumDecision decision = decision_on(tables_, waiting.claim, p.facts, p.id);
  if (decision.outcome == AsylumOutcome::granted)
    set_status(p, Status::refugee);
  else if (decision.outcome == AsylumOutcome::complementary)
    set_status(p, Status::temporary);
  else if (decision.outcome == AsylumOutcome::appealed)
    waiting.claim = appeal_of(tables_, waiting.claim, p.id);
  else if (decision.leaves)
    bring_home(person, false);
  else
    set_status(p, Status::irregular);
}

void PlainModel::decide_claims() {
  constexpr int64_t millionth = 1000000;
  for (size_t place = 0; place < tables_.n_places(); ++place) {
    if (!tables_.world->takes_claims(place)) continue;
    // In order of filing, one by one, until the next does not fit.
    std::map<RationKey, Index> queue;
    for (const PlainClaim& c : claims_) {
      const PlainPerson& p = persons_[c.person];
      if (p.facts.residence() == place && !p.facts.is_held())
        queue.emplace(claim_key(c.claim, p.id), c.person);
    }
    const double a_month = decisions_per_year(tables_, place) * millionth / 12;
    int64_t& carry = tables_.asylum.decision_carry[place];
    carry = std::min(
        carry + static_cast<int64_t>(a_month),
        std::max(static_cast<int64_t>(a_month) + millionth, largest_weight(tables_) * millionth));
    for (const auto& [key, person] : queue) {
      const int64_t weight = weight_of(persons_[person]) * millionth;
      if (weight > carry / millionth * millionth) break;
      carry -= weight;
      const auto is_theirs = [person = person](const PlainClaim& c) { return c.person == person; };
      decide(*std::find_if(claims_.begin(), claims_.end(), is_theirs));
    }
  }
}

std::string PlainModel::claims_difference(State& fast) const {
  size_t n = 0;
  for (size_t c = 0; c < fast.claims.size(); ++c) {
    const View view(fast, c);
    for (const Claim& claim : fast.claims[c]) {
      const auto found = std::find_if(claims_.begin(), claims_.end(), [&](const PlainClaim& other) {
        return other.person == at(c, claim.local);
      });
      ++n;
      if (found == claims_.end() || found->claim.since != claim.since ||
          found->claim.filed != claim.filed || found->claim.appeals != claim.appeals)
        return fmt::format("claim of asylum of person {} differs",
                           view.person(claim.local).value());
    }
  }
  return n == claims_.size() ? "" : "not as many claims of asylum";
}

}  // namespace rumbo::migration
