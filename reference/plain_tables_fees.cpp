// Fees of smugglers that those who decide in a month hear, plainly; see plain_tables.hpp.
// docs/model.md: Smugglers.
#include <algorithm>

#include "reference/plain_tables.hpp"
#include "reference/plain_tables_passages.hpp"

namespace rumbo::migration {

void plain_fees(State& state) {
  for (size_t b = 0; b < state.world->borders.size(); ++b) {
    SmugglingMarket& market = state.smuggling.markets[b];
    if (market.is_open && plain_has_firms(state))
      market.fee_usd = std::max(market.next_fee_usd, plain_passage_cost(state, b));
    else
      market.fee_usd = plain_cost_without_firms(state, b);
  }
}

}  // namespace rumbo::migration
