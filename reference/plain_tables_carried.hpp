// What a month leaves to the next, plainly: markets of passages and of traffickers, use of routes
// as remembered, opinion about migrants.
//
// As plain_tables.hpp has it: the formulas of docs/model.md in an order of operations that gives
// the same bits, and no code in common with the model's own makers. May include: models/migration.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/month.hpp"
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// Attempts of the month by route, and the use of routes that is remembered of them.
void plain_route_memory(State& state, const std::vector<int64_t>& attempts);

/// Opinion at the end of a month, from its arrivals and identified victims in state.hostility and
/// the residents there are now.
void plain_opinion(State& state);

/// A person who asks smugglers for a passage this month.
struct PlainClient {
  Request* request = nullptr;  ///< refused, or the firm that takes them is written
  uint32_t person = 0;         ///< of their draws
  int64_t weight = 1;
};
/// Shares out the passages of a border in a month among those who ask, in any order.
void plain_clients(State& state, size_t border, std::vector<PlainClient> clients);
/// Remembers how many cross a border alone in a month.
void plain_alone(State& state, size_t border, int64_t persons);
/// The month of all firms of smugglers, once their clients have gone.
void plain_smugglers(State& state);

/// The month of all traffickers.
/// held  [trafficker] real persons; flows  of the month
void plain_traffickers(State& state, const std::vector<int64_t>& held, const CaptivityFlows& flows);

/// The first of these that is not the same in both at the end of a month, to the bit; "" if all
/// are.
std::string first_carried_difference(const State& fast, const State& plain);

}  // namespace rumbo::migration
