// See transitions.hpp.
#include "models/migration/transitions/transitions.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "models/migration/results/results.hpp"

namespace rumbo::migration {
namespace {

/// A period that began before the run did has no start to compare with.
bool is_whole(const Run& run, int years) {
  return first_month_of_period(run.month, years) >= run.first_month;
}

template <int years>
void remember(View& view, SideTable<ResidenceBefore<years>>& table, uint32_t local) {
  if (!is_whole(view.run, years)) return;
  const Month first = first_month_of_period(view.run.month, years);
  auto& rows = table[view.index];
  if (std::ranges::find(rows, local, &ResidenceBefore<years>::local) != rows.end()) return;
  // Persons of the start have its month as that of their arrival.
  const bool is_of_start = first == view.run.first_month && view.arrival[local] == first.count();
  // Who was born since, or came from places that are not simulated, was not in the model then.
  if (view.key[local].birth() >= first || (view.arrival[local] >= first.count() && !is_of_start))
    return;
  rows.push_back(
      {static_cast<uint16_t>(local), static_cast<uint8_t>(view.facts[local].residence())});
}

template <int years>
void count(View& view, SideTable<ResidenceBefore<years>>& table, Table result) {
  if (first_month_of_period(view.run.month + 1, years) != view.run.month + 1) return;
  auto& rows = table[view.index];
  const size_t n = view.run.n_places();
  for (const auto& row : rows) {
    const Facts f = view.facts[row.local];
    if (f.residence() != row.before)
      view.tally().add(result, (f.birthplace() * n + row.before) * n + f.residence(), view.weight);
  }
  rows.clear();
}

template <int years>
void check(const Saved& saved, const Look& view, const std::vector<ResidenceBefore<years>>& rows) {
  const std::string name = std::string(ResidenceBefore<years>::table) + "/local";
  const Month first = first_month_of_period(saved.next, years);
  for (const auto& row : rows) {
    saved.require(first >= saved.run.first_month, name, "is of a period that began before the run");
    saved.require(view.key[row.local].birth() < first, name, "names a person born in the period");
    saved.require(view.arrival[row.local] >= first.count(), name,
                  "names a person who has not moved in the period");
  }
}

}  // namespace

Month first_month_of_period(Month month, int years) {
  // Counted from July of the year 0.
  constexpr int july = 6;
  const int months = month.year() * 12 + (month.month_of_year() - 1) - july;
  return month - months % (12 * years);
}

void remember_residence(View& view, Rooms<Transitions> state, uint32_t local) {
  remember(view, state.transitions.one_year, local);
  remember(view, state.transitions.five_years, local);
}

void check_transitions(const Saved& saved, Rooms<const Persons, const Transitions> state) {
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const Look view(state, c);
    check(saved, view, state.transitions.one_year[c]);
    check(saved, view, state.transitions.five_years[c]);
  }
}

void count_transitions(View& view, Rooms<Transitions> state) {
  count(view, state.transitions.one_year, result_tables().transitions.one_year);
  count(view, state.transitions.five_years, result_tables().transitions.five_years);
}

}  // namespace rumbo::migration
