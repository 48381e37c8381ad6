// What a month leaves to the next, of the fast model and of the plain one, to the bit; see
// plain_tables_carried.hpp.
#include <type_traits>
#include <vector>

#include "reference/plain_tables_carried.hpp"
#include "reference/plain_tables_comparison.hpp"

namespace rumbo::migration {

namespace {

void compare_routes(Comparison& tables, const Journey& a, const Journey& b) {
  tables.compare("attempts by route", a.route_attempts, b.route_attempts);
  tables.compare("use of routes", a.route_use, b.route_use);
}

void compare_opinion(Comparison& tables, const Hostility& a, const Hostility& b) {
  tables.compare("arrivals", a.arrivals, b.arrivals);
  tables.compare("identified victims", a.identified, b.identified);
  tables.compare("arrivals lately", a.recent, b.recent);
  tables.compare("arrivals that are usual", a.past, b.past);
  tables.compare("victims known lately", a.reported, b.reported);
  tables.compare("hostility", a.level, b.level);
  tables.compare("months of opinion", a.months, b.months);
}

/// One field of all rows; bits as numbers.
template <class Row, class Value>
auto field_of(const std::vector<Row>& rows, Value Row::*field) {
  std::vector<std::conditional_t<std::is_integral_v<Value>, int64_t, double>> values;
  for (const Row& row : rows) values.push_back(row.*field);
  return values;
}

void compare_markets(Comparison& tables, const std::vector<SmugglingMarket>& a,
                     const std::vector<SmugglingMarket>& b) {
  using M = SmugglingMarket;
  const auto compare = [&](const char* name, auto field) {
    tables.compare(name, field_of(a, field), field_of(b, field));
  };
  compare("open markets of smugglers", &M::is_open);
  compare("fees of smugglers", &M::fee_usd);
  compare("next fees of smugglers", &M::next_fee_usd);
  compare("clients of smugglers", &M::requests);
  compare("those who cross alone", &M::alone);
  compare("mark-ups of smugglers", &M::mark_up);
  compare("margins of smugglers", &M::margin_usd);
  compare("usual capacities of smugglers", &M::usual_capacity);
  compare("risks of smugglers at the opening", &M::opening_risk_usd);
  compare("concentration of smugglers", &M::concentration);
  compare("room of smugglers carried over", &M::capacity_carry);
}

void compare_firms(Comparison& tables, const Groups<Smuggler>& fast,
                   const Groups<Smuggler>& plain) {
  std::vector<Smuggler> a, b;
  std::vector<size_t> n_fast, n_plain;
  for (const auto& of_border : fast) {
    a.insert(a.end(), of_border.begin(), of_border.end());
    n_fast.push_back(of_border.size());
  }
  for (const auto& of_border : plain) {
    b.insert(b.end(), of_border.begin(), of_border.end());
    n_plain.push_back(of_border.size());
  }
  const auto compare = [&](const char* name, auto field) {
    tables.compare(name, field_of(a, field), field_of(b, field));
  };
  tables.compare("number of smugglers", n_fast, n_plain);
  compare("active smugglers", &Smuggler::is_active);
  compare("capacity of smugglers", &Smuggler::capacity);
  compare("cost of smugglers", &Smuggler::cost_factor);
  compare("gain of smugglers from exploiting", &Smuggler::gain_usd);
  compare("names of smugglers", &Smuggler::reputation);
  compare("losses of smugglers", &Smuggler::months_of_loss);
  compare("smugglers who exploit", &Smuggler::exploits);
  compare("clients by smuggler", &Smuggler::clients);
  compare("profits of smugglers", &Smuggler::profit_usd);
}

void compare_traffickers(Comparison& tables, const TraffickingMarket& a,
                         const TraffickingMarket& b) {
  const auto compare = [&](const char* name, auto field) {
    tables.compare(name, field_of(a.traffickers, field), field_of(b.traffickers, field));
  };
  tables.compare("traffickers", a.members, b.members);
  compare("cells of traffickers", &Trafficker::cell);
  compare("losses of traffickers", &Trafficker::months_of_loss);
  compare("cost of traffickers", &Trafficker::cost);
  tables.compare("free numbers of traffickers", a.vacant, b.vacant);
  tables.compare("traffickers carried who enter", a.entry_carry, b.entry_carry);
  tables.compare("traffickers carried who quit", a.quit_carry, b.quit_carry);
  tables.compare("convictions carried", a.conviction_carry, b.conviction_carry);
  tables.compare("victims by trafficker", a.held, b.held);
  tables.compare("those who left", a.leavers, b.leavers);
  tables.compare("victims who came free", a.freed, b.freed);
}

}  // namespace

std::string first_carried_difference(const State& fast, const State& plain) {
  Comparison tables;
  compare_routes(tables, fast.journey, plain.journey);
  compare_opinion(tables, fast.hostility, plain.hostility);
  compare_markets(tables, fast.smuggling.markets, plain.smuggling.markets);
  compare_firms(tables, fast.smuggling.firms, plain.smuggling.firms);
  compare_traffickers(tables, fast.trafficking_market, plain.trafficking_market);
  return tables.found();
}

}  // namespace rumbo::migration
