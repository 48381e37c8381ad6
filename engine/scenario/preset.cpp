// See preset.hpp.
#include "engine/scenario/preset.hpp"

#include <algorithm>

namespace rumbo {
namespace {

using Kind = DocumentNode::Kind;

DocumentNode number_at(const DocumentNode& named, double value) {
  DocumentNode node;
  node.kind = Kind::real;
  node.real = value;
  node.where = node.key_where = named.where;
  node.layer = named.layer;
  return node;
}

void add(PresetEntries& entries, const DocumentNode& named,
         const std::vector<PresetDeclaration>& declared) {
  if (named.kind != Kind::text) {
    entries.wrong.push_back(named.where);
    return;
  }
  const auto found =
      std::find_if(declared.begin(), declared.end(),
                   [&](const PresetDeclaration& preset) { return preset.name == named.text; });
  if (found == declared.end()) {
    entries.unknown.emplace_back(named.text, named.where);
    return;
  }
  for (const auto& value : found->values)
    entries.section.entries.emplace_back(value.parameter, number_at(named, value.value));
}

}  // namespace

PresetEntries entries_of_presets(const DocumentNode& node,
                                 const std::vector<PresetDeclaration>& declared) {
  PresetEntries entries;
  if (node.kind == Kind::list)
    for (const auto& item : node.items) add(entries, item, declared);
  else
    add(entries, node, declared);
  return entries;
}

}  // namespace rumbo
