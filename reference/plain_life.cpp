// The plain model's births, deaths and unions; see plain_model.hpp.
#include <cstdlib>

#include "models/migration/demography/demography.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/removal/removal.hpp"
#include "reference/plain_model.hpp"

namespace rumbo::migration {

void PlainModel::live_and_die() {
  const auto n = static_cast<Index>(persons_.size());
  for (Index i = 0; i < n; ++i) {
    PlainPerson& p = persons_[i];
    if (!p.is_alive || p.birth == tables_.month.count()) continue;
    const PersonDraws luck = draws(p);
    const int years = age(p);
    if (luck.happens(screened::death, death_hazard(tables_, p.facts, years))) {
      remove(i, true);
      continue;
    }
    if (luck.happens(screened::birth, birth_hazard(tables_, p.facts, years))) give_birth(i);
    if (is_confined(p.facts)) continue;
    const bool is_single = !p.facts.is_partnered();
    if (is_single && years >= 18 && years < 41 &&
        luck.happens(screened::union_start, tables_.demography.union_start))
      start_union(i);
    else if (!is_single && luck.happens(screened::union_end, tables_.demography.union_end))
      end_union(i);
  }
}

void PlainModel::start_union(Index person) {
  constexpr int most_years_apart = 10;
  PlainPerson& p = persons_[person];
  const Community& community = community_of(p);
  const uint64_t key = tables_.ties.community_key(community);
  for (int j = 0; j < tables_.ties.n_friends(); ++j) {
    const Index other =
        at(p.community, tables_.ties.friend_of(community, key, local_of(person), j));
    PlainPerson& q = persons_[other];
    if (!q.is_alive || q.facts.is_partnered() || is_confined(q.facts) ||
        q.facts.sex() == p.facts.sex() || q.facts.residence() != p.facts.residence() ||
        std::abs(age(p) - age(q)) > most_years_apart || age(q) < 16)
      continue;
    bool are_together = other == person;
    for_each_other(person, [&](Index member) { are_together = are_together || member == other; });
    if (are_together) continue;
    leave(person);
    leave(other);
    unite(person, other);
    p.facts.set_partnered(true);
    q.facts.set_partnered(true);
    return;
  }
}

void PlainModel::end_union(Index person) {
  persons_[person].facts.set_partnered(false);
  for (Index i = persons_[person].next; i != person; i = persons_[i].next) {
    if (!persons_[i].facts.is_partnered()) continue;
    persons_[i].facts.set_partnered(false);
    break;
  }
  leave(person);
}

PlainModel::Index PlainModel::find_free(size_t community, uint32_t hash) const {
  const uint32_t open = open_[community];
  const uint32_t begin = hash % tables_.persons.people.communities()[community].size() % open;
  for (uint32_t step = 0; step < open; ++step) {
    const Index i = at(community, (begin + step) % open);
    if (!persons_[i].is_alive) return i;
  }
  return no_one;
}

void PlainModel::open_room() {
  const int months = tables_.month + 1 - tables_.first_month;
  if (months % 12 != 0) return;
  for (size_t c = 0; c < tables_.persons.people.n_first_communities(); ++c) {
    const Community& community = tables_.persons.people.communities()[c];
    const auto& room = tables_.persons.room[community.home];
    const auto year = static_cast<size_t>(months / 12);
    while (year < room.size() && open_[c] < room[year]) open_[c] += 32;
  }
}

void PlainModel::give_birth(Index mother) {
  const PlainPerson& p = persons_[mother];
  const Index child =
      find_free(p.community, tables_.draws.bits(p.id, tables_.month, rumbo::purpose::newborn_slot));
  if (child == no_one) return overflow_.push_back(mother);
  put_newborn(child, p);
  unite(mother, child);
}

void PlainModel::put_newborn(Index child, const PlainPerson& mother) {
  PlainPerson& p = persons_[child];
  p.is_alive = true;
  p.facts = newborn_facts(tables_, mother.facts, PersonId(p.id));
  p.birth = p.arrival = p.settled = tables_.month.count();
  p.beliefs = mother.beliefs;
  p.wealth = 0;
  p.next = child;
  count(p, 0, 1);
}

void PlainModel::remove(Index person, bool to_heirs) {
  PlainPerson& p = persons_[person];
  settle(p);
  if (to_heirs && p.next != person) persons_[p.next].wealth += p.wealth;
  count(p, age(p), -1);
  leave(person);
  p.is_alive = false;
  p.wealth = p.owed = p.agreed = 0;
  p.behind = 0;
  p.lived = {PlainPerson::nowhere, PlainPerson::nowhere};
  p.facts = Facts();
  std::erase_if(pending_, [&](const Pending& other) { return other.person == person; });
  forget_claim(person);
  std::erase_if(ill_, [&](const auto& row) { return row.first == person; });
  drop_case(person);
  std::erase_if(seasons_, [&](const PlainSeason& other) { return other.person == person; });
  std::erase_if(held_, [&](const PlainCaptive& other) { return other.person == person; });
  std::erase_if(abused_, [&](const PlainAbused& other) { return other.person == person; });
}

size_t PlainModel::community_with_room(size_t community) {
  People& people = tables_.persons.people;
  const size_t last = people.last_sibling(community);
  if (find_free(last, 0) != no_one) return last;
  if (open_[last] < people.communities()[last].size()) {
    open_[last] += 32;
    return last;
  }
  const size_t made = people.add_sibling(last);
  give_room();
  return made;
}

void PlainModel::give_room() {
  const auto& communities = tables_.persons.people.communities();
  for (size_t c = first_.size(); c < communities.size(); ++c) {
    first_.push_back(static_cast<Index>(persons_.size()));
    open_.push_back(communities[c].open);
    for (uint32_t local = 0; local < communities[c].size(); ++local) {
      PlainPerson p;
      p.id = communities[c].person(local).value();
      p.community = static_cast<uint32_t>(c);
      p.next = at(c, local);
      persons_.push_back(p);
    }
  }
}

}  // namespace rumbo::migration
