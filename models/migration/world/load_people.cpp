// Reads who lives where, is born, dies, and was born elsewhere.
#include <algorithm>
#include <cmath>
#include <map>

#include "models/migration/world/loader.hpp"

namespace rumbo::migration {
namespace {

void load_population(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("population", {"place", "year", "age_start_years"});
  const size_t place = table.column("place"), year = table.column("year"),
               age = table.column("age_start_years"), male = table.column("male_persons"),
               female = table.column("female_persons");
  world.population_years = years_of(table, year);
  world.population = Grid(world.n_places(), world.population_years.size(), n_age_groups, 2);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t p = loader.place(table, r, place);
    const size_t y = index_in(world.population_years, table.whole(r, year, 1900, 2100));
    const auto a = static_cast<size_t>(table.whole(r, age, 0, 100)) / 5;
    world.population(p, y, a, 0) = table.number(r, female, 0);
    world.population(p, y, a, 1) = table.number(r, male, 0);
  }
}

void load_mortality(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("mortality", {"place", "period_start_year", "age_start_years"});
  const size_t place = table.column("place"), period = table.column("period_start_year"),
               age = table.column("age_start_years"), male = table.column("male_per_person_year"),
               female = table.column("female_per_person_year");
  world.mortality = Grid(world.n_places(), 6, n_life_groups, 2);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t p = loader.place(table, r, place), i = Loader::period(table, r, period);
    const auto a = static_cast<size_t>(life_group(table.whole(r, age, 0, 100)));
    world.mortality(p, i, a, 0) = table.number(r, female, 0, 10);
    world.mortality(p, i, a, 1) = table.number(r, male, 0, 10);
  }
}

void load_fertility(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("fertility", {"place", "period_start_year"});
  const size_t place = table.column("place"), period = table.column("period_start_year"),
               total = table.column("total_fertility_births_per_woman"),
               ratio = table.column("sex_ratio_at_birth"), share = table.column("share_15_19");
  world.total_fertility = Grid(world.n_places(), 6);
  world.sex_ratio = Grid(world.n_places(), 6, 1, 1, 1.05);
  world.fertility_share = Grid(world.n_places(), 6, n_mother_groups);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t p = loader.place(table, r, place), i = Loader::period(table, r, period);
    world.total_fertility(p, i) = table.number(r, total, 0, 15);
    world.sex_ratio(p, i) = table.number(r, ratio, 0.8, 1.3);
    for (size_t g = 0; g < n_mother_groups; ++g)
      world.fertility_share(p, i, g) = table.number(r, share + g, 0, 1);
  }
}

void load_stock(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("stock", {"origin", "destination", "year"});
  const size_t from = table.column("origin"), to = table.column("destination"),
               year = table.column("year"), male = table.column("male_persons"),
               female = table.column("female_persons");
  world.stock_years = years_of(table, year);
  world.stock = Grid(world.n_places(), world.n_places(), world.stock_years.size(), 2);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t o = loader.place(table, r, from), d = loader.place(table, r, to);
    const size_t y = index_in(world.stock_years, table.whole(r, year, 1900, 2100));
    world.stock(o, d, y, 0) = table.number(r, female, 0);
    world.stock(o, d, y, 1) = table.number(r, male, 0);
  }
}

void load_irregular_share(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("irregular_share", {"origin", "destination"});
  const size_t from = table.column("origin"), to = table.column("destination"),
               low = table.column("low");
  world.irregular_share = Grid(world.n_places(), world.n_places(), 3);
  for (size_t r = 0; r < table.n_rows(); ++r)
    for (size_t k = 0; k < 3; ++k)
      world.irregular_share(loader.place(table, r, from), loader.place(table, r, to), k) =
          table.number(r, low + k, 0, 1);
}

}  // namespace

void load_people(Loader& loader) {
  load_population(loader);
  load_mortality(loader);
  load_fertility(loader);
  load_stock(loader);
  load_irregular_share(loader);
}

}  // namespace rumbo::migration
