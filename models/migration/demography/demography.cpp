// Births, deaths, unions; ageing touches no one. docs/model.md: Births, deaths and households.
#include "models/migration/demography/demography.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/hazards/screening.hpp"
#include "engine/maths/rates.hpp"
#include "engine/people/people.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/demography/vital_rates.hpp"
#include "models/migration/information/beliefs.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/person/flows.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/seasons/seasons.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

constexpr double period_years = 5;
constexpr size_t n_periods = 6;

VitalRates vital_rates(const World& world, size_t place, double year) {
  const PeriodPosition at = period_position(first_year, period_years, n_periods, year);
  auto of_period = [&](size_t i) {
    VitalRates rates;
    for (size_t s = 0; s < n_sexes; ++s)
      for (size_t g = 0; g < n_life_groups; ++g)
        rates.mortality[s][g] = world.mortality(place, i, g, s);
    rates.total_fertility = world.total_fertility(place, i);
    for (size_t g = 0; g < n_mother_groups; ++g)
      rates.fertility_share[g] = world.fertility_share(place, i, g);
    rates.sex_ratio_at_birth = world.sex_ratio(place, i);
    return rates;
  };
  return interpolate(of_period(at.lower), of_period(at.upper), at.weight);
}

/// First age in years of a life group.
int first_age(size_t group) {
  return group == 0 ? 0 : group == 1 ? 1 : static_cast<int>(group - 1) * 5;
}

/// A partner for a single person among their friends of the other sex: near in age, single, here.
uint32_t find_partner(const Look& view, Rooms<const Ties> state, uint32_t local) {
  constexpr int most_years_apart = 10;
  const uint64_t key = state.ties.community_key(view.community);
  for (int j = 0; j < state.ties.n_friends(); ++j) {
    const uint32_t other = state.ties.friend_of(view.community, key, local, j);
    if (view.key[other].is_free() || view.facts[other].is_partnered() ||
        is_confined(view.facts[other]))
      continue;
    const Facts a = view.facts[local], b = view.facts[other];
    if (a.sex() == b.sex() || a.residence() != b.residence()) continue;
    if (std::abs(view.age(local) - view.age(other)) > most_years_apart || view.age(other) < 16)
      continue;
    if (view.households.are_together(local, other)) continue;
    return other;
  }
  return local;
}

void start_union(View& view, Rooms<const Ties, Observation> state, uint32_t local) {
  const uint32_t other = find_partner(view, state, local);
  if (other == local) return;
  // Each leaves their household; who lives alone with children would leave them, so the other
  // joins.
  view.live_alone(local);
  view.live_alone(other);
  view.live_together(local, other);
  view.mark(local, Mark::partnered, true);
  view.mark(other, Mark::partnered, true);
  for (const uint32_t partner : {local, other})
    note_event(view, state, partner, LifeEvent::union_started);
}

void end_union(View& view, Rooms<Observation> state, uint32_t local) {
  view.mark(local, Mark::partnered, false);
  note_event(view, state, local, LifeEvent::union_ended);
  bool is_first = true;
  view.households.for_each_other(local, [&](uint32_t member) {
    if (is_first && view.facts[member].is_partnered()) {
      view.mark(member, Mark::partnered, false);
      note_event(view, state, member, LifeEvent::union_ended);
      is_first = false;
    }
  });
  view.live_alone(local);
}

/// Status that a child has from their mother where the soil gives none.
Status status_of_child(Status mother) {
  switch (mother) {
    case Status::displaced:  // at home
      return Status::citizen;
    case Status::asylum_pending:  // a claim is one person's; the child may stay with the mother
      return Status::temporary;
    case Status::detained:
      return Status::irregular;
    case Status::seasonal:
      return Status::temporary;
    default:
      return mother;
  }
}

}  // namespace

Facts newborn_facts(Rooms<const Demography> state, Facts mother, PersonId child) {
  const unsigned place = mother.residence();
  Facts f;
  f.set_birthplace(place);
  f.set_residence(place);
  // Citizenship at birth follows the soil or the mother, by the place's rule.
  const bool by_soil = state.run.world->places[place].child_citizenship == ChildCitizenship::soil;
  f.set_status(by_soil ? Status::citizen : status_of_child(mother.status()));
  const double sex = state.run.draws.uniform(child.value(), state.run.month, purpose::newborn_sex);
  f.set_sex(sex < state.demography.male_share[place] ? Sex::male : Sex::female);
  const auto traits =
      state.run.draws.block(child.value(), state.run.month, purpose::newborn_traits);
  f.set_earnings(traits[0] & 3);
  const double u = unit_interval(traits[1], traits[2]);
  const auto& shares = state.demography.skill_share[place];
  f.set_skill(u < shares[0] ? 0u : u < shares[0] + shares[1] ? 1u : 2u);
  return f;
}

void place_newborn(View& view, uint32_t local, Facts facts) {
  view.put(local, {.facts = facts, .birth = view.run.month, .arrival = view.run.month});
  view.start_alone(local);
  view.buffers.dirty.push_back(static_cast<uint16_t>(local));
  view.count(facts, 0, 1);
  Flows& flows = view.flows();
  flows.events[static_cast<size_t>(PersonEvent::birth)] += view.weight;
  view.tally().add(result_tables().demography.births, facts.residence(), view.weight);
}

