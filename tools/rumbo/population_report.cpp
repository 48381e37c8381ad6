// Counts a new population by the cells of its tables. See population_report.hpp.
#include "tools/rumbo/population_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/error.hpp"
#include "models/migration/state.hpp"
#include "tools/rumbo/run_plan.hpp"

namespace rumbo {
namespace {

using namespace migration;

/// Weighted counts of all persons.
struct Counts {
  explicit Counts(size_t n_places)
      : n(n_places),
        residents(n * n_age_groups * n_sexes, 0),
        simulated_residents(residents.size(), 0),
        stock(n * n, 0),
        irregular(n * n, 0),
        simulated_stock(n * n, 0),
        household_shares(n, 0) {}

  size_t cell(size_t place, int group, int sex) const {
    return (place * n_age_groups + static_cast<size_t>(group)) * n_sexes + static_cast<size_t>(sex);
  }

  size_t n;
  std::vector<double> residents, simulated_residents;     ///< [place, age group, sex]
  std::vector<double> stock, irregular, simulated_stock;  ///< [birthplace, residence]
  std::vector<double> household_shares;  ///< [place] each person's share of their household
  double simulated = 0;
};

/// Members of a person's household who live where they live, themselves included.
double living_together(const View& view, uint32_t local) {
  double size = 1;
  view.households.for_each_other(local, [&](uint32_t member) {
    if (view.facts[member].residence() == view.facts[local].residence()) size += 1;
  });
  return size;
}

void count_community(const View& view, Month month, Counts& counts) {
  const auto weight = static_cast<double>(view.weight);
  for (uint32_t local = 0; local < view.community.size(); ++local) {
    if (view.key[local].is_free()) continue;
    const Facts f = view.facts[local];
    const int group = std::clamp(view.key[local].age_years(month) / 5, 0, n_age_groups - 1);
    const size_t cell = counts.cell(f.residence(), group, static_cast<int>(f.sex()));
    const size_t pair = f.birthplace() * counts.n + f.residence();
    counts.residents[cell] += weight;
    counts.simulated_residents[cell] += 1;
    counts.stock[pair] += weight;
    counts.simulated_stock[pair] += 1;
    if (f.status() == Status::irregular) counts.irregular[pair] += weight;
    counts.household_shares[f.residence()] += weight / living_together(view, local);
    counts.simulated += 1;
  }
}

Counts count(State& state, Month month) {
  Counts counts(state.n_places());
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c)
    count_community(View(state, c), month, counts);
  return counts;
}

std::string group_name(int group, int sex) {
  const std::string ages = group + 1 < n_age_groups ? fmt::format("{}-{}", group * 5, group * 5 + 4)
                                                    : fmt::format("{}+", group * 5);
  return std::string(sex_names[static_cast<size_t>(sex)]) + " " + ages;
}

void fill_ages(const World& world, const Counts& counts, size_t place, Month month, PlaceRow& row) {
  for (int group = 0; group < n_age_groups; ++group)
    for (int sex = 0; sex < n_sexes; ++sex) {
      const size_t cell = counts.cell(place, group, sex);
      row.residents.made += counts.residents[cell];
      if (!row.is_inside) continue;
      const double table = world.population_in(place, month, group, sex);
      row.residents.table += table;
      row.ages.push_back({group_name(group, sex),
                          {counts.residents[cell], table},
                          counts.simulated_residents[cell]});
    }
}

PlaceRow place_row(const State& state, const Counts& counts, size_t place, Month month) {
  const World& world = *state.world;
  const auto irregular_case =
      static_cast<size_t>(state.value(state.parameters->population.irregular_case) + 0.5);
  PlaceRow row;
  row.place = world.places[place].code;
  row.is_inside = world.is_inside(place);
  fill_ages(world, counts, place, month, row);
  for (size_t origin = 0; origin < world.n_places(); ++origin) {
    if (origin == place) continue;
    const size_t pair = origin * counts.n + place;
    const double stock =
        world.stock_in(origin, place, month, 0) + world.stock_in(origin, place, month, 1);
    row.foreign_born.made += counts.stock[pair];
    row.foreign_born.table += stock;
    row.irregular.made += counts.irregular[pair];
    row.irregular.table += stock * world.irregular_share(origin, place, irregular_case);
  }
  row.irregular.made /= std::max(1.0, row.foreign_born.made);
  row.irregular.table /= std::max(1.0, row.foreign_born.table);
  if (!row.is_inside) row.residents.table = row.foreign_born.table;
  const double households = counts.household_shares[place];
  row.household_size = households > 0 ? row.residents.made / households : 0;
  return row;
}

std::vector<PairRow> pair_rows(const World& world, const Counts& counts, Month month) {
  std::vector<PairRow> rows;
  for (size_t o = 0; o < world.n_places(); ++o)
    for (size_t d = 0; d < world.n_places(); ++d) {
      if (o == d || !world.is_alive(d)) continue;
      const size_t pair = o * counts.n + d;
      const double table = world.stock_in(o, d, month, 0) + world.stock_in(o, d, month, 1);
      if (table <= 0 && counts.stock[pair] <= 0) continue;
      rows.push_back({world.places[o].code,
                      world.places[d].code,
                      {counts.stock[pair], table},
                      counts.simulated_stock[pair]});
    }
  std::stable_sort(rows.begin(), rows.end(), [](const PairRow& a, const PairRow& b) {
    return a.persons.table > b.persons.table;
  });
  return rows;
}

}  // namespace

double MadeAndTable::relative_error() const {
  if (table == 0) return made == 0 ? 0 : 1;
  return made / table - 1;
}

PopulationReport report_population(const std::string& scenario_path,
                                   const std::vector<std::string>& overrides) {
  RunOptions options;
  options.paths = {scenario_path};
  options.overrides = overrides;
  const RunPlan plan = plan_run(options);
  refuse_if_too_large(plan);
  MigrationSimulation simulation(plan.setup, 0, 0);
  State& state = simulation.state();
  const Month start = plan.setup->start;
  const Counts counts = count(state, start);
  PopulationReport report{scenario_path, start.text(), counts.simulated, {}, {}};
  for (size_t p = 0; p < state.n_places(); ++p)
    if (state.world->is_alive(p)) report.places.push_back(place_row(state, counts, p, start));
  report.pairs = pair_rows(*state.world, counts, start);
  return report;
}

}  // namespace rumbo
