// Reads the ways across a border and to it: routes, their agents, the season, legs and paths.
#include <algorithm>

#include "models/migration/world/loader.hpp"

namespace rumbo::migration {
namespace {

/// Where all routes lead from and to.
struct RoutePlaces {
  size_t from = 0, to = 0;
  bool exist = false;
};

RoutePlaces load_route_names(Loader& loader) {
  World& world = loader.world();
  const auto found = loader.read_if_any("routes", {"route"});
  if (!found) return {};
  const FigureTable& table = *found;
  const size_t name = table.column("route"), from = table.column("from_place"),
               to = table.column("to_place"), days = table.column("days_on_foot"),
               cost = table.column("extra_cost_usd2020"), death = table.column("death_factor");
  RoutePlaces ends;
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const RoutePlaces here{loader.place(table, r, from), loader.place(table, r, to), true};
    if (ends.exist && (here.from != ends.from || here.to != ends.to))
      table.refuse(r, "all routes must cross the same border, " + world.places[ends.from].code +
                          " to " + world.places[ends.to].code);
    ends = here;
    for (const Route& other : world.routes)
      if (other.name == table.text(r, name))
        table.refuse(r, "route '" + other.name + "' stands twice");
    world.routes.push_back({table.text(r, name), table.number(r, days, 0, 100),
                            table.number(r, cost, 0, 1e5), table.number(r, death, 0, 100)});
  }
  return ends;
}

size_t route_of(const World& world, const FigureTable& table, size_t row, size_t column) {
  const std::string& name = table.text(row, column);
  std::vector<std::string> names;
  for (size_t i = 0; i < world.routes.size(); ++i) {
    if (world.routes[i].name == name) return i;
    names.push_back(world.routes[i].name);
  }
  const std::string near = nearest_name(name, names);
  table.refuse(row, "no route '" + name + "'; expected a route of routes.csv" +
                        (near.empty() ? "" : "; did you mean '" + near + "'?"));
}

/// Agents of the years between those given are those of the last one given before.
void load_route_effort(Loader& loader) {
  World& world = loader.world();
  constexpr double unknown = -1;
  world.route_agents = Grid(world.routes.size(), n_years, 1, 1, unknown);
  const auto found = loader.read_if_any("route_effort", {"route", "year"});
  if (!found && world.routes.empty()) return;
  if (!found) throw InputError("route_effort.csv is missing; routes.csv needs it");
  const FigureTable& table = *found;
  const size_t route = table.column("route"), year = table.column("year"),
               agents = table.column("agents_persons");
  for (size_t r = 0; r < table.n_rows(); ++r)
    world.route_agents(route_of(world, table, r, route),
                       year_index(table.whole(r, year, 1900, 2100))) =
        table.number(r, agents, 0, 1e6);
  for (size_t i = 0; i < world.routes.size(); ++i) {
    double last = unknown;
    for (size_t y = n_years; y-- > 0;)
      if (world.route_agents(i, y) != unknown) last = world.route_agents(i, y);
    if (last == unknown)
      throw InputError("route_effort.csv: no row for route '" + world.routes[i].name +
                       "' of routes.csv");
    for (size_t y = 0; y < n_years; ++y) {
      double& cell = world.route_agents(i, y);
      if (cell == unknown) cell = last;
      last = cell;
    }
  }
}

void load_season(Loader& loader) {
  World& world = loader.world();
  world.season = Grid(12, 2, 1, 1, 1.0);
  const auto found = loader.read_if_any("season", {"month"});
  if (!found) return;
  const FigureTable& table = *found;
  const size_t month = table.column("month"), crossing = table.column("crossing_factor"),
               death = table.column("death_factor");
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const auto m = static_cast<size_t>(table.whole(r, month, 1, 12) - 1);
    world.season(m, 0) = table.number(r, crossing, 0.01, 100);
    world.season(m, 1) = table.number(r, death, 0, 100);
  }
}

