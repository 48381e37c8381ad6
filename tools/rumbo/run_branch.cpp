// Shared histories: a run up to a month leaves checkpoints that other scenarios start from.
#include <fmt/format.h>

#include "engine/base/error.hpp"
#include "engine/output/checkpoint.hpp"
#include "engine/output/provenance.hpp"
#include "engine/parallel/parallel.hpp"
#include "models/migration/registry.hpp"
#include "models/migration/schedule.hpp"
#include "tools/rumbo/run_plan.hpp"

namespace rumbo {
namespace {

std::string checkpoint_path(const std::string& stem, uint32_t replicate) {
  return fmt::format("{}.r{:04}.h5", stem, replicate);
}

/// What must be equal besides the parameters.
std::string history_text(const RunPlan& plan, size_t scenario) {
  return identity_text(shared_identity(plan, scenario));
}

/// What a scenario waits for before a month, one after the other.
std::string waiting_text(const std::vector<WaitingPolicy>& policies, Month before) {
  std::string text;
  for (const auto& policy : policies)
    if (policy.start < before) text += policy.text;
  return text;
}

/// The history must come from a run like this one; looked at before anything else is loaded, since
/// arrays of another run would only not fit.
void require_same_run(const LoadArchive& archive, const RunPlan& plan, size_t scenario) {
  const std::string difference =
      identity_difference(archive.text("history"), history_text(plan, scenario));
  if (!difference.empty())
    throw InputError(fmt::format("{}: made by another run than this one; different: {}",
                                 archive.path().string(), difference));
}

/// The history must be this scenario's own up to the branch month.
void require_same_history(const LoadArchive& archive, ParameterPlan& saved, const RunPlan& plan,
                          size_t scenario, Month month) {
  const auto difference =
      first_difference(migration::migration_parameters(), saved,
                       plan.scenarios[scenario].scenario.plan, plan.setup->start, month);
  const Scenario& scenario_here = plan.scenarios[scenario].scenario;
  if (!difference && archive.text("waiting") != waiting_text(scenario_here.waiting, month))
    throw InputError(fmt::format(
        "{}: {} waits for something from before {} on that the history did not watch; give its "
        "policies a start of {} or later",
        archive.path().string(), scenario_here.path, month.text(), month.text()));
  if (!difference) return;
  throw InputError(
      fmt::format("{}: its history ends in {}, but {} has another value there already in {}: {} "
                  "(checkpoint {}, {} {})",
                  archive.path().string(), month.text(), plan.scenarios[scenario].scenario.path,
                  difference->month.text(), difference->parameter, difference->a,
                  plan.scenarios[scenario].scenario.name, difference->b));
}

}  // namespace

int run_until(const RunOptions& options, RunPlan& plan) {
  const auto month = Month::parse(options.until);
  if (!month || *month <= plan.ensemble.start || *month >= plan.ensemble.end)
    throw InputError(fmt::format("--until: found '{}'; expected a month after {} and before {}",
                                 options.until, plan.ensemble.start.text(),
                                 plan.ensemble.end.text()));
  if (plan.scenarios.size() != 1)
    throw InputError(
        "--until: give one scenario; the others branch from its checkpoint with --from");
  const std::string stem = (std::filesystem::path(options.folder) /
                            (plan.scenarios.front().scenario.name + ".until-" + month->text()))
                               .string();
  std::filesystem::create_directories(options.folder);
  const ThreadLimit limit(options.threads > 0 ? options.threads : available_threads());
  Progress progress(
      static_cast<uint64_t>(*month - plan.ensemble.start) * plan.ensemble.replicates.size(),
      options.quiet);
  for (uint32_t replicate : plan.ensemble.replicates) {
    migration::MigrationSimulation simulation(plan.setup, 0, replicate);
    while (simulation.month() < *month) {
      simulation.step();
      if (options.audit) simulation.audit();
      progress.month_done(simulation.n_persons());
    }
    SaveArchive archive(checkpoint_path(stem, replicate));
    archive.text("history", history_text(plan, 0));
    archive.text("waiting", waiting_text(plan.setup->waiting.front(), *month));
    archive.begin_names_with("history/");
    plan.setup->plans.front().visit(archive);
    archive.begin_names_with("");
    simulation.visit(archive);
    archive.commit();
  }
  progress.finish();
  fmt::print("{} checkpoints {}.r*.h5; branch with: rumbo run SCENARIO --from {}\n",
             plan.ensemble.replicates.size(), stem, stem);
  return 0;
}

std::unique_ptr<Simulation> branch_from(const RunOptions& options, const RunPlan& plan,
                                        size_t scenario, uint32_t replicate) {
  LoadArchive archive(checkpoint_path(options.from, replicate));
  require_same_run(archive, plan, scenario);
  ParameterPlan saved = plan.setup->plans[scenario];
  archive.begin_names_with("history/");
  saved.visit(archive);
  archive.begin_names_with("");
  int32_t month = 0;
  archive.value("run/month", month);
  archive.require(month > plan.setup->start.count() && month < plan.setup->end.count(), "run/month",
                  "names a month outside the run");
  require_same_history(archive, saved, plan, scenario, Month(month));
  auto simulation =
      std::make_unique<migration::MigrationSimulation>(plan.setup, scenario, replicate);
  simulation->visit(archive);
  archive.finish();
  return simulation;
}

Month branch_month(const RunOptions& options, const RunPlan& plan) {
  LoadArchive archive(checkpoint_path(options.from, plan.ensemble.replicates.front()));
  int32_t month = 0;
  archive.value("run/month", month);
  archive.require(month > plan.setup->start.count() && month < plan.setup->end.count(), "run/month",
                  "names a month outside the run");
  return Month(month);
}

}  // namespace rumbo
