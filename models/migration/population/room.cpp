// See room.hpp.
#include "models/migration/population/room.hpp"

namespace rumbo::migration {

void open_room(Rooms<Persons> state, Month month) {
  const int months = month + 1 - state.run.first_month;
  if (months % 12 != 0) return;
  const auto year = static_cast<size_t>(months / 12);
  People& people = state.persons.people;
  for (size_t c = 0; c < people.n_first_communities(); ++c) {
    const auto& room = state.persons.room[people.communities()[c].home];
    if (year < room.size()) people.open(c, room[year]);
  }
}

}  // namespace rumbo::migration
