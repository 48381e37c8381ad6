// Who lives where, is born, dies, and was born elsewhere.
#include <fmt/format.h>

#include <map>

#include "models/migration/person/person.hpp"
#include "models/migration/world/loader.hpp"

namespace rumbo::migration {
namespace {

constexpr auto women = static_cast<size_t>(Sex::female), men = static_cast<size_t>(Sex::male);

void load_population(Loader& loader) {
  if (!loader.is_good({"places", "population"})) return;
  World& world = loader.world();
  const Figures& table = loader["population"];
  const size_t place = table.column("place"), year = table.column("year"),
               age = table.column("age_start_years"), male = table.column("male_persons"),
               female = table.column("female_persons");
  world.population_years = years_of(table, year);
  world.population = Grid(world.n_places(), world.population_years.size(), n_age_groups, n_sexes);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t p = table.index(r, place);
    const size_t y = index_in(world.population_years, table.whole(r, year));
    const size_t a = table.index(r, age) / 5;
    world.population(p, y, a, women) = table.number(r, female);
    world.population(p, y, a, men) = table.number(r, male);
  }
}

void load_mortality(Loader& loader) {
  if (!loader.is_good({"places", "mortality"})) return;
  World& world = loader.world();
  const Figures& table = loader["mortality"];
  const size_t place = table.column("place"), period = table.column("period_start_year"),
               age = table.column("age_start_years"), male = table.column("male_per_person_year"),
               female = table.column("female_per_person_year");
  world.mortality = Grid(world.n_places(), 6, n_life_groups, n_sexes);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t p = table.index(r, place), i = period_index(table.whole(r, period));
    const auto a = static_cast<size_t>(life_group(table.whole(r, age)));
    world.mortality(p, i, a, women) = table.number(r, female);
    world.mortality(p, i, a, men) = table.number(r, male);
  }
}

void load_fertility(Loader& loader) {
  if (!loader.is_good({"places", "fertility"})) return;
  World& world = loader.world();
  const Figures& table = loader["fertility"];
  const size_t place = table.column("place"), period = table.column("period_start_year"),
               total = table.column("total_fertility_births_per_woman"),
               ratio = table.column("sex_ratio_at_birth");
  const size_t shares[n_mother_groups] = {table.column("share_15_19"), table.column("share_20_24"),
                                          table.column("share_25_29"), table.column("share_30_34"),
                                          table.column("share_35_39"), table.column("share_40_44"),
                                          table.column("share_45_49")};
  world.total_fertility = Grid(world.n_places(), 6);
  world.sex_ratio = Grid(world.n_places(), 6, 1, 1, 1.05);
  world.fertility_share = Grid(world.n_places(), 6, n_mother_groups);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t p = table.index(r, place), i = period_index(table.whole(r, period));
    world.total_fertility(p, i) = table.number(r, total);
    world.sex_ratio(p, i) = table.number(r, ratio);
    for (size_t g = 0; g < n_mother_groups; ++g)
      world.fertility_share(p, i, g) = table.number(r, shares[g]);
  }
}

/// Persons of rows that share a place and a year, and the row with most of them.
struct RowSum {
  double persons = 0, most = -1;
  size_t row = 0;

  void add(size_t r, double n) {
    persons += n;
    if (n <= most) return;
    most = n;
    row = r;
  }
};

/// Refuses more emigrants or foreign-born than a place has residents.
void check_stock(Loader& loader) {
  if (!loader.is_good({"places", "population", "stock"})) return;
  const World& world = loader.world();
  const Figures& table = loader["stock"];
  const size_t male = table.column("male_persons"), female = table.column("female_persons");
  const auto check = [&](const char* column, const char* who) {
    std::map<std::pair<size_t, int>, RowSum> sums;
    for (size_t r = 0; r < table.n_rows(); ++r)
      sums[{table.index(r, table.column(column)), table.whole(r, table.column("year"))}].add(
          r, table.number(r, male) + table.number(r, female));
    for (const auto& [at, sum] : sums) {
      const auto [place, year] = at;
      const double residents = world.population_in(place, Month::of(year, 7));
      if (!world.is_inside(place) || sum.persons <= residents) continue;
      const std::string& code = world.places[place].code;
      loader.mistakes().refuse(
          table.where(sum.row, male),
          fmt::format("{} {}: {:.0f} persons {} in {}, more than its {:.0f} residents by "
                      "population.csv",
                      column, code, sum.persons, who, year, residents));
    }
  };
  check("origin", "born there live elsewhere");
  check("destination", "who live there were born elsewhere");
}

void load_stock(Loader& loader) {
  if (!loader.is_good({"places", "stock"})) return;
  World& world = loader.world();
  const Figures& table = loader["stock"];
  const size_t from = table.column("origin"), to = table.column("destination"),
               year = table.column("year"), male = table.column("male_persons"),
               female = table.column("female_persons");
  world.stock_years = years_of(table, year);
  world.stock = Grid(world.n_places(), world.n_places(), world.stock_years.size(), n_sexes);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t o = table.index(r, from), d = table.index(r, to);
    const size_t y = index_in(world.stock_years, table.whole(r, year));
    world.stock(o, d, y, women) = table.number(r, female);
    world.stock(o, d, y, men) = table.number(r, male);
  }
}

void load_irregular_share(Loader& loader) {
  if (!loader.is_good({"places", "irregular_share"})) return;
  World& world = loader.world();
  const Figures& table = loader["irregular_share"];
  const size_t from = table.column("origin"), to = table.column("destination");
  world.irregular_share = Grid(world.n_places(), world.n_places(), n_irregular_cases);
  for (size_t r = 0; r < table.n_rows(); ++r)
    for (size_t k = 0; k < n_irregular_cases; ++k)
      world.irregular_share(table.index(r, from), table.index(r, to), k) =
          table.number(r, table.column(irregular_case_names[k]));
}

}  // namespace

void load_people(Loader& loader) {
  load_population(loader);
  load_mortality(loader);
  load_fertility(loader);
  load_stock(loader);
  check_stock(loader);
  load_irregular_share(loader);
}

}  // namespace rumbo::migration
