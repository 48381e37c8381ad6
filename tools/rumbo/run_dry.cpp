// `rumbo run --dry-run`: what a run needs, before it starts.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ctime>

#include "engine/parallel/parallel.hpp"
#include "engine/run/progress.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/run_plan.hpp"
#include "tools/rumbo/run_time.hpp"

namespace rumbo {
namespace {

std::string gigabytes(double bytes) {
  if (std::isinf(bytes)) return "an unknown amount";
  return bytes < 1e9 ? fmt::format("{:.0f} MB", bytes / 1e6)
                     : fmt::format("{:.1f} GB", bytes / 1e9);
}

void print_scenarios(const RunPlan& plan) {
  fmt::print("scenarios   {}\n", plan.scenarios.size());
  for (size_t k = 0; k < plan.scenarios.size(); ++k) {
    const Month fork = plan.ensemble.fork_month[k];
    const std::string how = k == 0 ? "run from the start"
                            : fork >= plan.ensemble.end
                                ? "never differs from the first"
                                : "differs from the first from " + fork.text() + " on";
    fmt::print("            {}: {}\n", plan.scenarios[k].scenario.name, how);
  }
}

/// "2.4 s" below ten seconds, then as progress lines say it.
std::string short_duration(double seconds) {
  return seconds < 10 ? fmt::format("{:.1f} s", seconds) : duration_text(seconds);
}

/// Over the whole run. Months that scenarios share, and those of one scenario, come one after the
/// other; no more go on at once than there are processors.
double runs_done_at_once(const RunPlan& plan, int processors) {
  const int at_once = std::min(plan.split.threads.at_once, processors);
  const EnsemblePlan& ensemble = plan.ensemble;
  const auto n_replicates = static_cast<double>(ensemble.replicates.size());
  const auto separate = std::count_if(ensemble.fork_month.begin() + 1, ensemble.fork_month.end(),
                                      [&](Month fork) { return fork <= ensemble.start; });
  const double all = n_replicates * static_cast<double>(ensemble.months_per_replicate());
  const double rounds = std::ceil(n_replicates * static_cast<double>(1 + separate) / at_once);
  return all / std::max(all / at_once, rounds * (ensemble.end - ensemble.start));
}

void print_time(const RunOptions& options, const RunPlan& plan) {
  const int threads = options.threads > 0 ? options.threads : available_threads();
  const TimeEstimate time = estimate_time(plan, threads, available_threads());
  fmt::print("time        about {} on {} threads, by a probe of {:.0f} persons\n",
             short_duration(time.seconds), threads, time.persons_of_probe);
}

}  // namespace

TimeEstimate estimate_time(const RunPlan& plan, int threads, int processors) {
  const SideBySide& split = plan.split.threads;
  const int wanted = split.at_once > 1 ? split.threads_each : threads;
  // For another computer: loops there are taken to gain from every processor more.
  const int here =
      processors > available_threads() ? std::min(wanted, available_threads()) : wanted;
  const ThreadLimit limit(here);
  // What has been spent so far, on reading scenarios and tables, the run will spend again.
  const double seconds_to_load = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
  note("stepping two small populations through the run to measure this machine; some seconds");
  const SpeedProbes probes = measure_speed(plan);
  const double of_runs =
      estimated_seconds(probes.small, probes.large, work_of(plan), probes.at_size);
  const double seconds = of_runs / runs_done_at_once(plan, processors) * here / wanted;
  return {seconds_to_load + seconds, probes.large.persons};
}

void print_dry_run(const RunOptions& options, const RunPlan& plan) {
  print_scenarios(plan);
  fmt::print("months      {} to {}, {} replicates\n", plan.ensemble.start.text(),
             (plan.ensemble.end - 1).text(), plan.ensemble.replicates.size());
  fmt::print("persons     {:.0f} simulated at the start, {:.1f} bytes each\n",
             plan.memory.persons_at_start, plan.memory.bytes_per_person());
  fmt::print("threads     {}\n", split_text(plan.split.threads));
  if (plan.parts_through_files)
    fmt::print("            scenarios part through a file: memory holds one run\n");
  fmt::print("memory      {} needed, {} free\n", gigabytes(plan.split.bytes_needed),
             gigabytes(plan.memory_available));
  fmt::print("disk        at most {} before compression, checkpoints included\n",
             gigabytes(plan.disk_needed));
  print_time(options, plan);
}

}  // namespace rumbo
