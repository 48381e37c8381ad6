// The plain model's changes of residence over one and five years; see plain_model.hpp.
// docs/model.md: What statistics see.
//
// Everybody's residence is noted when a period begins and compared when it ends, as two censuses
// would. The fast model notes it of those who move, when they do.
#include <fmt/format.h>

#include <set>

#include "models/migration/results/results.hpp"
#include "reference/plain_model.hpp"

namespace rumbo::migration {

namespace {

constexpr std::array<int, 2> period_years{1, 5};

/// Periods end with a June, those of five years in years that end in 0 and 5.
bool begins_period(Month month, int years) {
  return month.month_of_year() == 7 && month.year() % years == 0;
}

}  // namespace

void PlainModel::note_residences() {
  for (size_t k = 0; k < period_years.size(); ++k) {
    if (!begins_period(next_, period_years[k])) continue;
    for (PlainPerson& p : persons_)
      p.lived[k] = p.is_alive ? static_cast<int16_t>(p.facts.residence()) : PlainPerson::nowhere;
  }
}

void PlainModel::count_transitions() {
  const size_t n = tables_.n_places();
  for (size_t k = 0; k < period_years.size(); ++k) {
    if (!begins_period(next_ + 1, period_years[k])) continue;
    for (const PlainPerson& p : persons_) {
      const size_t now = p.facts.residence();
      if (!p.is_alive || p.lived[k] == PlainPerson::nowhere) continue;
      const auto before = static_cast<size_t>(p.lived[k]);
      if (before != now)
        transitions_[k][(p.facts.birthplace() * n + before) * n + now] += weight_of(p);
    }
  }
}

/// Whether the fast model has noted of all who live elsewhere where that was, and of no one another
/// place.
template <class Rows>
std::string PlainModel::rows_difference(const Rows& rows, size_t period) const {
  std::set<Index> noted;
  for (size_t c = 0; c < first_.size(); ++c)
    for (const auto& row : rows[c]) {
      const PlainPerson& p = persons_[at(c, row.local)];
      noted.insert(at(c, row.local));
      if (!p.is_alive || p.lived[period] != row.before)
        return fmt::format("person {}: lived in {} when the period of {} years began, plainly {}",
                           p.id, row.before, period_years[period], p.lived[period]);
    }
  for (Index i = 0; i < persons_.size(); ++i) {
    const PlainPerson& p = persons_[i];
    if (p.is_alive && p.lived[period] != PlainPerson::nowhere &&
        p.lived[period] != static_cast<int>(p.facts.residence()) && !noted.contains(i))
      return fmt::format("person {}: has moved since the period of {} years began, plainly", p.id,
                         period_years[period]);
  }
  return "";
}

std::string PlainModel::transitions_difference(State& fast) const {
  for (const std::string& found : {rows_difference(fast.transitions.one_year, 0),
                                   rows_difference(fast.transitions.five_years, 1)})
    if (!found.empty()) return found;
  fast.sums.tallies.gather();
  const auto& results = result_tables().transitions;
  for (size_t k = 0; k < period_years.size(); ++k) {
    const size_t table = k == 0 ? results.one_year : results.five_years;
    if (!fast.sums.tallies.is_kept(table)) continue;
    std::map<size_t, int64_t> counted;
    fast.sums.tallies.for_each_cell(table,
                                    [&](uint64_t cell, int64_t count) { counted[cell] += count; });
    if (counted != transitions_[k])
      return fmt::format("changes of residence over {} years differ", period_years[k]);
  }
  return "";
}

}  // namespace rumbo::migration
