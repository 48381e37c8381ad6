// The population at the start, births, deaths and households; docs/model.md: Ties; Births, deaths
// and households.
#include "models/migration/parameters/parameters.hpp"

namespace rumbo::migration {

using enum ParameterStatus;

PopulationParameters::PopulationParameters(ParameterRegistry& r) {
  clustering = r.declare(
      {"population.clustering",
       "Spread of the share of emigrants between communities at the start: correlation of the "
       "beta-binomial.",
       "1", 0, 0.9, 0.05, assumed,
       "prevalence differs between towns by cumulative causation [Massey 1990]; level assumed",
       ""});
  irregular_case =
      r.declare({"population.irregular_case",
                 "Which column of irregular_share.csv is taken: 0 low, 1 central, 2 high.", "1", 0,
                 2, 1, assumed, "central by choice; results are to be shown at all three", ""});
  least_persons = r.declare(
      {"population.least_persons",
       "Simulated persons that a small place has at least; its weight is lowered for it.",
       "persons", 10, 1e6, 300, assumed, "so that small places are not lost in a small run", ""});
  friends =
      r.declare({"population.friends", "Friends a person has in its community at most.", "persons",
                 0, 16, 6, assumed, "about 10 contacts in all (RRGraphs n_ini_contacts)", ""});
  far_ties =
      r.declare({"population.far_ties",
                 "Acquaintances a person has in other communities of its place at most.", "persons",
                 0, 16, 2, assumed, "about 10 contacts in all (RRGraphs n_ini_contacts)", ""});
}

DemographyParameters::DemographyParameters(ParameterRegistry& r) {
  mortality_factor =
      r.declare({"demography.mortality_factor", "Factor on the mortality rates of mortality.csv.",
                 "1", 0, 10, 1, measured, "1: rates of UN WPP 2019", "place"});
  fertility_factor =
      r.declare({"demography.fertility_factor", "Factor on the fertility rates of fertility.csv.",
                 "1", 0, 10, 1, measured, "1: rates of UN WPP 2019", "place"});
  union_rate = r.declare(
      {"demography.union_rate",
       "Rate at which single persons of 18 to 40 found a household with another.", "per year", 0, 2,
       0.12, assumed, "assumed, so that about two thirds are in a union at 35", ""});
  union_end_rate =
      r.declare({"demography.union_end_rate", "Rate at which a union ends other than by death.",
                 "per year", 0, 1, 0.01, assumed, "assumed", ""});
}

}  // namespace rumbo::migration
