// The plain model's cases for removal and seasons; see plain_model.hpp.
#include <algorithm>

#include "models/migration/abuse/abuse.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/status/status.hpp"
#include "reference/plain_model.hpp"

namespace rumbo::migration {

void PlainModel::drop_case(Index person) {
  std::erase_if(cases_, [&](const PlainCase& other) { return other.person == person; });
}

std::vector<int64_t> PlainModel::detained_by_place() const {
  std::vector<int64_t> detained(tables_.n_places(), 0);
  for (const PlainCase& one : cases_)
    if (one.row.is_detained)
      detained[persons_[one.person].facts.residence()] += weight_of(persons_[one.person]);
  return detained;
}

void PlainModel::decide_cases() {
  for (const PlainCase& one : std::vector<PlainCase>(cases_)) {
    const PlainPerson& p = persons_[one.person];
    const auto how = end_of_case(tables_, one.row, p.facts, p.id);
    if (!how) continue;
    drop_case(one.person);
    conclude(one.person, one.row.before, *how);
  }
}

void PlainModel::conclude(Index person, Status before, CaseEnd how) {
  if (how == CaseEnd::removed) return bring_home(person, true);
  const Status after = how == CaseEnd::won ? status_after_relief(before) : before;
  if (persons_[person].facts.status() != after) set_status(persons_[person], after);
}

void PlainModel::find_for_removal(Index person) {
  if (std::any_of(cases_.begin(), cases_.end(),
                  [&](const PlainCase& other) { return other.person == person; }))
    return;
  const PlainPerson& p = persons_[person];
  const Status before = p.facts.status();
  const RemovalCourse course = course_of(tables_, p.facts, p.id);
  if (course == RemovalCourse::at_once)
    return conclude(person, before, decided_at_once(tables_, p.facts, p.id));
  const bool is_detained = course == RemovalCourse::detained;
  if (is_detained) {
    end_abuse(person);
    set_status(persons_[person], Status::detained);
  }
  cases_.push_back(
      {person, {0, static_cast<uint16_t>(tables_.month.count()), before, is_detained}});
}

void PlainModel::end_season(Index person, double uniform) {
  if (uniform < tables_.seasons.overstay) return set_status(persons_[person], Status::irregular);
  const Facts f = persons_[person].facts;
  const int corridor =
      tables_.world->corridor_of[f.birthplace() * tables_.n_places() + f.residence()];
  bring_home(person, false);
  if (corridor < 0 || !persons_[person].is_alive) return;
  std::erase_if(seasons_, [&](const PlainSeason& other) { return other.person == person; });
  seasons_.push_back({person,
                      {static_cast<uint16_t>(local_of(person)), static_cast<uint16_t>(corridor),
                       static_cast<uint16_t>(tables_.month.count())}});
}

void PlainModel::return_to_season() {
  std::erase_if(seasons_, [&](const PlainSeason& s) { return is_forgotten(tables_, s.row); });
  for (const PlainSeason& season : seasons_) {
    PlainPerson& p = persons_[season.person];
    if (!is_next_season(tables_, season.row) || !may_leave_home(p.facts) || p.has_changed ||
        p.has_asked)
      continue;
    const auto request = ask_again(tables_, season.row, means_usd(season.person), p.id);
    if (!request) continue;
    p.has_asked = true;
    asked_in_mean(season.person).add(*request);
    asked_.push_back({season.person, *request});
  }
}

bool PlainModel::has_worked_season(Index person, size_t corridor) const {
  return std::any_of(seasons_.begin(), seasons_.end(), [&](const PlainSeason& season) {
    return season.person == person && season.row.corridor == corridor;
  });
}

}  // namespace rumbo::migration