void load_legs(Loader& loader) {
  World& world = loader.world();
  const auto found = loader.read_if_any("transit", {"from_place", "to_place"});
  if (!found) return;
  const FigureTable& table = *found;
  const size_t from = table.column("from_place"), to = table.column("to_place"),
               mode = table.column("mode"), days = table.column("days"),
               cost = table.column("cost_usd2020"), violence = table.column("violence_probability"),
               extortion = table.column("extortion_probability"),
               stranding = table.column("stranding_probability"),
               back = table.column("forced_return_probability"),
               death = table.column("death_probability");
  for (size_t r = 0; r < table.n_rows(); ++r) {
    Leg leg;
    leg.from = static_cast<uint8_t>(loader.place(table, r, from));
    leg.to = static_cast<uint8_t>(loader.place(table, r, to));
    if (!world.is_alive(leg.from) || !world.is_alive(leg.to))
      table.refuse(r, "nobody can be represented in a reservoir; a leg joins other places");
    leg.mode = one_of<std::string>(table, r, mode, {{"land", "land"}, {"sea", "sea"}});
    leg.days = table.number(r, days, 0, 400);
    leg.cost_usd = table.number(r, cost, 0, 1e5);
    leg.violence = table.number(r, violence, 0, 1);
    leg.extortion = table.number(r, extortion, 0, 1);
    leg.stranding = table.number(r, stranding, 0, 1);
    leg.forced_return = table.number(r, back, 0, 1);
    leg.death = table.number(r, death, 0, 1);
    if (leg.stranding + leg.forced_return + leg.death > 1)
      table.refuse(r, "stranding, forced return and death together exceed 1");
    world.legs.push_back(leg);
  }
  if (world.legs.size() > 255)
    throw InputError("transit.csv: " + std::to_string(world.legs.size()) +
                     " legs; at most 255 fit");
}

size_t leg_of(const World& world, const FigureTable& table, size_t row, const std::string& label) {
  std::vector<std::string> labels;
  for (size_t i = 0; i < world.legs.size(); ++i) {
    labels.push_back(world.label(world.legs[i]));
    if (labels.back() == label) return i;
  }
  const std::string near = nearest_name(label, labels);
  table.refuse(row, "no leg '" + label + "'; expected a leg FROM-TO of transit.csv" +
                        (near.empty() ? "" : "; did you mean '" + near + "'?"));
}

/// Legs of a cell "A-B;B-C". One that ends at the destination is the crossing itself, which the
/// border has, and is left out.
Path path_of(const World& world, const FigureTable& table, size_t row, size_t column,
             const Border& border) {
  Path path;
  const std::string& text = table.text(row, column);
  size_t at = border.origin;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find(';', start), text.size());
    const size_t leg = leg_of(world, table, row, text.substr(start, end - start));
    if (world.legs[leg].from != at)
      table.refuse(row, "leg " + world.label(world.legs[leg]) + " does not begin at " +
                            world.places[at].code + ", where the way has come to");
    at = world.legs[leg].to;
    if (at == border.origin)
      table.refuse(row, "leg " + world.label(world.legs[leg]) + " leads back to the origin");
    if (at != border.destination)
      path.push_back(static_cast<uint8_t>(leg));
    else if (end != text.size())
      table.refuse(row, "leg " + world.label(world.legs[leg]) +
                            " reaches the destination before the last leg");
    start = end + 1;
  }
  if (path.size() > 30) table.refuse(row, "a path of more than 30 legs");
  return path;
}

void load_paths(Loader& loader) {
  World& world = loader.world();
  const auto found = loader.read_if_any("paths", {"origin", "destination"});
  if (!found) return;
  const FigureTable& table = *found;
  const size_t from = table.column("origin"), to = table.column("destination"),
               legs = table.column("legs"), other = table.column("other_legs");
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const Corridor* corridor =
        world.corridor(loader.place(table, r, from), loader.place(table, r, to));
    if (corridor == nullptr || corridor->border < 0)
      table.refuse(r, "no such border in borders.csv");
    Border& border = world.borders[static_cast<size_t>(corridor->border)];
    border.path = path_of(world, table, r, legs, border);
    border.has_other_path = !table.is_empty(r, other);
    if (border.has_other_path) border.other_path = path_of(world, table, r, other, border);
  }
}

/// A land border has the routes if its way comes from where they begin, or through it.
void mark_borders(World& world, const RoutePlaces& ends) {
  if (!ends.exist) return;
  for (Border& border : world.borders) {
    if (border.mode != "land" || border.destination != ends.to) continue;
    const bool passes = !border.path.empty() && world.legs[border.path.back()].to == ends.from;
    border.has_routes = border.origin == ends.from || passes;
  }
}

}  // namespace

void load_routes(Loader& loader) {
  const RoutePlaces ends = load_route_names(loader);
  load_route_effort(loader);
  load_season(loader);
  load_legs(loader);
  load_paths(loader);
  mark_borders(loader.world(), ends);
}

}  // namespace rumbo::migration
