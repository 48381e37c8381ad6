// Reading tables of figures by their schemas: what the makers of all parts of a world share.
//
// May include: tables, the world.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/tables/figures.hpp"
#include "models/migration/world/schemas.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

inline constexpr int last_count = 4095;  ///< a month after every run: rights that last

/// All tables of a folder with their overrides, read and checked; mistakes are gathered.
class Loader {
 public:
  Loader(const TableSources& sources, World& world) : sources_(sources), world_(world) {}

  /// Reads every table, each after those whose names it uses.
  void read_all();
  /// Whether these tables, those that there are of them, have no mistake.
  bool is_good(std::initializer_list<const char*> names) const;
  /// Whether there is such a file.
  bool has(const std::string& name) const { return figures_.count(name) > 0; }
  /// Its rows; none if there is no such file.
  const Figures& operator[](const std::string& name) const;

  World& world() { return world_; }
  TableMistakes& mistakes() { return mistakes_; }

 private:
  void read(const TableSchema& schema);
  void read_base(const TableSchema& schema, std::vector<Figures>& parts);
  void add_names(const Figures& figures);
  void add_places(const Figures& figures);
  void note_years(const Figures& figures);
  void refuse_unknown_overrides();
  void warn_of_other_files();
  std::string path_of(const std::string& name) const {
    return sources_.folder + "/" + name + ".csv";
  }

  const TableSources& sources_;
  World& world_;
  TableMistakes mistakes_;
  NameSets sets_;
  std::map<std::string, Figures> figures_;
  std::set<std::string> bad_;  ///< tables with mistakes
};

/// Years of a column, ascending, each once.
std::vector<int> years_of(const Figures& figures, size_t column);
/// Index of a year that is among them.
size_t index_in(const std::vector<int>& years, int year);
/// Rows by the year of a column, earliest first; equal years as in the file.
std::vector<size_t> rows_by_year(const Figures& figures, size_t column);

/// Puts a figure into all years from one on: a row holds until the next row.
/// cell  reference to the figure of a year index
template <class CellOf>
void hold_from(int year, double figure, CellOf cell) {
  if (year >= first_year + n_years) return;
  for (size_t y = year_index(year); y < n_years; ++y) cell(y) = figure;
}

/// Whether a run can use the figures of a year.
constexpr bool is_used(int year) {
  return year >= first_year && year < first_year + n_years;
}

/// Index of a period of five years from 1990.
inline size_t period_index(int start_year) {
  return static_cast<size_t>(start_year - first_year) / 5;
}

// Each fills its part of the world from its tables, if they are good, and refuses what does not
// agree across tables; places come first.

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
