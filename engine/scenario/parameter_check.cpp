// See parameter_check.hpp.
#include "engine/scenario/parameter_check.hpp"

#include <algorithm>

#include "engine/scenario/parameter_names.hpp"

namespace rumbo {
namespace {

/// A key of [parameters] with its value, nested sections written out with dots.
struct Assignment {
  ParameterName parameter;
  const DocumentNode* node;
  bool is_preset = false;
};

void collect(const DocumentNode& section, const std::string& prefix, Findings& mistakes,
             std::vector<Assignment>& found) {
  for (const auto& [key, node] : section.entries) {
    if (node.kind == DocumentNode::Kind::section) {
      collect(node, prefix + key + ".", mistakes, found);
      continue;
    }
    if (auto name = split_name(prefix + key, "parameters", node.key_where, mistakes))
      found.push_back({std::move(*name), &node});
  }
}

/// Adds an origin; one for all takes the place of everything before it.
void put(std::vector<ParameterOrigin>& origins, ParameterOrigin origin) {
  std::erase_if(origins, [&](const ParameterOrigin& other) {
    return other.parameter == origin.parameter && (!origin.index || other.index == origin.index);
  });
  origins.push_back(std::move(origin));
}

/// Later files after earlier ones; within a file presets, then for all, then patterns, then single
/// labels.
bool applies_before(const Assignment& a, const Assignment& b) {
  const auto rank = [](const Assignment& x) {
    return x.is_preset ? -1 : x.parameter.label.empty() ? 0 : x.parameter.is_pattern() ? 1 : 2;
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
    const ParameterName& written = assignment.parameter;
    const auto id = registry.find(written.name);
    if (!id) {
      mistakes.add_unknown(assignment.node->key_where, "there is no parameter", written.name,
                           registry.names());
      continue;
    }
    const ParameterDeclaration& declaration = registry[*id];
    const auto value =
        read_number(*assignment.node, written.text(),
                    {declaration.minimum, declaration.maximum, declaration.unit, false}, mistakes);
    for (const auto& index :
         indices_of(written, assignment.node->key_where, declaration, spaces, mistakes))
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

}  // namespace rumbo
