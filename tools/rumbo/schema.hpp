// The JSON schema of scenario files, for editors, from the declarations. May include:
// models/migration.
#pragma once
#include <nlohmann/json.hpp>

namespace rumbo {

/// JSON Schema (2020-12) of a scenario file; labels of index spaces are left to `rumbo check`.
nlohmann::ordered_json scenario_schema();

}  // namespace rumbo
