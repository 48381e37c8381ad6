// See parameter_names.hpp.
#include "engine/scenario/parameter_names.hpp"

#include <algorithm>

namespace rumbo {

std::optional<ParameterName> split_name(const std::string& written, const std::string& section,
                                        const SourceLocation& where, Findings& mistakes) {
  const size_t open = written.find('[');
  ParameterName made{written.substr(0, open)};
  if (open == std::string::npos) return made;
  made.label = written.substr(open + 1, written.size() - open - 2);
  if (written.ends_with(']') && !made.label.empty() && !made.name.empty()) return made;
  mistakes.add(
      where, section + ": found '" + written + "'; expected \"name\" or \"name[LABEL]\" in quotes");
  return std::nullopt;
}

std::vector<std::optional<uint32_t>> indices_of(const ParameterName& written,
                                                const SourceLocation& where,
                                                const ParameterDeclaration& declaration,
                                                std::span<const IndexSpace> spaces,
                                                Findings& mistakes) {
  if (written.label.empty()) return {std::nullopt};
  if (declaration.dimension.empty()) {
    mistakes.add(where, written.text() + ": this parameter has one value for all; expected \"" +
                            written.name + "\" without an index");
    return {};
  }
  const auto space = std::find_if(spaces.begin(), spaces.end(), [&](const IndexSpace& s) {
    return s.name == declaration.dimension;
  });
  if (spaces.empty()) return {};  // the world could not be read
  RUMBO_REQUIRE(space != spaces.end());
  std::vector<std::optional<uint32_t>> found;
  for (const uint32_t index :
       find_labels(written.label, where, written.text(), *space, spaces, mistakes))
    found.push_back(index);
  return found;
}

std::string full_name(const ParameterDeclaration& declaration, std::optional<uint32_t> index,
                      std::span<const IndexSpace> spaces) {
  if (!index || declaration.dimension.empty()) return declaration.name;
  for (const auto& space : spaces)
    if (space.name == declaration.dimension)
      return declaration.name + "[" + space.labels[*index] + "]";
  return declaration.name;
}

}  // namespace rumbo
