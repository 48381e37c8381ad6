// How many communities, of which size and weight, each place gets.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/base/error.hpp"
#include "engine/people/people.hpp"
#include "models/migration/population/synthesis.hpp"

namespace rumbo::migration {
namespace {

/// Children of emigrants take slots in the communities of their mothers' home place.
constexpr double slots_per_emigrant = 1.5;

double emigrants(const World& world, size_t place, Month month) {
  double sum = 0;
  for (size_t d = 0; d < world.n_places(); ++d)
    if (d != place && world.is_alive(d))
      sum += world.stock_in(place, d, month, 0) + world.stock_in(place, d, month, 1);
  return sum;
}

double foreign_born(const World& world, size_t place, Month month) {
  double sum = 0;
  for (size_t o = 0; o < world.n_places(); ++o)
    if (o != place) sum += world.stock_in(o, place, month, 0) + world.stock_in(o, place, month, 1);
  return sum;
}

double natives_at_home(const World& world, size_t place, Month month) {
  if (!world.is_inside(place)) return 0;
  const double residents = world.population_in(place, month);
  return std::max(0.05 * residents, residents - foreign_born(world, place, month));
}

/// Growth a year over the last five years of the tables, for months after them.
double late_growth(const World& world, size_t place) {
  const int last = world.population_years.back();
  const Month now = Month::of(last, 7), before = Month::of(last - 5, 7);
  const double a = natives_at_home(world, place, before) + emigrants(world, place, before);
  const double b = natives_at_home(world, place, now) + emigrants(world, place, now);
  return a > 0 ? std::clamp((b / a - 1) / 5, 0.0, 0.04) : 0;
}

double arrivals_until(const World& world, size_t place, Month start, Month end) {
  double sum = 0;
  for (const auto& flow : world.reservoir_flows)
    if (flow.origin == place)
      for (Month m = start; m < end; ++m)
        sum += flow.arrivals_per_year[std::min<size_t>(5, year_index(m.year()) / 5)] / 12;
  return sum;
}

/// Persons who need slots in the communities of a place, as the tables tell it.
double persons_expected(const World& world, size_t place, Month start, Month month) {
  const Month last = Month::of(world.population_years.back(), 7);
  const Month held = std::min(month, last);
  const double years = std::max(0, month - last) / 12.0;
  double persons =
      natives_at_home(world, place, held) + slots_per_emigrant * emigrants(world, place, held);
  if (years > 0) persons *= 1 + late_growth(world, place) * years;
  if (world.is_inside(place)) return persons;
  return std::max(persons, slots_per_emigrant * (emigrants(world, place, start) +
                                                 arrivals_until(world, place, start, month)));
}

/// Ten times as many as live, so that counts of persons in millionths and sums of their cents fit
/// into 64 bits, and a weight into 32.
constexpr double most_persons = 4e10;

/// Persons expected in every place at the start and at each of its anniversaries.
using ExpectedPersons = std::vector<std::array<double, planned_years + 1>>;

ExpectedPersons expected_by_year(const World& world, Month start) {
  ExpectedPersons expected(world.n_places());
  for (size_t p = 0; p < expected.size(); ++p)
    for (int year = 0; year <= planned_years; ++year)
      expected[p][static_cast<size_t>(year)] = persons_expected(world, p, start, start + 12 * year);
  return expected;
}

/// Persons of every place, at the start and at most.
void count_persons(const World& world, Month start, const ExpectedPersons& expected,
                   PopulationPlan& plan) {
  const size_t n = world.n_places();
  plan.persons_at_start.assign(n, 0);
  plan.persons_at_most.assign(n, 0);
  double all = 0;
  for (size_t p = 0; p < n; ++p) {
    const double persons = natives_at_home(world, p, start) + emigrants(world, p, start);
    plan.persons_at_start[p] = persons;
    const double most =
        std::max(persons, *std::max_element(expected[p].begin(), expected[p].end()));
    all += plan.persons_at_most[p] = most;
  }
  if (!(all <= most_persons))
    throw InputError(
        fmt::format("the tables come to {:.3g} persons at most; at most {:.3g} can be counted", all,
                    most_persons));
}

/// The communities of all places where a person stands for `base` persons, or fewer where a place
/// is small. base  a whole number
void add_communities(PopulationPlan& plan, double base, double least_persons) {
  const size_t n = plan.persons_at_most.size();
  plan.communities.clear();
  plan.weight.assign(n, 1);
  plan.slots = 0;
  plan.simulated_at_start = 0;
  for (size_t p = 0; p < n; ++p) {
    if (plan.persons_at_most[p] < 1) continue;
    const double for_least = std::max(1.0, std::floor(plan.persons_at_most[p] / least_persons));
    plan.weight[p] = static_cast<int64_t>(std::min(base, for_least));
    const auto weight = static_cast<uint32_t>(plan.weight[p]);
    plan.communities.push_back(
        CommunityPlan::for_place(PlaceId(static_cast<uint8_t>(p)), weight,
                                 static_cast<uint64_t>(plan.persons_at_most[p] / weight) + 1));
    plan.slots += plan.communities.back().slots();
    plan.simulated_at_start += plan.persons_at_start[p] / static_cast<double>(weight);
  }
}

/// Opens room in time: before a year begins, for those who are expected at its end.
void plan_room(const ExpectedPersons& all_expected, PopulationPlan& plan) {
  // Births are uneven between communities, and blocks are whole.
  constexpr double fill = 0.94;
  plan.room.assign(plan.persons_at_most.size(), {});
  for (CommunityPlan& communities : plan.communities) {
    const size_t place = communities.home;
    const double unit = static_cast<double>(plan.weight[place]) * communities.n_communities * fill;
    uint32_t room = 0;
    for (size_t year = 0; year < planned_years; ++year) {
      const double expected =
          std::max(year == 0 ? plan.persons_at_start[place] : 0, all_expected[place][year + 1]);
      room = std::max(room, static_cast<uint32_t>(expected / unit) + 1);
      plan.room[place].push_back(std::min(room, 1u << communities.size_bits));
    }
    communities.open = plan.room[place].front();
  }
}

bool fits(const PopulationPlan& plan) {
  return People::can_hold(plan.communities);
}

/// The largest scale at which persons can be told apart.
double largest_scale(PopulationPlan plan, double too_small, double least_persons) {
  double low = too_small, high = most_persons;
  while (high - low > 1) {
    const double middle = std::floor((low + high) / 2);
    add_communities(plan, middle, least_persons);
    (fits(plan) ? high : low) = middle;
  }
  return 1 / high;
}

}  // namespace

PopulationPlan plan_population(const World& world, Month start, double scale,
                               double least_persons) {
  PopulationPlan plan;
  const ExpectedPersons expected = expected_by_year(world, start);
  count_persons(world, start, expected, plan);
  const double base = std::max(1.0, std::floor(1 / scale + 0.5));
  add_communities(plan, base, least_persons);
  if (!fits(plan))
    throw InputError(
        fmt::format("population.scale: {:.3g} makes {:.3g} persons, more than can be told apart; "
                    "use a scale of "
                    "{:.3g} or less",
                    scale, plan.simulated_at_start,
                    std::floor(largest_scale(plan, base, least_persons) * 1e6) / 1e6));
  plan_room(expected, plan);
  return plan;
}

double slots_in_memory(const World& world, const PopulationPlan& plan, Month start, Month end) {
  const auto year = static_cast<size_t>(std::clamp((end - start - 1) / 12, 0, planned_years - 1));
  const bool keeps_out = People::keeps_closed_out(plan.communities, plan.many_slots);
  double slots = 0;
  for (const CommunityPlan& communities : plan.communities) {
    const size_t place = communities.home;
    const uint32_t size = 1u << communities.size_bits, block = std::min(slots_per_block, size);
    const uint32_t room = (plan.room[place][year] + block - 1) / block * block;
    slots += static_cast<double>(communities.n_communities) * (keeps_out ? room : size);
    // Those who find no room after the years planned for go to communities of their own.
    const double more = persons_expected(world, place, start, end) - plan.persons_at_most[place];
    if (end - start > 12 * planned_years && more > 0)
      slots += 1.1 * more / static_cast<double>(plan.weight[place]);
  }
  return slots;
}

}  // namespace rumbo::migration
