// Markets and totals of a loaded state. See loaded_checks.hpp.
#include <cmath>

#include "engine/base/error.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/loaded_checks.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/trafficking/captivity.hpp"

namespace rumbo::migration {
namespace {

void check_traffickers(const Loaded& loaded) {
  const TraffickingMarket& market = loaded.state.trafficking_market;
  const size_t n = market.traffickers.size();
  for (const Trafficker& one : market.traffickers) {
    loaded.require(one.cell < market.members.size(), "traffickers/cell",
                   "names a market that does not exist");
    loaded.require(one.business <= Business::given_up, "traffickers/business",
                   "holds a state that does not exist");
    loaded.require(std::abs(one.cost) < 1e15, "traffickers/cost", "holds a number out of range");
  }
  for (const uint32_t number : market.vacant)
    loaded.require(number < n, "trafficking/vacant", "names a trafficker who does not exist");
  for (size_t cell = 0; cell < market.members.size(); ++cell)
    for (const uint32_t number : market.members[cell])
      loaded.require(number < n && market.traffickers[number].cell == cell,
                     "trafficking/members/number", "names a trafficker who is not of this market");
}

/// Beyond what any count of persons, cents or millionths of a run comes to, and far enough from the
/// ends of 64 bits that a month's changes can be added.
constexpr int64_t most = int64_t{1} << 58;

void require_finite(const Loaded& loaded, const std::vector<double>& values, const char* name) {
  constexpr double most_real = 1e15;
  for (const double value : values)
    loaded.require(std::abs(value) <= most_real, name, "holds a number out of range");
}

void require_in_range(const Loaded& loaded, const std::vector<int64_t>& values, const char* name) {
  for (const int64_t value : values)
    loaded.require(value >= -most && value <= most, name, "holds a number out of range");
}

void check_totals(const Loaded& loaded) {
  const State& state = loaded.state;
  const TraffickingMarket& market = state.trafficking_market;
  const std::vector<std::pair<const char*, const std::vector<int64_t>*>> columns = {
      {"state/cumulative_saving", &state.money.cumulative_saving},
      {"state/workers", &state.labour.workers},
      {"state/population", &state.census.population},
      {"state/compatriots", &state.census.compatriots},
      {"state/person_events", &state.census.person_events},
      {"state/border_attempts", &state.border.attempts},
      {"state/route_attempts", &state.journey.route_attempts},
      {"visas/carry", &state.visas.counters.carry},
      {"visas/months_open", &state.visas.counters.months_open},
      {"state/decision_carry", &state.asylum.decision_carry},
      {"state/arrival_carry", &state.demography.arrival_carry},
      {"information/levels", &state.information.levels},
      {"information/adults", &state.information.adults},
      {"information/journeys", &state.information.journeys},
      {"trafficking/entry_carry", &market.entry_carry},
      {"trafficking/quit_carry", &market.quit_carry},
      {"trafficking/conviction_carry", &market.conviction_carry},
      {"trafficking/held", &market.held},
      {"trafficking/leavers", &market.leavers},
      {"trafficking/freed", &market.freed}};
  for (const auto& [name, values] : columns) require_in_range(loaded, *values, name);
  require_in_range(loaded, {state.persons.cut_kin_links}, "state/cut_kin_links");
  for (size_t p = 0; p < state.n_places(); ++p)
    require_finite(loaded, {state.labour.market.capital_ratio(p, 1)}, "labour/capital");
}

void check_markets(const Loaded& loaded) {
  const State& state = loaded.state;
  for (const auto& of_border : state.smuggling.firms)
    for (const Smuggler& firm : of_border) {
      loaded.require(firm.months_of_loss >= 0 && firm.months_of_loss < 1 << 16,
                     "smugglers/months_of_loss", "is no number of months");
      require_finite(loaded,
                     {firm.capacity, firm.cost_factor, firm.gain_usd, firm.reputation, firm.clients,
                      firm.profit_usd},
                     "smugglers/capacity");
    }
  for (const SmugglingMarket& m : state.smuggling.markets)
    require_finite(loaded,
                   {m.fee_usd, m.next_fee_usd, m.requests, m.alone, m.mark_up, m.margin_usd,
                    m.usual_capacity, m.opening_risk_usd, m.concentration},
                   "smuggling/fee_usd");
  require_finite(loaded, state.journey.route_use, "state/route_use");
  require_finite(loaded, state.visas.counters.places, "visas/places");
  require_finite(loaded, state.visas.counters.demand, "visas/demand");
  require_finite(loaded, state.hostility.level, "hostility/level");
  require_finite(loaded, state.hostility.recent, "hostility/recent");
  require_finite(loaded, state.hostility.past, "hostility/past");
  require_finite(loaded, state.hostility.reported, "hostility/reported");
  require_finite(loaded, {state.returns.departure_scale}, "state/departure_scale");
  loaded.require(state.hostility.months >= 0 && loaded.is_past(state.hostility.months),
                 "hostility/months", "is no number of months of this run");
}

/// What persons hold by themselves, and what their account says.
void check_money(const Loaded& loaded, int64_t wealth) {
  Ledger& ledger = loaded.state.sums.ledger;
  for (size_t a = 0; a < n_accounts; ++a)
    require_in_range(loaded, {ledger.balance(a)}, "ledger/balances");
  loaded.require(ledger.sum() == 0, "ledger/balances", "does not balance");
  loaded.require(ledger.balance(static_cast<size_t>(Account::persons)) == wealth, "ledger/balances",
                 "does not agree with what persons hold");
}

}  // namespace

void check_markets_and_totals(const Loaded& loaded) {
  check_traffickers(loaded);
  check_markets(loaded);
  check_totals(loaded);
}

void check_counts(const Loaded& loaded) {
  State& state = loaded.state;
  std::vector<int64_t> residents(state.n_places(), 0);
  int64_t wealth = 0;
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const View view(state, c);
    for (uint32_t local = 0; local < view.community.size(); ++local) {
      if (view.key[local].is_free()) continue;
      residents[view.facts[local].residence()] += view.weight;
      wealth += view.wealth[local] * view.weight;
    }
  }
  loaded.require(residents == state.census.population, "state/population",
                 "does not agree with the persons");
  check_money(loaded, wealth);
  try {
    const Month before = Month(loaded.month) - 1;
    audit_captivity(state, before);
    audit_cases(state, before);
    audit_debts(state);
  } catch (const RunError& error) {
    const std::string what = std::string("belongs to no run: ") + error.what();
    loaded.require(false, "people/facts", what.c_str());
  }
}

}  // namespace rumbo::migration
