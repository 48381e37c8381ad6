// Reading tables of figures: what the readers of all tables share.
//
// May include: tables, the world.
#pragma once
#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/tables/figure_table.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

inline constexpr int last_count = 4095;  ///< a month after every run: rights that last

/// Reads tables with their overrides, and finds places by code.
class Loader {
 public:
  Loader(const TableSources& sources, World& world) : sources_(sources), world_(world) {}

  FigureTable read(const std::string& name, std::vector<std::string> keys) {
    names_.push_back(name);
    const std::string path = sources_.folder + "/" + name + ".csv";
    FigureTable table = FigureTable::read(path);
    world_.files.push_back(path);
    if (const auto found = sources_.overrides.find(name); found != sources_.overrides.end()) {
      table.override_with(FigureTable::read(found->second.path), keys);
      world_.files.push_back(found->second.path);
    }
    return table;
  }

  /// The same for a table that a world may do without; nothing if there is no file and no override.
  std::optional<FigureTable> read_if_any(const std::string& name, std::vector<std::string> keys) {
    names_.push_back(name);
    const auto found = sources_.overrides.find(name);
    if (std::filesystem::exists(sources_.folder + "/" + name + ".csv")) return read(name, keys);
    if (found == sources_.overrides.end()) return std::nullopt;
    world_.files.push_back(found->second.path);
    return FigureTable::read(found->second.path);
  }

  size_t place(const FigureTable& table, size_t row, size_t column) const {
    const std::string& code = table.text(row, column);
    if (const auto found = world_.find(code)) return found->index();
    std::vector<std::string> codes;
    for (const auto& p : world_.places) codes.push_back(p.code);
    const std::string near = nearest_name(code, codes);
    table.refuse(row, "no place '" + code + "'; expected a place of places.csv" +
                          (near.empty() ? "" : "; did you mean '" + near + "'?"));
  }

  /// Index of a period of five years from 1990, held at the last.
  static size_t period(const FigureTable& table, size_t row, size_t column) {
    return static_cast<size_t>(table.whole(row, column, 1990, 2015) - 1990) / 5;
  }

  World& world() { return world_; }
  /// Refuses what the scenario overrides but no table is called; call when all are read.
  void refuse_unknown_overrides() const {
    std::vector<std::string> mistakes;
    for (const auto& [name, table] : sources_.overrides) {
      if (std::find(names_.begin(), names_.end(), name) != names_.end()) continue;
      const std::string near = nearest_name(name, names_);
      mistakes.push_back(table.where.prefix() + "tables." + name + ": no table of that name" +
                         (near.empty() ? "" : "; did you mean '" + near + "'?"));
    }
    if (!mistakes.empty()) throw InputError(mistakes);
  }

 private:
  const TableSources& sources_;
  World& world_;
  std::vector<std::string> names_;  ///< of tables read
};

template <class Enum>
Enum one_of(const FigureTable& table, size_t row, size_t column,
            const std::map<std::string, Enum>& words) {
  const auto found = words.find(table.text(row, column));
  if (found != words.end()) return found->second;
  std::string expected;
  for (const auto& [word, value] : words) expected += (expected.empty() ? "" : ", ") + word;
  table.refuse(row, table.columns()[column] + ": found '" + table.text(row, column) +
                        "'; expected one of " + expected);
}

/// Years of a column, ascending, each once.
inline std::vector<int> years_of(const FigureTable& table, size_t column) {
  std::set<int> years;
  for (size_t r = 0; r < table.n_rows(); ++r) years.insert(table.whole(r, column, 1900, 2100));
  return {years.begin(), years.end()};
}

inline size_t index_in(const std::vector<int>& years, int year) {
  return static_cast<size_t>(std::lower_bound(years.begin(), years.end(), year) - years.begin());
}

// Each fills its part of the world from its tables; places come first.
// All throw InputError with file and line of what is wrong.

void load_places(Loader& loader);
/// Population, mortality, fertility, stocks and the irregular share of them.
void load_people(Loader& loader);
/// Wages, prices, unemployment, schooling, and the safety of places.
void load_economies(Loader& loader);
/// Corridors, borders, rights of entry, visas, enforcement, costs of sending money.
void load_corridor_tables(Loader& loader);
/// Routes across a border, their agents, the season, and the legs and paths that lead to borders;
/// after the corridor tables. A world may do without any of them.
void load_routes(Loader& loader);
/// Shocks, and decisions on claims of asylum. A world may do without any of them.
void load_shocks(Loader& loader);
/// Arrivals from and departures to places that are not represented.
void load_reservoirs(Loader& loader);

}  // namespace rumbo::migration
