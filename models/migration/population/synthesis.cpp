// See synthesis.hpp. Counts of each age, sex and destination are met to the person; which
// person is which follows keyed permutations, so no list of persons is ever made.
#include "models/migration/population/synthesis.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "engine/base/checked.hpp"
#include "engine/base/money.hpp"
#include "engine/maths/functions.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/people/people.hpp"
#include "engine/run/signals.hpp"
#include "models/migration/information/information.hpp"
#include "models/migration/labour/labour_start.hpp"
#include "models/migration/money/accounts.hpp"
#include "models/migration/person/columns.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/rows.hpp"
#include "models/migration/population/households.hpp"

namespace rumbo::migration {
namespace {

/// Cumulative counts of cells, rounded so that each is within one of its share.
std::vector<uint64_t> systematic_counts(const std::vector<double>& shares, double offset) {
  std::vector<uint64_t> cumulative{0};
  double sum = 0;
  for (double share : shares) {
    sum += share;
    cumulative.push_back(saturating_cast<uint64_t>(sum + offset));
  }
  return cumulative;
}

size_t cell_of(const std::vector<uint64_t>& cumulative, uint64_t rank) {
  return static_cast<size_t>(std::upper_bound(cumulative.begin(), cumulative.end(), rank) -
                             cumulative.begin()) -
         1;
}

/// A random order of [0, count).
uint64_t shuffled(uint64_t key, uint64_t count, uint64_t rank) {
  if (count < 2) return rank;
  const KeyedPermutation permutation(key, static_cast<int>(std::bit_width(count - 1)));
  auto seat = permutation(static_cast<uint32_t>(rank));
  while (seat >= count) seat = permutation(seat);
  return seat;
}

/// What one place's communities are filled with.
struct PlaceContent {
  size_t place = 0;
  uint32_t first_community = 0, n_communities = 0;
  std::vector<uint64_t> home_cells;  ///< cumulative over (age group, sex)
  uint64_t home_key = 0;
  std::vector<uint64_t> home_begin;           ///< [community + 1] ranks of those at home
  std::vector<std::pair<uint8_t, Sex>> away;  ///< cells of emigrants: destination and sex
  std::vector<uint16_t> away_count;           ///< [community, cell]
};

std::vector<double> home_shares(const World& world, size_t place, Month start, double weight) {
  std::vector<double> shares;
  double foreign[2] = {0, 0};
  for (size_t o = 0; o < world.n_places(); ++o)
    for (int s = 0; s < 2; ++s)
      if (o != place) foreign[s] += world.stock_in(o, place, start, s);
  for (int group = 0; group < n_age_groups; ++group)
    for (int sex = 0; sex < 2; ++sex) {
      const double residents = world.population_in(place, start, group, sex);
      shares.push_back(
          std::max(0.05 * residents, residents - foreign[sex] * foreign_born_age_share(group)) /
          weight);
    }
  return shares;
}

/// Prevalence of emigration by community: gamma shares, the beta-binomial's way to spread.
std::vector<double> prevalence(Rooms<> state, const PlaceContent& content, double mean_share,
                               double clustering) {
  const double concentration = (1 - clustering) / std::max(1e-6, clustering);
  const double shape = std::max(0.5, concentration * mean_share);
  std::vector<double> shares(content.n_communities);
  double sum = 0;
  for (uint32_t c = 0; c < content.n_communities; ++c)
    sum += shares[c] = state.run.draws.gamma(shape, content.first_community + c, Month(0),
                                             purpose::initial_prevalence);
  for (double& share : shares) share = sum > 0 ? share / sum : 1.0 / content.n_communities;
  return shares;
}

/// Emigrants of each cell dealt to communities by prevalence, none filled beyond `most`.
void deal_emigrants(Rooms<> state, PlaceContent& content, const std::vector<double>& counts,
                    const std::vector<double>& shares, double most) {
  const size_t n_cells = content.away.size();
  content.away_count.assign(content.n_communities * n_cells, 0);
  std::vector<double> filled(content.n_communities, 0);
  for (size_t cell = 0; cell < n_cells; ++cell) {
    const double offset =
        state.run.draws.uniform(static_cast<uint32_t>(content.place), Month(0),
                                purpose::initial_round, static_cast<uint32_t>(cell) + 1);
    double cumulative = offset, carried = 0;
    for (uint32_t c = 0; c < content.n_communities; ++c) {
      const double before = std::floor(cumulative);
      cumulative += counts[cell] * shares[c];
      const double wanted = std::floor(cumulative) - before + carried;
      const double taken = std::min({wanted, std::floor(most - filled[c]), 65535.0});
      carried = wanted - taken;
      filled[c] += taken;
      content.away_count[c * n_cells + cell] = static_cast<uint16_t>(taken);
    }
    // What found no room at the end goes to the first communities that have some.
    for (uint32_t c = 0; c < content.n_communities && carried > 0; ++c) {
      const double taken = std::min(carried, std::floor(most - filled[c]));
      carried -= taken;
      filled[c] += taken;
      content.away_count[c * n_cells + cell] =
          static_cast<uint16_t>(content.away_count[c * n_cells + cell] + taken);
    }
  }
}

/// Those at home fill the communities evenly, fewer where many have left.
void deal_home(PlaceContent& content, double size) {
  const size_t n_cells = content.away.size();
  const auto at_home = static_cast<double>(content.home_cells.back());
  double away = 0;
  for (uint16_t count : content.away_count) away += count;
  const double even = (at_home + away) / content.n_communities;
  std::vector<double> room(content.n_communities);
  double sum = 0;
  for (uint32_t c = 0; c < content.n_communities; ++c) {
    double gone = 0;
    for (size_t cell = 0; cell < n_cells; ++cell) gone += content.away_count[c * n_cells + cell];
    room[c] = std::max(0.02 * even, std::min(even, size * 0.98) - gone);
    sum += room[c];
  }
  std::vector<double> shares;
  for (double r : room) shares.push_back(sum > 0 ? at_home * r / sum : 0);  // no one to deal
  content.home_begin = systematic_counts(shares, 1e-6);
  content.home_begin.back() = content.home_cells.back();
}

PlaceContent content_of(Rooms<> state, const PopulationPlan& plan, const CommunityPlan& communities,
                        uint32_t first_community) {
  const World& world = *state.run.world;
  PlaceContent content;
  content.place = communities.home;
  content.first_community = first_community;
  content.n_communities = communities.n_communities;
  const auto weight = static_cast<double>(communities.weight);
  const auto draw =
      state.run.draws.block(static_cast<uint32_t>(content.place), Month(0), purpose::initial_cell);
  content.home_key = uint64_t{draw[0]} << 32 | draw[1];
  content.home_cells =
      world.is_inside(content.place)
          ? systematic_counts(home_shares(world, content.place, state.run.first_month, weight),
                              unit_interval(draw[2], draw[3]))
          : std::vector<uint64_t>{0, 0};
  std::vector<double> counts;
  for (size_t d = 0; d < world.n_places(); ++d)
    for (int sex = 0; sex < 2; ++sex) {
      const double stock = d == content.place || !world.is_alive(d)
                               ? 0
                               : world.stock_in(content.place, d, state.run.first_month, sex);
      if (stock <= 0) continue;
      content.away.emplace_back(static_cast<uint8_t>(d), static_cast<Sex>(sex));
      counts.push_back(stock / weight);
    }
  double away = 0;
  for (double count : counts) away += count;
  const double all = std::max(1.0, away + static_cast<double>(content.home_cells.back()));
  const auto shares = prevalence(state, content, away / all,
                                 state.value(state.run.parameters->population.clustering));
  const double size = static_cast<double>(1u << communities.size_bits);
  deal_emigrants(state, content, counts, shares,
                 size * (world.is_inside(content.place) ? 0.8 : 0.98));
  deal_home(content, size);
  (void)plan;
  return content;
}

/// Skill, earnings and wealth.
void give_traits(View& view, Rooms<const Demography, const Labour> state, uint32_t local,
                 size_t schooled_at) {
  const uint32_t person = view.person(local).value();
  const auto draw = state.run.draws.block(person, Month(0), purpose::initial_traits);
  const BySkill& shares = state.demography.skill_share[schooled_at];
  const double u = unit_interval(draw[0], draw[1]);
  const unsigned skill = u < shares[0] ? 0u : u < shares[0] + shares[1] ? 1u : 2u;
  const unsigned earnings = draw[2] & 3;
  if (view.key[local].age_years(state.run.first_month) < 15)
    return view.start_with(local, skill, earnings, 0);
  const double months = state.value(state.run.parameters->money.initial_wealth);
  const double z = state.run.draws.normal(person, Month(0), purpose::initial_traits, 1);
  const double monthly = state.labour.start_wage_usd[schooled_at * n_skills + skill] / 12 *
                         earnings_multiplier[earnings];
  view.start_with(local, skill, earnings, cents_from_usd(std::min(1e6, months * monthly * exp(z))));
}

void put_native(View& view, Rooms<const Demography, const Labour> state, uint32_t local,
                size_t cell, const BeliefLevels& prior) {
  Facts f;
  f.set_birthplace(view.home);
  f.set_residence(view.home);
  f.set_status(Status::citizen);
  f.set_sex(static_cast<Sex>(cell % 2));
  const uint32_t person = view.person(local).value();
  const double within = state.run.draws.uniform(person, Month(0), purpose::initial_cell);
  const size_t age_group = cell / 2;
  const int age_months = static_cast<int>(static_cast<double>(age_group) * 60 + within * 60) + 1;
  view.put(local, {.facts = f,
                   .birth = state.run.first_month - age_months,
                   .arrival = state.run.first_month,
                   .beliefs = first_beliefs(state, prior, person)});
  give_traits(view, state, local, view.home);
}

/// Years since arrival (exponential with mean 10, assumed), at most the age.
int draw_stay_months(Rooms<> state, uint32_t person, int age_months) {
  constexpr double mean_years = 10;
  const double years =
      mean_years * state.run.draws.exponential(person, Month(0), purpose::initial_migrant, 1);
  return std::clamp(static_cast<int>(years * 12), 1, std::max(1, age_months - 1));
}

Status draw_status(Rooms<> state, uint32_t person, size_t origin, size_t destination,
                   int stay_months) {
  const auto column =
      static_cast<size_t>(state.value(state.run.parameters->population.irregular_case) + 0.5);
  const double u = state.run.draws.uniform(person, Month(0), purpose::initial_migrant, 2);
  const double irregular = state.run.world->irregular_share(origin, destination, column);
  if (u < irregular) return Status::irregular;
  const double v = (u - irregular) / (1 - irregular);
  // Naturalized or newly come on a permit: shares assumed.
  if (stay_months > 8 * 12) return v < 0.45 ? Status::citizen : Status::permanent;
  return v < 0.25 ? Status::temporary : Status::permanent;
}

void put_emigrant(View& view, Rooms<const Demography, const Labour> state, uint32_t local,
                  uint8_t destination, Sex sex) {
  const uint32_t person = view.person(local).value();
  double u = state.run.draws.uniform(person, Month(0), purpose::initial_migrant);
  int group = 0;
  while (group + 1 < n_age_groups && u >= foreign_born_age_share(group))
    u -= foreign_born_age_share(group++);
  const double within = state.run.draws.uniform(person, Month(0), purpose::initial_cell);
  const int age_months = group * 60 + static_cast<int>(within * 60) + 1;
  const int stay = draw_stay_months(state, person, age_months);
  Facts f;
  f.set_birthplace(view.home);
  f.set_residence(destination);
  f.set_sex(sex);
  f.set_status(draw_status(state, person, view.home, destination, stay));
  view.put(local, {.facts = f,
                   .birth = state.run.first_month - age_months,
                   .arrival = state.run.first_month - stay});
  give_traits(view, state, local, state.run.world->is_inside(view.home) ? view.home : destination);
}

/// Persons that a community begins with, as far as it has room.
uint32_t persons_of(const PlaceContent& content, uint32_t rank) {
  uint64_t persons = content.home_begin[rank + 1] - content.home_begin[rank];
  for (size_t cell = 0; cell < content.away.size(); ++cell)
    persons += content.away_count[rank * content.away.size() + cell];
  return static_cast<uint32_t>(std::min<uint64_t>(persons, slots_per_id));
}

void fill_community(Rooms<Persons, Sums, const Demography, const Labour, const Money,
                          const Information, const InformationTables>
                        state,
                    const PlaceContent& content, uint32_t rank) {
  View view(state, content.first_community + rank);
  uint32_t local = 0;
  const uint32_t size = view.community.size();
  const BeliefLevels prior = prior_beliefs(state, view.home);
  for (uint64_t r = content.home_begin[rank]; r < content.home_begin[rank + 1] && local < size; ++r)
    put_native(
        view, state, local++,
        cell_of(content.home_cells, shuffled(content.home_key, content.home_cells.back(), r)),
        prior);
  for (size_t cell = 0; cell < content.away.size(); ++cell)
    for (int k = content.away_count[rank * content.away.size() + cell]; k > 0 && local < size; --k)
      put_emigrant(view, state, local++, content.away[cell].first, content.away[cell].second);
  for (uint32_t i = 0; i < local; ++i) view.start_alone(i);
  make_households(view, local);
  int64_t wealth = 0;
  for (uint32_t i = 0; i < local; ++i) {
    wealth += view.wealth[i];
    view.show(i);
  }
  state.sums.ledger.local().transfer(static_cast<size_t>(Account::opening),
                                     static_cast<size_t>(Account::persons), wealth * view.weight);
}

}  // namespace

double foreign_born_age_share(int age_group) {
  // 0-14 10%, 15-24 17%, 25-34 24%, 35-49 27%, 50-64 14%, 65+ 8%, spread over groups of five years.
  static constexpr double shares[n_age_groups] = {0.02, 0.03,  0.05, 0.07,  0.10,  0.12,  0.12,
                                                  0.10, 0.09,  0.08, 0.06,  0.045, 0.035, 0.03,
                                                  0.02, 0.015, 0.01, 0.005, 0,     0,     0};
  return shares[age_group];
}

void make_population(AllRows::And<Persons, Ties, Sums, const Demography, const Labour, const Money,
                                  const Information, const InformationTables>
                         state,
                     const PopulationPlan& plan) {
  state.persons.people = People(plan.communities, plan.many_slots);
  state.persons.people.add(person_columns);
  state.persons.weight_of = plan.weight;
  state.persons.room = plan.room;
  state.persons.communities_of.assign(state.n_places(), {0, 0});
  state.ties = Ties(state.run.draws, state.persons.people,
                    static_cast<int>(state.value(state.run.parameters->population.friends)),
                    static_cast<int>(state.value(state.run.parameters->population.far_ties)));
  const size_t n_communities = state.persons.people.communities().size();
  resize_side_tables(state, n_communities);
  std::vector<PlaceContent> contents(plan.communities.size());
  uint32_t first = 0;
  std::vector<uint32_t> firsts;
  for (const auto& communities : plan.communities) {
    firsts.push_back(first);
    state.persons.communities_of[communities.home] = {first, communities.n_communities};
    first += communities.n_communities;
  }
  parallel_for_each(contents.size(), [&](size_t i) {
    leave_if_told_to_stop();
    contents[i] = content_of(state, plan, plan.communities[i], firsts[i]);
  });
  std::vector<std::pair<uint32_t, uint32_t>> where(n_communities);
  for (uint32_t i = 0; i < contents.size(); ++i)
    for (uint32_t c = 0; c < contents[i].n_communities; ++c)
      where[contents[i].first_community + c] = {i, c};
  for (size_t c = 0; c < n_communities; ++c)
    state.persons.people.open(c, persons_of(contents[where[c].first], where[c].second));
  parallel_for_each(
      n_communities,
      [&](size_t c) {
        leave_if_told_to_stop();
        fill_community(state, contents[where[c].first], where[c].second);
      },
      4);
  state.sums.ledger.gather();
}

}  // namespace rumbo::migration
