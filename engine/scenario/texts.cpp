// See texts.hpp.
#include "engine/scenario/texts.hpp"

#include <fmt/format.h>

#include "engine/scenario/merge.hpp"
#include "engine/scenario/parameter_names.hpp"

namespace rumbo {
namespace {

/// "# scenarios/mine.toml:41", "# command line"
std::string comment(const SourceLocation& where) {
  return where.line == 0 ? "# " + where.file : fmt::format("# {}:{}", where.file, where.line);
}

std::string line(const std::string& key, const std::string& value, const std::string& note) {
  return toml_key(key) + " = " + value + "  " + note + "\n";
}

std::string line(const std::string& key, const DocumentNode& node) {
  return line(key, as_toml(node), comment(node.where));
}

std::string text_node(const std::string& text) {
  DocumentNode node;
  node.kind = DocumentNode::Kind::text;
  node.text = text;
  return as_toml(node);
}

/// A section as written, and the defaults of the keys that were not written.
std::string section_text(const DocumentNode& root, const std::string& name,
                         const std::vector<std::pair<std::string, std::string>>& defaults) {
  std::string text = "\n[" + name + "]\n";
  const DocumentNode* section = root.find(name);
  if (section)
    for (const auto& [key, node] : section->entries) text += line(key, node);
  for (const auto& [key, value] : defaults)
    if (!section || !section->find(key)) text += line(key, value, "# default");
  return text;
}

std::string parameters_text(const Scenario& scenario, const ParameterRegistry& parameters,
                            std::span<const IndexSpace> spaces) {
  if (scenario.parameters.empty()) return "";
  std::string text = "\n[parameters]\n";
  for (const auto& origin : scenario.parameters)
    text += line(full_name(parameters[origin.parameter], origin.index, spaces),
                 fmt::format("{}", origin.value), comment(origin.where));
  return text;
}

/// A range as TOML on one line, with all that was left to the declaration.
std::string range_toml(const PlausibleRange& range) {
  return fmt::format("{{low = {}, central = {}, high = {}, scale = \"{}\", source = {}}}",
                     range.low, range.central, range.high, scale_name(range.scale),
                     text_node(range.source));
}

std::string uncertainty_text(const Scenario& scenario, const ParameterRegistry& parameters,
                             std::span<const IndexSpace> spaces) {
  if (scenario.uncertain.empty()) return "";
  std::string text = "\n[uncertainty]\n";
  for (const auto& one : scenario.uncertain)
    text += line(full_name(parameters[one.parameter], one.index, spaces), range_toml(one.range),
                 comment(one.where));
  return text;
}

std::string tables_text(const Scenario& scenario, const DocumentNode& root) {
  std::string text = "\n[tables]\n";
  if (const DocumentNode* folder = root.find("tables")->find("folder"))
    text += line("folder", text_node(scenario.tables.folder), comment(folder->where));
  for (const auto& [name, table] : scenario.tables.overrides)
    text += line(name, text_node(table.path), comment(table.where));
  return text;
}

std::string policies_text(const DocumentNode& root) {
  std::string text;
  if (const DocumentNode* policies = root.find("policy")) {
    for (const auto& policy : policies->items) {
      text += "\n[[policy]]\n";
      for (const auto& [key, node] : policy.entries) text += line(key, node);
    }
  }
  return text;
}

/// Equal neighbours are written once, with their number.
std::string values_text(std::span<const double> values) {
  std::string text;
  for (size_t i = 0; i < values.size();) {
    size_t next = i + 1;
    while (next < values.size() && values[next] == values[i]) ++next;
    text += fmt::format(" {:a}*{}", values[i], next - i);
    i = next;
  }
  return text;
}

std::string change_text(const DatedChange& change, const std::string& parameter) {
  std::string text = fmt::format(
      "change {} from {} to {} ramp {} kind {} amount {:a} share {:a} of", parameter,
      change.start.text(), change.end ? change.end->text() : "the end", change.ramp_months,
      static_cast<int>(change.kind), change.amount, change.intensity);
  for (const uint32_t index : change.indices) text += fmt::format(" {}", index);
  return text + "\n";
}

std::string trigger_text(const Trigger& trigger) {
  std::string text = fmt::format("table {} ", trigger.series.table);
  for (const auto& axis : trigger.series.chosen) {
    text += "[";
    for (size_t label = 0; label < axis.size(); ++label)
      if (axis[label] != 0) text += fmt::format(" {}", label);
    text += " ]";
  }
  return text + fmt::format(" compare {} with {:a} over {} for {} to {}",
                            static_cast<int>(trigger.comparison), trigger.level,
                            trigger.window_months, trigger.min_months,
                            trigger.max_months.value_or(0));
}

}  // namespace

std::string waiting_text(const WaitingPolicy& policy, const ParameterRegistry& parameters) {
  std::string text =
      fmt::format("waits {} for {} from {} to {}\n", policy.id, trigger_text(policy.trigger),
                  policy.start.text(), policy.end ? policy.end->text() : "the end");
  for (const auto& change : policy.changes(policy.start))
    text += "  " + change_text(change, parameters[change.parameter].name);
  return text;
}

std::string resolved_text(const Scenario& scenario, const Document& document,
                          const ParameterRegistry& parameters, std::span<const IndexSpace> spaces) {
  const DocumentNode& root = document.root();
  std::string text;
  for (const char* key : {"title", "question"})
    if (const auto* node = root.find(key)) text += line(key, *node);
  text += section_text(root, "time", {});
  text += section_text(root, "population", {{"scale", fmt::format("{}", scenario.scale)}});
  text += section_text(root, "random",
                       {{"seed", fmt::format("{}", scenario.seed)},
                        {"replicates", fmt::format("{}", scenario.replicates)}});
  text += parameters_text(scenario, parameters, spaces);
  text += uncertainty_text(scenario, parameters, spaces);
  text += tables_text(scenario, root);
  text += policies_text(root);
  return text + section_text(root, "output", {{"detail", "\"annual\""}});
}

std::string canonical_text(const Scenario& scenario, const ParameterRegistry& parameters) {
  std::string text =
      fmt::format("time {} {}\nscale {:a}\nseed {}\npanel {}\n", scenario.start.text(),
                  scenario.end.text(), scenario.scale, scenario.seed, scenario.panel);
  for (uint32_t p = 0; p < parameters.all().size(); ++p)
    text += parameters.all()[p].name + values_text(scenario.plan.base().all(ParameterId{p})) + "\n";
  for (const auto& change : scenario.plan.changes())
    if (change.intensity > 0) text += change_text(change, parameters[change.parameter].name);
  for (const auto& policy : scenario.waiting) text += policy.text;
  return text;
}

}  // namespace rumbo
