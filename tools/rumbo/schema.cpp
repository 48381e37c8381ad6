// See schema.hpp.
#include "tools/rumbo/schema.hpp"

#include <nlohmann/json.hpp>
#include <string>

#include "engine/scenario/scenario.hpp"
#include "models/migration/presets.hpp"
#include "models/migration/registry.hpp"
#include "tools/rumbo/escape.hpp"

namespace rumbo {
namespace {

using Json = nlohmann::ordered_json;

const char* const month_pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$";

Json text(const std::string& meaning) {
  return {{"type", "string"}, {"description", meaning}};
}

Json month(const std::string& meaning) {
  return {{"type", "string"}, {"pattern", month_pattern}, {"description", meaning}};
}

Json number(double minimum, double maximum, const std::string& meaning) {
  return {{"type", "number"}, {"minimum", minimum}, {"maximum", maximum}, {"description", meaning}};
}

Json section(Json properties) {
  return {
      {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

/// A name as a regular expression that matches only it.
std::string escaped(const std::string& name) {
  std::string made;
  for (const char c : name) made += c == '.' ? std::string("\\.") : std::string(1, c);
  return made;
}

Json parameters_schema() {
  Json properties = Json::object(), patterns = Json::object();
  for (const auto& declared : migration::migration_parameters().all()) {
    Json value =
        number(declared.minimum, declared.maximum, declared.meaning + " [" + declared.unit + "]");
    value["default"] = declared.default_value;
    if (const auto& range = declared.plausible)
      value["x-plausible"] = {{"low", range->low},
                              {"central", range->central},
                              {"high", range->high},
                              {"scale", scale_name(range->scale)},
                              {"source", range->source}};
    if (!declared.dimension.empty()) patterns["^" + escaped(declared.name) + "\\[.+\\]$"] = value;
    properties[declared.name] = std::move(value);
  }
  Json made = section(std::move(properties));
  made["patternProperties"] = std::move(patterns);
  return made;
}

/// The range that a scenario gives a parameter, or one index of it.
Json range_schema(const ParameterDeclaration& declared) {
  const Json bound = {
      {"type", "number"}, {"minimum", declared.minimum}, {"maximum", declared.maximum}};
  Json scales = Json::array();
  for (const auto name : range_scale_names) scales.push_back(std::string(name));
  Json made = section({{"low", bound},
                       {"high", bound},
                       {"central", bound},
                       {"scale", {{"enum", scales}}},
                       {"source", text("whose range it is")}});
  // A file that is extended may hold the other end, so that none is required here.
  made["description"] = "how far " + declared.name + " is left open [" + declared.unit + "]";
  return made;
}

Json uncertainty_schema() {
  Json properties = Json::object(), patterns = Json::object();
  for (const auto& declared : migration::migration_parameters().all()) {
    Json range = range_schema(declared);
    if (!declared.dimension.empty()) patterns["^" + escaped(declared.name) + "\\[.+\\]$"] = range;
    properties[declared.name] = std::move(range);
  }
  Json made = section(std::move(properties));
  made["patternProperties"] = std::move(patterns);
  return made;
}

Json field_schema(const LeverField& field) {
  const std::string meaning = field.meaning + " [" + field.unit + "]";
  switch (field.kind) {
    case FieldKind::number:
      return number(field.minimum, field.maximum, meaning);
    case FieldKind::month:
      return month(meaning);
    case FieldKind::change:
      return {{"type", Json::array({"string", "number"})}, {"description", meaning}};
    case FieldKind::truth:
      return {{"type", "boolean"}, {"description", meaning}};
    case FieldKind::choice:
      return {{"enum", field.choices}, {"description", meaning}};
    case FieldKind::text:
      return text(meaning);
  }
  return {};
}

Json labels_schema(const std::string& space) {
  return {{"type", Json::array({"string", "array"})},
          {"items", {{"type", "string"}}},
          {"description", "labels of " + space + "; '*' stands for any part of a label"}};
}

Json common_policy_schema() {
  return {{"id", text("name by which later files change or switch off this policy")},
          {"lever", {{"enum", migration::migration_levers().names()}}},
          {"title", text("what it is")},
          {"source", text("where it is known from")},
          {"start", month("first month with it")},
          {"end", month("first month without it")},
          {"when", text("what it waits for: \"SERIES[LABEL, AXIS=LABEL] > NUMBER in N months\", "
                        "SERIES a table of results; also >=, <, <=")},
          {"min_months", {{"type", "integer"}, {"minimum", 1}, {"maximum", 1200}}},
          {"max_months", {{"type", "integer"}, {"minimum", 1}, {"maximum", 1200}}},
          {"ramp_months", {{"type", "integer"}, {"minimum", 0}, {"maximum", 1200}}},
          {"intensity", number(0, 1, "share of the change asked for")},
          {"enabled", {{"type", "boolean"}}}};
}

/// The keys of a lever, in force where `lever` names it.
Json lever_schema(const LeverDeclaration& lever) {
  Json properties = common_policy_schema();
  for (const auto& scope : lever.scopes) properties[scope.key] = labels_schema(scope.space);
  for (const auto& field : lever.fields) properties[field.name] = field_schema(field);
  Json then = section(std::move(properties));
  then["description"] = lever.sentence;
  if (lever.acts_on.empty()) then["additionalProperties"] = true;  // a scope for any index space
  return {{"if",
           {{"properties", {{"lever", {{"const", lever.name}}}}},
            {"required", Json::array({"lever"})}}},
          {"then", std::move(then)}};
}

Json policies_schema() {
  Json levers = Json::array();
  for (const auto& lever : migration::migration_levers().all())
    levers.push_back(lever_schema(lever));
  return {{"type", "array"},
          {"items", {{"type", "object"}, {"required", Json::array({"id"})}, {"allOf", levers}}}};
}

Json output_schema() {
  Json names = Json::array();
  for (const auto name : detail_names) names.push_back(std::string(name));
  const Json detail{{"enum", names}};
  Json properties{{"detail", detail}, {"panel", {{"type", "integer"}, {"minimum", 0}}}};
  for (const auto& table : migration::migration_tables(migration::World{}))
    properties[table.name] = detail;
  return section(std::move(properties));
}

Json presets() {
  Json names = Json::array();
  for (const auto& preset : migration::migration_presets()) names.push_back(preset.name);
  return names;
}

}  // namespace

std::string scenario_schema() {
  Json properties{
      {"title", text("what the scenario is")},
      {"question", text("what it is to answer")},
      {"extends", {{"type", Json::array({"string", "array"})}, {"items", {{"type", "string"}}}}},
      {"preset", {{"type", Json::array({"string", "array"})}, {"items", {{"enum", presets()}}}}},
      {"time", section({{"start", month("first month simulated")},
                        {"end", month("first month no longer simulated")}})},
      {"population",
       section({{"scale", {{"type", "number"}, {"exclusiveMinimum", 0}, {"maximum", 1}}}})},
      {"random", section({{"seed", {{"type", "integer"}, {"minimum", 0}}},
                          {"replicates", {{"type", "integer"}, {"minimum", 1}}}})},
      {"parameters", parameters_schema()},
      {"uncertainty", uncertainty_schema()},
      {"tables", {{"type", "object"}, {"additionalProperties", {{"type", "string"}}}}},
      {"policy", policies_schema()},
      {"output", output_schema()}};
  Json made{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
            {"title", "A scenario of rumbo"}};
  made.update(section(std::move(properties)));
  return json_text(made);
}

}  // namespace rumbo
