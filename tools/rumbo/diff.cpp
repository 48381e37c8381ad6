// `rumbo diff`: what two scenarios differ by, and from which month on.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "models/migration/registry.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/diff_tables.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/load.hpp"

namespace rumbo {
namespace {

struct DiffOptions {
  std::string a, b;
  std::vector<std::string> overrides;
  bool json = false;
};

/// A value that is written or effective in two scenarios.
struct Difference {
  std::string kind;  ///< "scenario", "table", "parameter", "output", "policy"
  std::string name;
  std::string a, b;
};

void add_if_different(std::vector<Difference>& found, const std::string& kind,
                      const std::string& name, const std::string& a, const std::string& b) {
  if (a != b) found.push_back({kind, name, a, b});
}

void compare_settings(const Scenario& a, const Scenario& b, std::vector<Difference>& found) {
  add_if_different(found, "scenario", "time.start", a.start.text(), b.start.text());
  add_if_different(found, "scenario", "time.end", a.end.text(), b.end.text());
  add_if_different(found, "scenario", "population.scale", fmt::format("{}", a.scale),
                   fmt::format("{}", b.scale));
  add_if_different(found, "scenario", "random.seed", fmt::format("{}", a.seed),
                   fmt::format("{}", b.seed));
  add_if_different(found, "scenario", "random.replicates", fmt::format("{}", a.replicates),
                   fmt::format("{}", b.replicates));
  add_if_different(found, "scenario", "tables.folder", a.tables.folder, b.tables.folder);
  for (const auto& [table, detail] : a.output)
    if (b.output.count(table))
      add_if_different(found, "output", table, detail_name(detail),
                       detail_name(b.output.at(table)));
}

/// Base values that differ; a parameter whose values all change alike is named once.
void compare_parameters(const LoadedScenario& a, const LoadedScenario& b,
                        std::vector<Difference>& found) {
  const auto& declared = migration::migration_parameters().all();
  for (uint32_t p = 0; p < declared.size(); ++p) {
    const auto in_a = a.scenario.plan.base().all(ParameterId{p});
    const auto in_b = b.scenario.plan.base().all(ParameterId{p});
    std::vector<Difference> each;
    for (size_t i = 0; i < std::min(in_a.size(), in_b.size()); ++i) {
      std::string name = declared[p].name;
      for (const auto& space : a.spaces)
        if (space.name == declared[p].dimension) name += "[" + space.labels[i] + "]";
      add_if_different(each, "parameter", name, fmt::format("{}", in_a[i]),
                       fmt::format("{}", in_b[i]));
    }
    const bool alike = each.size() > 1 && each.size() == in_a.size() &&
                       std::all_of(each.begin(), each.end(), [&](const Difference& d) {
                         return d.a == each[0].a && d.b == each[0].b;
                       });
    if (alike) {
      each.resize(1);
      each[0].name = declared[p].name;
    }
    found.insert(found.end(), each.begin(), each.end());
  }
}

const DocumentNode* policy_node(const Document& document, const std::string& id) {
  const DocumentNode* policies = document.root().find("policy");
  if (policies)
    for (const auto& policy : policies->items)
      if (const auto* found = policy.find("id"); found && found->text == id) return &policy;
  return nullptr;
}

std::string key_text(const DocumentNode* policy, const std::string& key) {
  const DocumentNode* node = policy ? policy->find(key) : nullptr;
  return node ? as_toml(*node) : "-";
}

void compare_policy(const Document& a, const Document& b, const std::string& id,
                    std::vector<Difference>& found) {
  const DocumentNode *in_a = policy_node(a, id), *in_b = policy_node(b, id);
  if (!in_a || !in_b) {
    found.push_back({"policy", id, in_a ? "there" : "-", in_b ? "there" : "-"});
    return;
  }
  for (const auto& [key, node] : in_a->entries)
    add_if_different(found, "policy", id + "." + key, as_toml(node), key_text(in_b, key));
  for (const auto& [key, node] : in_b->entries)
    if (!in_a->find(key)) found.push_back({"policy", id + "." + key, "-", as_toml(node)});
}

/// Tables by the number of rows that differ, and the first of these.
void compare_figures(const LoadedScenario& a, const LoadedScenario& b,
                     std::vector<Difference>& found) {
  for (const auto& table : compare_tables(a, b)) {
    const std::string count =
        fmt::format("{} {}", table.n_rows, table.n_rows == 1 ? "row differs" : "rows differ");
    found.push_back({"table", table.table, count, count});
    for (const auto& cell : table.first)
      found.push_back({"table", table.table + "[" + cell.place + "]", cell.a, cell.b});
  }
}

std::vector<Difference> differences(const LoadedScenario& a, const LoadedScenario& b) {
  std::vector<Difference> found;
  compare_settings(a.scenario, b.scenario, found);
  compare_figures(a, b, found);
  compare_parameters(a, b, found);
  for (const auto& policy : a.scenario.policies)
    compare_policy(a.document, b.document, policy.id, found);
  for (const auto& policy : b.scenario.policies)
    if (!policy_node(a.document, policy.id))
      compare_policy(a.document, b.document, policy.id, found);
  return found;
}

/// From which month on their parameters differ; the months before can be shared by their runs.
std::optional<PlanDifference> parting(const LoadedScenario& a, const LoadedScenario& b) {
  const Month from = std::min(a.scenario.start, b.scenario.start);
  const Month to = std::max(a.scenario.end, b.scenario.end);
  return first_difference(migration::migration_parameters(), a.scenario.plan, b.scenario.plan, from,
                          to);
}

void print_json(const std::vector<Difference>& found, const std::optional<PlanDifference>& parts) {
  nlohmann::ordered_json made{{"differences", nlohmann::ordered_json::array()}};
  for (const auto& d : found)
    made["differences"].push_back({{"kind", d.kind}, {"name", d.name}, {"a", d.a}, {"b", d.b}});
  made["parameters_differ_from"] = nullptr;
  if (parts)
    made["parameters_differ_from"] = {{"month", parts->month.text()},
                                      {"parameter", parts->parameter}};
  fmt::print("{}\n", json_text(made));
}

void print_text(const std::vector<Difference>& found, const std::optional<PlanDifference>& parts) {
  std::string kind;
  for (const auto& d : found) {
    if (d.kind != kind) fmt::print("{}\n", d.kind);
    kind = d.kind;
    if (d.kind == "table" && d.a == d.b)
      fmt::print("  {}: {}\n", d.name, d.a);
    else
      fmt::print("  {}: {} | {}\n", d.name, d.a, d.b);
  }
  if (parts)
    fmt::print("Their parameters differ from {} on, first {}.\n", parts->month.text(),
               parts->parameter);
  else
    fmt::print("Their parameters are equal in every month.\n");
}

void diff(const DiffOptions& options) {
  const auto both = load_all({options.a, options.b}, options.overrides);
  const LoadedScenario &a = both[0], &b = both[1];
  const auto found = differences(a, b);
  const auto parts = parting(a, b);
  options.json ? print_json(found, parts) : print_text(found, parts);
}

}  // namespace

void add_diff_command(CLI::App& app, int&) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App* command =
      app.add_subcommand("diff", "Print what two scenarios differ by, and from which month on");
  command->add_option("a", options->a, "Scenario file")->required();
  command->add_option("b", options->b, "Scenario file")->required();
  command->add_option("--set", options->overrides, "NAME=VALUE over what both files say")
      ->allow_extra_args(false);
  command->add_flag("--json", options->json, "Print as JSON");
  command->footer(
      "Examples:\n"
      "  rumbo diff scenarios/americas/baseline.toml mine.toml\n"
      "  rumbo diff a.toml b.toml --json");
  command->callback([options] { diff(*options); });
}

}  // namespace rumbo
