// See run_plan.hpp.
#include "tools/rumbo/run_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engine/base/error.hpp"
#include "engine/base/limits.hpp"
#include "engine/output/provenance.hpp"
#include "engine/parallel/parallel.hpp"
#include "models/migration/registry.hpp"
#include "models/migration/schedule.hpp"
#include "tools/rumbo/pairing_record.hpp"
#include "tools/rumbo/run_place.hpp"
#include "tools/rumbo/worlds.hpp"

namespace rumbo {
namespace {

using migration::EnsembleSetup;

std::vector<std::string> all_overrides(const RunOptions& options) {
  std::vector<std::string> overrides = options.overrides;
  if (options.replicates > 0)
    overrides.push_back(fmt::format("random.replicates={}", options.replicates));
  if (options.scale > 0) overrides.push_back(fmt::format("population.scale={}", options.scale));
  return overrides;
}

/// 32 bits of key from a seed of 64.
uint32_t seed_key(uint64_t seed) {
  return static_cast<uint32_t>(seed ^ (seed >> 32));
}

/// World of each scenario, one for all that were read from the same tables.
std::vector<std::shared_ptr<const migration::World>> worlds_of(
    const std::vector<LoadedScenario>& loaded) {
  std::vector<std::shared_ptr<const migration::World>> worlds;
  for (size_t k = 0; k < loaded.size(); ++k) {
    worlds.push_back(loaded[k].world);
    for (size_t i = 0; i < k; ++i)
      if (have_same_tables(loaded[i], loaded[k])) {
        worlds.back() = worlds[i];
        break;
      }
  }
  return worlds;
}

std::shared_ptr<EnsembleSetup> setup_of(const std::vector<LoadedScenario>& loaded) {
  auto setup = std::make_shared<EnsembleSetup>();
  const Scenario& first = loaded.front().scenario;
  setup->worlds = worlds_of(loaded);
  setup->world = setup->worlds.front();
  for (const auto& one : loaded) {
    setup->plans.push_back(one.scenario.plan);
    setup->waiting.push_back(one.scenario.waiting);
  }
  setup->start = first.start;
  setup->end = first.end;
  setup->scale = first.scale;
  setup->seed = seed_key(first.seed);
  setup->panel = first.panel;
  for (const auto& table : loaded.front().tables) {
    const auto detail = first.output.find(table.name);
    const Detail kept = detail == first.output.end() ? Detail::annual : detail->second;
    setup->kept.push_back(kept != Detail::none);
    setup->is_monthly = setup->is_monthly || kept == Detail::monthly;
  }
  return setup;
}

EnsemblePlan ensemble_of(const std::vector<LoadedScenario>& loaded) {
  EnsemblePlan plan;
  const Scenario& first = loaded.front().scenario;
  for (int r = 0; r < first.replicates; ++r) plan.replicates.push_back(static_cast<uint32_t>(r));
  plan.start = first.start;
  plan.end = first.end;
  for (const auto& one : loaded) {
    const auto difference = first_difference(migration::migration_parameters(), first.plan,
                                             one.scenario.plan, plan.start, plan.end);
    const auto waits = first_difference(first.waiting, one.scenario.waiting, plan.start, plan.end);
    const Month parts =
        std::min(difference ? difference->month : plan.end, waits.value_or(plan.end));
    // With tables of its own nothing is shared, not even the months in which they say the same.
    const bool has_same_tables = have_same_tables(loaded.front(), one);
    plan.fork_month.push_back(has_same_tables ? parts : plan.start);
    plan.shares_start.push_back(
        has_same_tables &&
        start_alike(migration::migration_parameters(), first.plan, one.scenario.plan, plan.start));
  }
  return plan;
}

using FileDigests = std::map<std::string, std::string>;  // sha256 by path

/// Every file that the scenarios and their worlds were read from.
FileDigests input_digests(const RunPlan& plan) {
  FileDigests digests;
  for (const auto& one : plan.scenarios)
    for (const auto* files : {&one.world->files, &one.document.files()})
      for (const auto& file : *files)
        if (digests.count(file) == 0) digests[file] = sha256_of_file(file);
  return digests;
}

/// Digest of the tables that a scenario was read from, by their content.
std::string tables_digest(const migration::World& world, const FileDigests& digests) {
  std::string text;
  for (const auto& file : world.files) text += digests.at(file) + "\n";
  return sha256(text);
}

ScenarioRecord record_of(const RunPlan& plan, size_t k, const FileDigests& digests) {
  const LoadedScenario& one = plan.scenarios[k];
  const Scenario& s = one.scenario;
  const Month fork = plan.ensemble.fork_month[k];
  const auto since = k > 0 && fork < plan.ensemble.end ? std::optional(fork) : std::nullopt;
  const std::string text =
      s.canonical_text + fmt::format("\nseed {} scale {} tables {}", s.seed, s.scale,
                                     tables_digest(*one.world, digests));
  return {s.name, sha256(text), s.resolved_text, s.source_text,
          pairing_record(one, digests, since)};
}

/// Each question once, in the order of the scenarios.
std::string questions_of(const std::vector<LoadedScenario>& scenarios) {
  std::vector<std::string> questions;
  for (const auto& one : scenarios)
    if (const auto& asked = one.scenario.question;
        !asked.empty() && std::find(questions.begin(), questions.end(), asked) == questions.end())
      questions.push_back(asked);
  return fmt::format("{}", fmt::join(questions, " "));
}

RunFacts facts_of(const RunOptions& options, const RunPlan& plan, const FileDigests& digests) {
  RunFacts facts;
  std::vector<std::string> titles;
  for (const auto& one : plan.scenarios)
    titles.push_back(one.scenario.title.empty() ? one.scenario.name : one.scenario.title);
  facts.title = title_of_scenarios(titles);
  facts.question = questions_of(plan.scenarios);
  facts.command_line = options.command_line;
  facts.seed = plan.scenarios.front().scenario.seed;
  facts.threads = options.threads > 0 ? options.threads : available_threads();
  facts.input_digests.assign(digests.begin(), digests.end());
  return facts;
}

ResultsHeader header_of(const RunOptions& options, const RunPlan& plan) {
  const FileDigests digests = input_digests(plan);
  const Scenario& first = plan.scenarios.front().scenario;
  ResultsHeader header;
  for (size_t k = 0; k < plan.scenarios.size(); ++k)
    header.scenarios.push_back(record_of(plan, k, digests));
  header.replicates = plan.ensemble.replicates;
  header.start = first.start;
  header.times = migration::record_months(first.start, first.end, plan.setup->is_monthly);
  header.tables = plan.scenarios.front().tables;
  if (first.panel > 0) header.events = migration::migration_events(*plan.setup->world);
  header.attributes = provenance(facts_of(options, plan, digests));
  header.attributes.push_back({"scale", first.scale});
  return header;
}

/// Only kept tables are written; blocks hold them all, so tables not kept are left out of both.
void leave_out(ResultsHeader& header, const std::vector<bool>& kept) {
  std::vector<TableDeclaration> tables;
  for (size_t t = 0; t < header.tables.size(); ++t)
    if (kept[t]) tables.push_back(header.tables[t]);
  header.tables = std::move(tables);
}

std::string joined_names(const std::vector<LoadedScenario>& loaded) {
  std::string name;
  for (const auto& one : loaded) name += (name.empty() ? "" : "+") + one.scenario.name;
  if (name.size() <= 80) return name;
  return loaded.front().scenario.name + fmt::format("+{}-more", loaded.size() - 1);
}

/// One digest over the scenarios' own.
std::string digest_of_scenarios(const ResultsHeader& header) {
  std::string text;
  for (const auto& scenario : header.scenarios) text += scenario.digest + "\n";
  return sha256(text);
}

std::string identity_of(const RunPlan& plan) {
  IdentityLines lines = shared_identity(plan, 0);
  lines.emplace_back("scenarios", digest_of_scenarios(plan.header));
  lines.emplace_back("replicates", std::to_string(plan.ensemble.replicates.size()));
  for (const auto& attribute : plan.header.attributes)
    if (attribute.name == "input_digests")
      lines.emplace_back("input files", sha256(std::get<std::string>(attribute.value)));
  return identity_text(lines);
}

}  // namespace

IdentityLines shared_identity(const RunPlan& plan, size_t scenario) {
  IdentityLines lines = program_identity();
  const auto add = [&](const char* what, std::string value) {
    lines.emplace_back(what, std::move(value));
  };
  std::string tables, files;
  for (const auto& table : plan.header.tables) tables += declaration_text(table);
  for (const auto& file : plan.setup->world_in(scenario)->files) files += sha256_of_file(file);
  add("schedule", sha256(migration::migration_schedule().text()));
  add("tables of results", sha256(tables));
  add("tables of figures", sha256(files));
  add("start", plan.setup->start.text());
  add("end", plan.ensemble.end.text());
  add("seed", std::to_string(plan.setup->seed));
  add("scale", fmt::format("{}", plan.setup->scale));
  add("records", plan.setup->is_monthly ? "monthly" : "annual");
  add("panel", std::to_string(plan.setup->panel));
  return lines;
}

std::vector<std::string> mistakes_with_first(const std::vector<LoadedScenario>& loaded, size_t k) {
  std::vector<std::string> mistakes;
  const Scenario& first = loaded.front().scenario;
  const Scenario& s = loaded[k].scenario;
  const auto demand = [&](bool is_same, const char* what) {
    if (!is_same)
      mistakes.push_back(
          fmt::format("{}: {} is not that of {}; scenarios that are compared must share it", s.path,
                      what, first.path));
  };
  demand(s.start == first.start && s.end == first.end, "[time]");
  demand(s.scale == first.scale, "population.scale");
  demand(s.seed == first.seed, "random.seed");
  demand(s.replicates == first.replicates, "random.replicates");
  demand(s.panel == first.panel, "output.panel");
  for (auto& sentence : unlike_worlds(loaded.front(), loaded[k]))
    mistakes.push_back(std::move(sentence));
  for (size_t i = 0; i < k; ++i)
    if (loaded[i].scenario.name == s.name) {
      mistakes.push_back(s.path + ": a scenario named '" + s.name +
                         "' is there already; rename the file");
      break;
    }
  return mistakes;
}

RunPlan plan_of(const RunOptions& options, std::vector<LoadedScenario> scenarios) {
  RunPlan plan;
  plan.scenarios = std::move(scenarios);
  std::vector<std::string> mistakes;
  for (size_t k = 0; k < plan.scenarios.size(); ++k)
    for (auto& sentence : mistakes_with_first(plan.scenarios, k))
      mistakes.push_back(std::move(sentence));
  if (!mistakes.empty()) throw InputError(mistakes);
  plan.setup = setup_of(plan.scenarios);
  plan.ensemble = ensemble_of(plan.scenarios);
  plan.header = header_of(options, plan);
  leave_out(plan.header, plan.setup->kept);
  plan.identity = identity_of(plan);
  plan.header.attributes.push_back({identity_attribute, plan.identity});
  const std::string name = options.name.empty() ? joined_names(plan.scenarios) : options.name;
  plan.result = std::filesystem::path(options.folder) / (name + ".h5");
  plan_memory(options, plan);
  return plan;
}

RunPlan plan_run(const RunOptions& options) {
  return plan_of(options, load_all(options.paths, all_overrides(options)));
}

}  // namespace rumbo
