// The world as the tables of figures describe it: places, corridors, yearly series.
//
// Read once, never changed; every run and replicate shares one.
// May include: base, params, tables.
#pragma once
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/ids.hpp"
#include "engine/base/month.hpp"
#include "engine/base/named_enum.hpp"
#include "engine/params/parameter.hpp"
#include "engine/scenario/document.hpp"
#include "engine/tables/span_rule.hpp"
#include "models/migration/world/grid.hpp"
#include "models/migration/world/place.hpp"
#include "models/migration/world/shocks.hpp"

namespace rumbo::migration {

inline constexpr int n_age_groups = 21;    ///< 0-4, 5-9, ..., 100+ of population.csv
inline constexpr int n_life_groups = 22;   ///< 0, 1-4, 5-9, ..., of mortality.csv
inline constexpr int n_mother_groups = 7;  ///< 15-19, ..., 45-49
inline constexpr int first_year = 1990;    ///< of yearly series
inline constexpr int n_years = 31;         ///< 1990 to 2020; later months use the last year

/// Index of an age (years) in the life table: 0, 1-4, 5-9, ...
constexpr int life_group(int age) {
  if (age < 1) return 0;
  const int group = 1 + age / 5;
  return group < n_life_groups ? group : n_life_groups - 1;
}
/// Index of a year in yearly series, held at the ends.
constexpr size_t year_index(int year) {
  return static_cast<size_t>(year < first_year              ? 0
                             : year >= first_year + n_years ? n_years - 1
                                                            : year - first_year);
}

/// Arrivals from a reservoir or from an outside place, and how they go back (reservoir_flows.csv).
struct ReservoirFlow {
  uint8_t origin = 0;
  uint8_t destination = 0;
  std::vector<double> arrivals_per_year;  ///< [period of five years from 1990]
  std::vector<double> return_rate;        ///< [period], a year
};

/// What safety is measured by (institutions.csv).
enum class SafetyMeasure : uint8_t { homicides, conflict_deaths, democracy };
inline constexpr size_t n_safety_measures = n_of<SafetyMeasure>;

/// How large the share without a right to stay is taken to be (irregular_share.csv).
enum class IrregularCase : uint8_t { low, central, high };
inline constexpr size_t n_irregular_cases = n_of<IrregularCase>;
inline constexpr auto irregular_case_names = names_of<IrregularCase>();

/// The years that a table holds, and what a run beyond them comes to.
struct TableSpan {
  std::string file;
  int first_year = 0, last_year = 0;
  SpanRule rule = SpanRule::any;
};

struct World {
  std::vector<Place> places;
  std::vector<Corridor> corridors;
  std::vector<Border> borders;
  std::vector<Route> routes;  ///< of the one border that has several, or none
  std::vector<Leg> legs;
  std::vector<DatedRight> rights;
  std::vector<Shock> shocks;
  std::vector<ReservoirFlow> reservoir_flows;
  std::vector<int> corridor_of;                  ///< [origin * n + destination], -1 if not declared
  std::vector<std::vector<int>> corridors_from;  ///< [origin]

  std::vector<int> population_years;  ///< ascending
  Grid population;                    ///< [place, population year, age group, sex] persons
  Grid mortality;                     ///< [place, period from 1990, life group, sex] a year
  Grid total_fertility;               ///< [place, period] births a woman
  Grid fertility_share;               ///< [place, period, mother group], sums to 1
  Grid sex_ratio;                     ///< [place, period] boys a girl at birth
  Grid wage;                          ///< [place, year] 2020 PPP USD a year, standard worker
  Grid price_level;                   ///< [place, year] USA = 1
  Grid unemployment, employment, schooling, labour_share;  ///< [place, year]
  Grid safety;                                             ///< [place, year, SafetyMeasure]
  std::array<double, n_safety_measures> safety_zero{};     ///< [SafetyMeasure] score of none of it
  Grid asylum_decisions;  ///< [place, year] claims decided a year; empty = no place takes claims
  Grid recognition;       ///< [origin, year] share of the decided; empty = not known
  std::vector<int> stock_years;
  Grid stock;                         ///< [origin, destination, stock year, sex] persons
  Grid irregular_share;               ///< [origin, destination, IrregularCase] of 1990's adults
  Grid visas;                         ///< [corridor, kind, year] places a year
  Grid enforcement;                   ///< [place, year] 2000 = 1
  Grid route_agents;                  ///< [route, year] persons
  Grid season_crossing;               ///< [month from 0] factor on attempts
  Grid season_death;                  ///< [month from 0] factor on the probability of death
  Grid remittance_cost;               ///< [sender, receiver, year] share of the amount
  Grid departures;                    ///< [origin, period] share of natives a year to reservoirs
  std::vector<std::string> files;     ///< all that were read
  std::vector<TableSpan> spans;       ///< of the tables that hold years
  std::vector<std::string> warnings;  ///< what is legal but suspicious, sentences with locations

  size_t n_places() const { return places.size(); }
  std::optional<PlaceId> find(std::string_view code) const;
  const Corridor* corridor(size_t origin, size_t destination) const {
    const int index = corridor_of[origin * n_places() + destination];
    return index < 0 ? nullptr : &corridors[static_cast<size_t>(index)];
  }
  bool is_alive(size_t place) const { return places[place].kind != PlaceKind::reservoir; }
  bool takes_claims(size_t place) const {
    return !asylum_decisions.cells().empty() && is_alive(place);
  }
  bool is_inside(size_t place) const { return places[place].kind == PlaceKind::inside; }
  /// Index of those born in `origin` living in `residence`, in the space "diaspora".
  size_t diaspora(size_t origin, size_t residence) const { return origin * n_places() + residence; }
  std::string label(const Corridor& c) const {
    return places[c.origin].code + "->" + places[c.destination].code;
  }
  std::string label(const Leg& l) const { return places[l.from].code + "-" + places[l.to].code; }

  /// Persons of a place in a month, all or by age group and sex; interpolated between the years
  /// of the table, held at its ends.
  double population_in(size_t place, Month month, int age_group, int sex) const;
  double population_in(size_t place, Month month) const;
  /// Persons born in `origin` living in `destination`; interpolated, held at the ends.
  double stock_in(size_t origin, size_t destination, Month month, int sex) const;

  /// "place", "corridor", "border", "diaspora" (born here -> living there, every pair), "route",
  /// "leg" (FROM-TO): what parameters are indexed by.
  std::vector<IndexSpace> spaces() const;
  /// Defaults, with the values of tables where a parameter takes its default from one.
  ParameterValues base_values(const ParameterRegistry& registry) const;
};

/// Reads all tables of a folder by their schemas (schemas.hpp).
/// throws InputError with all that is wrong, by file, line and column
std::shared_ptr<const World> load_world(const TableSources& sources);

/// What is to be said of a run from `start` to before `end` over these tables.
struct SpanReport {
  std::vector<std::string> mistakes;  ///< the run cannot be: figures of its start are missing
  std::vector<std::string> warnings;  ///< figures that are held before or after those of tables
};
SpanReport spans_of_run(const World& world, Month start, Month end);

}  // namespace rumbo::migration
