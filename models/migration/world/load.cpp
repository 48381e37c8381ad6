// Reads the tables of figures into a World.
#include <algorithm>
#include <cmath>
#include <map>

#include "models/migration/world/loader.hpp"

namespace rumbo::migration {

void load_places(Loader& loader) {
  const auto table = loader.read("places", {"place"});
  const size_t code = table.column("place"), name = table.column("name"),
               kind = table.column("kind"), region = table.column("region"),
               child = table.column("child_citizenship");
  for (size_t r = 0; r < table.n_rows(); ++r) {
    Place place;
    place.code = table.text(r, code);
    place.name = table.text(r, name);
    place.kind = one_of<PlaceKind>(table, r, kind,
                                   {{"inside", PlaceKind::inside},
                                    {"outside", PlaceKind::outside},
                                    {"reservoir", PlaceKind::reservoir}});
    place.region = table.text(r, region);
    place.child_citizenship =
        table.is_empty(r, child)
            ? ChildCitizenship::descent
            : one_of<ChildCitizenship>(table, r, child,
                                       {{"soil", ChildCitizenship::soil},
                                        {"descent", ChildCitizenship::descent},
                                        {"neither", ChildCitizenship::neither}});
    loader.world().places.push_back(std::move(place));
  }
  if (loader.world().places.size() > 126)
    throw InputError("places.csv: " + std::to_string(loader.world().places.size()) +
                     " places; at most 126 fit");
}

void load_reservoirs(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("reservoir_flows", {"origin", "destination", "period_start_year"});
  const size_t from = table.column("origin"), to = table.column("destination"),
               period = table.column("period_start_year"),
               arrivals = table.column("arrivals_persons_per_year"),
               rate = table.column("return_rate_per_year");
  std::map<std::pair<size_t, size_t>, ReservoirFlow> flows;
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t o = loader.place(table, r, from), d = loader.place(table, r, to);
    auto& flow = flows[{o, d}];
    flow.origin = static_cast<uint8_t>(o);
    flow.destination = static_cast<uint8_t>(d);
    flow.arrivals_per_year.resize(6);
    flow.return_rate.resize(6);
    const size_t i = Loader::period(table, r, period);
    flow.arrivals_per_year[i] = table.number(r, arrivals, 0);
    flow.return_rate[i] = table.number(r, rate, 0, 1);
  }
  for (auto& [pair, flow] : flows) world.reservoir_flows.push_back(std::move(flow));
  const auto away = loader.read("departures_to_reservoir", {"origin", "period_start_year"});
  world.departures = Grid(world.n_places(), 6);
  for (size_t r = 0; r < away.n_rows(); ++r)
    world.departures(loader.place(away, r, away.column("origin")),
                     Loader::period(away, r, away.column("period_start_year"))) =
        away.number(r, away.column("departures_share_per_year"), 0, 1);
}

std::shared_ptr<const World> load_world(const TableSources& sources) {
  auto world = std::make_shared<World>();
  Loader loader(sources, *world);
  load_places(loader);
  load_people(loader);
  load_economies(loader);
  load_corridor_tables(loader);
  load_routes(loader);
  load_shocks(loader);
  load_reservoirs(loader);
  loader.refuse_unknown_overrides();
  return world;
}

}  // namespace rumbo::migration
