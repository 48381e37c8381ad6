// See scenario.hpp.
#include "engine/scenario/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <set>

#include "engine/scenario/merge.hpp"
#include "engine/scenario/mistakes.hpp"
#include "engine/scenario/parameter_check.hpp"
#include "engine/scenario/parameter_names.hpp"
#include "engine/scenario/policy_check.hpp"
#include "engine/scenario/suspicions.hpp"
#include "engine/scenario/texts.hpp"

namespace rumbo {
namespace {

using Kind = DocumentNode::Kind;
using Keys = std::vector<std::string>;

constexpr double smallest_scale = 1e-9;

/// What a document is checked against.
struct Frame {
  const ParameterRegistry& parameters;
  const LeverRegistry& levers;
  std::span<const IndexSpace> spaces;
  std::span<const TableDeclaration> tables;
  const std::vector<PresetDeclaration>& presets;
};

/// What levers look at, kept for policies that come into force during a run.
struct Frozen {
  Frozen(const Frame& frame, const ParameterValues& values)
      : parameters(frame.parameters),
        spaces(frame.spaces.begin(), frame.spaces.end()),
        base(values) {}
  ParameterRegistry parameters;
  std::vector<IndexSpace> spaces;
  ParameterValues base;
};

WaitingPolicy waiting_policy(const Policy& policy, const LeverDeclaration& lever,
                             const std::shared_ptr<const Frozen>& frozen) {
  WaitingPolicy made{policy.id, policy.lever, *policy.trigger, policy.start, policy.end, {}, ""};
  made.changes = [policy, changes = lever.changes, frozen](Month month) {
    const LeverContext context(frozen->parameters, frozen->spaces, frozen->base);
    Policy now = policy;
    now.start = month;
    if (policy.trigger->max_months) {
      const Month latest = month + *policy.trigger->max_months;
      now.end = policy.end ? std::min(latest, *policy.end) : latest;
    }
    return changes(now, context);
  };
  return made;
}

/// Goes through the sections of a document; every step notes its mistakes and goes on.
class Checker {
 public:
  Checker(const Document& document, const Frame& frame) : document_(document), frame_(frame) {
    scenario_.name = scenario_.title = document.name();
    scenario_.path = document.path();
    scenario_.source_text = document.source_text();
    for (const auto& [where, sentence] : document.mistakes()) mistakes_.add(where, sentence);
  }

  /// What only the model can see; after the plan is made.
  void ask_model(const ModelCheck& model_check) {
    if (model_check) model_check(scenario_, mistakes_);
  }

  /// base  values before the scenario's own; nullptr if the world could not be read
  void check_all(const ParameterValues* base) {
    check_keys();
    check_texts();
    check_time();
    check_numbers();
    check_tables();
    check_output();
    check_parameters();
    check_uncertainty(base);
    check_policies();
  }

  void make_plan(const ParameterValues& base) {
    const ParameterValues values = with_parameters(base, scenario_.parameters);
    const LeverContext context(frame_.parameters, frame_.spaces, values);
    std::vector<DatedChange> changes, if_in_force;
    const auto frozen = std::make_shared<const Frozen>(frame_, values);
    for (const auto& policy : scenario_.policies) {
      if (!policy.enabled) continue;
      add_changes(policy, context, policy.trigger ? if_in_force : changes);
      if (policy.trigger && policy.intensity > 0)
        scenario_.waiting.push_back(
            waiting_policy(policy, *frame_.levers.find(policy.lever), frozen));
    }
    note_all_suspicious(context);
    scenario_.plan = ParameterPlan(values, changes);
    // Ranges are checked as if all that waits were in force from the first month watched on.
    changes.insert(changes.end(), if_in_force.begin(), if_in_force.end());
    check_ranges(ParameterPlan(values, std::move(changes)));
  }

  Findings& mistakes() { return mistakes_; }
  Scenario& scenario() { return scenario_; }

