// Parameters: Births, deaths and unions; docs/model.md: Births, deaths and households.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct DemographyParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId mortality_factor =
      declare({.name = "demography.mortality_factor",
               .meaning = "Factor on the mortality rates of mortality.csv.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1,
               .status = measured,
               .source = "1: rates of UN WPP 2019",
               .dimension = "place",
               .plausible = {{0.9, 1, 1.1, linear, "assumed: a tenth to either side"}}});
  ParameterId fertility_factor =
      declare({.name = "demography.fertility_factor",
               .meaning = "Factor on the fertility rates of fertility.csv.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1,
               .status = measured,
               .source = "1: rates of UN WPP 2019",
               .dimension = "place",
               .plausible = {{0.9, 1, 1.1, linear, "assumed: a tenth to either side"}}});
  ParameterId union_rate = declare(
      {.name = "demography.union_rate",
       .meaning = "Rate at which single persons of 18 to 40 found a household with another.",
       .unit = "per year",
       .minimum = 0,
       .maximum = 2,
       .default_value = 0.12,
       .status = assumed,
       .source = "assumed, so that about two thirds are in a union at 35",
       .plausible = {{0.06, 0.12, 0.24, log, "assumed: half to double"}}});
  ParameterId union_end_rate =
      declare({.name = "demography.union_end_rate",
               .meaning = "Rate at which a union ends other than by death.",
               .unit = "per year",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.01,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.005, 0.01, 0.02, log, "assumed: half to double"}}});
};

}  // namespace rumbo::migration
