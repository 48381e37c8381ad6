// See plain_model.hpp: beginning, order of a month, households, counts, comparison.
#include "reference/plain_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "engine/base/error.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/border/border.hpp"
#include "models/migration/choice/choice.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/health/health.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/information/information.hpp"
#include "models/migration/moving/moving.hpp"
#include "models/migration/parameters/values.hpp"
#include "models/migration/visas/visas.hpp"
#include "reference/plain_tables.hpp"
#include "reference/plain_tables_carried.hpp"

namespace rumbo::migration {

PlainModel::PlainModel(MigrationSimulation& start, PlainStyle style)
    : style_(style), next_(start.month()), tables_(start.state()) {
  People& people = tables_.persons.people;
  give_room();
  for (uint32_t c = 0; c < people.communities().size(); ++c) {
    const View view(tables_, c);
    for (uint32_t local = 0; local < view.community.size(); ++local) {
      PlainPerson& p = persons_[at(c, local)];
      p.is_alive = !view.key[local].is_free();
      p.published = view.published[local];
      p.birth = view.key[local].birth().count();
      p.arrival = view.arrival[local];
      p.settled = view.settled[local];
      p.wealth = view.wealth[local];
      p.facts = view.facts[local];
      p.beliefs = view.beliefs[local];
      p.next = at(c, people.household()[view.slot(local)]);
    }
    for (const Application& a : tables_.applications[c]) pending_.push_back({at(c, a.local), a});
    for (const Captive& held : tables_.captivity.captives[c])
      held_.push_back({at(c, held.local), held});
    for (const Abused& a : tables_.captivity.abused[c]) abused_.push_back({at(c, a.local), a});
    for (const Claim& claim : tables_.claims[c]) claims_.push_back({at(c, claim.local), claim});
    for (const Ill& row : tables_.ill[c]) ill_.emplace_back(at(c, row.local), Month(row.since));
    for (const RemovalCase& row : tables_.removal_cases[c])
      cases_.push_back({at(c, row.local), row});
    for (const SeasonWorked& row : tables_.season_workers[c])
      seasons_.push_back({at(c, row.local), row});
    for (const Debt& debt : tables_.debts[c]) {
      PlainPerson& p = persons_[at(c, debt.local)];
      p.owed = debt.owed;
      p.agreed = debt.agreed;
      p.behind = debt.behind;
    }
  }
  // The model clears the markets once before the first month, to know its wages.
  if (next_ != tables_.first_month) throw RunError("a plain model begins with the run");
  markets_ = plain_markets(tables_);
  plain_labour(tables_, markets_, next_);
  fines_.assign(tables_.n_places(), 0);
  captivity_flows_ = empty_captivity_flows(tables_.n_places());
  visa_chances_.assign(tables_.visas.counters.carry.size(), 0);
  note_residences();
}

void PlainModel::step() {
  std::fill(tables_.hostility.arrivals.begin(), tables_.hostility.arrivals.end(), 0);
  std::fill(tables_.hostility.identified.begin(), tables_.hostility.identified.end(), 0);
  set_tables();
  live_and_die();
  earn_and_remit();
  settle_debts();
  decide_claims();
  change_status();
  talk_and_hear();
  choose_again();
  return_to_season();
  choose();
  grant_visas();
  match_smugglers();
  cross_borders();
  move_people();
  live_in_captivity();
  live_with_illness();
  clear_traffickers();
  plain_smugglers(tables_);
  admit_newcomers();
  open_room();
  count_transitions();
  publish_and_count();
  ++next_;
  note_residences();
}

void PlainModel::set_tables() {
  set_values(tables_, tables_, next_);
  plain_births_and_deaths(tables_, next_);
  plain_shocks(tables_, next_);
  plain_labour(tables_, markets_, next_);
  const std::vector<int64_t> fines = plain_fines(tables_);
  for (size_t p = 0; p < fines.size(); ++p) fines_[p] += fines[p];
  plain_money(tables_, next_);
  plain_information(tables_);
  plain_journeys(tables_);
  plain_fees(tables_);
  plain_choice(tables_, next_);
  plain_exits(tables_, next_, detained_by_place());
  plain_captivity(tables_);
}

int PlainModel::age(const PlainPerson& p) const {
  return std::max(0, tables_.month.count() - p.birth - 1) / 12;
}

int PlainModel::years_since_arrival(const PlainPerson& p) const {
  return (tables_.month.count() - p.arrival) / 12;
}

const Community& PlainModel::community_of(const PlainPerson& p) const {
  return tables_.persons.people.communities()[p.community];
}

Cents PlainModel::wealth_now(const PlainPerson& p) const {
  const Facts f = p.facts;
  if (f.is_held() || f.is_foreign_born() || f.status() != Status::citizen ||
      !tables_.world->is_inside(f.residence()))
    return p.wealth;
  const int first = tables_.first_month.count(), now = tables_.month.count() - first;
  const int from = std::max({p.settled, p.birth + 15 * 12, first}) - first;
  if (from >= now) return p.wealth;
  const size_t cells = tables_.n_places() * n_skills * n_earnings_classes;
  const size_t cell = saving_cell(f.residence(), f.skill(), f.earnings());
  const int64_t saved = tables_.money.cumulative_saving[static_cast<size_t>(now) * cells + cell] -
                        tables_.money.cumulative_saving[static_cast<size_t>(from) * cells + cell];
  return static_cast<Cents>(std::clamp<int64_t>(p.wealth + saved, -2000000000, 2000000000));
}

void PlainModel::settle(PlainPerson& p) const {
  p.wealth = wealth_now(p);
  p.settled = tables_.month.count();
}

void PlainModel::count(const PlainPerson& p, int age, int sign) {
  const Facts f = p.facts;
  tables_.census.population[f.residence()] += sign * weight_of(p);
  if (is_worker(f, age))
    tables_.labour
        .workers[worker_cell(f.residence(), f.skill(), static_cast<size_t>(worker_group(f)))] +=
        sign * weight_of(p);
}

void PlainModel::unite(Index a, Index b) {
  std::swap(persons_[a].next, persons_[b].next);
}

void PlainModel::leave(Index person) {
  Index before = person;
  while (persons_[before].next != person) before = persons_[before].next;
  persons_[before].next = persons_[person].next;
  persons_[person].next = person;
}

void PlainModel::publish_and_count() {
  plain_opinion(tables_);
  for (PlainPerson& p : persons_) {
    p.published = p.is_alive ? published_byte(p.facts) : uint8_t{0};
    p.has_changed = p.has_asked = false;
  }
  if (tables_.month.month_of_year() != 12) return;
  fines_.assign(fines_.size(), 0);
  transitions_ = {};
  count_beliefs();
  // Those who turned 15 or 65 in the year are counted as workers, or no more.
  const size_t n = tables_.n_places();
  std::fill(tables_.labour.workers.begin(), tables_.labour.workers.end(), 0);
  tables_.census.compatriots.assign(n * n, 0);
  for (const PlainPerson& p : persons_) {
    if (!p.is_alive) continue;
    const Facts f = p.facts;
    tables_.census.compatriots[f.birthplace() * n + f.residence()] += weight_of(p);
    if (is_worker(f, (tables_.month.count() - p.birth) / 12))
      tables_.labour
          .workers[worker_cell(f.residence(), f.skill(), static_cast<size_t>(worker_group(f)))] +=
          weight_of(p);
  }
}

uint64_t PlainModel::living() const {
  return static_cast<uint64_t>(std::count_if(persons_.begin(), persons_.end(),
                                             [](const PlainPerson& p) { return p.is_alive; }));
}

std::vector<int64_t> PlainModel::fines_in_year(State& fast) const {
  const size_t table = result_tables().labour.employer_fines;
  if (!fast.sums.tallies.is_kept(table)) return fines_;
  fast.sums.tallies.gather();
  return fast.sums.tallies.counts(table);
}

std::string PlainModel::first_difference(MigrationSimulation& fast) const {
  State& state = fast.state();
  if (state.persons.people.communities().size() != first_.size())
    return fmt::format("{} communities, not {}", state.persons.people.communities().size(),
                       first_.size());
  const std::string table = first_table_difference(state, tables_);
  if (!table.empty()) return table;
  if (fines_in_year(state) != fines_) return "fines on employers differ";
  for (uint32_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const View view(state, c);
    if (view.community.open != open_[c])
      return fmt::format("community {} has room for {}, plainly {}", c, view.community.open,
                         open_[c]);
    for (uint32_t local = 0; local < view.community.size(); ++local) {
      const PlainPerson& p = persons_[at(c, local)];
      auto differs = [&](const char* what, auto a, auto b) {
        return a == b ? std::string()
                      : fmt::format("person {} of community {}: {} is {}, plainly {}", p.id, c,
                                    what, a, b);
      };
      std::string found = differs("alive", !view.key[local].is_free(), p.is_alive);
      if (!found.empty()) return found;
      if (!p.is_alive) continue;
      for (const std::string& text :
           {differs("birth", view.key[local].birth().count(), p.birth),
            differs("facts", std::bit_cast<uint32_t>(view.facts[local]),
                    std::bit_cast<uint32_t>(p.facts)),
            differs("beliefs", view.beliefs[local].bits(), p.beliefs.bits()),
            differs("arrival", int32_t{view.arrival[local]}, p.arrival),
            differs("wealth", view.wealth[local], p.wealth),
            differs("settled", int32_t{view.settled[local]}, p.settled),
            differs("next of household", at(c, state.persons.people.household()[view.slot(local)]),
                    p.next),
            differs("published", int{view.published[local]}, int{p.published})})
        if (!text.empty()) return text;
    }
  }
  if (state.census.population != tables_.census.population) return "residents by place differ";
  if (state.labour.workers != tables_.labour.workers)
    return "workers by place, skill and group differ";
  for (size_t c = 0; c < state.debts.size(); ++c) {
    const View view(state, c);
    for (const Debt& debt : state.debts[c]) {
      const PlainPerson& p = persons_[at(c, debt.local)];
      if (debt.owed != p.owed || debt.agreed != p.agreed || debt.behind != p.behind)
        return fmt::format("person {}: owes {} cents, plainly {}", p.id, debt.owed, p.owed);
    }
  }
  if (state.visas.counters.demand != tables_.visas.counters.demand)
    return "demand for visas differs";
  if (state.visas.counters.carry != tables_.visas.counters.carry) return "places for visas differ";
  if (state.border.attempts != tables_.border.attempts) return "attempts at borders differ";
  for (const std::string& found : {first_carried_difference(state, tables_),
                                   claims_difference(state), transitions_difference(state)})
    if (!found.empty()) return found;
  return "";
}

}  // namespace rumbo::migration
