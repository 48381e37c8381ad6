// Choosing whom to trace, and the rows of what happens to them. See panel.hpp.
#include "models/migration/observation/panel.hpp"

#include <algorithm>

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
std::vector<Candidate> candidates_below(State& state, uint64_t limit, uint64_t& alive) {
  struct Found {
    std::vector<Candidate> candidates;
    uint64_t alive = 0;
  };
  PerThread<Found> found;
  parallel_for_each(
      state.people.communities().size(),
      [&](size_t c) {
        const View view(state, c);
        Found& here = found.local();
        for (uint32_t local = 0; local < view.community.size(); ++local) {
          if (view.key[local].is_free()) continue;
          ++here.alive;
          const uint32_t draw =
              state.draws.bits(view.person(local).value(), state.month, purpose::panel_choice);
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

/// The `count` persons with the lowest draws, or everybody if there are fewer.
std::vector<Candidate> choose_persons(State& state, uint64_t count) {
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

Traced* find_traced(const View& view, uint32_t local) {
  for (Traced& traced : view.state.panel.traced[view.index])
    if (traced.local == local) return &traced;
  return nullptr;
}

void drop(const View& view, uint32_t local) {
  std::erase_if(view.state.panel.traced[view.index],
                [&](const Traced& traced) { return traced.local == local; });
}

}  // namespace

void start_panel(State& state, uint64_t count) {
  state.panel = Panel();
  if (count == 0) return;
  const std::vector<Candidate> chosen = choose_persons(state, count);
  state.panel.traced.resize(state.people.communities().size());
  state.panel.left_out.assign(chosen.size(), 0);
  for (size_t i = 0; i < chosen.size(); ++i)
    state.panel.traced[chosen[i].community].push_back(
        {chosen[i].local, 0, static_cast<uint32_t>(i)});
  for (const Candidate& one : chosen) {
    View view(state, one.community);
    note_event(view, one.local, LifeEvent::traced, {.amount = view.wealth_now(one.local)});
  }
}

void add_event(const View& view, uint32_t local, LifeEvent event, const LifeDetails& details) {
  Traced* traced = find_traced(view, local);
  if (traced == nullptr) return;
  const State& state = view.state;
  const Facts f = view.facts[local];
  std::array<int32_t, n_panel_columns> row{};
  const auto set = [&](PanelColumn column, int64_t value) {
    row[static_cast<size_t>(column)] = static_cast<int32_t>(value);
  };
  set(PanelColumn::person, traced->number);
  set(PanelColumn::order, traced->next++);
  set(PanelColumn::month, state.month.days_since_2000());
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
  view.state.panel.events.add(row.data());
}

void note_status(View& view, uint32_t local, StatusChange change) {
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
  note_event(view, local, event());
}

void end_trace(View& view, uint32_t local, LifeEvent event) {
  if (!view.state.panel.is_on()) return;
  note_event(view, local, event);
  drop(view, local);
}

void leave_out_of_panel(View& view, uint32_t local) {
  if (!view.state.panel.is_on()) return;
  const Traced* traced = find_traced(view, local);
  if (traced == nullptr) return;
  view.state.panel.left_out[traced->number] = 1;
  drop(view, local);
}

void note_year_end(State& state) {
  for (size_t c = 0; c < state.panel.traced.size(); ++c) {
    if (state.panel.traced[c].empty()) continue;
    View view(state, c);
    for (const Traced& traced : state.panel.traced[c])
      note_event(view, traced.local, LifeEvent::year_end,
                 {.amount = view.wealth_now(traced.local)});
  }
}

void archive_panel(Archive& archive, State& state) {
  if (!state.panel.is_on()) return;
  Panel& panel = state.panel;
  archive_rows(archive, "panel/traced", panel.traced, state.people.communities().size(),
               RowField{"local", &Traced::local}, RowField{"next", &Traced::next},
               RowField{"number", &Traced::number});
  archive.fixed("panel/left_out", std::span(panel.left_out));
  panel.events.forget(panel.left_out);
  panel.events.visit(archive, "panel/events");
  if (!archive.is_loading()) return;
  for (const int32_t person : panel.events.rows().columns.front())
    archive.require(person >= 0 && static_cast<size_t>(person) < panel.left_out.size(),
                    "panel/events/column_0", "names a person who is not in the panel");
}

std::vector<EventRows> take_panel(State& state) {
  if (!state.panel.is_on()) return {};
  state.panel.events.forget(state.panel.left_out);
  std::vector<EventRows> rows;
  rows.push_back(state.panel.events.take());
  return rows;
}

}  // namespace rumbo::migration
