// Eras of the border of Mexico and the United States as named sets of parameters. docs/model.md:
// Eras of the border.
//
// May include: scenario.
#pragma once
#include <vector>

#include "engine/scenario/preset.hpp"

namespace rumbo::migration {

/// All presets, made once.
const std::vector<PresetDeclaration>& migration_presets();

}  // namespace rumbo::migration
