// What lies between places: distance, borders, rights, visas, the cost of sending money.
#include <fmt/format.h>

#include "models/migration/world/loader.hpp"

namespace rumbo::migration {
namespace {

void load_corridors(Loader& loader) {
  if (!loader.is_good({"places", "corridors"})) return;
  World& world = loader.world();
  const Figures& table = loader["corridors"];
  const size_t from = table.column("origin"), to = table.column("destination"),
               distance = table.column("distance_km"), contiguous = table.column("contiguous_01"),
               language = table.column("common_language_01"),
               colonial = table.column("colonial_link_01"),
               visa = table.column("visit_visa_required_01");
  const size_t n = world.n_places();
  world.corridor_of.assign(n * n, -1);
  world.corridors_from.resize(n);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    Corridor c;
    c.origin = static_cast<uint8_t>(table.index(r, from));
    c.destination = static_cast<uint8_t>(table.index(r, to));
    c.distance_km = table.number(r, distance);
    c.is_contiguous = table.whole(r, contiguous) == 1;
    c.has_common_language = table.whole(r, language) == 1;
    c.has_colonial_link = table.whole(r, colonial) == 1;
    c.needs_visit_visa = table.whole(r, visa) == 1;
    world.corridor_of[c.origin * n + c.destination] = static_cast<int>(world.corridors.size());
    world.corridors_from[c.origin].push_back(static_cast<int>(world.corridors.size()));
    world.corridors.push_back(c);
  }
}

void load_borders(Loader& loader) {
  if (!loader.is_good({"places", "corridors", "borders"})) return;
  World& world = loader.world();
  const Figures& table = loader["borders"];
  const size_t from = table.column("from_place"), to = table.column("to_place"),
               mode = table.column("mode"), days = table.column("days"),
               money = table.column("money_cost_usd2020"),
               fee = table.column("smuggler_fee_usd2020"),
               caught = table.column("apprehension_per_attempt"),
               death = table.column("death_per_attempt"), retry = table.column("retry_share");
  for (size_t r = 0; r < table.n_rows(); ++r) {
    Border b;
    b.origin = static_cast<uint8_t>(table.index(r, from));
    b.destination = static_cast<uint8_t>(table.index(r, to));
    b.mode = table.text(r, mode);
    b.days = table.number(r, days);
    b.money_cost_usd = table.number(r, money);
    b.smuggler_fee_usd = table.number(r, fee);
    b.apprehension = table.number(r, caught);
    b.death = table.number(r, death);
    b.retry = table.number(r, retry);
    const int corridor = world.corridor_of[b.origin * world.n_places() + b.destination];
    world.corridors[static_cast<size_t>(corridor)].border = static_cast<int>(world.borders.size());
    world.borders.push_back(b);
  }
}

bool is_about_visits(EntryRight right) {
  return right == EntryRight::visa_free_visit || right == EntryRight::visa_required;
}

/// A pair whose citizens need a visa to visit and do not need one in the same month.
void refuse_contradictions(Loader& loader, const Figures& table) {
  const auto& rights = loader.world().rights;
  for (size_t b = 0; b < rights.size(); ++b)
    for (size_t a = 0; a < b && is_about_visits(rights[b].right); ++a)
      if (is_about_visits(rights[a].right) && rights[a].right != rights[b].right &&
          rights[a].origin == rights[b].origin && rights[a].destination == rights[b].destination &&
          rights[a].from < rights[b].to && rights[b].from < rights[a].to &&
          table.where(a).file == table.where(b).file)
        loader.mistakes().refuse(table.where(b, table.column("right")),
                                 fmt::format("visa_free_visit and visa_required at the same time; "
                                             "the other is in line {}",
                                             table.where(a).line));
}

void load_rights(Loader& loader) {
  if (!loader.is_good({"places", "entry_rights"})) return;
  World& world = loader.world();
  const Figures& table = loader["entry_rights"];
  const size_t from = table.column("origin"), to = table.column("destination"),
               right = table.column("right"), first = table.column("from"),
               last = table.column("to");
  for (size_t r = 0; r < table.n_rows(); ++r) {
    DatedRight d;
    d.origin = static_cast<uint8_t>(table.index(r, from));
    d.destination = static_cast<uint8_t>(table.index(r, to));
    d.right = static_cast<EntryRight>(table.index(r, right));
    d.from = table.is_empty(r, first) ? 0 : table.whole(r, first);
    d.to = (table.is_empty(r, last) ? last_count - 1 : table.whole(r, last)) + 1;
    world.rights.push_back(d);
  }
  refuse_contradictions(loader, table);
}

void load_visas(Loader& loader) {
  if (!loader.is_good({"places", "corridors", "visas"})) return;
  World& world = loader.world();
  const Figures& table = loader["visas"];
  const size_t from = table.column("origin"), to = table.column("destination"),
               channel = table.column("channel"), first = table.column("from_year"),
               last = table.column("to_year"), places = table.column("places_per_year");
  world.visas = Grid(world.corridors.size(), n_visa_kinds, n_years);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const int c = world.corridor_of[table.index(r, from) * world.n_places() + table.index(r, to)];
    for (int y = table.whole(r, first); y <= table.whole(r, last); ++y)
      if (is_used(y))
        world.visas(static_cast<size_t>(c), table.index(r, channel), year_index(y)) =
            table.number(r, places);
  }
}

void load_enforcement(Loader& loader) {
  if (!loader.is_good({"places", "enforcement"})) return;
  World& world = loader.world();
  const Figures& table = loader["enforcement"];
  const size_t place = table.column("place"), year = table.column("year"),
               index = table.column("enforcement_index");
  world.enforcement = Grid(world.n_places(), n_years, 1, 1, 1.0);
  for (size_t r = 0; r < table.n_rows(); ++r)
    if (is_used(table.whole(r, year)))
      world.enforcement(table.index(r, place), year_index(table.whole(r, year))) =
          table.number(r, index);
}

/// A row holds until the next of its pair; the first holds for the years before it.
void load_remittance_cost(Loader& loader) {
  if (!loader.is_good({"places", "remittance_cost"})) return;
  World& world = loader.world();
  const Figures& table = loader["remittance_cost"];
  const size_t from = table.column("sender"), to = table.column("receiver"),
               year = table.column("year"), cost = table.column("cost_share_of_200usd");
  constexpr double elsewhere = 0.08;  // pairs without a row: assumed
  world.remittance_cost = Grid(world.n_places(), world.n_places(), n_years, 1, elsewhere);
  std::vector<bool> is_known(world.n_places() * world.n_places(), false);
  for (const size_t r : rows_by_year(table, year)) {
    const size_t s = table.index(r, from), q = table.index(r, to);
    const auto is_first = !is_known[s * world.n_places() + q];
    hold_from(is_first ? first_year : table.whole(r, year), table.number(r, cost),
              [&](size_t y) -> double& { return world.remittance_cost(s, q, y); });
    is_known[s * world.n_places() + q] = true;
  }
}

}  // namespace

void load_corridor_tables(Loader& loader) {
  load_corridors(loader);
  load_borders(loader);
  load_rights(loader);
  load_visas(loader);
  load_enforcement(loader);
  load_remittance_cost(loader);
}

}  // namespace rumbo::migration