 private:
  const Document& document_;
  const Frame& frame_;
  Findings mistakes_;
  Scenario scenario_;

  const DocumentNode* section(const std::string& name) const {
    const DocumentNode* found = document_.root().find(name);
    return found && found->kind == Kind::section ? found : nullptr;
  }

  /// The value of a key within a section, nullptr if it is not there.
  const DocumentNode* value(const std::string& section_name, const std::string& key) const {
    const DocumentNode* found = section(section_name);
    return found ? found->find(key) : nullptr;
  }

  void check_keys() {
    static const Keys roots{"title",  "question",   "extends",     "preset", "time",   "population",
                            "random", "parameters", "uncertainty", "tables", "policy", "output"};
    static const std::map<std::string, Keys> sections{{"time", {"start", "end"}},
                                                      {"population", {"scale"}},
                                                      {"random", {"seed", "replicates"}},
                                                      {"parameters", {}},
                                                      {"uncertainty", {}},
                                                      {"tables", {}},
                                                      {"output", {}}};
    for (const auto& [key, node] : document_.root().entries) {
      const auto known = sections.find(key);
      if (std::find(roots.begin(), roots.end(), key) == roots.end())
        mistakes_.add_unknown(node.key_where, "there is no section or key", key, roots);
      else if (known != sections.end())
        check_section(key, node, known->second);
    }
  }

  void check_section(const std::string& name, const DocumentNode& node, const Keys& valid) {
    if (node.kind != Kind::section) {
      mistakes_.add(node.where,
                    name + ": " + found_text(node) + "; expected a section [" + name + "]");
      return;
    }
    if (valid.empty()) return;
    for (const auto& [key, child] : node.entries)
      if (std::find(valid.begin(), valid.end(), key) == valid.end())
        mistakes_.add_unknown(child.key_where, "[" + name + "] has no key", key, valid);
  }

  void check_texts() {
    if (const auto* node = document_.root().find("title"))
      scenario_.title = read_text(*node, "title", mistakes_).value_or("");
    if (const auto* node = document_.root().find("question"))
      scenario_.question = read_text(*node, "question", mistakes_).value_or("");
  }

  std::optional<Month> required_month(const std::string& key) {
    if (const auto* node = value("time", key)) return read_month(*node, "time." + key, mistakes_);
    const DocumentNode* time = document_.root().find("time");
    // A section that is no section, or a file that could not be read, is a mistake of its own.
    if (document_.is_whole() && (!time || time->kind == Kind::section))
      mistakes_.add({document_.path(), 0, 0},
                    "[time] " + key + " is missing; expected " + key + " = \"YYYY-MM\"");
    return std::nullopt;
  }

  void check_time() {
    const auto start = required_month("start"), end = required_month("end");
    if (start) scenario_.start = *start;
    if (end) scenario_.end = *end;
    if (start && end && *end <= *start)
      mistakes_.add(value("time", "end")->where, "time.end: found " + end->text() +
                                                     "; expected a month after the start, " +
                                                     start->text());
    if (start && *start < Month::earliest_start())
      mistakes_.add(value("time", "start")->where,
                    "time.start: found " + start->text() + "; expected " +
                        Month::earliest_start().text() + " or later");
  }

  void check_numbers() {
    constexpr int64_t largest = std::numeric_limits<int64_t>::max();
    if (const auto* node = value("population", "scale"))
      scenario_.scale =
          read_number(*node, "population.scale",
                      {smallest_scale, 1, "(persons simulated per real person)", false}, mistakes_)
              .value_or(1);
    if (const auto* node = value("random", "seed"))
      scenario_.seed = static_cast<uint64_t>(
          read_whole(*node, "random.seed", 0, largest, mistakes_).value_or(0));
    if (const auto* node = value("random", "replicates"))
      scenario_.replicates = static_cast<int>(
          read_whole(*node, "random.replicates", 1, 1000000, mistakes_).value_or(1));
  }

