// Reads what lies between places: distance, borders, rights, visas, the cost of sending money.
#include <algorithm>
#include <cmath>
#include <map>

#include "models/migration/world/loader.hpp"

namespace rumbo::migration {
namespace {

void load_corridors(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("corridors", {"origin", "destination"});
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
    c.origin = static_cast<uint8_t>(loader.place(table, r, from));
    c.destination = static_cast<uint8_t>(loader.place(table, r, to));
    if (c.origin == c.destination) table.refuse(r, "origin and destination are the same place");
    c.distance_km = table.number(r, distance, 1, 30000);
    c.is_contiguous = table.whole(r, contiguous, 0, 1) == 1;
    c.has_common_language = table.whole(r, language, 0, 1) == 1;
    c.has_colonial_link = table.whole(r, colonial, 0, 1) == 1;
    c.needs_visit_visa = table.whole(r, visa, 0, 1) == 1;
    world.corridor_of[c.origin * n + c.destination] = static_cast<int>(world.corridors.size());
    world.corridors_from[c.origin].push_back(static_cast<int>(world.corridors.size()));
    world.corridors.push_back(c);
  }
}

void load_borders(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("borders", {"from_place", "to_place"});
  const size_t from = table.column("from_place"), to = table.column("to_place"),
               mode = table.column("mode"), days = table.column("days"),
               money = table.column("money_cost_usd2020"),
               fee = table.column("smuggler_fee_usd2020"),
               caught = table.column("apprehension_per_attempt"),
               death = table.column("death_per_attempt"), retry = table.column("retry_share");
  for (size_t r = 0; r < table.n_rows(); ++r) {
    Border b;
    b.origin = static_cast<uint8_t>(loader.place(table, r, from));
    b.destination = static_cast<uint8_t>(loader.place(table, r, to));
    b.mode = table.text(r, mode);
    b.days = table.number(r, days, 0, 400);
    b.money_cost_usd = table.number(r, money, 0, 1e5);
    b.smuggler_fee_usd = table.number(r, fee, 0, 1e5);
    b.apprehension = table.number(r, caught, 0, 1);
    b.death = table.number(r, death, 0, 0.5);
    b.retry = table.number(r, retry, 0, 1);
    const int corridor = world.corridor_of[b.origin * world.n_places() + b.destination];
    if (corridor < 0) table.refuse(r, "no such corridor in corridors.csv");
    world.corridors[static_cast<size_t>(corridor)].border = static_cast<int>(world.borders.size());
    world.borders.push_back(b);
  }
}

int month_or(const FigureTable& table, size_t row, size_t column, int otherwise) {
  if (table.is_empty(row, column)) return otherwise;
  const auto month = Month::parse(table.text(row, column));
  if (!month)
    table.refuse(row, table.columns()[column] + ": found '" + table.text(row, column) +
                          "'; expected YYYY-MM");
  return month->count();
}

void load_rights(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("entry_rights", {"origin", "destination", "right", "from"});
  const size_t from = table.column("origin"), to = table.column("destination"),
               right = table.column("right"), first = table.column("from"),
               last = table.column("to");
  const std::map<std::string, EntryRight> words{{"citizenship", EntryRight::citizenship},
                                                {"free_residence", EntryRight::free_residence},
                                                {"free_movement", EntryRight::free_movement},
                                                {"descent_visa", EntryRight::descent_visa},
                                                {"visa_free_visit", EntryRight::visa_free_visit},
                                                {"visa_required", EntryRight::visa_required}};
  for (size_t r = 0; r < table.n_rows(); ++r) {
    DatedRight d;
    d.origin = static_cast<uint8_t>(loader.place(table, r, from));
    d.destination = static_cast<uint8_t>(loader.place(table, r, to));
    d.right = one_of(table, r, right, words);
    d.from = month_or(table, r, first, 0);
    d.to = month_or(table, r, last, last_count - 1) + 1;
    world.rights.push_back(d);
  }
}

void load_visas(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("visas", {"origin", "destination", "channel", "from_year"});
  const size_t from = table.column("origin"), to = table.column("destination"),
               channel = table.column("channel"), first = table.column("from_year"),
               last = table.column("to_year"), places = table.column("places_per_year");
  world.visas = Grid(world.corridors.size(), n_visa_kinds, n_years);
  const std::map<std::string, VisaKind> words{{"work", VisaKind::work},
                                              {"study", VisaKind::study},
                                              {"family", VisaKind::family},
                                              {"seasonal", VisaKind::seasonal}};
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const int c = world.corridor_of[loader.place(table, r, from) * world.n_places() +
                                    loader.place(table, r, to)];
    if (c < 0) table.refuse(r, "no such corridor in corridors.csv");
    const auto kind = static_cast<size_t>(one_of(table, r, channel, words));
    for (int y = table.whole(r, first, 1900, 2100); y <= table.whole(r, last, 1900, 2100); ++y)
      if (y >= first_year && y < first_year + n_years)
        world.visas(static_cast<size_t>(c), kind, year_index(y)) = table.number(r, places, 0);
  }
}

void load_enforcement(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("enforcement", {"place", "year"});
  world.enforcement = Grid(world.n_places(), n_years, 1, 1, 1.0);
  for (size_t r = 0; r < table.n_rows(); ++r)
    world.enforcement(loader.place(table, r, table.column("place")),
                      year_index(table.whole(r, table.column("year"), 1900, 2100))) =
        table.number(r, table.column("enforcement_index"), 0, 100);
}

/// Fills the years between those given by the last one given before (the first for earlier ones).
void load_remittance_cost(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("remittance_cost", {"sender", "receiver", "year"});
  const size_t from = table.column("sender"), to = table.column("receiver"),
               year = table.column("year"), cost = table.column("cost_share_of_200usd");
  constexpr double unknown = -1, elsewhere = 0.08;  // corridors without a row: assumed
  world.remittance_cost = Grid(world.n_places(), world.n_places(), n_years, 1, unknown);
  for (size_t r = 0; r < table.n_rows(); ++r)
    world.remittance_cost(loader.place(table, r, from), loader.place(table, r, to),
                          year_index(table.whole(r, year, 1900, 2100))) =
        table.number(r, cost, 0, 0.9);
  for (size_t s = 0; s < world.n_places(); ++s)
    for (size_t q = 0; q < world.n_places(); ++q) {
      double last = elsewhere;
      for (size_t y = n_years; y-- > 0;)
        if (world.remittance_cost(s, q, y) != unknown) last = world.remittance_cost(s, q, y);
      for (size_t y = 0; y < n_years; ++y) {
        double& cell = world.remittance_cost(s, q, y);
        if (cell == unknown) cell = last;
        last = cell;
      }
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
