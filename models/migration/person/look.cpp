// See look.hpp.
#include "models/migration/person/look.hpp"

namespace rumbo::migration {

Look::Look(const Run& now, const Persons& persons, size_t which)
    : run(now),
      number(which),
      community(persons.people.communities()[which]),
      key(community.of(persons.people.key().data())),
      facts(community.of(persons.people.column(person_columns.facts).data())),
      wealth(community.of(persons.people.column(person_columns.wealth).data())),
      arrival(community.of(persons.people.column(person_columns.arrival).data())),
      settled(community.of(persons.people.column(person_columns.settled).data())),
      beliefs(community.of(persons.people.column(person_columns.beliefs).data())),
      published(community.of(persons.people.published().data())),
      households(community.of(persons.people.household().data())),
      weight(community.weight),
      home(community.home) {}

Cents Look::wealth_now(const Money& money, uint32_t local) const {
  const Facts f = facts[local];
  const bool saves_at_home = !f.is_held() && !f.is_foreign_born() &&
                             f.status() == Status::citizen && run.world->is_inside(f.residence());
  if (!saves_at_home) return wealth[local];
  // Saving begins at 15; what C grew by before does not count.
  const int adult = key[local].birth().count() + 15 * 12;
  const int first = run.first_month.count();
  const int now = run.month.count() - first;
  const int from = std::max({static_cast<int>(settled[local]), adult, first}) - first;
  if (from >= now) return wealth[local];
  const size_t cells = run.n_places() * n_skills * n_earnings_classes;
  const size_t cell = saving_cell(f.residence(), f.skill(), f.earnings());
  const int64_t saved = money.cumulative_saving[static_cast<size_t>(now) * cells + cell] -
                        money.cumulative_saving[static_cast<size_t>(from) * cells + cell];
  return static_cast<Cents>(std::clamp<int64_t>(wealth[local] + saved, -most_wealth, most_wealth));
}

}  // namespace rumbo::migration
