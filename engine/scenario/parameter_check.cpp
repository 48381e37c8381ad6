// See parameter_check.hpp.
#include "engine/scenario/parameter_check.hpp"

#include <algorithm>

namespace rumbo {
namespace {

/// A key of [parameters] with its value, nested sections written out with dots.
struct Assignment {
  std::string name;
  std::string label;  ///< between the brackets, "" without
  const DocumentNode* node;
  bool is_preset = false;
};

/// Splits "a.b[X]"; notes brackets that do not match.
bool split(const std::string& key, Assignment& into, Findings& mistakes) {
  const size_t open = key.find('[');
  into.name = key.substr(0, open);
  if (open == std::string::npos) return true;
  into.label = key.substr(open + 1, key.size() - open - 2);
  if (key.ends_with(']') && !into.label.empty() && !into.name.empty()) return true;
  mistakes.add(into.node->key_where,
               "parameters: found '" + key + "'; expected \"name\" or \"name[LABEL]\" in quotes");
  return false;
}

void collect(const DocumentNode& section, const std::string& prefix, Findings& mistakes,
             std::vector<Assignment>& found) {
  for (const auto& [key, node] : section.entries) {
    if (node.kind == DocumentNode::Kind::section) {
      collect(node, prefix + key + ".", mistakes, found);
      continue;
    }
    Assignment made{"", "", &node};
    if (split(prefix + key, made, mistakes)) found.push_back(std::move(made));
  }
}

/// Indices an assignment names; one "none" for all; empty if it is wrong.
std::vector<std::optional<uint32_t>> indices_of(const Assignment& assignment,
                                                const ParameterDeclaration& declaration,
                                                std::span<const IndexSpace> spaces,
                                                Findings& mistakes) {
  if (assignment.label.empty()) return {std::nullopt};
  const std::string name = assignment.name + "[" + assignment.label + "]";
  if (declaration.dimension.empty()) {
    mistakes.add(assignment.node->key_where,
                 name + ": this parameter has one value for all; expected \"" + assignment.name +
                     "\" without an index");
    return {};
  }
  const auto space = std::find_if(spaces.begin(), spaces.end(), [&](const IndexSpace& s) {
    return s.name == declaration.dimension;
  });
  if (spaces.empty()) return {};  // the world could not be read
  RUMBO_REQUIRE(space != spaces.end());
  std::vector<std::optional<uint32_t>> found;
  for (const uint32_t index :
       find_labels(assignment.label, assignment.node->key_where, name, *space, spaces, mistakes))
    found.push_back(index);
  return found;
}

/// Adds an origin; one for all takes the place of everything before it.
void put(std::vector<ParameterOrigin>& origins, ParameterOrigin origin) {
  std::erase_if(origins, [&](const ParameterOrigin& other) {
    return other.parameter == origin.parameter && (!origin.index || other.index == origin.index);
  });
  origins.push_back(std::move(origin));
}

bool is_pattern(const Assignment& assignment) {
  return assignment.label.find('*') != std::string::npos;
}

/// Later files after earlier ones; within a file presets, then for all, then patterns, then single
/// labels.
bool applies_before(const Assignment& a, const Assignment& b) {
  const auto rank = [](const Assignment& x) {
    return x.is_preset ? -1 : x.label.empty() ? 0 : is_pattern(x) ? 1 : 2;
  };
  return std::pair(a.node->layer, rank(a)) < std::pair(b.node->layer, rank(b));
}

}  // namespace

std::vector<ParameterOrigin> read_parameters(const DocumentNode& section,
                                             const DocumentNode& presets,
                                             const ParameterRegistry& registry,
                                             std::span<const IndexSpace> spaces,
                                             Findings& mistakes) {
  std::vector<Assignment> assignments;
  collect(presets, "", mistakes, assignments);
  for (Assignment& assignment : assignments) assignment.is_preset = true;
  collect(section, "", mistakes, assignments);
  std::stable_sort(assignments.begin(), assignments.end(), applies_before);
  std::vector<ParameterOrigin> origins;
  for (const auto& assignment : assignments) {
    const auto id = registry.find(assignment.name);
    if (!id) {
      mistakes.add_unknown(assignment.node->key_where, "there is no parameter", assignment.name,
                           registry.names());
      continue;
    }
    const ParameterDeclaration& declaration = registry[*id];
    const std::string name =
        assignment.name + (assignment.label.empty() ? "" : "[" + assignment.label + "]");
    const auto value =
        read_number(*assignment.node, name,
                    {declaration.minimum, declaration.maximum, declaration.unit, false}, mistakes);
    for (const auto& index : indices_of(assignment, declaration, spaces, mistakes))
      if (value) put(origins, {*id, index, *value, assignment.node->where});
  }
  return origins;
}

ParameterValues with_parameters(ParameterValues base, std::span<const ParameterOrigin> origins) {
  for (const auto& origin : origins) {
    if (origin.index)
      base.set(origin.parameter, *origin.index, origin.value);
    else
      base.set_all(origin.parameter, origin.value);
  }
  return base;
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
