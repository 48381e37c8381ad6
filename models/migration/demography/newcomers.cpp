// Who appears from elsewhere: arrivals from reservoirs and outside places, and births that
// found their community full.
#include <algorithm>

#include "engine/base/checked.hpp"
#include "engine/people/people.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/information/beliefs.hpp"
#include "models/migration/labour/labour_start.hpp"
#include "models/migration/moving/moving.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/rows.hpp"
#include "models/migration/population/first_carry.hpp"

namespace rumbo::migration {
namespace {

constexpr int64_t millionth = 1000000;

void add_sibling(AllRows::And<Persons> state, size_t community) {
  state.persons.people.add_sibling(community);
  resize_side_tables(state, state.persons.months.size() + 1);
}

/// The community of a line of siblings that has room, opened if need be; a new one if none has.
size_t with_room(AllRows::And<Persons> state, size_t community) {
  People& people = state.persons.people;
  const size_t last = people.last_sibling(community);
  const Community& c = people.communities()[last];
  if (people.find_free_slot(c, 0) < c.size()) return last;
  if (c.open < c.size()) {
    people.open(last, c.open + 1);
    return last;
  }
  add_sibling(state, last);
  return people.last_sibling(last);
}

void place_overflows(AllRows::And<Persons, Sums, const Demography, const Money> state) {
  const size_t n = state.persons.months.size();
  for (size_t c = 0; c < n; ++c) {
    const auto births = std::move(state.persons.months[c].overflow);
    state.persons.months[c].overflow.clear();
    for (const OverflowBirth& birth : births) {
      const size_t where = with_room(state, c);
      View mother(state, c), view(state, where);
      if (mother.key[birth.mother].is_free()) continue;
      const uint32_t child = place_overflow(mother, state, birth.mother, view);
      if (where == c)
        view.live_together(birth.mother, child);
      else
        ++state.persons.cut_kin_links;
    }
  }
}

/// A person who comes from a reservoir or outside place.
void place_arrival(AllRows::And<Persons, Sums, const Demography, const Money> state,
                   size_t flow_index, const ReservoirFlow& flow, uint32_t number_of_arrival) {
  const auto draw = state.run.draws.block(static_cast<uint32_t>(flow_index), state.run.month,
                                          purpose::arrival_community, number_of_arrival);
  const auto [first, count] = state.persons.communities_of[flow.origin];
  View view(state, with_room(state, first + draw[0] % count));
  const uint32_t local = view.free_slot(draw[1]);
  const auto [f, age_months] = arriving(state, flow, view.person(local).value());
  view.put(local, {.facts = f, .birth = state.run.month - age_months, .arrival = state.run.month});
  view.start_alone(local);
  view.buffers.dirty.push_back(static_cast<uint16_t>(local));
  view.count(f, age_months / 12, 1);
  state.sums.flows.local().events[static_cast<size_t>(PersonEvent::arrival)] += view.weight;
  state.sums.flows.local().arrivals[f.residence()] += view.weight;
  tally_move(view, f, flow.origin, flow.destination, Channel::from_reservoir, age_months / 12);
}

void admit_arrivals(AllRows::And<Persons, Sums, Demography, const Money> state) {
  const size_t period = std::min<size_t>(5, year_index(state.run.month.year()) / 5);
  for (size_t i = 0; i < state.run.world->reservoir_flows.size(); ++i) {
    const ReservoirFlow& flow = state.run.world->reservoir_flows[i];
    if (state.persons.communities_of[flow.origin].second == 0) continue;
    const int64_t weight = state.persons.weight_of[flow.origin];
    int64_t& carry = state.demography.arrival_carry[i];
    carry = saturating_add(
        carry, saturating_cast<int64_t>(flow.arrivals_per_year[period] * millionth / 12));
    for (uint32_t k = 0; carry >= weight * millionth; ++k, carry -= weight * millionth)
      place_arrival(state, i, flow, k);
  }
}

}  // namespace

Arriving arriving(Rooms<const Demography> state, const ReservoirFlow& flow, uint32_t person) {
  const auto traits = state.run.draws.block(person, state.run.month, purpose::arrival_traits);
  Facts f;
  f.set_birthplace(flow.origin);
  f.set_residence(flow.destination);
  f.set_sex(traits[0] & 1 ? Sex::male : Sex::female);
  f.set_earnings(traits[0] >> 1 & 3);
  const double u = unit_interval(traits[1], traits[2]);
  const BySkill& shares = state.demography.skill_share[flow.destination];
  f.set_skill(u < shares[0] ? 0u : u < shares[0] + shares[1] ? 1u : 2u);
  const double share = state.run.world->irregular_share(
      flow.origin, flow.destination, static_cast<size_t>(IrregularCase::central));
  const double v = state.run.draws.uniform(person, state.run.month, purpose::arrival_traits, 1);
  f.set_status(v < share                       ? Status::irregular
               : v < share + (1 - share) * 0.7 ? Status::permanent
                                               : Status::temporary);
  // Ages of most moves: between 15 and 45, more often young (assumed).
  const double w = state.run.draws.uniform(person, state.run.month, purpose::arrival_traits, 2);
  return {f, 15 * 12 + static_cast<int>(w * w * 30 * 12)};
}

void admit_newcomers(AllRows::And<Persons, Sums, Demography, const Money> state, Month) {
  place_overflows(state);
  admit_arrivals(state);
}

BySkill skill_shares(double years) {
  const double high = std::min(0.55, 0.05 * rumbo::exp(0.329 * (years - 6)));
  const double middle = std::clamp((years - 5 - 11 * high) / 6, 0.02, 0.95 - high);
  return {1 - high - middle, middle, high};
}

void start_growing_up(Rooms<Demography> state) {
  const World& world = *state.run.world;
  state.demography.skill_share.assign(state.n_places(), BySkill{0.4, 0.4, 0.2});
  for (size_t p = 0; p < state.n_places(); ++p)
    if (world.is_alive(p))
      state.demography.skill_share[p] =
          skill_shares(world.schooling(p, year_index(state.run.first_month.year())));
}

void start_arrivals(Rooms<const Persons, Demography> state) {
  const auto& flows = state.run.world->reservoir_flows;
  state.demography.arrival_carry.resize(flows.size());
  for (size_t i = 0; i < flows.size(); ++i)
    state.demography.arrival_carry[i] =
        first_carry(state, Carried::arrivals, i, state.persons.weight_of[flows[i].origin]);
}

void save_demography(Saved& saved, Rooms<Demography> state) {
  saved.counts("state/arrival_carry", state.demography.arrival_carry);
}

}  // namespace rumbo::migration
