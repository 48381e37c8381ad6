// The plain model's choice, visas and crossings; see plain_model.hpp.
#include <algorithm>
#include <map>

#include "models/migration/border/border.hpp"
#include "models/migration/choice/choice.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/information/information.hpp"
#include "models/migration/journey/journey.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/visas/visas.hpp"
#include "reference/plain_model.hpp"
#include "reference/plain_tables_carried.hpp"

namespace rumbo::migration {

namespace {

/// What comes of a talk about one item: a uniform number falls on one outcome after the other.
TwoLevels talked(TwoLevels was, const TalkRules& rules, double uniform, unsigned coins) {
  const auto ends = talk_ends(rules);
  size_t outcome = 0;
  while (outcome < ends.size() && uniform >= ends[outcome]) ++outcome;
  return after_talk(was, static_cast<TalkOutcome>(outcome), coins);
}

/// Two friends talk about everything; persons are numbered by their draws, first < second.
void talk_over(const State& state, uint32_t first, Beliefs& of_first, Beliefs& of_second) {
  if (of_first == of_second && state.information_tables.talk.confuse == 0) return;
  const auto draw = state.draws.block(first, state.month, purpose::talk);
  for (size_t i = 0; i < n_belief_items; ++i) {
    const TwoLevels after =
        talked({of_first.level(i), of_second.level(i)}, state.information_tables.talk,
               (draw[i] >> 2) * 0x1p-30, draw[i] & 3);
    of_first.set_level(i, after.first);
    of_second.set_level(i, after.second);
  }
}

/// What a person at home forgets in a round, and hears from campaigns and smugglers.
Beliefs after_hearing(const State& state, Facts who, uint32_t person, Beliefs beliefs) {
  const InformationTables& t = state.information_tables;
  const size_t place = who.residence();
  if (forgets(state, who)) {
    const auto draw = state.draws.block(person, state.month, purpose::forget);
    for (size_t i = 0; i < n_belief_items; ++i)
      beliefs.set_level(
          i, drifted(beliefs.level(i), t.prior[place][i], t.forgotten, draw[i] * 0x1p-32));
  }
  if (!t.is_anything_told) return beliefs;
  return told(state, place, beliefs, state.draws.block(person, state.month, purpose::heard).data());
}

}  // namespace

double PlainModel::means_usd(Index person) const {
  const PlainPerson& p = persons_[person];
  int64_t cents = std::max<Cents>(0, wealth_now(p));
  for_each_other(person, [&](Index i) {
    if (persons_[i].facts.residence() == p.facts.residence())
      cents += std::max<Cents>(0, wealth_now(persons_[i]));
  });
  return usd_from_cents(cents) + credit_usd(tables_, p.facts);
}

Mover PlainModel::look_around(Index person) const {
  const PlainPerson& p = persons_[person];
  const Community& community = community_of(p);
  Mover mover;
  mover.local = local_of(person);
  mover.origin = p.facts.residence();
  mover.kind = person_kind(p.facts);
  mover.beliefs = p.beliefs;
  mover.belief_factor = belief_factor(tables_, mover.origin, mover.kind, mover.beliefs);
  mover.set_means(tables_.choice, means_usd(person));
  TieCount ties(tables_, p.facts.residence(), mover.ties);
  auto meet = [&](Index i, bool is_kin) {
    ties.meet(persons_[i].published, faded_strength(tables_, years_since_arrival(persons_[i])),
              is_kin);
  };
  for_each_other(person, [&](Index i) { meet(i, true); });
  const uint64_t key = tables_.ties.community_key(community);
  for (int j = 0; j < tables_.ties.n_friends(); ++j)
    meet(at(p.community, tables_.ties.friend_of(community, key, mover.local, j)), false);
  for (int j = 0; j < tables_.ties.n_far(); ++j) {
    const auto far = tables_.ties.far_person(community, mover.local, j);
    if (far) ties.meet(persons_[at(far->community, far->local)].published, 1.0, false);
  }
  mover.n_ties = ties.n_destinations();
  return mover;
}

void PlainModel::ask(Index person, std::optional<Request> request) {
  if (!request) return;
  request->has_preference =
      request->channel == Channel::seasonal && has_worked_season(person, request->corridor);
  persons_[person].has_asked = true;
  asked_.push_back({person, *request});
}

void PlainModel::talk_and_hear() {
  const InformationTables& t = tables_.information_tables;
  const int n_friends = tables_.ties.n_friends();
  auto talks = [&](const PlainPerson& p) {
    return p.is_alive && is_round(tables_, p.community) && may_talk(age(p));
  };
  for (Index i = 0; i < persons_.size() && n_friends > 0; ++i) {
    if (!talks(persons_[i])) continue;
    const Community& community = community_of(persons_[i]);
    const int matching = tables_.month.count() / t.months % n_friends;
    const Index j = at(persons_[i].community,
                       tables_.ties.friend_of(community, tables_.ties.community_key(community),
                                              local_of(i), matching));
    if (i < j && talks(persons_[j]))
      talk_over(tables_, persons_[i].id, persons_[i].beliefs, persons_[j].beliefs);
  }
  for (PlainPerson& p : persons_)
    if (n_friends > 0 && talks(p) && may_leave_home(p.facts))
      p.beliefs = after_hearing(tables_, p.facts, p.id, p.beliefs);
}

void PlainModel::count_beliefs() {
  Information& counted = tables_.information;
  std::fill(counted.levels.begin(), counted.levels.end(), 0);
  std::fill(counted.adults.begin(), counted.adults.end(), 0);
  for (const PlainPerson& p : persons_) {
    const size_t home = community_of(p).home;
    if (!p.is_alive || !may_leave_home(p.facts) || p.facts.residence() != home || !may_talk(age(p)))
      continue;
    counted.adults[home] += weight_of(p);
    for (size_t i = 0; i < n_belief_items; ++i)
      counted.levels[home * n_belief_items + i] += p.beliefs.level(i) * weight_of(p);
  }
}

void PlainModel::choose_again() {
  asked_.clear();
  for (const Pending& pending : pending_)
    ask(pending.person, next_request(tables_, look_around(pending.person), pending.application,
                                     persons_[pending.person].id, asked_in_mean(pending.person)));
  for (const Pending& pending : pending_) persons_[pending.person].facts.set_applying(false);
  pending_.clear();
}

void PlainModel::choose() {
  for (Index i = 0; i < persons_.size(); ++i) {
    const PlainPerson& p = persons_[i];
    if (!p.is_alive || p.has_changed || p.has_asked || p.birth == tables_.month.count() ||
        !may_leave_home(p.facts) || !tables_.world->is_inside(p.facts.residence()))
      continue;
    bool has_kin_away = false;
    for_each_other(i, [&](Index kin) {
      const uint8_t byte = persons_[kin].published;
      has_kin_away =
          has_kin_away || (published_alive(byte) && published_place(byte) != p.facts.residence());
    });
    const double rate = std::min(
        1.0, propensity(tables_, p.facts, age(p)) * leaving_again(tables_, p.facts, has_kin_away) *
                 leaving_with_household(tables_.care, static_cast<int>(p.facts.sex()), age(p),
                                        care_at_home(i)));
    const double uniform = draws(p).uniform(screened::move);
    if (style_ == PlainStyle::draw_first && uniform >= rate) continue;
    const Mover mover = look_around(i);
    const double total = total_weight(tables_, mover, mover.affordable_usd, mover.affordability);
    if (uniform < leaving(rate, total)) ask(i, request_of(tables_, mover, p.id, asked_in_mean(i)));
  }
}

void PlainModel::grant_visas() {
  std::map<size_t, std::vector<Asked*>> by_visa;
  for (Asked& a : asked_) {
    const Request& r = a.request;
    if (is_irregular_entry(r.channel)) continue;
    if (is_rationed(r.channel))
      by_visa[r.corridor * n_visa_kinds + static_cast<size_t>(r.channel)].push_back(&a);
    else
      answer(a);
  }
  for (size_t cell = 0; cell < tables_.visas.counters.carry.size(); ++cell)
    grant_places(cell, by_visa[cell]);
  visa_chances_.assign(visa_chances_.size(), 0);
}

void PlainModel::answer(Asked& asked) {
  Request& r = asked.request;
  const bool may_be_refused =
      r.channel == Channel::visit && tables_.visas.needs_visit_visa[r.corridor] != 0;
  const double u =
      tables_.draws.uniform(persons_[asked.person].id, tables_.month, purpose::visit_visa);
  if (r.channel == Channel::asylum)
    r.outcome = is_let_in(tables_, r, persons_[asked.person].id) ? Request::Outcome::granted
                                                                 : Request::Outcome::refused;
  else
    r.outcome = may_be_refused && u >= tables_.value(tables_.parameters->visas.visit_grant)
                    ? Request::Outcome::refused
                    : Request::Outcome::granted;
}

void PlainModel::put_in_order(std::vector<Asked*>& queue) const {
  const bool is_queue = tables_.value(tables_.parameters->visas.queue) >= 0.5;
  std::sort(queue.begin(), queue.end(), [&](const Asked* a, const Asked* b) {
    const auto since = [&](const Asked* x) { return is_queue ? x->request.since : 0; };
    const auto key = [&](const Asked* x) {
      return std::tuple(!x->request.has_preference, since(x), x->request.order,
                        persons_[x->person].id);
    };
    return key(a) < key(b);
  });
}

void PlainModel::grant_places(size_t cell, std::vector<Asked*>& queue) {
  const double places =
      places_per_year(tables_, cell / n_visa_kinds, static_cast<VisaKind>(cell % n_visa_kinds));
  const int64_t weight = largest_weight(tables_);
  int64_t asked = 0;
  for (const Asked* a : queue) asked += weight_of(persons_[a->person]);
  put_in_order(queue);
  tables_.visas.counters.begin_month(cell, places, static_cast<double>(visa_chances_[cell]) * 1e-6,
                                     tables_.value(tables_.parameters->visas.demand_memory_months),
                                     weight);
  const double meant = tables_.visas.counters.open(cell, asked, weight);
  int64_t wanted = 0, granted = 0;
  bool is_closed = false;
  for (Asked* a : queue) {
    const int64_t persons = weight_of(persons_[a->person]);
    wanted += persons;
    bool gets_it = !is_closed;
    if (!is_closed && wanted > static_cast<int64_t>(meant)) {
      is_closed = true;
      const double u =
          tables_.draws.uniform(persons_[a->person].id, tables_.month, purpose::visa_part);
      gets_it = u * static_cast<double>(persons) < meant - static_cast<double>(granted);
    }
    a->request.outcome = gets_it ? Request::Outcome::granted : Request::Outcome::refused;
    if (gets_it) granted = wanted;
  }
  tables_.visas.counters.take(cell, granted);
}

void PlainModel::match_smugglers() {
  const size_t n = tables_.smuggling.markets.size();
  std::vector<std::vector<PlainClient>> clients(n);
  std::vector<int64_t> alone(n, 0);
  for (Asked& a : asked_) {
    if (!is_irregular_entry(a.request.channel)) continue;
    const PlainPerson& p = persons_[a.person];
    const auto border = static_cast<size_t>(tables_.world->corridors[a.request.corridor].border);
    if (is_guided(a.request.channel))
      clients[border].push_back({&a.request, p.id, weight_of(p)});
    else
      alone[border] += weight_of(p);
  }
  for (size_t border = 0; border < n; ++border) {
    plain_alone(tables_, border, alone[border]);
    plain_clients(tables_, border, clients[border]);
  }
}

void PlainModel::cross_borders() {
  std::fill(tables_.border.attempts.begin(), tables_.border.attempts.end(), 0);
  std::vector<int64_t> by_route(tables_.journey.route_attempts.size());
  std::vector<int64_t> journeys(tables_.n_places());
  for (Asked& a : asked_) {
    Request& r = a.request;
    if (!is_irregular_entry(r.channel) || r.outcome == Request::Outcome::refused) continue;
    const auto border = static_cast<size_t>(tables_.world->corridors[r.corridor].border);
    const JourneyResult journey =
        play_journey(tables_, border, is_guided(r.channel), persons_[a.person].id);
    const int64_t attempts = journey.crossing.attempts * weight_of(persons_[a.person]);
    tables_.border.attempts[border] += attempts;
    if (journey.route >= 0) by_route[static_cast<size_t>(journey.route)] += attempts;
    if (journey.has_come)
      journeys[persons_[a.person].facts.birthplace()] += weight_of(persons_[a.person]);
    apply_journey(tables_, journey, r);
  }
  plain_route_memory(tables_, by_route);
  hear_of_journeys(tables_, journeys);
}

}  // namespace rumbo::migration
