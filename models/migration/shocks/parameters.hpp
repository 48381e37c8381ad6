// Parameters: Shocks and displacement; docs/model.md: Shocks and asylum.
//
// May include: params.
#pragma once
#include <array>
#include <string>

#include "engine/params/parameter_group.hpp"
#include "models/migration/world/shocks.hpp"

namespace rumbo::migration {

struct ShockParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId factor = declare({.name = "shocks.factor",
                                .meaning = "Factor on the severity of all shocks of a place.",
                                .unit = "1",
                                .minimum = 0,
                                .maximum = 10,
                                .default_value = 1,
                                .status = measured,
                                .source = "1: shocks.csv; 0 = no shocks",
                                .dimension = "place",
                                .plausible = {{0.5, 1, 2, log, "assumed: half to double"}}});
  ParameterId violence =
      declare({.name = "shocks.violence",
               .meaning = "Factor on the homicides, the deaths in conflict and the shocks of "
                          "violence of a place.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1,
               .status = measured,
               .source = "1: institutions.csv and shocks.csv",
               .dimension = "place",
               .not_varied = "neutral; policies set it"});
  /// Rise of the utility of leaving, [kind of shock]
  std::array<ParameterId, n_shock_kinds> weight = {
      weight_of(ShockKind::disaster, 0.4), weight_of(ShockKind::political, 0.6),
      weight_of(ShockKind::economic, 0.3), weight_of(ShockKind::violence, 0.15)};
  ParameterId income_loss_disaster = declare(
      {.name = "shocks.income_loss_disaster",
       .meaning = "Share of wages at home lost in a disaster at full severity, beyond economy.csv.",
       .unit = "share",
       .minimum = 0,
       .maximum = 0.9,
       .default_value = 0,
       .status = assumed,
       .source = "0: the yearly wages of economy.csv hold what was lost",
       .not_varied = "0: the yearly wages hold it",
       .read_at_start = true});
  ParameterId income_loss_economic = declare(
      {.name = "shocks.income_loss_economic",
       .meaning = "Share of wages at home lost in a crisis at full severity, beyond economy.csv.",
       .unit = "share",
       .minimum = 0,
       .maximum = 0.9,
       .default_value = 0,
       .status = assumed,
       .source = "0: the yearly wages of economy.csv hold the crises",
       .not_varied = "0: the yearly wages hold it",
       .read_at_start = true});
  ParameterId displacement = declare(
      {.name = "shocks.displacement",
       .meaning = "Factor on the rate at which shocks drive people from home within their country.",
       .unit = "1",
       .minimum = 0,
       .maximum = 100,
       .default_value = 1,
       .status = measured,
       .source = "1: displaced_share of shocks.csv",
       .dimension = "place",
       .plausible = {{0.5, 1, 2, log, "assumed: half to double"}}});
  ParameterId displaced_half_life = declare(
      {.name = "shocks.displaced_half_life",
       .meaning = "Months after which half of the displaced are back or settled elsewhere at home.",
       .unit = "months",
       .minimum = 0,
       .maximum = 1200,
       .default_value = 24,
       .status = assumed,
       .source = "assumed",
       .dimension = "place",
       .plausible = {{6, 24, 120, log, "assumed"}}});
  ParameterId displaced_propensity =
      declare({.name = "shocks.displaced_propensity",
               .meaning = "Factor on how often the displaced consider to leave their country.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 2,
               .status = assumed,
               .source = "assumed",
               .plausible = {{1, 2, 5, log, "assumed"}}});

 private:
  ParameterId weight_of(ShockKind kind, double by_default) const {
    return declare(
        {.name = "shocks.weight_" + std::string(shock_kind_names[static_cast<size_t>(kind)]),
         .meaning = "Rise of the utility of leaving in a shock of this kind at full severity.",
         .unit = "1",
         .minimum = 0,
         .maximum = 5,
         .default_value = by_default,
         .status = assumed,
         .source = "assumed; small, since yearly wages and safety hold a part, and ties and "
                   "savings buffer [Entwisle and others 2016]",
         .plausible = {{0, by_default, 2, linear, "assumed"}}});
  }
};

}  // namespace rumbo::migration
