// `rumbo run --from`: scenarios that start from the checkpoints of a shared history.
#include <fmt/format.h>

#include <optional>

#include "engine/base/error.hpp"
#include "engine/output/checkpoint.hpp"
#include "engine/output/identity.hpp"
#include "engine/run/signals.hpp"
#include "models/migration/registry.hpp"
#include "tools/rumbo/run_history.hpp"

namespace rumbo {
namespace {

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

/// The month that a history ends in.
Month month_of_history(LoadArchive& archive, const RunPlan& plan) {
  int32_t month = 0;
  archive.value("run/month", month);
  archive.require(month > plan.setup->start.count() && month < plan.setup->end.count(), "run/month",
                  "names a month outside the run");
  return Month(month);
}

/// Reads of a history what says whether a scenario may start from it, and its month.
Month require_history_of(LoadArchive& archive, const RunPlan& plan, size_t scenario) {
  require_same_run(archive, plan, scenario);
  ParameterPlan saved = plan.setup->plans[scenario];
  archive.begin_names_with("history/");
  saved.visit(archive);
  archive.begin_names_with("");
  const Month month = month_of_history(archive, plan);
  require_same_history(archive, saved, plan, scenario, month);
  return month;
}

}  // namespace

std::unique_ptr<Simulation> branch_from(const RunOptions& options, const RunPlan& plan,
                                        size_t scenario, uint32_t replicate) {
  LoadArchive archive(history_path(options.from, replicate));
  require_history_of(archive, plan, scenario);
  auto simulation =
      std::make_unique<migration::MigrationSimulation>(plan.setup, scenario, replicate);
  simulation->visit(archive);
  archive.finish();
  return simulation;
}

Month require_histories(const RunOptions& options, const RunPlan& plan) {
  // What goes on or is there already may be done with a replicate, and its history be gone.
  const bool may_lack =
      options.resume || (!options.overwrite && std::filesystem::exists(plan.result));
  std::optional<Month> first;
  for (const uint32_t replicate : plan.ensemble.replicates) {
    const std::string path = history_path(options.from, replicate);
    if (may_lack && first && !std::filesystem::exists(path)) continue;
    leave_if_told_to_stop();
    LoadArchive archive(path);
    for (size_t scenario = 0; scenario < plan.scenarios.size(); ++scenario) {
      const Month month = require_history_of(archive, plan, scenario);
      if (first && month != *first)
        throw InputError(fmt::format("{}: its history ends in {}, that of replicate {} in {}", path,
                                     month.text(), plan.ensemble.replicates.front(),
                                     first->text()));
      first = month;
    }
  }
  return *first;
}

}  // namespace rumbo
