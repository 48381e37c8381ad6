// The analysis of a sweep, output by output. See sensitivity_report.hpp.
#include "tools/rumbo/sensitivity_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"
#include "tools/rumbo/samples.hpp"
#include "tools/rumbo/scenario_window.hpp"

namespace rumbo {

namespace {

/// Runs an emulator needs unless it is asked for: so many a parameter, or so many in all.
constexpr size_t runs_a_parameter = 10, runs_in_all = 60;
/// All emulators together take no longer unless they are asked for.
constexpr double most_seconds_of_emulators = 60;

/// Rough: a quarter of a minute for 400 points of 40 parameters, by the cube of the points.
double seconds_of_emulator(size_t n_points, size_t n_parameters) {
  const double points = static_cast<double>(n_points) / 400;
  return 15 * points * points * points * static_cast<double>(n_parameters) / 40;
}

void check_name(const std::string& what, const std::string& name,
                const std::vector<std::string>& names) {
  if (std::find(names.begin(), names.end(), name) == names.end())
    throw InputError(fmt::format("{}: there is none named '{}'; expected {}", what, name,
                                 expected_one_of(name, names)));
}

/// Works through the outputs of a sweep.
class SensitivityAnalyst {
 public:
  SensitivityAnalyst(const ReadSeries& read, const SensitivityRequest& request)
      : read_(read), request_(request), sweep_(checked_sweep(read)) {
    design_ = design_of_sweep(sweep_);
    report_.kind = sweep_.kind;
    report_.parameters = design_.names;
    report_.n_points = sweep_.n_points();
    report_.replicates = sweep_.replicates;
    report_.n_failed = sweep_.failed.size();
    if (!sweep_.failed.empty()) report_.example_of_failed = sweep_.failed.front().message;
    report_.notes = read.notes;
  }

  SensitivityReport run() {
    check_request();
    add_outputs();
    choose_methods();
    for (size_t i = 0; i < report_.outputs.size(); ++i) analyse(report_.outputs[i], values_[i]);
    refuse_if_nothing_was_found();
    return std::move(report_);
  }

 private:
  static const SweepRecord& checked_sweep(const ReadSeries& read) {
    if (!read.sweep)
      throw InputError(
          "the file holds no sweep: all of its runs have the same parameters. rumbo sweep makes "
          "runs with others");
    return *read.sweep;
  }

  void check_request() {
    baseline_ = request_.baseline.empty() ? read_.scenarios.front() : request_.baseline;
    check_name("--baseline", baseline_, read_.scenarios);
    if (!request_.scenario.empty()) check_name("--scenario", request_.scenario, read_.scenarios);
    if (request_.of == SensitivityOf::effects && read_.scenarios.size() < 2)
      throw InputError(fmt::format(
          "--effect: the file holds only the scenario '{}', so there is no effect", baseline_));
    if (request_.of == SensitivityOf::effects && request_.scenario == baseline_)
      throw InputError(fmt::format(
          "--effect: '{}' is the baseline itself; name another scenario with --scenario",
          baseline_));
    if (request_.method)
      if (const auto sentence = misfit(*request_.method, design_); !sentence.empty())
        throw InputError(fmt::format("--method {}: {}", name_of(*request_.method), sentence));
    std::vector<std::string> names;
    for (const auto& series : read_.series) names.push_back(series.name);
    for (const auto& name : request_.series) check_name("--series", name, names);
  }

  static std::string name_of(SensitivityMethod method) {
    return std::string(sensitivity_method_names[static_cast<size_t>(method)]);
  }

  bool is_wanted(const SeriesValues& series) const {
    return request_.series.empty() || std::find(request_.series.begin(), request_.series.end(),
                                                series.name) != request_.series.end();
  }

  void add_outputs() {
    if (request_.of != SensitivityOf::effects) {
      const std::string& level =
          request_.of == SensitivityOf::level ? request_.scenario : baseline_;
      add_contrast(level, "", window_of_level());
    }
    if (request_.of == SensitivityOf::level) return;
    CompareRequest compared;
    compared.between = request_.between;
    for (const auto& scenario : read_.scenarios) {
      if (scenario == baseline_) continue;
      if (!request_.scenario.empty() && scenario != request_.scenario) continue;
      const auto chosen = choose_window(read_, compared, baseline_, scenario, true);
      for (const auto& note : chosen.notes) add_note(note);
      add_contrast(scenario, baseline_, chosen.window);
    }
  }

  Window window_of_level() {
    if (!request_.between) return {0, read_.records.last.size() - 1};
    std::vector<std::string> notes;
    const Window window =
        window_between(read_.records, request_.between->first, request_.between->second, notes);
    for (const auto& note : notes) add_note(note);
    return window;
  }

