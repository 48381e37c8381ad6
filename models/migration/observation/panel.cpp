// Choosing whom to trace, and the rows of what happens to them. See panel.hpp.
#include "models/migration/observation/panel.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/parallel/parallel.hpp"
#include "models/migration/labour/skills.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/person/purpose.hpp"

namespace rumbo::migration {
namespace {

/// A person that may be traced: those with the lowest draws are.
struct Candidate {
  uint32_t draw = 0;
  uint32_t community = 0;
  uint16_t local = 0;

  friend bool operator<(const Candidate& a, const Candidate& b) {
    return std::tie(a.draw, a.community, a.local) < std::tie(b.draw, b.community, b.local);
  }
};

/// All persons whose draw is below a limit; alive  how many there are in all.
std::vector<Candidate> candidates_below(Rooms<const Persons> state, uint64_t limit,
                                        uint64_t& alive) {
  struct Found {
    std::vector<Candidate> candidates;
    uint64_t alive = 0;
  };
  PerThread<Found> found;
  parallel_for_each(
      state.persons.people.communities().size(),
      [&](size_t c) {
        const Look view(state, c);
        Found& here = found.local();
        for (uint32_t local = 0; local < view.community.open; ++local) {
          if (view.key[local].is_free()) continue;
          ++here.alive;
          const uint32_t draw = state.run.draws.bits(view.person(local).value(), state.run.month,
                                                     purpose::panel_choice);
          if (draw < limit)
            here.candidates.push_back(
                {draw, static_cast<uint32_t>(c), static_cast<uint16_t>(local)});
        }
      },
      8);
  std::vector<Candidate> all;
  alive = 0;
  found.for_each([&](const Found& here) {
    alive += here.alive;
    all.insert(all.end(), here.candidates.begin(), here.candidates.end());
  });
  std::sort(all.begin(), all.end());
  return all;
}

/// The `count` persons with the lowest draws, or all if there are fewer.
std::vector<Candidate> choose_persons(Rooms<Persons, Sums, const Money> state, uint64_t count) {
  constexpr uint64_t all_draws = uint64_t{1} << 32;
  uint64_t alive = 0;
  candidates_below(state, 0, alive);
  count = std::min(count, alive);
  // Half as many again as are needed: seldom too few, and then once more with all.
  const double share = 1.5 * static_cast<double>(count + 20) / static_cast<double>(alive + 1);
  const uint64_t limit =
      share < 1 ? static_cast<uint64_t>(share * static_cast<double>(all_draws)) : all_draws;
  std::vector<Candidate> chosen = candidates_below(state, limit, alive);
  if (chosen.size() < count) chosen = candidates_below(state, all_draws, alive);
  chosen.resize(count);
  return chosen;
}

Traced* find_traced(const View& view, Rooms<Observation> state, uint32_t local) {
  for (Traced& traced : state.observation.panel.traced[view.index])
    if (traced.local == local) return &traced;
  return nullptr;
}

void drop(const View& view, Rooms<Observation> state, uint32_t local) {
  std::erase_if(state.observation.panel.traced[view.index],
                [&](const Traced& traced) { return traced.local == local; });
}

}  // namespace

void start_panel(Rooms<Persons, Sums, const Money, Observation> state, uint64_t count) {
  RUMBO_REQUIRE(!state.observation.panel.is_on());
  if (count == 0) return;
  const std::vector<Candidate> chosen = choose_persons(state, count);
  state.observation.panel.traced.all(state.persons.everybodys())
      .resize(state.persons.people.communities().size());
  state.observation.panel.left_out.assign(chosen.size(), 0);
  for (size_t i = 0; i < chosen.size(); ++i)
    state.observation.panel.traced[state.persons.own(chosen[i].community)].push_back(
        {chosen[i].local, 0, static_cast<uint32_t>(i)});
  for (const Candidate& one : chosen) {
    View view(state, one.community);
    note_event(view, state, one.local, LifeEvent::traced, {.amount = view.wealth_now(one.local)});
  }
}

void add_event(const View& view, Rooms<Observation> state, uint32_t local, LifeEvent event,
               const LifeDetails& details) {
  Traced* traced = find_traced(view, state, local);
  if (traced == nullptr) return;
  const Facts f = view.facts[local];
  std::array<int32_t, n_panel_columns> row{};
  const auto set = [&](PanelColumn column, int64_t value) {
    row[static_cast<size_t>(column)] = static_cast<int32_t>(value);
  };
  set(PanelColumn::person, traced->number);
  set(PanelColumn::order, traced->next++);
  set(PanelColumn::month, state.run.month.days_since_2000());
  set(PanelColumn::event, static_cast<int64_t>(event));
  set(PanelColumn::departure, details.from < 0 ? static_cast<int>(f.residence()) : details.from);
  set(PanelColumn::destination, details.to);
  set(PanelColumn::channel, details.channel ? static_cast<int>(*details.channel) : -1);
  set(PanelColumn::status, static_cast<int64_t>(f.status()));
  set(PanelColumn::sex, static_cast<int64_t>(f.sex()));
  set(PanelColumn::skill, f.skill());
  set(PanelColumn::age, view.age(local));
  set(PanelColumn::count, details.count);
  set(PanelColumn::amount, details.amount);
  set(PanelColumn::weight, view.weight);
  state.observation.panel.events.add(row.data());
}

void note_status(View& view, Rooms<Observation> state, uint32_t local, StatusChange change) {
  const auto event = [&] {
    switch (change) {
      case StatusChange::regularized:
        return LifeEvent::regularized;
      case StatusChange::expired:
        return LifeEvent::expired;
      case StatusChange::settled:
        return LifeEvent::settled;
      case StatusChange::naturalized:
        return LifeEvent::naturalized;
      default:
        return LifeEvent::status_changed;
    }
  };
  note_event(view, state, local, event());
}

void end_trace(View& view, Rooms<Observation> state, uint32_t local, LifeEvent event) {
  if (!state.observation.panel.is_on()) return;
  note_event(view, state, local, event);
  drop(view, state, local);
}

void leave_out_of_panel(View& view, Rooms<Observation> state, uint32_t local) {
  if (!state.observation.panel.is_on()) return;
  const Traced* traced = find_traced(view, state, local);
  if (traced == nullptr) return;
  state.observation.panel.left_out[traced->number] = 1;
  drop(view, state, local);
}

void note_year_end(Rooms<Persons, Sums, const Money, Observation> state) {
  for (size_t c = 0; c < state.observation.panel.traced.size(); ++c) {
    if (state.observation.panel.traced[c].empty()) continue;
    View view(state, c);
    for (const Traced& traced : state.observation.panel.traced[c])
      note_event(view, state, traced.local, LifeEvent::year_end,
                 {.amount = view.wealth_now(traced.local)});
  }
}

void archive_panel(Archive& archive, Rooms<Persons, Observation> state) {
  if (!state.observation.panel.is_on()) return;
  Panel& panel = state.observation.panel;
  const std::vector<uint32_t> ids = state.persons.people.community_ids();
  archive_rows(archive, "panel/traced", panel.traced.all(state.persons.everybodys()),
               GroupList(ids), RowField{"local", &Traced::local}, RowField{"next", &Traced::next},
               RowField{"number", &Traced::number});
  archive.fixed("panel/left_out", std::span(panel.left_out));
  panel.events.forget(panel.left_out);
  panel.events.visit(archive, "panel/events");
  if (!archive.is_loading()) return;
  for (const int32_t person : panel.events.rows().columns.front())
    archive.require(person >= 0 && static_cast<size_t>(person) < panel.left_out.size(),
                    "panel/events/column_0", "names a person who is not in the panel");
}

std::vector<EventRows> take_panel(Rooms<Observation> state) {
  if (!state.observation.panel.is_on()) return {};
  state.observation.panel.events.forget(state.observation.panel.left_out);
  std::vector<EventRows> rows;
  rows.push_back(state.observation.panel.events.take());
  return rows;
}

void check_panel(const Saved& saved, Rooms<const Observation> state) {
  const Panel& panel = state.observation.panel;
  for (const auto& of_community : panel.traced)
    for (const Traced& row : of_community)
      saved.require(row.number < panel.left_out.size(), "panel/traced/number",
                    "names a person who is not in the panel");
}

}  // namespace rumbo::migration
