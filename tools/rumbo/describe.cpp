// See describe.hpp.
#include "tools/rumbo/describe.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/scenario/mistakes.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/presets.hpp"
#include "models/migration/registry.hpp"
#include "tools/rumbo/describe_figures.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/load.hpp"
#include "tools/rumbo/terminal.hpp"

namespace rumbo {
namespace {

std::string field_kind_text(const LeverField& field) {
  switch (field.kind) {
    case FieldKind::number:
      return range_text(field.minimum, field.maximum, field.unit);
    case FieldKind::month:
      return "a month, \"YYYY-MM\"";
    case FieldKind::change:
      return "a change: \"+20%\", \"-20%\", or a number to add";
    case FieldKind::truth:
      return "true or false";
    case FieldKind::choice:
      return "one of " + joined(field.choices);
    case FieldKind::text:
      return "text";
  }
  return "";
}

std::string default_text(const LeverField& field) {
  const double number = *field.default_value;
  if (field.kind == FieldKind::month) return Month(static_cast<int>(number)).text();
  if (field.kind == FieldKind::truth) return number != 0 ? "true" : "false";
  if (field.kind == FieldKind::choice) return field.choices.at(static_cast<size_t>(number));
  return fmt::format("{}", number);
}

std::string field_text(const LeverField& field) {
  std::string text = field.meaning + "; " + field_kind_text(field);
  if (field.required) text += "; required";
  if (field.default_value) text += "; default " + default_text(field);
  return text;
}

std::string cost_text(const LeverDeclaration& lever) {
  if (lever.public_cost() == PublicCost::counted)
    return fmt::format("{} USD per {}", lever.cost_per_unit_usd, lever.cost_unit);
  const std::string cost = lever.public_cost() == PublicCost::none ? "none" : "unknown";
  return lever.cost_unit.empty() ? cost + "; use is not counted"
                                 : cost + "; use is counted by " + lever.cost_unit;
}

const char* channel_meaning(migration::Channel channel) {
  using migration::Channel;
  switch (channel) {
    case Channel::work_visa:
      return "Enters with a visa to work, one of a yearly number.";
    case Channel::study:
      return "Enters with a visa to study.";
    case Channel::family:
      return "Joins a member of the family who may sponsor.";
    case Channel::seasonal:
      return "Enters on a permit for a season's work, one of a yearly number.";
    case Channel::right_of_entry:
      return "Enters by a right that its citizenship gives.";
    case Channel::visit:
      return "Enters as a visitor; who stays on becomes irregular.";
    case Channel::asylum:
      return "Enters and claims asylum.";
    case Channel::alone:
      return "Crosses a border without papers and without help.";
    case Channel::smuggler:
      return "Crosses a border without papers with a smuggler's help, paid in cash on arrival.";
    case Channel::smuggler_debt:
      return "Crosses a border without papers with a smuggler's help, on debt.";
    case Channel::return_home:
      return "Goes back to the place of birth.";
    case Channel::removal:
      return "Is removed by the authorities.";
    case Channel::from_reservoir:
      return "Arrives from a place whose population is not simulated.";
    case Channel::to_reservoir:
      return "Leaves for a place whose population is not simulated.";
  }
  return "";
}

/// The plausible range of a parameter, or why there is none; "" if neither is declared.
std::string plausible_text(const ParameterDeclaration& parameter) {
  if (!parameter.not_varied.empty()) return "not varied: " + parameter.not_varied;
  if (!parameter.plausible) return "";
  const PlausibleRange& range = *parameter.plausible;
  std::string text = fmt::format("{} to {}", range.low, range.high);
  if (range.central != parameter.default_value) text += fmt::format(" about {}", range.central);
  if (range.scale != RangeScale::linear) text += " (" + scale_name(range.scale) + ")";
  return text + "; " + range.source;
}

/// How the cells of a table come about.
std::string cells_text(const TableDeclaration& table) {
  if (table.method == CellMethod::point) return "state at the end of the period";
  const std::string counted = "counted over the record period";
  return table.occasions.are_every_month()
             ? counted
             : counted + ", only " + occasions_sentence(table.occasions);
}

}  // namespace

std::string range_text(double minimum, double maximum, const std::string& unit) {
  return NumberRange{minimum, maximum, unit, false}.text();
}

Description describe(const ParameterDeclaration& parameter) {
  Description made{"parameter", parameter.name, parameter.meaning, {}};
  made.lines = {{"unit", parameter.unit},
                {"range", range_text(parameter.minimum, parameter.maximum, parameter.unit)},
                {"default", fmt::format("{}", parameter.default_value)},
                {"plausible", plausible_text(parameter)},
                {"index", parameter.dimension.empty() ? "one value for all"
                                                      : "a value for each " + parameter.dimension},
                {"status", status_name(parameter.status)},
                {"source", parameter.source}};
  return made;
}

Description describe(const LeverDeclaration& lever) {
  Description made{"lever", lever.name, lever.sentence, {}};
  for (const auto& scope : lever.scopes)
    made.lines.emplace_back("scope " + scope.key,
                            "labels of " + scope.space + (scope.required ? "; required" : ""));
  for (const auto& field : lever.fields)
    made.lines.emplace_back("field " + field.name, field_text(field));
  made.lines.emplace_back("acts on",
                          lever.acts_on.empty() ? "any parameter" : joined(lever.acts_on));
  made.lines.emplace_back("cost", cost_text(lever));
  made.lines.emplace_back("evidence", lever.evidence);
  made.lines.emplace_back("source", lever.source);
  return made;
}

Description describe(const TableDeclaration& table) {
  Description made{"table", table.name, table.long_name, {}};
  std::vector<std::string> axes;
  for (const auto& axis : table.axes) axes.push_back(axis.name);
  made.lines = {{"unit", table.units},
                {"axes", "scenario, replicate, time" + (axes.empty() ? "" : ", " + joined(axes))},
                {"cells", cells_text(table)},
                {"form", table.form == TableForm::dense ? "dense" : "sparse, cells not zero only"},
                {"source", table.source}};
  return made;
}

Description describe(const PresetDeclaration& preset) {
  Description made{"preset", preset.name, preset.sentence, {}};
  for (const auto& value : preset.values)
    made.lines.emplace_back(value.parameter, fmt::format("{:.4g}; {}", value.value, value.source));
  return made;
}

std::vector<Description> all_descriptions() {
  std::vector<Description> found;
  for (const auto& parameter : migration::migration_parameters().all())
    found.push_back(describe(parameter));
  for (const auto& lever : migration::migration_levers().all()) found.push_back(describe(lever));
  for (const auto& table : migration::migration_tables(migration::World{}))
    found.push_back(describe(table));
  for (auto& table : input_tables()) found.push_back(std::move(table));
  for (size_t i = 0; i < migration::channel_names.size(); ++i)
    found.push_back({"channel",
                     std::string(migration::channel_names[i]),
                     channel_meaning(static_cast<migration::Channel>(i)),
                     {}});
  for (auto& status : statuses_of_persons()) found.push_back(std::move(status));
  for (auto& phase : phases_of_a_month()) found.push_back(std::move(phase));
  for (const auto& preset : migration::migration_presets()) found.push_back(describe(preset));
  for (auto& key : policy_keys()) found.push_back(std::move(key));
  return found;
}

std::string as_text(const Description& description) {
  std::string text = bold(stdout, description.name) + "  (" + description.kind + ")\n  " +
                     description.meaning + "\n";
  size_t width = 0;
  for (const auto& [label, value] : description.lines) width = std::max(width, label.size());
  for (const auto& [label, value] : description.lines)
    if (!value.empty()) text += fmt::format("  {:<{}}  {}\n", label, width, value);
  return text;
}

std::string as_json(const std::vector<Description>& descriptions) {
  nlohmann::ordered_json report = nlohmann::ordered_json::array();
  for (const auto& description : descriptions) {
    nlohmann::ordered_json made{
        {"kind", description.kind}, {"name", description.name}, {"meaning", description.meaning}};
    for (const auto& [label, value] : description.lines) made[label] = value;
    report.push_back(std::move(made));
  }
  return json_text(report);
}

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace rumbo