  void add_contrast(const std::string& scenario, const std::string& baseline,
                    const Window& window) {
    for (const auto& series : read_.series) {
      if (!is_wanted(series)) continue;
      if (!was_recorded(series, read_.records, window)) {
        add_note(
            fmt::format("left out, for nothing was recorded in these months: {}", series.name));
        continue;
      }
      values_.emplace_back(sweep_, baseline.empty()
                                       ? levels_of(series, scenario, window)
                                       : differences_of(series, baseline, scenario, window));
      const PointValues& values = values_.back();
      SensitivityOutput output{series.name,
                               series.units,
                               scenario,
                               baseline,
                               read_.records.first_month(window.first),
                               read_.records.last[window.last],
                               series.is_state};
      output.points = moments_of_points(values.means);
      output.n_known = values.n_known();
      const Spread within = values.within_points();
      output.chance_variance = within.variance;
      output.chance_freedom = within.freedom;
      output.is_constant = !(output.points.variance > 0);
      report_.outputs.push_back(std::move(output));
    }
  }

  void choose_methods() {
    if (request_.method) {
      methods_ = {*request_.method};
      return;
    }
    if (design_.layout == DesignLayout::trajectories) methods_ = {SensitivityMethod::morris};
    if (design_.layout == DesignLayout::saltelli) methods_ = {SensitivityMethod::sobol};
    if (design_.layout != DesignLayout::single_runs) return;
    methods_ = {SensitivityMethod::regression};
    const size_t n = design_.n_runs();
    if (!fills_cube(design_) || n > most_runs_of_emulator ||
        (n < runs_a_parameter * design_.width() && n < runs_in_all))
      return;
    size_t n_outputs = 0;
    for (const auto& output : report_.outputs) n_outputs += !output.is_constant;
    const double seconds = static_cast<double>(n_outputs) * seconds_of_emulator(n, design_.width());
    if (seconds <= most_seconds_of_emulators)
      methods_.push_back(SensitivityMethod::emulator);
    else
      add_note(fmt::format(
          "emulators of {} outputs would take about {:.0f} minutes and are left out; --method "
          "emulator with --series fits those that you choose",
          n_outputs, std::ceil(seconds / 60)));
  }

  void analyse(SensitivityOutput& output, const PointValues& values) {
    if (output.is_constant) return;
    for (const auto method : methods_) try {
        output.methods.push_back(find_influences(method, design_, values));
      } catch (const InputError& error) {
        output.refusal += (output.refusal.empty() ? "" : "; ") + error.messages().front();
      }
  }

  /// What is wrong with every output is an error; what is wrong with some is said beside them.
  void refuse_if_nothing_was_found() const {
    if (report_.outputs.empty())
      throw InputError(
          "the file holds none of the series that were asked for; see --tables and --where");
    bool is_any_found = false;
    const SensitivityOutput* refused = nullptr;
    for (const auto& output : report_.outputs) {
      is_any_found = is_any_found || !output.methods.empty();
      if (!output.refusal.empty()) refused = &output;
    }
    if (!is_any_found && refused != nullptr) throw InputError(refused->refusal);
  }

  void add_note(const std::string& note) {
    if (std::find(report_.notes.begin(), report_.notes.end(), note) == report_.notes.end())
      report_.notes.push_back(note);
  }

  const ReadSeries& read_;
  const SensitivityRequest& request_;
  const SweepRecord& sweep_;
  Design design_;
  std::string baseline_;
  SensitivityReport report_;
  std::vector<PointValues> values_;  ///< [output]
  std::vector<SensitivityMethod> methods_;
};

}  // namespace

SensitivityReport analyse_sensitivity(const ReadSeries& read, const SensitivityRequest& request) {
  return SensitivityAnalyst(read, request).run();
}

std::vector<NamedEstimate> measures_of(SensitivityMethod method, const Influence& influence) {
  switch (method) {
    case SensitivityMethod::morris:
      return {
          {"mu_star", influence.strength}, {"sigma", influence.shape}, {"mu", influence.direction}};
    case SensitivityMethod::regression:
      return {{"coefficient", influence.strength}};
    case SensitivityMethod::sobol:
    case SensitivityMethod::emulator:
      break;
  }
  return {{"total", influence.strength}, {"first", influence.shape}};
}

std::string title_of(const SensitivityOutput& output) {
  const std::string what = output.baseline.empty()
                               ? fmt::format("{} in {}", output.series, output.scenario)
                               : fmt::format("effect of {} on {}, against {}", output.scenario,
                                             output.series, output.baseline);
  const std::string when = output.is_state
                               ? fmt::format("at the end of {}", output.to.text())
                               : fmt::format("{} to {}", output.from.text(), output.to.text());
  return fmt::format("{} ({}; {})", what, output.units, when);
}

}  // namespace rumbo
