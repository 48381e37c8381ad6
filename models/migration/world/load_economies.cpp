// What places pay and how safe they are.
#include <algorithm>
#include <cmath>

#include "models/migration/world/loader.hpp"

namespace rumbo::migration {
namespace {

void load_economy(Loader& loader) {
  if (!loader.is_good({"places", "economy"})) return;
  World& world = loader.world();
  const Figures& table = loader["economy"];
  const size_t place = table.column("place"), year = table.column("year");
  struct Series {
    Grid& grid;
    size_t column;
  };
  for (Grid* grid : {&world.wage, &world.price_level, &world.unemployment, &world.employment,
                     &world.schooling, &world.labour_share})
    *grid = Grid(world.n_places(), n_years);
  const Series series[] = {{world.wage, table.column("wage_usd_ppp2020_per_year")},
                           {world.price_level, table.column("price_level_usa1")},
                           {world.unemployment, table.column("unemployment_share")},
                           {world.employment, table.column("employment_share_15_64")},
                           {world.schooling, table.column("school_years_25plus")},
                           {world.labour_share, table.column("labour_share")}};
  for (size_t r = 0; r < table.n_rows(); ++r) {
    if (!is_used(table.whole(r, year))) continue;
    for (const auto& s : series)
      s.grid(table.index(r, place), year_index(table.whole(r, year))) = table.number(r, s.column);
  }
}

/// Each measure of safety as a z-score over all living places and years.
void standardize(World& world) {
  for (size_t k = 0; k < n_safety_measures; ++k) {
    double sum = 0, squares = 0, n = 0;
    for (size_t p = 0; p < world.n_places(); ++p) {
      if (!world.is_alive(p)) continue;
      for (size_t y = 0; y < n_years; ++y, n += 1) {
        sum += world.safety(p, y, k);
        squares += world.safety(p, y, k) * world.safety(p, y, k);
      }
    }
    const double mean = n > 0 ? sum / n : 0;
    // Where all are alike there is nothing to measure by: all scores are 0, to a rounding.
    const double variance = n > 0 ? squares / n - mean * mean : 0;
    const double deviation = variance > 1e-12 ? std::sqrt(variance) : std::max(1.0, mean);
    world.safety_zero[k] = -mean / deviation;
    for (size_t p = 0; p < world.n_places(); ++p)
      for (size_t y = 0; y < n_years; ++y)
        world.safety(p, y, k) = (world.safety(p, y, k) - mean) / deviation;
  }
}

void load_institutions(Loader& loader) {
  if (!loader.is_good({"places", "institutions"})) return;
  World& world = loader.world();
  const Figures& table = loader["institutions"];
  const size_t place = table.column("place"), year = table.column("year");
  const size_t columns[n_safety_measures] = {table.column("homicides_per_100k"),
                                             table.column("conflict_deaths_per_100k"),
                                             table.column("liberal_democracy_0_1")};
  world.safety = Grid(world.n_places(), n_years, n_safety_measures);
  for (size_t r = 0; r < table.n_rows(); ++r)
    for (size_t k = 0; k < n_safety_measures && is_used(table.whole(r, year)); ++k)
      world.safety(table.index(r, place), year_index(table.whole(r, year)), k) =
          table.number(r, columns[k]);
  standardize(world);
}

}  // namespace

void load_economies(Loader& loader) {
  load_economy(loader);
  load_institutions(loader);
}

}  // namespace rumbo::migration
