// Households across places: care at home, children taken along or left behind, minors alone.
// docs/model.md: Births, deaths and households; What statistics see.
#include <algorithm>

#include "engine/parallel/parallel.hpp"
#include "engine/tally/tallies.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/trafficking/captivity.hpp"

namespace rumbo::migration {
namespace {

/// Years that parents are older than their children, at least and at most: households do not say
/// who is whose child (assumed).
constexpr int youngest_parent = 15, oldest_parent = 50;

bool may_be_parent(int age, int child_age) {
  return age >= adult_years && age - child_age >= youngest_parent &&
         age - child_age <= oldest_parent;
}

/// Ways on which children come with a parent: not for a season's work, and claims are one's own.
bool takes_family(Channel channel) {
  return !is_irregular_entry(channel) && channel != Channel::seasonal && channel != Channel::asylum;
}

/// Whether this is a parent, away from home or back, who lives elsewhere than the child.
bool is_away_from(const Look& view, uint32_t parent, uint32_t child) {
  const Facts p = view.facts[parent], c = view.facts[child];
  return (p.is_foreign_born() || p.has_returned()) && p.residence() != c.residence() &&
         may_be_parent(view.age(parent), view.age(child));
}

/// Whether a child lives with two who may be the parents: then the child misses none, whatever
/// others of the household are away.
bool has_both_parents(const Look& view, uint32_t child) {
  int here = 0;
  view.households.for_each_other(child, [&](uint32_t member) {
    here += view.facts[member].residence() == view.facts[child].residence() &&
            may_be_parent(view.age(member), view.age(child));
  });
  return here >= 2;
}

/// Counts a parent once, and each of their children at the first parent who is away.
void count_separated(const Look& view, uint32_t parent, LocalTally& tally) {
  bool is_separated = false;
  view.households.for_each_other(parent, [&](uint32_t child) {
    if (view.age(child) >= care_ends || !is_away_from(view, parent, child) ||
        has_both_parents(view, child))
      return;
    is_separated = true;
    bool is_first = true;
    view.households.for_each_other(child, [&](uint32_t other) {
      if (other < parent && is_away_from(view, other, child)) is_first = false;
    });
    if (is_first)
      tally.add(result_tables().households.children_left_behind, view.facts[child].residence(),
                view.weight);
  });
  if (is_separated)
    tally.add(result_tables().households.separated_parents, view.facts[parent].residence(),
              view.weight);
}

/// Counts a household with and without a right to stay under one roof, at its first without.
void count_mixed(const Look& view, uint32_t local, LocalTally& tally) {
  const unsigned place = view.facts[local].residence();
  bool is_first = true, is_mixed = false;
  view.households.for_each_other(local, [&](uint32_t member) {
    const Facts f = view.facts[member];
    if (f.residence() != place) return;
    if (!is_without_right(f.status()))
      is_mixed = true;
    else if (member < local)
      is_first = false;
  });
  if (is_first && is_mixed)
    tally.add(result_tables().households.mixed_status_households, place, view.weight);
}

}  // namespace

CareAtHome care_at_home(const Look& view, uint32_t local) {
  CareAtHome home;
  const unsigned place = view.facts[local].residence();
  view.households.for_each_other(local, [&](uint32_t member) {
    if (view.facts[member].residence() != place) return;
    const int age = view.age(member);
    if (age >= adult_years) ++home.adults;
    if (age < care_ends && (home.youngest == no_child_here || age < home.youngest))
      home.youngest = age;
  });
  return home;
}

std::vector<uint32_t> children_taken(const View& view, const Request& request) {
  const auto& ids = view.run.parameters->household;
  const uint32_t local = request.local;
  const unsigned home = view.facts[local].residence();
  std::vector<uint32_t> children;
  if (!takes_family(request.channel)) return children;
  bool has_carer = false;
  const int age = view.age(local);
  view.households.for_each_other(local, [&](uint32_t member) {
    const Facts f = view.facts[member];
    if (f.residence() != home) return;
    const int years = view.age(member);
    if (years >= adult_years) has_carer = true;
    if (years < care_ends && may_be_parent(age, years) && may_leave_home(f) &&
        !view.has_asked(member))
      children.push_back(member);
  });
  const double share = view.run.value(has_carer ? ids.children_with_carer : ids.children_along);
  if (children.empty() || view.run.draws.uniform(view.person(local).value(), view.run.month,
                                                 purpose::children_along) >= share)
    children.clear();
  return children;
}

Cents fare_of_child(Rooms<> state, const Request& request) {
  const auto& ids = state.run.parameters->visas;
  return cents_from_usd(state.value(ids.travel_base) +
                        state.value(ids.travel_per_km) *
                            state.run.world->corridors[request.corridor].distance_km);
}

void count_if_alone(View& view, uint32_t local, unsigned from) {
  if (view.age(local) >= age_of_majority) return;
  const unsigned here = view.facts[local].residence();
  bool has_adult = false;
  view.households.for_each_other(local, [&](uint32_t member) {
    has_adult = has_adult ||
                (view.facts[member].residence() == here && view.age(member) >= age_of_majority);
  });
  if (!has_adult)
    view.tally().add(result_tables().households.minors_alone, from * view.run.n_places() + here,
                     view.weight);
}

void record_families(Rooms<const Persons, Sums> state) {
  parallel_for_each(
      state.persons.people.communities().size(),
      [&](size_t c) {
        const Look view(state, c);
        LocalTally& tally = state.sums.tallies.local();
        for (uint32_t local = 0; local < view.community.open; ++local) {
          if (view.key[local].is_free()) continue;
          const Facts f = view.facts[local];
          if (f.is_foreign_born() || f.has_returned()) count_separated(view, local, tally);
          if (is_without_right(f.status())) count_mixed(view, local, tally);
        }
      },
      8);
}

void set_care(Rooms<CareRules> state, Month) {
  const auto& household = state.run.parameters->household;
  state.care = {.relevance = state.value(household.decision),
                .care = {state.value(household.care_women), state.value(household.care_men)},
                .without_children = state.value(household.without_children)};
}

}  // namespace rumbo::migration
