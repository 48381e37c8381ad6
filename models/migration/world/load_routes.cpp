// The ways across a border and to it: routes, their agents, the season, legs and paths.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "models/migration/world/loader.hpp"

namespace rumbo::migration {
namespace {

/// Where all routes lead from and to.
struct RoutePlaces {
  size_t from = 0, to = 0;
  bool exist = false;
};

RoutePlaces load_route_names(Loader& loader) {
  if (!loader.is_good({"places", "routes"})) return {};
  World& world = loader.world();
  const Figures& table = loader["routes"];
  const size_t name = table.column("route"), from = table.column("from_place"),
               to = table.column("to_place"), days = table.column("days_on_foot"),
               cost = table.column("extra_cost_usd2020"), death = table.column("death_factor");
  if (table.n_rows() == 0) return {};
  const RoutePlaces ends{table.index(0, from), table.index(0, to), true};
  for (size_t r = 0; r < table.n_rows(); ++r) {
    if (table.index(r, from) != ends.from || table.index(r, to) != ends.to)
      loader.mistakes().refuse(table.where(r, from), "all routes must cross the same border, " +
                                                         world.places[ends.from].code + " to " +
                                                         world.places[ends.to].code);
    world.routes.push_back({table.text(r, name), table.number(r, days), table.number(r, cost),
                            table.number(r, death)});
  }
  return ends;
}

/// A row holds until the next of its route; the first holds for the years before it.
void load_route_effort(Loader& loader) {
  if (!loader.is_good({"places", "routes", "route_effort"})) return;
  World& world = loader.world();
  const Figures &table = loader["route_effort"], &routes = loader["routes"];
  const size_t route = table.column("route"), year = table.column("year"),
               agents = table.column("agents_persons");
  world.route_agents = Grid(world.routes.size(), n_years);
  std::vector<bool> is_known(world.routes.size(), false);
  for (const size_t r : rows_by_year(table, year)) {
    const size_t i = table.index(r, route);
    hold_from(is_known[i] ? table.whole(r, year) : first_year, table.number(r, agents),
              [&](size_t y) -> double& { return world.route_agents(i, y); });
    is_known[i] = true;
  }
  for (size_t i = 0; i < is_known.size(); ++i)
    if (!is_known[i])
      loader.mistakes().refuse(
          routes.where(i),
          "route " + world.routes[i].name + " has no row in route_effort.csv; it needs one");
}

void load_season(Loader& loader) {
  World& world = loader.world();
  world.season_crossing = world.season_death = Grid(12, 1, 1, 1, 1.0);
  if (!loader.is_good({"season"})) return;
  const Figures& table = loader["season"];
  const size_t month = table.column("month"), crossing = table.column("crossing_factor"),
               death = table.column("death_factor");
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t m = table.index(r, month) - 1;
    world.season_crossing(m) = table.number(r, crossing);
    world.season_death(m) = table.number(r, death);
  }
}

void load_legs(Loader& loader) {
  if (!loader.is_good({"places", "transit"})) return;
  World& world = loader.world();
  const Figures& table = loader["transit"];
  const size_t from = table.column("from_place"), to = table.column("to_place"),
               days = table.column("days"), cost = table.column("cost_usd2020"),
               violence = table.column("violence_probability"),
               extortion = table.column("extortion_probability"),
               stranding = table.column("stranding_probability"),
               back = table.column("forced_return_probability"),
               death = table.column("death_probability");
  for (size_t r = 0; r < table.n_rows(); ++r) {
    Leg leg;
    leg.from = static_cast<uint8_t>(table.index(r, from));
    leg.to = static_cast<uint8_t>(table.index(r, to));
    leg.mode = table.text(r, table.column("mode"));
    leg.days = table.number(r, days);
    leg.cost_usd = table.number(r, cost);
    leg.violence = table.number(r, violence);
    leg.extortion = table.number(r, extortion);
    leg.stranding = table.number(r, stranding);
    leg.forced_return = table.number(r, back);
    leg.death = table.number(r, death);
    world.legs.push_back(leg);
  }
  if (table.n_rows() > 255)
    loader.mistakes().refuse(table.where(255),
                             fmt::format("{} legs; at most 255 fit", table.n_rows()));
}

/// The paths of paths.csv, one row and column at a time.
class PathReader {
 public:
  PathReader(Loader& loader, const Figures& table) : loader_(loader), table_(table) {
    const World& world = loader.world();
    for (const Leg& leg : world.legs) labels_.push_back(world.label(leg));
  }

  /// Legs of a cell "A-B;B-C". One that ends at the destination is the crossing itself, which the
  /// border has, and is left out.
  Path read(size_t row, size_t column, const Border& border) {
    const World& world = loader_.world();
    Path path;
    const std::string text = table_.text(row, column);
    size_t at = border.origin;
    for (size_t start = 0; start < text.size();) {
      const size_t end = std::min(text.find(';', start), text.size());
      const auto leg = find(row, column, text.substr(start, end - start));
      if (!leg) return {};
      const std::string label = "leg " + labels_[*leg];
      if (world.legs[*leg].from != at)
        return refuse(
            row, column,
            label + " does not begin at " + world.places[at].code + ", where the way has come to");
      at = world.legs[*leg].to;
      if (at == border.origin) return refuse(row, column, label + " leads back to the origin");
      if (at != border.destination)
        path.push_back(static_cast<uint8_t>(*leg));
      else if (end != text.size())
        return refuse(row, column, label + " reaches the destination before the last leg");
      start = end + 1;
    }
    if (path.size() > 30) return refuse(row, column, "a path of more than 30 legs");
    return path;
  }

 private:
  Path refuse(size_t row, size_t column, const std::string& message) {
    loader_.mistakes().refuse(table_.where(row, column), message);
    return {};
  }

  std::optional<size_t> find(size_t row, size_t column, const std::string& label) {
    const auto found = std::find(labels_.begin(), labels_.end(), label);
    if (found != labels_.end()) return static_cast<size_t>(found - labels_.begin());
    const std::string near = nearest_name(label, labels_);
    refuse(row, column,
           "no leg '" + label + "'; expected a leg FROM-TO of transit.csv" +
               (near.empty() ? "" : "; did you mean '" + near + "'?"));
    return std::nullopt;
  }

  Loader& loader_;
  const Figures& table_;
  std::vector<std::string> labels_;
};

void load_paths(Loader& loader) {
  if (!loader.is_good({"places", "corridors", "borders", "transit", "paths"})) return;
  World& world = loader.world();
  const Figures& table = loader["paths"];
  const size_t from = table.column("origin"), to = table.column("destination"),
               legs = table.column("legs"), other = table.column("other_legs");
  PathReader reader(loader, table);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const Corridor* corridor = world.corridor(table.index(r, from), table.index(r, to));
    Border& border = world.borders[static_cast<size_t>(corridor->border)];
    border.path = reader.read(r, legs, border);
    border.has_other_path = !table.text(r, other).empty();
    if (border.has_other_path) border.other_path = reader.read(r, other, border);
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
