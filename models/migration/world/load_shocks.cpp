// Reads shocks, and what places do for those who claim asylum. A world may do without any of them.
#include <map>

#include "models/migration/world/loader.hpp"

namespace rumbo::migration {
namespace {

int month_at(const FigureTable& table, size_t row, size_t column) {
  const auto month = Month::parse(table.text(row, column));
  if (!month)
    table.refuse(row, table.columns()[column] + ": found '" + table.text(row, column) +
                          "'; expected YYYY-MM");
  return month->count();
}

void read_shocks(Loader& loader) {
  const auto found = loader.read_if_any("shocks", {"place", "kind", "start"});
  if (!found) return;
  const FigureTable& table = *found;
  const std::map<std::string, ShockKind> kinds{{"disaster", ShockKind::disaster},
                                               {"political", ShockKind::political},
                                               {"economic", ShockKind::economic},
                                               {"violence", ShockKind::violence}};
  for (size_t r = 0; r < table.n_rows(); ++r) {
    Shock shock;
    shock.place = static_cast<uint8_t>(loader.place(table, r, table.column("place")));
    shock.kind = one_of<ShockKind>(table, r, table.column("kind"), kinds);
    shock.first = month_at(table, r, table.column("start"));
    shock.last = month_at(table, r, table.column("end"));
    if (shock.last < shock.first) table.refuse(r, "the end lies before the start");
    shock.severity = table.number(r, table.column("severity"), 0, 1);
    shock.displaced_share = table.number(r, table.column("displaced_share"), 0, 0.99);
    shock.half_life_months = table.number(r, table.column("half_life_months"), 0, 1200);
    loader.world().shocks.push_back(shock);
  }
}

/// Puts a figure into all years from one on: a row holds until the next row of its place.
void hold_from(Grid& grid, size_t place, int year, double figure) {
  if (year >= first_year + n_years) return;
  for (size_t y = year_index(year); y < n_years; ++y) grid(place, y) = figure;
}

void read_asylum(Loader& loader) {
  const auto found = loader.read_if_any("asylum", {"destination", "year"});
  if (!found) return;
  const FigureTable& table = *found;
  World& world = loader.world();
  world.asylum_decisions = Grid(world.n_places(), n_years);
  // Rows of a place in the order of their years, wherever they stand in the file.
  std::map<std::pair<size_t, int>, double> decisions;
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t place = loader.place(table, r, table.column("destination"));
    const int year = table.whole(r, table.column("year"), 1900, 2100);
    decisions[{place, year}] = table.number(r, table.column("decisions_capacity"), 0);
  }
  for (const auto& [at, persons] : decisions)
    hold_from(world.asylum_decisions, at.first, at.second, persons);
}

void read_recognition(Loader& loader) {
  const auto found = loader.read_if_any("recognition", {"origin", "from_year"});
  if (!found) return;
  const FigureTable& table = *found;
  World& world = loader.world();
  world.recognition = Grid(world.n_places(), n_years);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t place = loader.place(table, r, table.column("origin"));
    const int from = table.whole(r, table.column("from_year"), 1900, 2100),
              to = table.whole(r, table.column("to_year"), from, 2100);
    const double share = table.number(r, table.column("recognition_share"), 0, 1);
    // The last period holds for what comes after it.
    for (int year = std::max(from, first_year); year < first_year + n_years; ++year)
      if (year <= to || world.recognition(place, year_index(year)) == 0)
        world.recognition(place, year_index(year)) = share;
  }
}

}  // namespace

void load_shocks(Loader& loader) {
  read_shocks(loader);
  read_asylum(loader);
  read_recognition(loader);
}

}  // namespace rumbo::migration
