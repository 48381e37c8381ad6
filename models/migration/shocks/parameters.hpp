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
                                .dimension = "place"});
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
               .dimension = "place"});
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
       .source = "0: the yearly wages of economy.csv hold what was lost"});
  ParameterId income_loss_economic = declare(
      {.name = "shocks.income_loss_economic",
       .meaning = "Share of wages at home lost in a crisis at full severity, beyond economy.csv.",
       .unit = "share",
       .minimum = 0,
       .maximum = 0.9,
       .default_value = 0,
       .status = assumed,
       .source = "0: the yearly wages of economy.csv hold the crises"});
  ParameterId displacement = declare(
      {.name = "shocks.displacement",
       .meaning = "Factor on the rate at which shocks drive people from home within their country.",
       .unit = "1",
       .minimum = 0,
       .maximum = 100,
       .default_value = 1,
       .status = measured,
       .source = "1: displaced_share of shocks.csv",
       .dimension = "place"});
  ParameterId displaced_half_life = declare(
      {.name = "shocks.displaced_half_life",
       .meaning = "Months after which half of the displaced are back or settled elsewhere at home.",
       .unit = "months",
       .minimum = 0,
       .maximum = 1200,
       .default_value = 24,
       .status = assumed,
       .source = "assumed, range 6 to 120",
       .dimension = "place"});
  ParameterId displaced_propensity =
      declare({.name = "shocks.displaced_propensity",
               .meaning = "Factor on how often the displaced consider to leave their country.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 2,
               .status = assumed,
               .source = "assumed, range 1 to 5"});

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
         .source = "assumed, range 0 to 2; small, since yearly wages and safety hold a part, and "
                   "ties and "
                   "savings buffer [Entwisle and others 2016]"});
  }
};

}  // namespace rumbo::migration