namespace {

void give_birth(View& view, Rooms<const Demography, Observation> state, uint32_t mother) {
  note_event(view, state, mother, LifeEvent::child_born);
  const uint32_t hash = state.run.draws.bits(view.person(mother).value(), state.run.month,
                                             rumbo::purpose::newborn_slot);
  const uint32_t local = view.free_slot(hash);
  if (local == view.community.size()) {
    view.buffers.overflow.push_back({static_cast<uint16_t>(mother)});
    return;
  }
  place_newborn(view, local, newborn_facts(state, view.facts[mother], view.person(local)));
  view.believe(local, view.beliefs[mother]);
  view.live_together(mother, local);
}

}  // namespace

uint32_t place_overflow(View& mother_view, Rooms<const Demography> state, uint32_t mother,
                        View& view) {
  const uint32_t hash = state.run.draws.bits(mother_view.person(mother).value(), state.run.month,
                                             rumbo::purpose::newborn_slot);
  const uint32_t local = view.free_slot(hash);
  RUMBO_REQUIRE(local < view.community.size());
  place_newborn(view, local, newborn_facts(state, mother_view.facts[mother], view.person(local)));
  view.believe(local, mother_view.beliefs[mother]);
  return local;
}

void set_demography_tables(Rooms<Demography> state, Month month) {
  const World& world = *state.run.world;
  const size_t n = state.n_places();
  const auto& ids = state.run.parameters->demography;
  state.demography.union_start = monthly_probability(state.value(ids.union_rate));
  state.demography.union_end = monthly_probability(state.value(ids.union_end_rate));
  // The rates change slowly: once a year is enough, and at the start of a run or a branch.
  if (month.month_of_year() != 1 && !state.demography.death.cells().empty() &&
      state.demography.vital_month.year() == month.year() && !state.run.values_changed)
    return;
  state.demography.vital_month = month;
  state.demography.death = Grid(n, n_sexes, n_life_groups);
  state.demography.birth = Grid(n, n_mother_groups);
  state.demography.male_share.assign(n, 0.512);
  for (size_t p = 0; p < n; ++p) {
    if (!world.is_alive(p)) continue;
    VitalRates rates = vital_rates(world, p, month.year() + 0.5);
    const double deaths = state.value(ids.mortality_factor, p),
                 births = state.value(ids.fertility_factor, p);
    for (auto& sex : rates.mortality)
      for (double& rate : sex) rate *= deaths;
    rates.total_fertility *= births;
    for (size_t s = 0; s < n_sexes; ++s)
      for (size_t g = 0; g < n_life_groups; ++g)
        state.demography.death(p, s, g) =
            monthly_death_probability(rates, static_cast<Sex>(s), first_age(g));
    for (size_t g = 0; g < n_mother_groups; ++g)
      state.demography.birth(p, g) =
          std::min(1.0, monthly_birth_probability(rates, 15 + 5 * static_cast<int>(g)));
    state.demography.male_share[p] = male_share_at_birth(rates.sex_ratio_at_birth);
  }
}

double death_hazard(Rooms<const Demography> state, Facts f, int age) {
  return state.demography.death(f.residence(), static_cast<size_t>(f.sex()),
                                static_cast<size_t>(life_group(age)));
}

double birth_hazard(Rooms<const Demography> state, Facts f, int age) {
  if (f.sex() != Sex::female || age < 15 || age >= 50) return 0;
  return state.demography.birth(f.residence(), static_cast<size_t>((age - 15) / 5));
}

void live_and_die(View& view, Dying::And<const Ties, const Demography> state) {
  constexpr unsigned looked_at = 1u << screened::death | 1u << screened::birth |
                                 1u << screened::union_start | 1u << screened::union_end;
  for (const Woken& w : view.buffers.woken) {
    const uint32_t local = w.local;
    if ((w.purposes & looked_at) == 0 || view.key[local].is_free()) continue;
    const PersonDraws draws = view.draws(local);
    if ((w.purposes >> screened::death & 1) &&
        draws.happens(screened::death, death_hazard(state, view.facts[local], view.age(local)))) {
      die(view, state, local);
      continue;
    }
    if ((w.purposes >> screened::birth & 1) &&
        draws.happens(screened::birth, birth_hazard(state, view.facts[local], view.age(local))))
      give_birth(view, state, local);
    const int age = view.age(local);
    const bool is_single = !view.facts[local].is_partnered();
    if (is_confined(view.facts[local])) continue;
    if ((w.purposes >> screened::union_start & 1) && is_single && age >= 18 && age < 41 &&
        draws.happens(screened::union_start, state.demography.union_start))
      start_union(view, state, local);
    else if ((w.purposes >> screened::union_end & 1) && !is_single &&
             draws.happens(screened::union_end, state.demography.union_end))
      end_union(view, state, local);
  }
}

}  // namespace rumbo::migration
