// Presets: named sets of parameter values that a scenario starts from, `preset = "NAME"`.
//
// A model declares them; what the file that names one says itself wins over it.
// May include: base.
#pragma once
#include <string>
#include <vector>

#include "engine/scenario/document.hpp"

namespace rumbo {

/// One value of a preset, as [parameters] would say it.
struct PresetValue {
  std::string parameter;  ///< "border.retry[MEX->USA]"
  double value = 0;
  std::string source;
};

struct PresetDeclaration {
  std::string name;      ///< "circular80"
  std::string sentence;  ///< what regime it stands for
  std::vector<PresetValue> values;
};

/// The values of the presets that a document names, as entries of [parameters] of the file that
/// names them.
///
/// node     the value of `preset`: a name or a list of names, the later one wins
/// unknown  takes names that are not declared, with where they stand
/// wrong    takes values that are no name
struct PresetEntries {
  DocumentNode section;  ///< entries in the order in which they apply
  std::vector<std::pair<std::string, SourceLocation>> unknown;
  std::vector<SourceLocation> wrong;
};
PresetEntries entries_of_presets(const DocumentNode& node,
                                 const std::vector<PresetDeclaration>& declared);

}  // namespace rumbo
