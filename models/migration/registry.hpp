// The one list: parameters, levers and tables of the model of migration.
//
// May include: params, scenario, tally, the model's world.
#pragma once
#include <vector>

#include "engine/params/parameter.hpp"
#include "engine/scenario/lever.hpp"
#include "engine/tally/table.hpp"
#include "models/migration/parameters/parameters.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

/// All declared parameters, made once.
const ParameterRegistry& migration_parameters();
/// Their handles.
const Parameters& migration_parameter_ids();
/// All levers, made once.
const LeverRegistry& migration_levers();

}  // namespace rumbo::migration
