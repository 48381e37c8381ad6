// See sweep_plan.hpp.
#include "tools/rumbo/sweep_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "engine/base/error.hpp"
#include "engine/output/provenance.hpp"
#include "engine/output/writer.hpp"
#include "engine/run/signals.hpp"
#include "engine/scenario/parameter_names.hpp"
#include "models/migration/registry.hpp"
#include "tools/rumbo/headlines.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/run_place.hpp"

namespace rumbo {
namespace {

using migration::EnsembleSetup;
using migration::migration_parameters;

constexpr double most_runs = 1e6;

std::vector<std::string> overrides_of(const SweepOptions& options, const SweepFile& file) {
  std::vector<std::string> overrides = file.overrides;
  overrides.insert(overrides.end(), options.run.overrides.begin(), options.run.overrides.end());
  const int replicates =
      options.run.replicates > 0 ? options.run.replicates : file.replicates.value_or(0);
  if (replicates > 0) overrides.push_back(fmt::format("random.replicates={}", replicates));
  const double scale = options.run.scale > 0 ? options.run.scale : file.scale.value_or(0);
  if (scale > 0) overrides.push_back(fmt::format("population.scale={}", scale));
  return overrides;
}

/// The tables that are kept: those asked for, else those of the headline series.
std::set<std::string> kept_tables(const SweepFile& file,
                                  const std::vector<TableDeclaration>& tables) {
  std::set<std::string> kept;
  for (const auto& series : headline_series())
    if (file.keep.empty()) kept.insert(series.table);
  std::vector<std::string> names, mistakes;
  for (const auto& table : tables) names.push_back(table.name);
  for (const auto& [name, where] : file.keep) {
    if (std::ranges::find(names, name) == names.end()) {
      const std::string near = nearest_name(name, names);
      mistakes.push_back(
          where.prefix() + "output.keep: no table '" + name + "'" +
          (near.empty() ? "; rumbo list tables names them" : "; did you mean '" + near + "'?"));
    }
    kept.insert(name);
  }
  if (!mistakes.empty()) throw InputError(mistakes);
  return kept;
}

/// Lets all scenarios keep only what the sweep keeps.
void choose_output(const SweepFile& file, std::vector<LoadedScenario>& scenarios) {
  const std::set<std::string> kept = kept_tables(file, scenarios.front().tables);
  for (auto& one : scenarios) {
    for (const auto& table : one.tables) {
      Detail& detail = one.scenario.output.try_emplace(table.name, Detail::annual).first->second;
      if (!kept.contains(table.name))
        detail = Detail::none;
      else if (detail == Detail::none)
        detail = Detail::annual;
    }
    if (one.scenario.panel > 0) note(one.scenario.path + ": output.panel is left out of a sweep");
    one.scenario.panel = 0;
  }
}

/// Months in which scenarios part, for any point: policies alone tell, for values are shared.
void plan_parting(SweepPlan& plan) {
  const ParameterRegistry& registry = migration_parameters();
  EnsemblePlan& ensemble = plan.run.ensemble;
  const Scenario& first = plan.run.scenarios.front().scenario;
  for (size_t k = 1; k < ensemble.n_scenarios(); ++k) {
    const Scenario& other = plan.run.scenarios[k].scenario;
    const bool has_own_tables = plan.run.setup->world_in(k) != plan.run.setup->world_in(0);
    Month parts = ensemble.end;
    if (has_own_tables || !(first.plan.base() == other.plan.base())) parts = ensemble.start;
    if (const auto month = first_other_change(first.plan, other.plan, ensemble.start))
      parts = std::min(parts, *month);
    if (const auto month =
            first_difference(first.waiting, other.waiting, ensemble.start, ensemble.end))
      parts = std::min(parts, *month);
    ensemble.fork_month[k] = parts;
    ensemble.shares_start[k] =
        !has_own_tables &&
        start_alike_at_any_base(registry, first.plan, other.plan, ensemble.start);
  }
}

std::string digest_of(const SweepPlan& plan) {
  std::string text = fmt::format("{} {}\n", plan.points.design.kind, plan.replicates);
  for (const auto& factor : plan.points.factors)
    text += fmt::format("{} {} {} {}\n", factor.name, factor.range.low, factor.range.high,
                        scale_name(factor.range.scale));
  return sha256(text + design_text(plan.points));
}

/// Runs of other designs, or of none, are told apart by the scenarios' digests.
void mark_header(SweepPlan& plan) {
  const std::string digest = digest_of(plan);
  ResultsHeader& header = plan.run.header;
  for (auto& scenario : header.scenarios) scenario.digest = sha256(scenario.digest + digest);
  header.replicates.clear();
  for (uint32_t run = 0; run < plan.n_runs(); ++run) header.replicates.push_back(run);
  plan.run.identity += "design: " + digest + "\n";
  for (auto& attribute : header.attributes)
    if (attribute.name == identity_attribute) attribute.value = plan.run.identity;
}

void choose_runs(const SweepTask& task, SweepPlan& plan) {
  auto& runs = plan.run.ensemble.replicates;
  runs.clear();
  for (uint32_t run = 0; run < plan.n_runs(); ++run)
    if (task.has(run, plan.n_runs())) runs.push_back(run);
  if (runs.empty())
    throw InputError(fmt::format("--task {}/{}: this sweep has {} runs; expected no more tasks",
                                 task.number, task.of, plan.n_runs()));
}

bool varies_population(const SweepPlan& plan) {
  return std::ranges::any_of(plan.points.factors, [](const SweepFactor& factor) {
    return migration_parameters()[factor.parameter].read_at_start;
  });
}

}  // namespace

std::string SweepTask::name() const {
  return is_all() ? "all" : fmt::format("{}of{}", number, of);
}

bool SweepTask::has(uint32_t run, uint32_t n_runs) const {
  const auto first = uint64_t{n_runs} * (number - 1) / of, last = uint64_t{n_runs} * number / of;
  return run >= first && run < last;
}

SweepTask task_of(const std::string& text) {
  SweepTask task;
  int read = 0;
  if (std::sscanf(text.c_str(), "%u/%u%n", &task.number, &task.of, &read) != 2 ||
      static_cast<size_t>(read) != text.size() || task.number < 1 || task.number > task.of)
    throw InputError("--task: found '" + text + "'; expected K/N with K from 1 to N, as 2/16");
  return task;
}

SweepPlan plan_sweep(const SweepOptions& options) {
  SweepPlan plan;
  plan.file = read_sweep_file(options.path);
  std::vector<LoadedScenario> scenarios =
      load_all(plan.file.scenarios, overrides_of(options, plan.file));
  leave_if_told_to_stop();
  const LoadedScenario& first = scenarios.front();
  plan.points =
      points_of(plan.file, migration_parameters(),
                factors_of(plan.file, migration_parameters(), first.spaces, first.scenario));
  plan.replicates = static_cast<uint32_t>(first.scenario.replicates);
  if (static_cast<double>(plan.points.n()) * plan.replicates > most_runs)
    throw InputError(fmt::format("{}: {} points x {} replicates; expected at most {:.0f} runs",
                                 options.path, plan.points.n(), plan.replicates, most_runs));
  choose_output(plan.file, scenarios);
  RunOptions run = options.run;
  if (run.name.empty()) run.name = plan.file.name;
  plan.run = plan_of(run, std::move(scenarios));
  plan_parting(plan);
  mark_header(plan);
  choose_runs(options.task, plan);
  plan_memory(run, plan.run);
  plan.folder = parts_folder(plan.run.result);
  plan.place = plan.run.result;
  if (!options.task.is_all())
    plan.place.replace_extension(fmt::format(".task-{}.h5", options.task.name()));
  // A population a replicate stays in memory for the whole sweep.
  const double bytes = plan.run.bytes_run * plan.replicates;
  plan.shares_population =
      !varies_population(plan) && plan.points.n() > 1 && bytes < 0.2 * plan.run.memory_available;
  if (plan.shares_population) plan.run.memory_needed += bytes;
  return plan;
}

std::shared_ptr<const EnsembleSetup> setup_at(const SweepPlan& plan, size_t point) {
  auto setup = std::make_shared<EnsembleSetup>(*plan.run.setup);
  const ParameterRegistry& registry = migration_parameters();
  for (size_t k = 0; k < setup->plans.size(); ++k) {
    setup->plans[k] = plan_at(setup->plans[k], plan.points, point, registry);
    const auto violations = setup->plans[k].out_of_range(registry, setup->start, setup->end);
    if (violations.empty()) continue;
    const RangeViolation& found = violations.front();
    const ParameterDeclaration& declared = registry[found.parameter];
    throw RunError(fmt::format(
        "scenario '{}': {} is {:.6g} in {}; expected {} to {}{}",
        plan.run.scenarios[k].scenario.name,
        full_name(declared, declared.dimension.empty() ? std::nullopt : std::optional(found.index),
                  plan.run.scenarios[k].spaces),
        found.value, found.month.text(), declared.minimum, declared.maximum,
        found.policies.empty() ? "" : fmt::format(", by {}", fmt::join(found.policies, ", "))));
  }
  return setup;
}

const migration::MigrationSimulation& SweepRuns::start_of(uint32_t replicate) {
  Start& start = starts_[replicate];
  const std::lock_guard lock(start.mutex);
  if (!start.simulation)
    start.simulation =
        std::make_unique<migration::MigrationSimulation>(plan_.run.setup, 0, replicate);
  return *start.simulation;
}

std::unique_ptr<Simulation> SweepRuns::make(size_t scenario, uint32_t run) {
  const auto setup = setup_at(plan_, run / plan_.replicates);
  const uint32_t replicate = run % plan_.replicates;
  const bool is_alike = scenario == 0 || plan_.run.ensemble.shares_start[scenario];
  if (plan_.shares_population && is_alike)
    return std::make_unique<migration::MigrationSimulation>(start_of(replicate), setup, scenario);
  return std::make_unique<migration::MigrationSimulation>(setup, scenario, replicate);
}

}  // namespace rumbo
