// Firms and markets of passages at a record and in an archive.
#include "engine/base/checked.hpp"
#include "engine/tally/tallies.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/results/result_group.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/smuggling/smugglers.hpp"

namespace rumbo::migration {

void record_smugglers(Rooms<Sums, const Smuggling> state) {
  GlobalTally tally = state.sums.tallies.global();
  for (size_t b = 0; b < state.smuggling.markets.size(); ++b) {
    const SmugglingMarket& market = state.smuggling.markets[b];
    tally.add(result_tables().smuggling.smuggler_fee, b, rounded_count(market.fee_usd * 100));
    tally.add(result_tables().smuggling.smuggler_concentration, b,
              rounded_count(market.concentration * 1e6));
    for (const Smuggler& firm : state.smuggling.firms[b]) {
      if (!firm.is_active) continue;
      tally.add(result_tables().smuggling.smugglers_active, b, 1);
      tally.add(result_tables().smuggling.smugglers_exploiting, b, firm.exploits ? 1 : 0);
      tally.add(result_tables().smuggling.smuggler_capacity, b,
                saturating_cast<int64_t>(firm.capacity * expected_unit));
    }
  }
}

namespace {

void check_firm(const Saved& saved, const Smuggler& firm) {
  saved.require(firm.months_of_loss >= 0 && firm.months_of_loss < 1 << 16,
                "smugglers/months_of_loss", "is no number of months");
  saved.require_finite("smugglers/capacity", {firm.capacity, firm.cost_factor, firm.gain_usd,
                                              firm.reputation, firm.clients, firm.profit_usd});
}

}  // namespace

void save_smugglers(Saved& saved, Rooms<Smuggling> state) {
  const size_t n = state.run.world->borders.size();
  archive_rows(
      saved.archive, "smugglers", state.smuggling.firms, n,
      RowField{"is_active", &Smuggler::is_active}, RowField{"capacity", &Smuggler::capacity},
      RowField{"cost_factor", &Smuggler::cost_factor}, RowField{"gain_usd", &Smuggler::gain_usd},
      RowField{"reputation", &Smuggler::reputation},
      RowField{"months_of_loss", &Smuggler::months_of_loss},
      RowField{"exploits", &Smuggler::exploits}, RowField{"clients", &Smuggler::clients},
      RowField{"profit_usd", &Smuggler::profit_usd});
  for (const auto& of_border : state.smuggling.firms)
    for (const Smuggler& firm : of_border) check_firm(saved, firm);
  Groups<SmugglingMarket> markets{state.smuggling.markets};
  using M = SmugglingMarket;
  archive_rows(saved.archive, "smuggling", markets, 1, RowField{"is_open", &M::is_open},
               RowField{"fee_usd", &M::fee_usd}, RowField{"next_fee_usd", &M::next_fee_usd},
               RowField{"requests", &M::requests}, RowField{"alone", &M::alone},
               RowField{"mark_up", &M::mark_up}, RowField{"margin_usd", &M::margin_usd},
               RowField{"usual_capacity", &M::usual_capacity},
               RowField{"opening_risk_usd", &M::opening_risk_usd},
               RowField{"concentration", &M::concentration},
               RowField{"capacity_carry", &M::capacity_carry});
  saved.require(markets.front().size() == n, "smuggling/group", "has another length than borders");
  state.smuggling.markets = std::move(markets.front());
  for (const M& m : state.smuggling.markets)
    saved.require_finite("smuggling/fee_usd",
                         {m.fee_usd, m.next_fee_usd, m.requests, m.alone, m.mark_up, m.margin_usd,
                          m.usual_capacity, m.opening_risk_usd, m.concentration});
}

void start_smuggling(Rooms<Smuggling> state) {
  state.smuggling.firms.resize(state.run.world->borders.size());
  state.smuggling.markets.resize(state.run.world->borders.size());
}

}  // namespace rumbo::migration
