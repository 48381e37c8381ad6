// The plain model's care, children taken along and illness; see plain_model.hpp.
#include <algorithm>

#include "models/migration/health/health.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/person/purpose.hpp"
#include "reference/plain_model.hpp"

namespace rumbo::migration {

CareAtHome PlainModel::care_at_home(Index person) const {
  CareAtHome home;
  for_each_other(person, [&](Index i) {
    const PlainPerson& member = persons_[i];
    if (member.facts.residence() != persons_[person].facts.residence()) return;
    const int years = age(member);
    if (years >= adult_years) ++home.adults;
    if (years < care_ends)
      home.youngest = home.youngest == no_child_here ? years : std::min(home.youngest, years);
  });
  return home;
}

std::vector<PlainModel::Index> PlainModel::children_taken(Index person,
                                                          const Request& request) const {
  const PlainPerson& p = persons_[person];
  const auto& ids = tables_.parameters->household;
  if (is_irregular_entry(request.channel) || request.channel == Channel::seasonal ||
      request.channel == Channel::asylum)
    return {};
  std::vector<Index> children;
  bool has_carer = false;
  for_each_other(person, [&](Index i) {
    const PlainPerson& member = persons_[i];
    if (member.facts.residence() != p.facts.residence()) return;
    if (age(member) >= 18) has_carer = true;
    const int older = age(p) - age(member);
    if (age(member) < 15 && age(p) >= 18 && older >= 15 && older <= 50 &&
        may_leave_home(member.facts) && !member.has_asked)
      children.push_back(i);
  });
  const double share = tables_.value(has_carer ? ids.children_with_carer : ids.children_along);
  if (tables_.draws.uniform(p.id, tables_.month, purpose::children_along) >= share) return {};
  return children;
}

void PlainModel::take_along(Index child, const Request& request) {
  settle(persons_[child]);
  relocate(persons_[child], request);
  file_claim(child);
}

void PlainModel::fall_ill(Index person) {
  persons_[person].facts.set_ill(true);
  ill_.emplace_back(person, tables_.month);
}

void PlainModel::expose_on_journey(Index person, const Request& request) {
  const PlainPerson& p = persons_[person];
  if (!p.facts.is_ill() && tables_.draws.uniform(p.id, tables_.month, purpose::ill_on_journey) <
                               illness_of_journey(tables_, request))
    fall_ill(person);
}

void PlainModel::live_with_illness() {
  auto expose = [&](Index person, int since, Exposure exposure, Purpose purpose) {
    const PlainPerson& p = persons_[person];
    if (since < tables_.month.count() && !p.facts.is_ill() &&
        tables_.draws.uniform(p.id, tables_.month, purpose) < illness_of_month(tables_, exposure))
      fall_ill(person);
  };
  for (const PlainCaptive& c : held_)
    expose(c.person, c.captive.since, Exposure::captivity, purpose::ill_where_held);
  for (const PlainAbused& a : abused_)
    expose(a.person, a.abused.since, Exposure::abuse, purpose::ill_at_work);
  for (const auto& [person, since] : std::vector(ill_)) {
    if (since >= tables_.month) continue;
    PlainPerson& p = persons_[person];
    const Illness now = illness_now(tables_, p.facts, age(p), since, p.id);
    if (now == Illness::goes_on) continue;
    p.facts.set_ill(false);
    std::erase_if(ill_, [person = person](const auto& row) { return row.first == person; });
    if (now == Illness::dead) remove(person, true);
  }
}

}  // namespace rumbo::migration
