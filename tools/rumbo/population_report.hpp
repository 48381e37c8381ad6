// The population that a scenario starts from, beside the tables it was made from.
//
// May include: models/migration.
#pragma once
#include <string>
#include <vector>

namespace rumbo {

/// Persons made, real-scale, and what the table says.
struct MadeAndTable {
  double made = 0;
  double table = 0;
  /// made / table - 1; 0 if both are 0, 1 if only the table is
  double relative_error() const;
};

/// One age group and sex of a place.
struct AgeSexRow {
  std::string group;  ///< "female 25-29"
  MadeAndTable persons;
  double simulated = 0;  ///< persons in the simulation
};

struct PlaceRow {
  std::string place;
  bool is_inside = true;        ///< outside places have no natives to compare
  MadeAndTable residents;       ///< persons, at the start
  std::vector<AgeSexRow> ages;  ///< [age group x sex], inside places only
  MadeAndTable foreign_born;    ///< persons
  MadeAndTable irregular;       ///< share of the foreign-born without a right to stay
  double household_size = 0;    ///< mean, persons who live together; no table to compare with
};

/// Those born in one place who live in another.
struct PairRow {
  std::string origin, residence;
  MadeAndTable persons;
  double simulated = 0;
};

struct PopulationReport {
  std::string scenario;
  std::string month;     ///< the start, "1990-01"
  double simulated = 0;  ///< persons
  std::vector<PlaceRow> places;
  std::vector<PairRow> pairs;  ///< declared by stock.csv or made, largest first
};

/// Makes the population of the first replicate of a scenario and counts it.
/// overrides  NAME=VALUE, as `population.scale=0.01`
/// throws InputError with everything wrong in the scenario
PopulationReport report_population(const std::string& scenario_path,
                                   const std::vector<std::string>& overrides);

std::string as_text(const PopulationReport& report);
std::string as_json(const PopulationReport& report);

}  // namespace rumbo
