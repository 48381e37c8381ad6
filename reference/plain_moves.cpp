// The plain model's moves and newcomers; see plain_model.hpp.
#include <algorithm>

#include "models/migration/debts/debts.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/health/health.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/moving/moving.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/trafficking/trafficking.hpp"
#include "reference/plain_model.hpp"

namespace rumbo::migration {

void PlainModel::pay(Index person, Cents amount) {
  PlainPerson& p = persons_[person];
  settle(p);
  if (amount <= 0) return;
  Cents left = amount;
  auto take = [&](PlainPerson& member) {
    const Cents share = std::clamp<Cents>(member.wealth, 0, left);
    member.wealth -= share;
    left -= share;
  };
  take(p);
  for_each_other(person, [&](Index i) {
    if (left == 0 || persons_[i].facts.residence() != p.facts.residence()) return;
    settle(persons_[i]);
    take(persons_[i]);
  });
  p.wealth -= left;
}

Cents PlainModel::what_robbers_find(Index person, Cents asked) const {
  const PlainPerson& p = persons_[person];
  int64_t owned = std::max<Cents>(0, p.wealth);
  for_each_other(person, [&](Index i) {
    if (persons_[i].facts.residence() == p.facts.residence())
      owned += std::max<Cents>(0, wealth_now(persons_[i]));
  });
  return static_cast<Cents>(std::min<int64_t>(asked, owned));
}

void PlainModel::move_people() {
  for (const auto& [person, request] : asked_) {
    PlainPerson& p = persons_[person];
    const Corridor& corridor = tables_.world->corridors[request.corridor];
    const bool is_granted = request.outcome == Request::Outcome::granted;
    const bool is_turned = is_granted && is_turned_on(tables_, request, p.id);
    if (request.outcome == Request::Outcome::refused) {
      if (request.channel == Channel::asylum) pay(person, request.cost);
      if (request.refusals.is_full()) continue;
      Application& again =
          pending_.emplace_back(Pending{person, {request.local, request.since, request.refusals}})
              .application;
      again.refusals.add(request.corridor, request.channel);
      p.facts.set_applying(true);
      continue;
    }
    if (is_guided(request.channel)) {
      // Own costs first; the smuggler is paid on arrival.
      const double own_usd =
          tables_.world->borders[static_cast<size_t>(corridor.border)].money_cost_usd;
      const Cents own = std::min(request.cost, cents_from_usd(own_usd));
      pay(person, own);
      const Cents fee = request.cost - own, debt = std::min(fee, request.debt);
      if (is_granted && !is_turned) pay(person, fee - debt);
      if (is_granted && !is_turned && debt > 0) take_debt(p, request, debt);
    } else {
      pay(person, request.cost);
    }
    if (request.extorted > 0) pay(person, what_robbers_find(person, request.extorted));
    if (request.outcome == Request::Outcome::died) remove(person, true);
    if (request.outcome == Request::Outcome::died) continue;
    if (is_granted || request.outcome == Request::Outcome::stranded) {
      const std::vector<Index> children =
          is_granted ? children_taken(person, request) : std::vector<Index>{};
      for (size_t k = 0; k < children.size(); ++k) pay(person, fare_of_child(tables_, request));
      const Facts before = p.facts;
      relocate(p, request);
      file_claim(person);
      meet_recruiters(person, before, request.channel);
      for (const Index child : children) take_along(child, request);
      if (is_turned) hold(person, no_trafficker);
    }
    if (is_irregular_entry(request.channel)) expose_on_journey(person, request);
  }
}

void PlainModel::relocate(PlainPerson& p, const Request& request) {
  count(p, age(p), -1);
  p.facts.set_residence(place_of_arrival(tables_, request));
  p.facts.set_status(status_on_arrival(tables_, request, p.facts.birthplace()));
  count(p, age(p), 1);
  if (p.facts.is_foreign_born()) tables_.hostility.arrivals[p.facts.residence()] += weight_of(p);
  p.arrival = p.settled = tables_.month.count();
  p.beliefs = Beliefs();
  const auto person = static_cast<Index>(&p - persons_.data());
  std::erase_if(seasons_, [&](const PlainSeason& other) { return other.person == person; });
}

void PlainModel::admit_newcomers() {
  constexpr int64_t millionth = 1000000;
  const World& world = *tables_.world;
  for (Index mother : std::vector<Index>(std::move(overflow_))) {
    const size_t sibling = community_with_room(persons_[mother].community);
    if (!persons_[mother].is_alive) continue;
    const uint32_t hash =
        tables_.draws.bits(persons_[mother].id, tables_.month, rumbo::purpose::newborn_slot);
    const Index child = find_free(sibling, hash);
    put_newborn(child, persons_[mother]);
    if (sibling == persons_[mother].community) unite(mother, child);
  }
  overflow_.clear();
  const size_t period = std::min<size_t>(5, year_index(tables_.month.year()) / 5);
  for (size_t f = 0; f < world.reservoir_flows.size(); ++f) {
    const ReservoirFlow& flow = world.reservoir_flows[f];
    const auto [first, count_of] = tables_.persons.communities_of[flow.origin];
    if (count_of == 0) continue;
    const int64_t unit = tables_.persons.weight_of[flow.origin] * millionth;
    int64_t& carry = tables_.demography.arrival_carry[f];
    carry += static_cast<int64_t>(flow.arrivals_per_year[period] * millionth / 12);
    for (uint32_t k = 0; carry >= unit; ++k, carry -= unit) {
      const auto draw = tables_.draws.block(static_cast<uint32_t>(f), tables_.month,
                                            purpose::arrival_community, k);
      const Index i = find_free(community_with_room(first + draw[0] % count_of), draw[1]);
      PlainPerson& p = persons_[i];
      const Arriving who = arriving(tables_, flow, p.id);
      p.is_alive = true;
      p.facts = who.facts;
      p.birth = tables_.month.count() - who.age_months;
      p.beliefs = Beliefs();
      p.arrival = p.settled = tables_.month.count();
      p.wealth = 0;
      p.next = i;
      count(p, who.age_months / 12, 1);
      tables_.hostility.arrivals[p.facts.residence()] += weight_of(p);
    }
  }
}

}  // namespace rumbo::migration
