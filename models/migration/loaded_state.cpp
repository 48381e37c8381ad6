// See loaded_state.hpp. The file may come from anywhere: nothing here trusts what it looks at.
#include "models/migration/loaded_state.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"
#include "models/migration/mechanisms/asylum.hpp"
#include "models/migration/mechanisms/captivity.hpp"
#include "models/migration/mechanisms/mechanisms.hpp"
#include "models/migration/mechanisms/removal.hpp"
#include "models/migration/state.hpp"

namespace rumbo::migration {
namespace {

/// Everything that the checks of one community need.
struct Loaded {
  State& state;
  const Archive& archive;
  int month;  ///< the next one's number

  void require(bool holds, const char* name, const char* what) const {
    archive.require(holds, name, what);
  }
  bool is_past(int m) const { return m <= month; }
};

void check_facts(const Loaded& loaded, const View& view, uint32_t local) {
  const size_t n_places = loaded.state.n_places();
  const Facts f = view.facts[local];
  loaded.require(f.birthplace() < n_places && f.residence() < n_places, "people/facts",
                 "names a place that does not exist");
  loaded.require(static_cast<int>(f.status()) < n_statuses, "people/facts",
                 "holds a status that does not exist");
  loaded.require(f.skill() < n_skills, "people/facts", "holds a skill that does not exist");
  loaded.require(view.key[local].slot_class() == slot_class(f, view.home), "people/key",
                 "holds a class that is not that of the person");
  loaded.require(loaded.is_past(view.key[local].birth().count()), "people/key",
                 "holds a birth in the future");
  loaded.require(loaded.is_past(view.arrival[local]), "people/arrival", "holds a future month");
  loaded.require(loaded.is_past(view.settled[local]), "people/settled", "holds a future month");
}

/// Rings of the living close if each is the next of one of them.
void check_rings(const Loaded& loaded, const View& view) {
  const uint32_t size = view.community.size();
  const uint16_t* next = loaded.state.people.household().data() + view.community.first_slot;
  std::vector<uint8_t> is_reached(size, 0);
  for (uint32_t local = 0; local < size; ++local) {
    if (view.key[local].is_free()) continue;
    const uint16_t member = next[local];
    loaded.require(member < size && !view.key[member].is_free() && is_reached[member] == 0,
                   "people/household", "holds a household that does not close");
    is_reached[member] = 1;
  }
}

void check_slots(const Loaded& loaded, const View& view) {
  for (uint32_t local = 0; local < view.community.size(); ++local) {
    const uint8_t seen = view.published[local];
    loaded.require(!published_alive(seen) || published_place(seen) < loaded.state.n_places(),
                   "people/published", "names a place that does not exist");
    const bool is_free = view.key[local].is_free();
    if (!is_free) check_facts(loaded, view, local);
    loaded.require(loaded.state.people.is_active(view.slot(local)) ==
                       (!is_free && is_active(view.facts[local])),
                   "people/active", "does not agree with the persons");
    loaded.require(!is_free || view.wealth[local] == 0, "people/wealth",
                   "holds money of a free slot");
  }
  check_rings(loaded, view);
}

/// The rows of a side table of a community: of persons who live, none of a future month.
///
/// month  the latest month in a row;  bears_mark  of a person's facts, null = no mark; at most one
/// row a person if there is one, and a row for each who bears it
template <class Row, class LatestMonth, class Mark>
void check_rows(const Loaded& loaded, const View& view, const std::vector<Row>& rows,
                const char* name, const LatestMonth& latest, const Mark& bears_mark) {
  size_t marked = 0;
  for (uint32_t local = 0; local < view.community.size(); ++local)
    marked += !view.key[local].is_free() && bears_mark(view.facts[local]) ? 1 : 0;
  std::vector<uint8_t> has_row(view.community.size(), 0);
  for (const Row& row : rows) {
    loaded.require(row.local < view.community.size() && !view.key[row.local].is_free(), name,
                   "names a person who does not exist");
    loaded.require(has_row[row.local] == 0, name, "names a person twice");
    has_row[row.local] = 1;
    loaded.require(loaded.is_past(latest(row)), name, "holds a future month");
    loaded.require(bears_mark(view.facts[row.local]), name, "names a person without its mark");
  }
  loaded.require(rows.size() == marked, name, "lacks the row of a person");
}

constexpr auto since_of = [](const auto& row) { return int{row.since}; };

void check_waiting(const Loaded& loaded, const View& view) {
  const State& state = loaded.state;
  const size_t c = view.index;
  check_rows(loaded, view, state.applications[c], "applications/local", since_of,
             [](Facts f) { return f.is_applying(); });
  for (const Application& row : state.applications[c]) {
    Refusals refusals = row.refusals;
    for (const uint32_t way : refusals.numbers())
      loaded.require(way == 0 || ((way >> 8) < state.world->corridors.size() && (way & 255) > 0 &&
                                  (way & 255) <= n_channels),
                     "applications/refusals", "names a way that does not exist");
  }
  check_rows(
      loaded, view, state.claims[c], "claims/local",
      [](const Claim& row) { return std::max<int>(row.since, row.filed); },
      [](Facts f) { return f.status() == Status::asylum_pending; });
  check_rows(loaded, view, state.ill[c], "ill/local", since_of, [](Facts f) { return f.is_ill(); });
  check_rows(
      loaded, view, state.debts[c], "debts/local", [](const Debt&) { return 0; },
      [](Facts f) { return f.is_indebted(); });
}

/// Rows that no mark of a person stands for: at most one a person is not promised.
template <class Row, class LatestMonth>
void check_unmarked(const Loaded& loaded, const View& view, const std::vector<Row>& rows,
                    const char* name, const LatestMonth& latest) {
  for (const Row& row : rows) {
    loaded.require(row.local < view.community.size() && !view.key[row.local].is_free(), name,
                   "names a person who does not exist");
    loaded.require(loaded.is_past(latest(row)), name, "holds a future month");
  }
}

void check_cases_and_seasons(const Loaded& loaded, const View& view) {
  const State& state = loaded.state;
  const size_t c = view.index;
  check_unmarked(loaded, view, state.removal_cases[c], "removal_cases/local", since_of);
  for (const RemovalCase& row : state.removal_cases[c])
    loaded.require(static_cast<int>(row.before) < n_statuses, "removal_cases/before",
                   "holds a status that does not exist");
  check_unmarked(loaded, view, state.seasons[c], "seasons/local",
                 [](const SeasonWorked& row) { return int{row.ended}; });
  for (const SeasonWorked& row : state.seasons[c])
    loaded.require(row.corridor < state.world->corridors.size(), "seasons/corridor",
                   "names a corridor that does not exist");
  check_unmarked(loaded, view, state.apprehended[c], "apprehended/local",
                 [](const Apprehended& row) { return int{row.month}; });
}

void check_captives(const Loaded& loaded, const View& view) {
  const Captivity& captivity = loaded.state.captivity;
  check_rows(loaded, view, captivity.captives[view.index], "captives/local", since_of,
             [](Facts f) { return f.is_held(); });
  for (const Captive& row : captivity.captives[view.index]) {
    loaded.require(static_cast<int>(row.purpose) < n_exploitations, "captives/purpose",
                   "holds a purpose that does not exist");
    loaded.require(
        row.trafficker == no_trafficker || row.trafficker < captivity.market.traffickers.size(),
        "captives/trafficker", "names a trafficker who does not exist");
  }
  check_rows(loaded, view, captivity.abused[view.index], "abused/local", since_of,
             [](Facts f) { return f.is_abused(); });
}

void check_traced(const Loaded& loaded, const View& view) {
  const Panel& panel = loaded.state.panel;
  if (!panel.is_on()) return;
  check_unmarked(loaded, view, panel.traced[view.index], "panel/traced/local",
                 [](const Traced&) { return 0; });
  for (const Traced& row : panel.traced[view.index])
    loaded.require(row.number < panel.left_out.size(), "panel/traced/number",
                   "names a person who is not in the panel");
}

void check_traffickers(const Loaded& loaded) {
  const TraffickingMarket& market = loaded.state.captivity.market;
  const size_t n = market.traffickers.size();
  for (const Trafficker& one : market.traffickers) {
    loaded.require(one.cell < market.members.size(), "traffickers/cell",
                   "names a market that does not exist");
    loaded.require(one.business <= Business::given_up, "traffickers/business",
                   "holds a state that does not exist");
    loaded.require(std::isfinite(one.cost), "traffickers/cost", "holds a number without an end");
  }
  for (const uint32_t number : market.vacant)
    loaded.require(number < n, "trafficking/vacant", "names a trafficker who does not exist");
  for (size_t cell = 0; cell < market.members.size(); ++cell)
    for (const uint32_t number : market.members[cell])
      loaded.require(number < n && market.traffickers[number].cell == cell,
                     "trafficking/members/number", "names a trafficker who is not of this market");
}

void require_finite(const Loaded& loaded, const std::vector<double>& values, const char* name) {
  for (const double value : values)
    loaded.require(std::isfinite(value), name, "holds a number without an end");
}

void check_markets(const Loaded& loaded) {
  const State& state = loaded.state;
  for (const auto& of_border : state.smugglers)
    for (const Smuggler& firm : of_border)
      require_finite(loaded,
                     {firm.capacity, firm.cost_factor, firm.gain_usd, firm.reputation, firm.clients,
                      firm.profit_usd},
                     "smugglers/capacity");
  for (const SmugglingMarket& m : state.smuggling)
    require_finite(loaded,
                   {m.fee_usd, m.next_fee_usd, m.requests, m.alone, m.mark_up, m.margin_usd,
                    m.usual_capacity, m.opening_risk_usd, m.concentration},
                   "smuggling/fee_usd");
  require_finite(loaded, state.route_use, "state/route_use");
  require_finite(loaded, state.visas.places, "visas/places");
  require_finite(loaded, state.visas.demand, "visas/demand");
  require_finite(loaded, state.hostility.level, "hostility/level");
  require_finite(loaded, state.hostility.recent, "hostility/recent");
  require_finite(loaded, state.hostility.past, "hostility/past");
  require_finite(loaded, state.hostility.reported, "hostility/reported");
  require_finite(loaded, {state.departure_scale}, "state/departure_scale");
  loaded.require(state.hostility.months >= 0 && loaded.is_past(state.hostility.months),
                 "hostility/months", "is no number of months of this run");
}

/// Persons and money counted again; where they stand in the file is known by then to be in range.
void check_counts(const Loaded& loaded) {
  State& state = loaded.state;
  std::vector<int64_t> residents(state.n_places(), 0);
  for (size_t c = 0; c < state.people.communities().size(); ++c) {
    const View view(state, c);
    for (uint32_t local = 0; local < view.community.size(); ++local)
      if (!view.key[local].is_free()) residents[view.facts[local].residence()] += view.weight;
  }
  loaded.require(residents == state.population, "state/population",
                 "does not agree with the persons");
  loaded.require(state.ledger.sum() == 0, "ledger/balances", "does not balance");
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

}  // namespace

void check_loaded(State& state, Month next, const Archive& archive) {
  const Loaded loaded{state, archive, next.count()};
  loaded.require(next >= state.first_month && next <= state.end, "run/month",
                 "names a month outside the run");
  const size_t cells = state.n_places() * n_skills * n_earnings_classes;
  const auto months = static_cast<size_t>(next - state.first_month);
  loaded.require(state.cumulative_saving.size() >= (months > 0 ? months + 1 : 0) * cells,
                 "state/cumulative_saving", "is shorter than the months run");
  check_traffickers(loaded);
  check_markets(loaded);
  parallel_for_each(
      state.people.communities().size(),
      [&](size_t c) {
        const View view(state, c);
        check_slots(loaded, view);
        check_waiting(loaded, view);
        check_cases_and_seasons(loaded, view);
        check_captives(loaded, view);
        check_traced(loaded, view);
      },
      8);
  check_counts(loaded);
}

}  // namespace rumbo::migration
