// See households.hpp. Shares are assumed; they give households of about four persons in the
// younger populations of 1990 (compare `rumbo info --population`).
#include "models/migration/population/households.hpp"

#include <algorithm>
#include <vector>

#include "engine/base/month.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/purpose.hpp"

namespace rumbo::migration {
namespace {

constexpr int adult_age = 18;

double union_share(int age) {
  return age < 18 ? 0 : age < 23 ? 0.30 : age < 30 ? 0.60 : age < 65 ? 0.75 : 0.50;
}

struct Members {
  std::vector<uint32_t> women, men, minors, singles;
};

Members sorted_members(const Look& view, uint32_t n_persons) {
  Members m;
  const Month now = view.run.first_month;
  for (uint32_t i = 0; i < n_persons; ++i) {
    if (view.key[i].age_years(now) < adult_age)
      m.minors.push_back(i);
    else
      (view.facts[i].sex() == Sex::female ? m.women : m.men).push_back(i);
  }
  auto older = [&](uint32_t a, uint32_t b) {
    return view.key[a].birth() != view.key[b].birth() ? view.key[a].birth() < view.key[b].birth()
                                                      : a < b;
  };
  std::sort(m.women.begin(), m.women.end(), older);
  std::sort(m.men.begin(), m.men.end(), older);
  return m;
}

/// Couples of like rank by age; who is left over is single.
void join_couples(View& view, Members& m) {
  const Month now = view.run.first_month;
  size_t next = 0;
  std::vector<bool> is_taken(m.men.size());
  for (uint32_t woman : m.women) {
    const double u =
        view.run.draws.uniform(view.person(woman).value(), Month(0), purpose::initial_household);
    // Husbands are about two years older; skip men too old for her.
    while (next < m.men.size() &&
           view.key[m.men[next]].age_years(now) > view.key[woman].age_years(now) + 8)
      ++next;
    if (u >= union_share(view.key[woman].age_years(now)) || next >= m.men.size()) {
      m.singles.push_back(woman);
      continue;
    }
    const uint32_t man = m.men[next];
    is_taken[next++] = true;
    view.live_together(woman, man);
    view.mark(woman, Mark::partnered, true);
    view.mark(man, Mark::partnered, true);
  }
  for (size_t i = 0; i < m.men.size(); ++i)
    if (!is_taken[i]) m.singles.push_back(m.men[i]);
}

/// Finds a woman who could be the mother, by a few draws, those in a union first.
uint32_t find_mother(const Look& view, const Members& m, uint32_t child, int oldest_gap) {
  const Month now = view.run.first_month;
  uint32_t fallback = child;
  for (uint32_t attempt = 0; attempt < 12; ++attempt) {
    const uint32_t draw = view.run.draws.bits(view.person(child).value(), Month(0),
                                              purpose::initial_household, attempt + 1);
    const uint32_t woman = m.women[draw % m.women.size()];
    const int gap = view.key[woman].age_years(now) - view.key[child].age_years(now);
    if (woman == child || gap < 16 || gap > oldest_gap) continue;
    if (view.facts[woman].is_partnered()) return woman;
    fallback = woman;
  }
  return fallback;
}

}  // namespace

void make_households(View& view, uint32_t n_persons) {
  Members m = sorted_members(view, n_persons);
  if (m.women.empty()) return;
  join_couples(view, m);
  for (uint32_t child : m.minors) {
    const uint32_t mother = find_mother(view, m, child, 44);
    if (mother != child) view.live_together(child, mother);
  }
  for (uint32_t single : m.singles) {
    const int age = view.key[single].age_years(view.run.first_month);
    const double stays = age < 30 ? 0.85 : age < 65 ? 0.35 : 0.45;
    if (view.run.draws.uniform(view.person(single).value(), Month(0), purpose::initial_household,
                               100) >= stays)
      continue;
    const uint32_t mother = find_mother(view, m, single, age < 65 ? 44 : 60);
    if (mother != single && !view.households.are_together(single, mother))
      view.live_together(single, mother);
  }
}

}  // namespace rumbo::migration
