// Shocks, and what places do for those who claim asylum. A world may do without any of them.
#include "models/migration/world/loader.hpp"

namespace rumbo::migration {
namespace {

void read_shocks(Loader& loader) {
  if (!loader.is_good({"places", "shocks"})) return;
  const Figures& table = loader["shocks"];
  for (size_t r = 0; r < table.n_rows(); ++r) {
    Shock shock;
    shock.place = static_cast<uint8_t>(table.index(r, table.column("place")));
    shock.kind = static_cast<ShockKind>(table.index(r, table.column("kind")));
    shock.first = table.whole(r, table.column("start"));
    shock.last = table.whole(r, table.column("end"));
    shock.severity = table.number(r, table.column("severity"));
    shock.displaced_share = table.number(r, table.column("displaced_share"));
    shock.half_life_months = table.number(r, table.column("half_life_months"));
    loader.world().shocks.push_back(shock);
  }
}

/// A row holds until the next of its place; nothing is decided before the first.
void read_asylum(Loader& loader) {
  if (!loader.has("asylum") || !loader.is_good({"places", "asylum"})) return;
  const Figures& table = loader["asylum"];
  World& world = loader.world();
  const size_t place = table.column("destination"), year = table.column("year"),
               decisions = table.column("decisions_capacity");
  world.asylum_decisions = Grid(world.n_places(), n_years);
  for (const size_t r : rows_by_year(table, year))
    hold_from(table.whole(r, year), table.number(r, decisions), [&](size_t y) -> double& {
      return world.asylum_decisions(table.index(r, place), y);
    });
}

/// A row holds until the next of its origin, also beyond its last year.
void read_recognition(Loader& loader) {
  if (!loader.has("recognition") || !loader.is_good({"places", "recognition"})) return;
  const Figures& table = loader["recognition"];
  World& world = loader.world();
  const size_t origin = table.column("origin"), from = table.column("from_year"),
               share = table.column("recognition_share");
  world.recognition = Grid(world.n_places(), n_years);
  for (const size_t r : rows_by_year(table, from))
    hold_from(table.whole(r, from), table.number(r, share),
              [&](size_t y) -> double& { return world.recognition(table.index(r, origin), y); });
}

}  // namespace

void load_shocks(Loader& loader) {
  read_shocks(loader);
  read_asylum(loader);
  read_recognition(loader);
}

}  // namespace rumbo::migration
