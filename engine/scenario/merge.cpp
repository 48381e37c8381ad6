// See merge.hpp.
#include "engine/scenario/merge.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "engine/scenario/toml_reader.hpp"

namespace rumbo {
namespace {

using Kind = DocumentNode::Kind;

bool is_list(const DocumentNode& node) {
  return node.kind == Kind::list;
}

void merge_sections(DocumentNode& earlier, DocumentNode&& later);

void merge_values(DocumentNode& earlier, DocumentNode&& later) {
  if (earlier.kind == Kind::section && later.kind == Kind::section)
    merge_sections(earlier, std::move(later));
  else
    earlier = std::move(later);
}

void merge_sections(DocumentNode& earlier, DocumentNode&& later) {
  earlier.where = later.where;
  earlier.key_where = later.key_where;
  earlier.layer = later.layer;
  for (auto& [key, value] : later.entries) {
    if (DocumentNode* known = earlier.find(key))
      merge_values(*known, std::move(value));
    else
      earlier.entries.emplace_back(key, std::move(value));
  }
}

/// A policy without id, or the second of a file with the same id, is a mistake that was noted; it
/// is kept so that what else is wrong with it is found too.
void merge_policies(DocumentNode& earlier, DocumentNode&& later) {
  const size_t n_earlier = earlier.items.size();
  std::set<std::string> seen;
  for (auto& policy : later.items) {
    const std::string id = policy_id(policy);
    const auto end = earlier.items.begin() + static_cast<std::ptrdiff_t>(n_earlier);
    const auto known = std::find_if(earlier.items.begin(), end,
                                    [&](auto& other) { return policy_id(other) == id; });
    if (id.empty() || !seen.insert(id).second || known == end)
      earlier.items.push_back(std::move(policy));
    else
      merge_sections(*known, std::move(policy));
  }
}

/// Section and key that NAME of the command line means; section "" = the root.
std::pair<std::string, std::string> section_and_key(const std::string& name) {
  static const std::map<std::string, std::vector<std::string>> sections{
      {"time", {"start", "end"}},
      {"population", {"scale"}},
      {"random", {"seed", "replicates"}},
      {"uncertainty", {}},
      {"tables", {}},
      {"output", {}}};
  if (name == "title" || name == "question" || name == "preset") return {"", name};
  const auto dot = name.find('.');
  if (dot != std::string::npos) {
    const auto found = sections.find(name.substr(0, dot));
    const std::string key = name.substr(dot + 1);
    if (found != sections.end() &&
        (found->second.empty() ||
         std::find(found->second.begin(), found->second.end(), key) != found->second.end()))
      return {found->first, key};
  }
  return {"parameters", name};
}

DocumentNode& section(DocumentNode& root, const std::string& name) {
  if (name.empty()) return root;
  if (DocumentNode* known = root.find(name)) return *known;
  root.entries.emplace_back(name, DocumentNode{});
  return root.entries.back().second;
}

void put(DocumentNode& into, const std::string& key, DocumentNode value) {
  if (DocumentNode* known = into.find(key))
    *known = std::move(value);
  else
    into.entries.emplace_back(key, std::move(value));
}

/// The policy of an id; nullptr with `why` if there is none.
DocumentNode* policy_of(DocumentNode& root, const std::string& id, Finding& why) {
  std::vector<std::string> ids;
  if (DocumentNode* policies = root.find("policy")) {
    for (auto& policy : policies->items) {
      ids.push_back(policy_id(policy));
      if (ids.back() == id) return &policy;
    }
  }
  const std::string near = nearest_name(id, ids);
  why = {
      {"command line", 0, 0},
      "there is no policy '" + id + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?")};
  return nullptr;
}

}  // namespace

std::string policy_id(const DocumentNode& policy) {
  const DocumentNode* id = policy.find("id");
  return id && id->kind == Kind::text ? id->text : "";
}

void merge_documents(DocumentNode& earlier, DocumentNode&& later) {
  DocumentNode* policies = earlier.find("policy");
  DocumentNode* newer = later.find("policy");
  std::optional<DocumentNode> merged;
  if (policies && newer && is_list(*policies) && is_list(*newer)) {
    merged = std::move(*policies);
    merge_policies(*merged, std::move(*newer));
    *newer = std::move(*merged);
  }
  merge_sections(earlier, std::move(later));
}

std::vector<Finding> take_policy_mistakes(DocumentNode& root) {
  std::vector<Finding> found;
  DocumentNode* policies = root.find("policy");
  if (!policies) return found;
  const auto is_entry = [&](const DocumentNode& node) {
    if (node.kind == Kind::section) return true;
    found.push_back({node.where, "policy: found " + kind_name(node.kind) +
                                     "; expected entries that begin with [[policy]]"});
    return false;
  };
  if (!is_list(*policies)) {
    found.push_back({policies->key_where, "policy: found " + kind_name(policies->kind) +
                                              "; expected entries that begin with [[policy]]"});
    std::erase_if(root.entries, [](const auto& entry) { return entry.first == "policy"; });
    return found;
  }
  std::erase_if(policies->items, [&](const DocumentNode& node) { return !is_entry(node); });
  std::map<std::string, SourceLocation> seen;
  for (const auto& policy : policies->items) {
    const std::string id = policy_id(policy);
    if (id.empty())
      found.push_back({policy.where, "this policy has no id; expected id = \"a-name\""});
    else if (const auto [first, is_new] = seen.emplace(id, policy.where); !is_new)
      found.push_back({policy.where, "policy '" + id + "' is already in line " +
                                         std::to_string(first->second.line) +
                                         " of this file; expected another id"});
  }
  return found;
}

bool apply_override(DocumentNode& root, const std::string& assignment, uint32_t layer,
                    Finding& why) {
  const SourceLocation where{"command line", 0, 0};
  const auto equals = assignment.find('=');
  if (equals == std::string::npos || equals == 0)
    throw InputError(where, "found '" + assignment + "'; expected NAME=VALUE");
  const std::string name = assignment.substr(0, equals), text = assignment.substr(equals + 1);
  DocumentNode value;
  value.kind = Kind::text;
  value.text = text;
  value.where = value.key_where = where;
  value.layer = layer;
  auto parsed = parse_toml_value(text, where, layer);
  // TOML wants a digit before the point; who types a command may leave it out.
  if (const size_t sign = text.starts_with('-') ? 1 : 0; !parsed && text.find('.') == sign)
    parsed = parse_toml_value(text.substr(0, sign) + "0" + text.substr(sign), where, layer);
  if (parsed) value = std::move(*parsed);
  const auto last_dot = name.rfind('.');
  if (name.rfind("policy.", 0) == 0 && last_dot > 6) {
    DocumentNode* policy = policy_of(root, name.substr(7, last_dot - 7), why);
    if (policy) put(*policy, name.substr(last_dot + 1), std::move(value));
    return policy != nullptr;
  }
  const auto [section_name, key] = section_and_key(name);
  put(section(root, section_name), key, std::move(value));
  return true;
}

}  // namespace rumbo
