// See lever.hpp.
#include "engine/scenario/lever.hpp"

#include <algorithm>

namespace rumbo {
namespace {

/// The generic lever: a policy on any declared parameter, without a line of code of its own.
std::vector<DatedChange> change_parameter(const Policy& policy, const LeverContext& context) {
  std::vector<std::string> mistakes;
  if (policy.has("value") == policy.has("change"))
    mistakes.push_back(std::string("found ") + (policy.has("value") ? "both" : "neither") +
                       " of value and change; expected one of them");
  const std::string& name = policy.fields.at("parameter").text;
  const auto id = context.parameters().find(name);
  if (!id) {
    const std::string near = nearest_name(name, context.parameters().names());
    mistakes.insert(mistakes.begin(), "there is no parameter '" + name + "'" +
                                          (near.empty() ? "" : "; did you mean '" + near + "'?"));
    throw InputError(mistakes);
  }
  const std::string& dimension = context.parameters()[*id].dimension;
  for (const auto& [key, indices] : policy.scope)
    if (key != dimension + "s")
      mistakes.push_back(key + ": parameter '" + name + "' has " +
                         (dimension.empty() ? "one value for all; expected no scope"
                                            : "a value for each " + dimension + "; expected '" +
                                                  dimension + "s'"));
  if (!mistakes.empty()) throw InputError(mistakes);
  const std::vector<uint32_t> indices =
      dimension.empty() ? std::vector<uint32_t>{} : policy.indices(dimension + "s");
  if (policy.has("change"))
    return {context.change(policy, name, policy.fields.at("change"), indices)};
  return {context.change(policy, name, ChangeKind::set, policy.number("value"), indices)};
}

LeverDeclaration parameter_change() {
  constexpr double any = 1e300;  // beyond every range of a parameter
  LeverDeclaration lever;
  lever.name = "parameter_change";
  lever.sentence = "Changes any declared parameter from a month on.";
  lever.fields = {
      {"parameter", "name of the parameter", "1", FieldKind::text, 0, 1, {}, true, {}},
      {"value", "what to set it to, in its unit", "1", FieldKind::number, -any, any, {}, false, {}},
      {"change",
       "a change in percent of it (\"+20%\"), or a number to add, in its unit",
       "1",
       FieldKind::change,
       -any,
       any,
       {},
       false,
       {}}};
  lever.evidence = "none of its own";
  lever.source = "as the policy says";
  lever.changes = change_parameter;
  return lever;
}

}  // namespace

double Policy::number(const std::string& field) const {
  return fields.at(field).number;
}

Month Policy::month(const std::string& field) const {
  return Month(static_cast<int>(fields.at(field).number));
}

SourceLocation Policy::place_of(const std::string& key) const {
  const auto found = written.find(key);
  return found == written.end() ? where : found->second;
}

std::vector<uint32_t> Policy::indices(const std::string& scope_key) const {
  const auto found = scope.find(scope_key);
  return found == scope.end() ? std::vector<uint32_t>{} : found->second;
}

const IndexSpace& LeverContext::space(std::string_view name) const {
  for (const auto& space : spaces_)
    if (space.name == name) return space;
  throw InputError("there is no index space '" + std::string(name) + "'");
}

DatedChange LeverContext::change(const Policy& policy, std::string_view parameter, ChangeKind kind,
                                 double amount, std::vector<uint32_t> indices) const {
  DatedChange made;
  made.parameter = parameters_.require(parameter);
  made.indices = std::move(indices);
  made.start = policy.start;
  made.end = policy.end;
  made.ramp_months = policy.ramp_months;
  made.kind = kind;
  made.amount = amount;
  made.intensity = policy.intensity;
  made.policy = policy.id;
  return made;
}

DatedChange LeverContext::change(const Policy& policy, std::string_view parameter,
                                 const FieldValue& field, std::vector<uint32_t> indices) const {
  return change(policy, parameter, field.change, field.number, std::move(indices));
}

LeverRegistry::LeverRegistry() {
  declare(parameter_change());
}

void LeverRegistry::declare(LeverDeclaration lever) {
  if (find(lever.name)) throw InputError("lever '" + lever.name + "' is declared twice");
  if (!lever.changes) throw InputError("lever '" + lever.name + "' says no changes");
  std::vector<std::string> taken = common_policy_keys();
  for (const auto& scope : lever.scopes) taken.push_back(scope.key);
  for (const auto& field : lever.fields) {
    if (std::find(taken.begin(), taken.end(), field.name) != taken.end())
      throw InputError("lever '" + lever.name + "': the key '" + field.name + "' is taken");
    taken.push_back(field.name);
  }
  levers_.push_back(std::move(lever));
}

const LeverDeclaration* LeverRegistry::find(std::string_view name) const {
  for (const auto& lever : levers_)
    if (lever.name == name) return &lever;
  return nullptr;
}

std::vector<std::string> LeverRegistry::names() const {
  std::vector<std::string> found;
  for (const auto& lever : levers_) found.push_back(lever.name);
  return found;
}

std::vector<std::string> LeverRegistry::mistakes(const ParameterRegistry& parameters) const {
  std::vector<std::string> found;
  for (const auto& lever : levers_)
    for (const auto& name : lever.acts_on)
      if (!parameters.find(name))
        found.push_back("lever '" + lever.name + "' acts on '" + name +
                        "', which is no declared parameter");
  return found;
}

std::vector<LeverScope> scopes_of(const LeverDeclaration& lever,
                                  std::span<const IndexSpace> spaces) {
  if (!lever.acts_on.empty()) return lever.scopes;
  std::vector<LeverScope> found = lever.scopes;
  for (const auto& space : spaces) found.push_back({space.name + "s", space.name, false});
  return found;
}

const std::vector<std::string>& common_policy_keys() {
  static const std::vector<std::string> keys{"id",      "lever", "title",       "source",
                                             "start",   "end",   "ramp_months", "intensity",
                                             "enabled", "when",  "min_months",  "max_months"};
  return keys;
}

}  // namespace rumbo
