// See describe_world.hpp.
#include "tools/rumbo/describe_world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/base/error.hpp"
#include "engine/tables/figure_table.hpp"

namespace rumbo {
namespace {

using migration::World;

const char* kind_text(migration::PlaceKind kind) {
  switch (kind) {
    case migration::PlaceKind::inside:
      return "inside: everybody is a person";
    case migration::PlaceKind::outside:
      return "outside: natives are numbers, migrants are persons";
    case migration::PlaceKind::reservoir:
      return "reservoir: a source and sink of given flows";
  }
  return "";
}

const char* citizenship_text(migration::ChildCitizenship rule) {
  switch (rule) {
    case migration::ChildCitizenship::soil:
      return "of the place of birth";
    case migration::ChildCitizenship::descent:
      return "of the parents";
    case migration::ChildCitizenship::neither:
      return "by neither birth nor descent";
  }
  return "";
}

Description describe_place(const World& world, size_t p) {
  const auto& place = world.places[p];
  std::vector<std::string> to, from, borders;
  for (const auto& c : world.corridors) {
    if (c.origin == p) to.push_back(world.places[c.destination].code);
    if (c.destination == p) from.push_back(world.places[c.origin].code);
  }
  for (const auto& b : world.borders)
    if (b.origin == p) borders.push_back(world.places[b.destination].code);
  Description made{"place", place.code, place.name, {}};
  made.lines = {{"kind", kind_text(place.kind)},
                {"region", place.region},
                {"children of foreigners",
                 "citizenship " + std::string(citizenship_text(place.child_citizenship))},
                {"corridors to", joined(to)},
                {"corridors from", joined(from)},
                {"crossed irregularly to", joined(borders)}};
  if (world.is_alive(p) && !world.population_years.empty()) {
    const Month first = Month::of(world.population_years.front(), 7);
    made.lines.emplace_back(fmt::format("population in {}", world.population_years.front()),
                            fmt::format("{:.0f}", world.population_in(p, first)));
  }
  return made;
}

std::string yes_or_no(bool value) {
  return value ? "yes" : "no";
}

Description describe_corridor(const World& world, const migration::Corridor& corridor) {
  Description made{"corridor",
                   world.label(corridor),
                   "From " + world.places[corridor.origin].name + " to " +
                       world.places[corridor.destination].name + ".",
                   {}};
  made.lines = {{"distance", fmt::format("{:.0f} km", corridor.distance_km)},
                {"neighbours", yes_or_no(corridor.is_contiguous)},
                {"common language", yes_or_no(corridor.has_common_language)},
                {"colonial link", yes_or_no(corridor.has_colonial_link)},
                {"visa for a visit", yes_or_no(corridor.needs_visit_visa)},
                {"can be crossed irregularly", yes_or_no(corridor.border >= 0)}};
  return made;
}

std::string path_text(const World& world, const migration::Path& path) {
  std::string text;
  for (const uint8_t leg : path) text += (text.empty() ? "" : ", ") + world.label(world.legs[leg]);
  return text;
}

Description describe_border(const World& world, const migration::Border& border) {
  Description made{"border",
                   world.places[border.origin].code + "->" + world.places[border.destination].code,
                   "What those who cross irregularly from " + world.places[border.origin].name +
                       " to " + world.places[border.destination].name + " meet.",
                   {}};
  made.lines = {
      {"mode", border.mode},
      {"days", fmt::format("{}", border.days)},
      {"money cost", fmt::format("{} 2020 USD besides the smuggler", border.money_cost_usd)},
      {"smuggler's fee", fmt::format("{} 2020 USD", border.smuggler_fee_usd)},
      {"apprehension", fmt::format("{} of an attempt", border.apprehension)},
      {"death", fmt::format("{} of an attempt", border.death)},
      {"tries again", fmt::format("{} of those stopped", border.retry)},
      {"routes", yes_or_no(border.has_routes)},
      {"path", path_text(world, border.path)},
      {"other path", path_text(world, border.other_path)}};
  return made;
}

Description describe_route(const migration::Route& route) {
  Description made{"route", route.name, "One of the ways across the border that has several.", {}};
  made.lines = {{"days on foot", fmt::format("{}", route.days_on_foot)},
                {"extra cost", fmt::format("{} 2020 USD", route.extra_cost_usd)},
                {"factor on death", fmt::format("{}", route.death_factor)}};
  return made;
}

Description describe_leg(const World& world, const migration::Leg& leg) {
  Description made{"leg",
                   world.label(leg),
                   "A part of the way: from " + world.places[leg.from].name + " into and through " +
                       world.places[leg.to].name + ".",
                   {}};
  made.lines = {{"mode", leg.mode},
                {"days", fmt::format("{}", leg.days)},
                {"violence", fmt::format("{}", leg.violence)},
                {"extortion", fmt::format("{}", leg.extortion)},
                {"stranding", fmt::format("{}", leg.stranding)},
                {"forced return", fmt::format("{}", leg.forced_return)},
                {"death", fmt::format("{}", leg.death)}};
  return made;
}

/// The names that a row must hold, in this order, to be about something.
std::vector<std::string> parts_of(const std::string& name) {
  for (const char* middle : {"->", "-"})
    if (const size_t at = name.find(middle); at != std::string::npos)
      return {name.substr(0, at), name.substr(at + std::string(middle).size())};
  return {name};
}

bool is_about(const FigureTable& table, size_t row, const std::vector<std::string>& parts) {
  size_t next = 0;
  for (size_t c = 0; c < table.columns().size() && next < parts.size(); ++c)
    if (table.text(row, c) == parts[next]) ++next;
  return next == parts.size();
}

/// "population.csv 1302 rows, visas.csv 31 rows": files that hold rows about a name.
std::string tables_with(const World& world, const std::string& name) {
  const auto parts = parts_of(name);
  std::vector<std::string> found;
  for (const auto& file : world.files) {
    const FigureTable table = FigureTable::read(file);
    size_t rows = 0;
    for (size_t r = 0; r < table.n_rows(); ++r) rows += is_about(table, r, parts);
    if (rows > 0)
      found.push_back(fmt::format("{} {}", std::filesystem::path(file).filename().string(), rows));
  }
  return joined(found);
}

}  // namespace

const std::vector<std::string>& kinds_of_world() {
  static const std::vector<std::string> kinds{"places", "corridors", "borders", "routes", "legs"};
  return kinds;
}

std::vector<Description> descriptions_of_world(const LoadedScenario& loaded) {
  const World& world = *loaded.world;
  std::vector<Description> found;
  for (size_t p = 0; p < world.n_places(); ++p) found.push_back(describe_place(world, p));
  for (const auto& corridor : world.corridors) found.push_back(describe_corridor(world, corridor));
  for (const auto& border : world.borders) found.push_back(describe_border(world, border));
  for (const auto& route : world.routes) found.push_back(describe_route(route));
  for (const auto& leg : world.legs) found.push_back(describe_leg(world, leg));
  return found;
}

std::vector<Description> named_in_world(const LoadedScenario& loaded, const std::string& name) {
  std::vector<Description> found;
  for (auto& description : descriptions_of_world(loaded)) {
    const bool is_place_by_name = description.kind == "place" && description.meaning == name;
    if (description.name != name && !is_place_by_name) continue;
    description.lines.emplace_back("rows of tables", tables_with(*loaded.world, description.name));
    found.push_back(std::move(description));
  }
  return found;
}

LoadedScenario world_scenario(const std::string& path) {
  const std::string usual = "scenarios/americas/baseline.toml";
  if (!path.empty()) return load_scenario(path);
  if (!std::filesystem::exists(usual))
    throw InputError("no world is named and there is no " + usual +
                     " here; expected --scenario FILE");
  return load_scenario(usual);
}

}  // namespace rumbo