  void check_tables() {
    std::vector<Finding> found;
    scenario_.tables = document_.tables(found);
    for (const auto& [where, sentence] : found) mistakes_.add(where, sentence);
  }

  void check_output() {
    Detail detail = Detail::annual;
    if (const auto* node = value("output", "detail")) detail = read_detail(*node, "detail", detail);
    for (const auto& table : frame_.tables) scenario_.output[table.name] = detail;
    const DocumentNode* output = section("output");
    if (!output) return;
    Keys valid{"detail", "panel"};
    for (const auto& table : frame_.tables) valid.push_back(table.name);
    for (const auto& [key, node] : output->entries) {
      if (key == "panel" && node.kind != Kind::text)
        scenario_.panel = static_cast<uint64_t>(
            read_whole(node, "output.panel", 0, 100000000, mistakes_).value_or(0));
      else if (scenario_.output.count(key))
        scenario_.output[key] = read_detail(node, key, detail);
      else if (key != "detail" && !frame_.tables.empty())
        mistakes_.add_unknown(node.key_where, "there is no table of results", key, valid);
    }
  }

  Detail read_detail(const DocumentNode& node, const std::string& key, Detail otherwise) {
    for (const Detail detail : {Detail::monthly, Detail::annual, Detail::none})
      if (node.kind == Kind::text && node.text == detail_name(detail)) return detail;
    mistakes_.add(node.where, "output." + key + ": " + found_text(node) +
                                  "; expected \"monthly\", \"annual\" or \"none\"");
    return otherwise;
  }

  void check_parameters() {
    const DocumentNode nothing;
    const DocumentNode* written = section("parameters");
    const DocumentNode presets = check_presets();
    scenario_.parameters = read_parameters(written ? *written : nothing, presets, frame_.parameters,
                                           frame_.spaces, mistakes_);
  }

  void check_uncertainty(const ParameterValues* base) {
    const DocumentNode* written = section("uncertainty");
    if (!written) return;
    std::optional<ParameterValues> values;
    if (base) values = with_parameters(*base, scenario_.parameters);
    scenario_.uncertain = read_uncertainty(*written, frame_.parameters, frame_.spaces,
                                           values ? &*values : nullptr, mistakes_);
  }

  DocumentNode check_presets() {
    const DocumentNode* node = document_.root().find("preset");
    if (!node) return {};
    PresetEntries entries = entries_of_presets(*node, frame_.presets);
    Keys names;
    for (const auto& preset : frame_.presets) names.push_back(preset.name);
    for (const auto& [name, where] : entries.unknown)
      mistakes_.add_unknown(where, "there is no preset", name, names);
    for (const auto& where : entries.wrong)
      mistakes_.add(where, "preset: expected a name or a list of names");
    return std::move(entries.section);
  }

  void check_policies() {
    const DocumentNode* policies = document_.root().find("policy");
    if (!policies) return;
    std::set<std::string> seen{""};
    for (const auto& node : policies->items) {
      if (!node.find("lever") && document_.is_whole()) refuse_without_lever(node, policies->items);
      auto policy = read_policy(node, frame_.levers, frame_.spaces, frame_.tables, scenario_.start,
                                mistakes_);
      // One without id, or with that of another, was refused when it was read.
      if (seen.insert(policy_id(node)).second && policy)
        scenario_.policies.push_back(std::move(*policy));
    }
  }

  /// Most likely it was meant to change a policy of an extended file, whose id is another.
  void refuse_without_lever(const DocumentNode& node, const std::vector<DocumentNode>& policies) {
    Keys others;
    for (const auto& other : policies)
      if (other.find("lever")) others.push_back(policy_id(other));
    const std::string near = nearest_name(policy_id(node), others);
    mistakes_.add(node.where, "policy '" + policy_id(node) +
                                  "' names no lever, and no file that this one extends has a "
                                  "policy of that id; expected lever = \"a-lever\"" +
                                  (near.empty() ? "" : "; did you mean '" + near + "'?"));
  }

