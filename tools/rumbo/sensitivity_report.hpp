// Which parameters of a sweep matter for which outputs: the analysis as data, and as text, JSON or
// CSV.
//
// May include: tools.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tools/rumbo/sensitivity_methods.hpp"
#include "tools/rumbo/series_reader.hpp"

namespace rumbo {

/// Of which numbers a sensitivity is wanted.
enum class SensitivityOf {
  levels_and_effects,  ///< the baseline's level, and the effect of every other scenario
  level,               ///< of one scenario
  effects              ///< of one scenario or all, against the baseline
};

struct SensitivityRequest {
  std::vector<std::string> series{};  ///< names of those that count; empty = all that were read
  std::string baseline{};             ///< "" = the first scenario
  std::string scenario{};             ///< "" = none asked for
  SensitivityOf of = SensitivityOf::levels_and_effects;
  std::optional<SensitivityMethod> method{};  ///< nothing = what the design allows
  /// Months, both included; nothing = the whole run of levels, and of effects from the first
  /// difference on.
  std::optional<std::pair<std::string, std::string>> between{};
};

/// One output and what each method says of it.
struct SensitivityOutput {
  std::string series, units;
  std::string scenario;
  std::string baseline;  ///< "" = the level of the scenario; else its paired effect
  Month from, to;        ///< first and last month that count
  bool is_state = false;
  PointMoments points{};       ///< over the points of the sweep
  size_t n_known = 0;          ///< points with a number
  double chance_variance = 0;  ///< of a single run about the mean of its point
  size_t chance_freedom = 0;   ///< that it rests on; 0 = not known
  bool is_constant = false;    ///< the same at every point, so that nothing is found
  std::vector<MethodFindings> methods{};
  std::string refusal{};  ///< why a method was left out, a sentence; "" = none was
};

struct SensitivityReport {
  std::string kind;  ///< of the design
  std::vector<std::string> parameters;
  size_t n_points = 0;
  uint32_t replicates = 1;        ///< of a point
  size_t n_failed = 0;            ///< runs
  std::string example_of_failed;  ///< the message of the first; "" = none
  std::vector<SensitivityOutput> outputs;
  std::vector<std::string> notes;  ///< whole sentences
};

/// throws InputError  no sweep in the file, a design that does not fit the method, an unknown
///                    series or scenario (with the nearest name), or nothing that can be analysed
SensitivityReport analyse_sensitivity(const ReadSeries& read, const SensitivityRequest& request);

enum class ShownParameters { most_important, all };
/// Without --all, so many parameters of an output are shown.
inline constexpr size_t most_parameters_shown = 15;

std::string as_text(const SensitivityReport& report, ShownParameters shown);
std::string as_json(const SensitivityReport& report);
/// A line for each output, method, parameter and measure.
std::string as_csv(const SensitivityReport& report);

/// Name of a measure as JSON and CSV have it.
struct NamedEstimate {
  const char* name;
  Estimate estimate;
};
/// The measures of an influence that its method has, the one that ranks first.
std::vector<NamedEstimate> measures_of(SensitivityMethod method, const Influence& influence);

/// "effect of quota on moves, 2000-01 to 2003-12 (persons)"
std::string title_of(const SensitivityOutput& output);

}  // namespace rumbo
