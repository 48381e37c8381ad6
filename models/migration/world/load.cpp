// Makes a World of the tables of figures.
#include <fmt/format.h>

#include <map>

#include "models/migration/world/loader.hpp"

namespace rumbo::migration {

void load_places(Loader& loader) {
  if (!loader.is_good({"places"})) return;
  const Figures& table = loader["places"];
  const size_t code = table.column("place"), name = table.column("name"),
               kind = table.column("kind"), child = table.column("child_citizenship");
  for (size_t r = 0; r < table.n_rows(); ++r) {
    Place place;
    place.code = table.text(r, code);
    place.name = table.text(r, name);
    place.kind = static_cast<PlaceKind>(table.index(r, kind));
    place.region = table.text(r, table.column("region"));
    place.child_citizenship = table.is_empty(r, child)
                                  ? ChildCitizenship::descent
                                  : static_cast<ChildCitizenship>(table.index(r, child));
    loader.world().places.push_back(std::move(place));
  }
}

void load_reservoirs(Loader& loader) {
  World& world = loader.world();
  if (!loader.is_good({"places", "reservoir_flows", "departures_to_reservoir"})) return;
  const Figures& table = loader["reservoir_flows"];
  const size_t from = table.column("origin"), to = table.column("destination"),
               period = table.column("period_start_year"),
               arrivals = table.column("arrivals_persons_per_year"),
               rate = table.column("return_rate_per_year");
  std::map<std::pair<size_t, size_t>, ReservoirFlow> flows;
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t o = table.index(r, from), d = table.index(r, to);
    auto& flow = flows[{o, d}];
    flow.origin = static_cast<uint8_t>(o);
    flow.destination = static_cast<uint8_t>(d);
    flow.arrivals_per_year.resize(6);
    flow.return_rate.resize(6);
    const size_t i = period_index(table.whole(r, period));
    flow.arrivals_per_year[i] = table.number(r, arrivals);
    flow.return_rate[i] = table.number(r, rate);
  }
  for (auto& [pair, flow] : flows) world.reservoir_flows.push_back(std::move(flow));
  const Figures& away = loader["departures_to_reservoir"];
  world.departures = Grid(world.n_places(), 6);
  for (size_t r = 0; r < away.n_rows(); ++r)
    world.departures(away.index(r, away.column("origin")),
                     period_index(away.whole(r, away.column("period_start_year")))) =
        away.number(r, away.column("departures_share_per_year"));
}

std::shared_ptr<const World> load_world(const TableSources& sources) {
  auto world = std::make_shared<World>();
  Loader loader(sources, *world);
  loader.read_all();
  load_places(loader);
  load_people(loader);
  load_economies(loader);
  load_corridor_tables(loader);
  load_routes(loader);
  load_shocks(loader);
  load_reservoirs(loader);
  loader.mistakes().throw_if_any();
  world->warnings = loader.mistakes().warnings();
  return world;
}

}  // namespace rumbo::migration