  void note_all_suspicious(const LeverContext& context) {
    const Written written{document_.path(), frame_.parameters, frame_.spaces};
    note_never_in_force(scenario_, written, mistakes_);
    note_same_policies(scenario_.policies, written, mistakes_);
    for (const auto& policy : scenario_.policies) {
      if (!policy.enabled) continue;
      try {
        note_odd_changes(policy, *frame_.levers.find(policy.lever), context, written, mistakes_);
      } catch (const InputError&) {
        // What the lever refuses was noted when its changes were asked for.
      }
    }
  }

  void add_changes(const Policy& policy, const LeverContext& context,
                   std::vector<DatedChange>& changes) {
    const LeverDeclaration& lever = *frame_.levers.find(policy.lever);
    try {
      for (auto& change : lever.changes(policy, context)) {
        const auto& name = frame_.parameters[change.parameter].name;
        RUMBO_REQUIRE(lever.acts_on.empty() ||
                      std::count(lever.acts_on.begin(), lever.acts_on.end(), name) > 0);
        changes.push_back(std::move(change));
      }
    } catch (const InputError& error) {
      for (const auto& message : error.messages())
        mistakes_.add(policy.where, "policy '" + policy.id + "': " + message);
    }
  }

  void check_ranges(const ParameterPlan& plan) {
    for (const auto& found : plan.out_of_range(frame_.parameters, scenario_.start, scenario_.end)) {
      const auto& declaration = frame_.parameters[found.parameter];
      const NumberRange range{declaration.minimum, declaration.maximum, declaration.unit, false};
      mistakes_.add(location_of(found),
                    fmt::format("{} {} {} in {}; expected {}", culprits(found),
                                full_name(declaration, found.index, frame_.spaces), found.value,
                                found.month.text(), range.text()));
    }
  }

  SourceLocation location_of(const RangeViolation& found) const {
    for (const auto& policy : scenario_.policies)
      if (!found.policies.empty() && policy.id == found.policies.back()) return policy.where;
    return {document_.path(), 0, 0};
  }

  static std::string culprits(const RangeViolation& found) {
    if (found.policies.empty()) return "the tables of the world make";
    std::string names;
    for (const auto& id : found.policies) names += (names.empty() ? "'" : " and '") + id + "'";
    return (found.policies.size() > 1 ? "policies " + names + " make"
                                      : "policy " + names + " makes");
  }
};

}  // namespace

std::string detail_name(Detail detail) {
  return std::string(detail_names[static_cast<size_t>(detail)]);
}

Scenario check_scenario(const Document& document, const ParameterRegistry& parameters,
                        const LeverRegistry& levers, std::span<const IndexSpace> spaces,
                        const ParameterValues& base, std::span<const TableDeclaration> tables,
                        const std::vector<PresetDeclaration>& presets,
                        const ModelCheck& model_check) {
  RUMBO_REQUIRE(base.size() == parameters.all().size());
  const Frame frame{parameters, levers, spaces, tables, presets};
  Checker checker(document, frame);
  checker.check_all(&base);
  checker.make_plan(base);
  checker.ask_model(model_check);
  if (checker.mistakes().count() > 0) throw InputError(checker.mistakes().messages());
  Scenario scenario = std::move(checker.scenario());
  scenario.warnings = checker.mistakes().warnings();
  for (auto& policy : scenario.waiting) policy.text = waiting_text(policy, parameters);
  scenario.resolved_text = resolved_text(scenario, document, parameters, spaces);
  scenario.canonical_text = canonical_text(scenario, parameters);
  return scenario;
}

std::vector<std::string> mistakes_without_world(const Document& document,
                                                const ParameterRegistry& parameters,
                                                const LeverRegistry& levers,
                                                const std::vector<PresetDeclaration>& presets) {
  const Frame frame{parameters, levers, {}, {}, presets};
  Checker checker(document, frame);
  checker.check_all(nullptr);
  return checker.mistakes().messages();
}

}  // namespace rumbo
