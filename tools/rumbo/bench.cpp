// `rumbo bench`: how fast the whole model runs on this machine, and what holds it up.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "engine/base/error.hpp"
#include "engine/output/provenance.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/random/many_draws.hpp"
#include "engine/run/progress.hpp"
#include "tools/bench/machine.hpp"
#include "tools/bench/measure.hpp"
#include "tools/rumbo/bench_ensemble.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/run_plan.hpp"

namespace rumbo {
namespace {

struct BenchOptions {
  std::string scenario = "scenarios/americas/baseline.toml";
  std::vector<double> persons{1e6, 1e7};
  std::vector<int> threads;
  std::vector<std::string> overrides;
  std::string ensemble;  ///< a second scenario; empty = single runs are measured
  int replicates = 30;
  double scale = 0.001;
  std::string instruction_set;  ///< of draws and screening; empty = the widest
  int at_once = 0;
  int months = 12;
  int warm_up = 2;
  int reference_months = 2;
  bool json = false;
  bool quiet = false;
};

nlohmann::ordered_json json_of(const Measurement& m) {
  nlohmann::ordered_json one;
  one["persons"] = m.persons;
  one["threads"] = m.threads;
  one["months"] = m.months;
  one["steps_per_second"] = m.steps_per_second();
  one["steps_per_second_per_core"] = m.steps_per_core();
  one["core_nanoseconds_per_step"] = m.core_nanoseconds();
  one["bytes_per_person_measured"] = m.bytes_measured;
  one["bytes_per_person_planned"] = m.bytes_planned;
  one["slots_per_person"] = m.slots / m.persons;
  one["processor_nanoseconds_per_step"] = m.processor_nanoseconds();
  one["share_woken"] = m.woken;
  one["share_active"] = m.active;
  one["table_milliseconds_per_month"] = m.table_milliseconds();
  one["copy_bytes_per_second"] = m.bandwidth;
  one["busy_share"] = m.busy();
  for (const auto& phase : m.phases)
    one["phases"].push_back(
        {{"name", phase.name},
         {"kind", phase.kind},
         {"milliseconds_per_month", 1e3 * phase.seconds / m.months},
         {"processor_milliseconds_per_month", 1e3 * phase.processor_seconds / m.months}});
  return one;
}

nlohmann::ordered_json json_of(const ReferenceSpeed& r) {
  return {{"persons", r.persons},
          {"months", r.months},
          {"steps_per_second", r.steps_per_second()},
          {"processor_nanoseconds_per_step", r.processor_nanoseconds()}};
}

void print_table(const std::vector<Measurement>& all) {
  fmt::print(
      "{:>9} {:>7} {:>8} {:>8} {:>7} {:>7} {:>8} {:>7} {:>6} {:>6} {:>6} {:>7} {:>6} {:>5}\n",
      "persons", "threads", "million", "million", "core ns", "cpu ns", "bytes", "bytes", "slots",
      "woken", "active", "tables", "copy", "busy");
  fmt::print(
      "{:>9} {:>7} {:>8} {:>8} {:>7} {:>7} {:>8} {:>7} {:>6} {:>6} {:>6} {:>7} {:>6} {:>5}\n", "",
      "", "steps/s", "a core", "a step", "a step", "measured", "planned", "each", "%", "%",
      "ms/mon", "GB/s", "");
  for (const auto& m : all)
    fmt::print(
        "{:>9.3g} {:>7} {:>8.1f} {:>8.1f} {:>7.1f} {:>7.1f} {:>8.1f} {:>7.1f} {:>6.2f} {:>6.2f} "
        "{:>6.2f} "
        "{:>7.2f} {:>6.1f} {:>5.2f}\n",
        m.persons, m.threads, m.steps_per_second() / 1e6, m.steps_per_core() / 1e6,
        m.core_nanoseconds(), m.processor_nanoseconds(), m.bytes_measured, m.bytes_planned,
        m.slots / m.persons, 100 * m.woken, 100 * m.active, m.table_milliseconds(),
        m.bandwidth / 1e9, m.busy());
}

/// Processor time by phase, one column a measurement: where the time goes, whatever others take.
void print_phases(const std::vector<Measurement>& all) {
  fmt::print("\nprocessor nanoseconds a person-step, by phase\n{:<20} {:<8}", "phase", "kind");
  for (const auto& m : all) fmt::print(" {:>10}", fmt::format("{:.3g} x{}", m.persons, m.threads));
  fmt::print("\n");
  for (size_t p = 0; p < all.front().phases.size(); ++p) {
    fmt::print("{:<20} {:<8}", all.front().phases[p].name, all.front().phases[p].kind);
    for (const auto& m : all)
      fmt::print(" {:>10.2f}", 1e9 * m.phases[p].processor_seconds / (m.persons * m.months));
    fmt::print("\n");
  }
  fmt::print("{:<29}", "all");
  for (const auto& m : all) {
    double sum = 0;
    for (const auto& phase : m.phases) sum += phase.processor_seconds;
    fmt::print(" {:>10.2f}", 1e9 * sum / (m.persons * m.months));
  }
  fmt::print("\n");
}

/// The plain model on as many persons as the smallest measurement has.
struct References {
  ReferenceSpeed every_hazard, draw_first;
};

void print_references(const References& references, const std::vector<Measurement>& all) {
  fmt::print("\nplain reference: one struct a person, one thread, the same events\n");
  auto line = [](const char* what, double persons, double steps, double cpu, double ratio) {
    fmt::print(
        "{:<46} {:>9.3g} {:>8.2f} million steps/s {:>8.1f} cpu ns a step {:>7.1f} times slower\n",
        what, persons, steps / 1e6, cpu, ratio);
  };
  const Measurement& fast = all.front();
  auto print = [&](const char* what, const ReferenceSpeed& plain) {
    line(what, plain.persons, plain.steps_per_second(), plain.processor_nanoseconds(),
         plain.processor_nanoseconds() / fast.processor_nanoseconds());
  };
  print("every hazard of everybody in full", references.every_hazard);
  print("moving only where the draw is below its rate", references.draw_first);
}

nlohmann::ordered_json json_of(const EnsembleSpeed& speed) {
  return {{"at_once", speed.split.threads.at_once},
          {"threads_each", speed.split.threads.threads_each},
          {"replicates", speed.n_replicates},
          {"scenarios", speed.n_scenarios},
          {"seconds", speed.seconds},
          {"processor_seconds", speed.processor_seconds},
          {"replicates_per_hour", speed.replicates_per_hour()},
          {"share_of_machine", speed.share_of_machine()}};
}

void print_ensemble(const EnsembleSpeed& speed) {
  fmt::print(
      "{} x {} replicates, {}: {:.1f} s, {:.1f} s of processors, {:.0f} replicates an hour, "
      "{:.0f}% "
      "of the threads\n",
      speed.n_scenarios, speed.n_replicates, split_text(speed.split.threads), speed.seconds,
      speed.processor_seconds, speed.replicates_per_hour(), 100 * speed.share_of_machine());
}

/// A scenario beside the baseline, many replicates: one after the other on all threads, then as
/// `rumbo run` shares them out.
void bench_ensemble(const BenchOptions& options) {
  RunOptions run;
  run.paths = {options.scenario, options.ensemble};
  run.overrides = options.overrides;
  run.replicates = options.replicates;
  run.scale = options.scale;
  run.threads = options.threads.empty() ? available_threads() : options.threads.front();
  run.at_once = options.at_once;
  const RunPlan plan = plan_run(run);
  const std::vector<RunSplit> splits = options.at_once == 1
                                           ? std::vector{plan.split}
                                           : std::vector{RunSplit{{1, run.threads}}, plan.split};
  Progress progress(
      plan.ensemble.months_per_replicate() * plan.ensemble.replicates.size() * splits.size(),
      options.quiet);
  std::vector<EnsembleSpeed> all;
  for (const RunSplit& split : splits)
    all.push_back(measure_ensemble(plan, run.threads, split, progress));
  progress.finish();
  if (!options.json) {
    fmt::print("{}; {} and {} at {:.3g}\n", machine_name(), options.scenario, options.ensemble,
               options.scale);
    for (const auto& speed : all) print_ensemble(speed);
    return;
  }
  nlohmann::ordered_json report;
  report["machine"] = machine_name();
  report["instruction_set"] = screening_instruction_set();
  report["program"] = build_facts().version;
  report["scenarios"] = run.paths;
  report["scale"] = options.scale;
  for (const auto& speed : all) report["ensembles"].push_back(json_of(speed));
  fmt::print("{}\n", json_text(report));
}

void bench(const BenchOptions& options) {
  RunOptions run;
  run.paths = {options.scenario};
  run.overrides = options.overrides;
  const RunPlan plan = plan_run(run);
  std::vector<int> threads = options.threads;
  if (threads.empty())
    for (int n = 1; n <= available_threads(); n *= 2) threads.push_back(n);
  const auto n_runs = options.persons.size() * threads.size();
  Progress progress(n_runs * static_cast<size_t>(2 * options.months + options.warm_up) +
                        2 * static_cast<size_t>(options.reference_months),
                    options.quiet);
  const auto tell = [&](uint64_t n_persons) { progress.month_done(n_persons); };
  std::vector<Measurement> all;
  for (double persons : options.persons)
    for (int n : threads)
      all.push_back(measure(*plan.setup, {persons, n, options.months, options.warm_up}, tell));
  References references;
  if (options.reference_months > 0) {
    const double fewest = *std::min_element(options.persons.begin(), options.persons.end());
    auto plainly = [&](migration::PlainStyle style) {
      return measure_reference(*plan.setup, fewest, options.reference_months, style, tell);
    };
    references = {plainly(migration::PlainStyle::every_hazard),
                  plainly(migration::PlainStyle::draw_first)};
  }
  progress.finish();
  if (options.json) {
    nlohmann::ordered_json report;
    report["machine"] = machine_name();
    report["instruction_set"] = screening_instruction_set();
    report["program"] = build_facts().version;
    report["scenario"] = options.scenario;
    for (const auto& m : all) report["measurements"].push_back(json_of(m));
    if (options.reference_months > 0)
      report["plain_reference"] = {{"every_hazard", json_of(references.every_hazard)},
                                   {"draw_first", json_of(references.draw_first)}};
    fmt::print("{}\n", json_text(report));
    return;
  }
  fmt::print("{}, {}; {}, {} months timed\n\n", machine_name(), screening_instruction_set(),
             options.scenario, options.months);
  print_table(all);
  print_phases(all);
  if (options.reference_months > 0) print_references(references, all);
}

}  // namespace

void add_bench_command(CLI::App& app, int& status) {
  auto options = std::make_shared<BenchOptions>();
  auto* command = app.add_subcommand("bench", "Measure the speed of the whole model here");
  command->add_option("scenario", options->scenario, "Scenario whose first months are timed")
      ->capture_default_str();
  command->add_option("--persons", options->persons, "Simulated persons, a list (1e6,1e7)")
      ->delimiter(',')
      ->check(CLI::Range(1e4, 1e9));
  command->add_option("--threads", options->threads, "Threads, a list (1,2)")
      ->delimiter(',')
      ->check(CLI::Range(1, 4096));
  command->add_option("--months", options->months, "Months timed")
      ->capture_default_str()
      ->check(CLI::Range(1, 1200));
  command->add_option("--warm-up", options->warm_up, "Months before, not timed")
      ->capture_default_str()
      ->check(CLI::Range(0, 1200));
  command
      ->add_option("--reference-months", options->reference_months,
                   "Months of the plain reference, on the fewest persons; 0 = none")
      ->capture_default_str()
      ->check(CLI::Range(0, 1200));
  command->add_option("--ensemble", options->ensemble,
                      "Time whole runs of this scenario beside the first instead, one after the "
                      "other and side by side");
  command->add_option("--replicates", options->replicates, "Replicates of --ensemble")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000000));
  command->add_option("--scale", options->scale, "Scale of --ensemble")
      ->capture_default_str()
      ->check(CLI::Range(1e-9, 1.0));
  command->add_option("--at-once", options->at_once, "Runs at once of --ensemble, as rumbo run")
      ->check(CLI::Range(1, 4096));
  command->add_option("--set", options->overrides, "NAME=VALUE in the scenario");
  command->add_option("--instruction-set", options->instruction_set,
                      "Of draws and screening instead of the widest here: plain, sse2, avx2, "
                      "avx512");
  command->add_flag("--json", options->json, "JSON");
  command->add_flag("--quiet", options->quiet, "No progress");
  command->footer(
      "Examples:\n"
      "  rumbo bench\n"
      "  rumbo bench --persons 1e8 --threads 2 --months 6 --json\n"
      "  rumbo bench --ensemble scenarios/policies/regularization.toml --replicates 30");
  command->callback([options, &status] {
    if (!options->instruction_set.empty()) use_screening_instruction_set(options->instruction_set);
    options->ensemble.empty() ? bench(*options) : bench_ensemble(*options);
    status = 0;
  });
}

}  // namespace rumbo
