// Parameters: The population at the start; docs/model.md: Ties; Births, deaths and households.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct PopulationParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId clustering = declare(
      {.name = "population.clustering",
       .meaning =
           "Spread of the share of emigrants between communities at the start: correlation of the "
           "beta-binomial.",
       .unit = "1",
       .minimum = 0,
       .maximum = 0.9,
       .default_value = 0.05,
       .status = assumed,
       .source =
           "prevalence differs between towns by cumulative causation [Massey 1990]; level assumed",
       .plausible = {{0.025, 0.05, 0.1, logit, "assumed: half to double"}},
       .read_at_start = true});
  ParameterId irregular_case =
      declare({.name = "population.irregular_case",
               .meaning = "Which column of irregular_share.csv is taken: 0 low, 1 central, 2 high.",
               .unit = "1",
               .minimum = 0,
               .maximum = 2,
               .default_value = 1,
               .status = assumed,
               .source = "central by choice; results are to be shown at all three",
               .plausible = {{0, 1, 2, linear,
                              "the columns of irregular_share.csv; rounded to one of them"}},
               .read_at_start = true});
  ParameterId least_persons = declare(
      {.name = "population.least_persons",
       .meaning =
           "Simulated persons that a small place has at least; its weight is lowered for it.",
       .unit = "persons",
       .minimum = 10,
       .maximum = 1e6,
       .default_value = 300,
       .status = assumed,
       .source = "so that small places are not lost in a small run",
       .not_varied = "how fine a small run is",
       .read_at_start = true});
  ParameterId friends = declare({.name = "population.friends",
                                 .meaning = "Friends a person has in their community at most.",
                                 .unit = "persons",
                                 .minimum = 0,
                                 .maximum = 16,
                                 .default_value = 6,
                                 .status = assumed,
                                 .source = "about 10 contacts in all (RRGraphs n_ini_contacts)",
                                 .plausible = {{3, 6, 12, log, "assumed: half to double"}},
                                 .read_at_start = true});
  ParameterId far_ties =
      declare({.name = "population.far_ties",
               .meaning = "Acquaintances a person has in other communities of their place at most.",
               .unit = "persons",
               .minimum = 0,
               .maximum = 16,
               .default_value = 2,
               .status = assumed,
               .source = "about 10 contacts in all (RRGraphs n_ini_contacts)",
               .plausible = {{1, 2, 4, log, "assumed: half to double"}},
               .read_at_start = true});
};

}  // namespace rumbo::migration
