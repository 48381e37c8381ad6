// See loaded_state.hpp. The file may come from anywhere: nothing here trusts what it looks at.
#include "models/migration/loaded_state.hpp"

#include <algorithm>

#include "models/migration/loaded_checks.hpp"

namespace rumbo::migration {
namespace {

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
  const uint16_t* next = loaded.state.persons.people.household().data() + view.community.first_slot;
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
    loaded.require(loaded.state.persons.people.is_active(view.slot(local)) ==
                       (!is_free && is_active(view.facts[local])),
                   "people/active", "does not agree with the persons");
    loaded.require(!is_free || view.wealth[local] == 0, "people/wealth",
                   "holds money of a free slot");
  }
  check_rings(loaded, view);
}

/// The rows of a side table of a community: of persons who live, none of a future month.
///
/// latest  month in a row; bears_mark  of a person's facts: who bears it has one row, others none
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

/// The same where no mark promises that each person has one row.
template <class Row, class LatestMonth>
void check_unmarked(const Loaded& loaded, const View& view, const std::vector<Row>& rows,
                    const char* name, const LatestMonth& latest) {
  for (const Row& row : rows) {
    loaded.require(row.local < view.community.size() && !view.key[row.local].is_free(), name,
                   "names a person who does not exist");
    loaded.require(loaded.is_past(latest(row)), name, "holds a future month");
  }
}

void check_waiting(const Loaded& loaded, const View& view) {
  const State& state = loaded.state;
  const size_t c = view.index;
  check_unmarked(loaded, view, state.applications[c], "applications/local", since_of);
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

void check_cases_and_seasons(const Loaded& loaded, const View& view) {
  const State& state = loaded.state;
  const size_t c = view.index;
  check_unmarked(loaded, view, state.removal_cases[c], "removal_cases/local", since_of);
  for (const RemovalCase& row : state.removal_cases[c])
    loaded.require(static_cast<int>(row.before) < n_statuses, "removal_cases/before",
                   "holds a status that does not exist");
  check_unmarked(loaded, view, state.season_workers[c], "seasons/local",
                 [](const SeasonWorked& row) { return int{row.ended}; });
  for (const SeasonWorked& row : state.season_workers[c])
    loaded.require(row.corridor < state.world->corridors.size(), "seasons/corridor",
                   "names a corridor that does not exist");
  check_unmarked(loaded, view, state.observation.apprehended[c], "apprehended/local",
                 [](const Apprehended& row) { return int{row.month}; });
}

void check_captives(const Loaded& loaded, const View& view) {
  const Captivity& captivity = loaded.state.captivity;
  check_rows(loaded, view, captivity.captives[view.index], "captives/local", since_of,
             [](Facts f) { return f.is_held(); });
  for (const Captive& row : captivity.captives[view.index]) {
    loaded.require(static_cast<int>(row.purpose) < n_exploitations, "captives/purpose",
                   "holds a purpose that does not exist");
    loaded.require(row.trafficker == no_trafficker ||
                       row.trafficker < loaded.state.trafficking_market.traffickers.size(),
                   "captives/trafficker", "names a trafficker who does not exist");
  }
  check_rows(loaded, view, captivity.abused[view.index], "abused/local", since_of,
             [](Facts f) { return f.is_abused(); });
}

void check_traced(const Loaded& loaded, const View& view) {
  const Panel& panel = loaded.state.observation.panel;
  if (!panel.is_on()) return;
  check_unmarked(loaded, view, panel.traced[view.index], "panel/traced/local",
                 [](const Traced&) { return 0; });
  for (const Traced& row : panel.traced[view.index])
    loaded.require(row.number < panel.left_out.size(), "panel/traced/number",
                   "names a person who is not in the panel");
}

}  // namespace

void check_community(const Loaded& loaded, const View& view) {
  check_slots(loaded, view);
  check_waiting(loaded, view);
  check_cases_and_seasons(loaded, view);
  check_captives(loaded, view);
  check_traced(loaded, view);
}

void check_loaded(State& state, Month next, const Archive& archive) {
  const Loaded loaded{state, archive, next.count()};
  loaded.require(next >= state.first_month && next <= state.end, "run/month",
                 "names a month outside the run");
  const size_t cells = state.n_places() * n_skills * n_earnings_classes;
  const auto months = static_cast<size_t>(next - state.first_month);
  loaded.require(state.money.cumulative_saving.size() >= (months > 0 ? months + 1 : 0) * cells,
                 "state/cumulative_saving", "is shorter than the months run");
  check_markets_and_totals(loaded);
  parallel_for_each(
      state.persons.people.communities().size(),
      [&](size_t c) { check_community(loaded, View(state, c)); }, 8);
  check_counts(loaded);
}

}  // namespace rumbo::migration
