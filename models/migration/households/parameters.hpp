// Parameters: Care, children and gender; docs/model.md: Births, deaths and households.
//
// May include: params.
#pragma once
#include <array>

#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

/// Care, children and gender in a household, where the sources tell women and men apart.
struct HouseholdParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId decision =
      declare({.name = "household.decision",
               .meaning = "How far the care of children at home counts in who leaves: 0 persons "
                          "decide as if alone, 1 it counts in full.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 1,
               .status = assumed,
               .source = "a switch; that households decide: [Stark and Bloom 1985], as recalled",
               .not_varied = "a switch"});
  ParameterId care_women =
      declare({.name = "household.care_women",
               .meaning = "Share of leaving that the sole care of an infant holds back, of women; "
                          "less as the youngest "
                          "grows to 15 and where other adults care too.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.6,
               .status = assumed,
               .source = "sign: care is women's work mostly",
               .plausible = {{0.2, 0.6, 0.9, logit, "assumed"}}});
  ParameterId care_men = declare({.name = "household.care_men",
                                  .meaning = "The same of men.",
                                  .unit = "share",
                                  .minimum = 0,
                                  .maximum = 1,
                                  .default_value = 0.2,
                                  .status = assumed,
                                  .source = "assumed",
                                  .plausible = {{0, 0.2, 0.6, linear, "assumed"}}});
  ParameterId without_children =
      declare({.name = "household.without_children",
               .meaning = "Leaving of adults without a child at home, relative.",
               .unit = "1",
               .minimum = 0,
               .maximum = 5,
               .default_value = 1.1,
               .status = assumed,
               .source = "so that about as many leave in all as without care",
               .plausible = {{1, 1.1, 1.3, linear, "assumed"}}});
  ParameterId children_along =
      declare({.name = "household.children_along",
               .meaning = "Probability that a person who moves by a legal channel takes children "
                          "under 15 along where "
                          "no other adult of the household stays with them.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "assumed; 0 = children move by themselves",
               .plausible = {{0, 0.3, 0.8, linear, "assumed"}}});
  ParameterId children_with_carer =
      declare({.name = "household.children_with_carer",
               .meaning = "The same where another adult of the household stays.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.05,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.05, 0.3, linear, "assumed"}}});
  ParameterId guardians = declare(
      {.name = "household.guardians",
       .meaning = "Share of minors whom a guardian watches over: being young and alone makes "
                  "these no more vulnerable than others.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0,
       .status = assumed,
       .source = "0: beyond the baseline",
       .dimension = "place",
       .not_varied = "0 in the baseline; policies set it"});
  ParameterId minor_papers =
      declare({.name = "household.minor_papers",
               .meaning = "Share of minors without a right to stay who get papers all the same: "
                          "want of them makes these no more vulnerable.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0,
               .status = assumed,
               .source = "0: beyond the baseline",
               .dimension = "place",
               .not_varied = "0 in the baseline; policies set it"});
  std::array<ParameterId, 2> sexual_violence = {
      declare({.name = "transit.sexual_violence_women",
               .meaning =
                   "Share of women and girls among those who suffer violence on a leg who suffer "
                   "sexual violence.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "about a third of women asked on the way through Mexico ([MSF 2017], as "
                         "recalled); taken for those who suffer violence",
               .plausible = {{0.2, 0.3, 0.6, logit, "assumed"}}}),
      declare({.name = "transit.sexual_violence_men",
               .meaning = "The same of men and boys.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.17,
               .status = assumed,
               .source = "[MSF 2017], as recalled",
               .plausible = {{0.05, 0.17, 0.25, logit, "assumed"}}})};  ///< [sex]
  ParameterId domestic_demand =
      declare({.name = "labour.domestic_demand",
               .meaning = "Factor on the demand for work in private households: on what forced "
                          "domestic work yields, and on how many are held for it.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1,
               .status = assumed,
               .source = "1 by definition",
               .dimension = "place",
               .not_varied = "neutral by definition",
               .read_at_start = true});
};

}  // namespace rumbo::migration
