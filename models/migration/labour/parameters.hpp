// Parameters: Wages, jobs and fines; docs/model.md: Labour.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct LabourParameterIds : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId substitution_native_immigrant =
      declare({.name = "labour.substitution_native_immigrant",
               .meaning = "Elasticity of substitution between natives and immigrants of one skill.",
               .unit = "1",
               .minimum = 1.01,
               .maximum = 1e6,
               .default_value = 20,
               .status = assumed,
               .source = "[Ottaviano and Peri 2012], as recalled",
               .plausible = {{6, 20, 40, log, "assumed"}},
               .read_at_start = true});
  ParameterId substitution_skill = declare({.name = "labour.substitution_skill",
                                            .meaning = "Elasticity of substitution between skills.",
                                            .unit = "1",
                                            .minimum = 1.01,
                                            .maximum = 1e6,
                                            .default_value = 2,
                                            .status = assumed,
                                            .source = "as recalled",
                                            .plausible = {{1.4, 2, 3, linear, "as recalled"}},
                                            .read_at_start = true});
  ParameterId capital_half_life =
      declare({.name = "labour.capital_half_life",
               .meaning = "Years in which capital closes half of its gap.",
               .unit = "years",
               .minimum = 0,
               .maximum = 1000,
               .default_value = 7,
               .status = assumed,
               .source = "as recalled",
               .plausible = {{3, 7, 10, log, "as recalled"}},
               .read_at_start = true});
  ParameterId displacement = declare(
      {.name = "labour.displacement",
       .meaning =
           "Share of employment lost per log point that the workers of a skill grow in number.",
       .unit = "1",
       .minimum = 0,
       .maximum = 2,
       .default_value = 0.05,
       .status = assumed,
       .source = "natives' effects near 0 (survey of Peri); assumed",
       .plausible = {{0, 0.05, 0.1, linear,
                      "survey of Peri, as recalled: most effects within 0.1 of 0"}},
       .read_at_start = true});
  ParameterId irregular_penalty = declare(
      {.name = "labour.irregular_penalty",
       .meaning = "Share of the wage lost for want of a right to stay.",
       .unit = "share",
       .minimum = 0,
       .maximum = 0.9,
       .default_value = 0.17,
       .status = measured,
       .source = "[Kossoudji and Cobb-Clark 2002], 0.14 to 0.24",
       .dimension = "place",
       .plausible = {{0.06, 0.17, 0.24, logit,
                      "assumed below the 0.14 to 0.24 of [Kossoudji and Cobb-Clark 2002]"}}});
  ParameterId schooling_return =
      declare({.name = "labour.schooling_return",
               .meaning = "Gain of earnings per year of schooling.",
               .unit = "log points a year",
               .minimum = 0,
               .maximum = 0.5,
               .default_value = 0.10,
               .status = assumed,
               .source = "[Psacharopoulos and Patrinos 2004], as recalled",
               .plausible = {{0.05, 0.10, 0.15, linear, "assumed: half to half more"}},
               .read_at_start = true});
  ParameterId inspection = declare({.name = "labour.inspection",
                                    .meaning = "Inspection of work places relative to what it is.",
                                    .unit = "1",
                                    .minimum = 0.01,
                                    .maximum = 1000,
                                    .default_value = 1,
                                    .status = assumed,
                                    .source = "1 by definition",
                                    .dimension = "place",
                                    .not_varied = "neutral by definition; policies set it",
                                    .read_at_start = true});
  ParameterId sanction_risk = declare(
      {.name = "labour.sanction_risk",
       .meaning =
           "Probability that a worker without the right to work leads to a fine of the employer.",
       .unit = "per year",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0,
       .status = assumed,
       .source = "0: what sanctions in force do is part of the lower wage above; fines were rare "
                 "before 2011",
       .dimension = "place",
       .not_varied = "0 in the baseline; policies set it"});
  ParameterId sanction_fine_usd = declare({.name = "labour.sanction_fine_usd",
                                           .meaning = "Fine of an employer per worker found.",
                                           .unit = "USD",
                                           .minimum = 0,
                                           .maximum = 1e6,
                                           .default_value = 2500,
                                           .status = assumed,
                                           .source = "assumed",
                                           .dimension = "place",
                                           .plausible = {{500, 2500, 25000, log, "assumed"}}});
  ParameterId sanction_pass_through =
      declare({.name = "labour.sanction_pass_through",
               .meaning = "Share of the expected fine that employers take off the wage.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.5, 1, linear, "assumed"}}});
  ParameterId sanction_elasticity = declare(
      {.name = "labour.sanction_elasticity",
       .meaning =
           "Elasticity of employment of workers without the right to work to what they cost.",
       .unit = "1",
       .minimum = 0,
       .maximum = 10,
       .default_value = 1,
       .status = assumed,
       .source = "assumed",
       .plausible = {{0.3, 1, 3, log, "assumed"}}});
};

}  // namespace rumbo::migration
