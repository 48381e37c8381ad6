// The JSON schema of scenario files, for editors, from the declarations. May include:
// models/migration.
#pragma once
#include <string>

namespace rumbo {

/// JSON Schema (2020-12) of a scenario file, as text; labels of index spaces are left to `rumbo
/// check`.
std::string scenario_schema();

}  // namespace rumbo
