// See saved_persons.hpp. The file may come from anywhere: nothing here trusts what it looks at.
#include "models/migration/person/saved_persons.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/parallel/parallel.hpp"
#include "models/migration/person/view.hpp"

namespace rumbo::migration {
namespace {

void check_facts(const Saved& saved, const Look& view, uint32_t local) {
  const size_t n_places = saved.run.n_places();
  const Facts f = view.facts[local];
  saved.require(f.birthplace() < n_places && f.residence() < n_places, "people/facts",
                "names a place that does not exist");
  saved.require(static_cast<int>(f.status()) < n_statuses, "people/facts",
                "holds a status that does not exist");
  saved.require(f.skill() < n_skills, "people/facts", "holds a skill that does not exist");
  saved.require(view.key[local].slot_class() == slot_class(f, view.home), "people/key",
                "holds a class that is not that of the person");
  saved.require(saved.is_past(view.key[local].birth().count()), "people/key",
                "holds a birth in the future");
  saved.require(saved.is_past(view.arrival[local]), "people/arrival", "holds a future month");
  saved.require(saved.is_past(view.settled[local]), "people/settled", "holds a future month");
}

/// Rings of the living close if each is the next of one of them.
void check_rings(const Saved& saved, const Look& view, const People& people) {
  const uint32_t size = view.community.open;
  const Slots next = view.community.of(people.household().data());
  std::vector<uint8_t> is_reached(size, 0);
  for (uint32_t local = 0; local < size; ++local) {
    if (view.key[local].is_free()) continue;
    const uint16_t member = next[local];
    saved.require(member < size && !view.key[member].is_free() && is_reached[member] == 0,
                  "people/household", "holds a household that does not close");
    is_reached[member] = 1;
  }
}

void check_slots(const Saved& saved, const Look& view, const People& people) {
  for (uint32_t local = 0; local < view.community.open; ++local) {
    const uint8_t seen = view.published[local];
    saved.require(!published_alive(seen) || published_place(seen) < saved.run.n_places(),
                  "people/published", "names a place that does not exist");
    const bool is_free = view.key[local].is_free();
    if (!is_free) check_facts(saved, view, local);
    saved.require(people.is_active(view.slot(local)) == (!is_free && is_active(view.facts[local])),
                  "people/active", "does not agree with the persons");
    saved.require(!is_free || view.wealth[local] == 0, "people/wealth",
                  "holds money of a free slot");
  }
  check_rings(saved, view, people);
}

/// The rows of a side table of a community: of persons who live, none of a future month; one of
/// each who bears its mark, where there is one.
template <class Row>
void check_rows(const Saved& saved, const Look& view, const std::vector<Row>& rows) {
  const std::string table = Row::table, name = table + "/local";
  std::vector<uint8_t> has_row(view.community.size(), 0);
  for (const Row& row : rows) {
    saved.require(row.local < view.community.size() && !view.key[row.local].is_free(), name,
                  "names a person who does not exist");
    saved.require(has_row[row.local] == 0, name, "names a person twice");
    has_row[row.local] = 1;
    saved.require(saved.is_past(row.latest()), name, "holds a future month");
    if constexpr (IsBorne<Row>)
      saved.require(bears_row<Row>(view.facts[row.local]), name, "names a person without its mark");
    if constexpr (requires { &Row::fault; }) {
      const RowFault fault = row.fault(*saved.run.world);
      if (fault.field != nullptr) saved.require(false, table + "/" + fault.field, fault.what);
    }
  }
  if constexpr (IsBorne<Row>) {
    size_t marked = 0;
    for (uint32_t local = 0; local < view.community.open; ++local)
      marked += !view.key[local].is_free() && bears_row<Row>(view.facts[local]) ? 1 : 0;
    saved.require(rows.size() == marked, name, "lacks the row of a person");
  }
}

/// As many rows as persons who bear them, each of another who does; at most one a person.
template <class Row>
void audit_rows(const Look& view, const std::vector<Row>& rows, Month month) {
  static_assert(IsBorne<Row> || requires { Row::is_unmarked; });
  std::vector<uint8_t> has_row(view.community.size());
  const auto refuse = [&](uint32_t local) {
    throw RunError(fmt::format("{}: the table '{}' does not agree with person {}", month.text(),
                               Row::table, view.person(local).value()));
  };
  for (const Row& row : rows) {
    if (row.local >= view.community.size())
      throw RunError(fmt::format("{}: the table '{}' names a slot that does not exist",
                                 month.text(), Row::table));
    if (view.key[row.local].is_free() || has_row[row.local] != 0) refuse(row.local);
    has_row[row.local] = 1;
  }
  if constexpr (IsBorne<Row>)
    for (uint32_t local = 0; local < view.community.open; ++local)
      if (!view.key[local].is_free() && bears_row<Row>(view.facts[local]) != (has_row[local] != 0))
        refuse(local);
}

}  // namespace

void save_persons(Saved& saved, AllRows::And<Persons> state) {
  People& people = state.persons.people;
  people.visit(saved.archive);
  const std::vector<uint32_t> ids = people.community_ids();
  state.persons.months.resize(ids.size());
  const Everybodys everybodys = state.persons.everybodys();
  for_each_side_table(state, [&](auto& table) {
    archive_table(saved.archive, table.all(everybodys), GroupList(ids));
  });
  saved.count("state/cut_kin_links", state.persons.cut_kin_links);
}

void check_persons(const Saved& saved, AllRows::And<const Persons> state) {
  parallel_for_each(
      state.persons.people.communities().size(),
      [&](size_t c) {
        const Look view(state, c);
        check_slots(saved, view, state.persons.people);
        for_each_side_table(state, [&](const auto& table) { check_rows(saved, view, table[c]); });
        const Panel& panel = state.observation.panel;
        if (panel.is_on()) check_rows(saved, view, panel.traced[c]);
      },
      8);
}

void audit_persons(AllRows::And<const Persons> state, Month month) {
  parallel_for_each(
      state.persons.people.communities().size(),
      [&](size_t c) {
        const Look view(state, c);
        for (uint32_t local = 0; local < view.community.open; ++local)
          if (state.persons.people.is_active(view.slot(local)) !=
              (!view.key[local].is_free() && is_active(view.facts[local])))
            throw RunError(
                fmt::format("{}: the active set does not agree with the state of person {}",
                            month.text(), view.person(local).value()));
        for_each_side_table(state, [&](const auto& table) { audit_rows(view, table[c], month); });
      },
      8);
}

void resize_side_tables(AllRows::And<Persons> state, size_t n_communities) {
  const Everybodys everybodys = state.persons.everybodys();
  state.persons.months.resize(n_communities);
  for_each_side_table(state, [&](auto& table) { table.all(everybodys).resize(n_communities); });
  if (state.observation.panel.is_on())
    state.observation.panel.traced.all(everybodys).resize(n_communities);
}

}  // namespace rumbo::migration
