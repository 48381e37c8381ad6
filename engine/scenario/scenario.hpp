// A checked scenario: everything a run needs to know, and nothing left to doubt.
//
// All mistakes of a document are found in one go, each with its place in the
// file, what was found, what was expected and the nearest valid name.
// May include: base, params, tally.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/month.hpp"
#include "engine/base/named_enum.hpp"
#include "engine/params/parameter.hpp"
#include "engine/params/plan.hpp"
#include "engine/scenario/document.hpp"
#include "engine/scenario/lever.hpp"
#include "engine/scenario/mistakes.hpp"
#include "engine/scenario/preset.hpp"
#include "engine/scenario/trigger.hpp"
#include "engine/scenario/uncertainty.hpp"
#include "engine/tally/table.hpp"

namespace rumbo {

/// How often a table is recorded.
enum class Detail { monthly, annual, none };
inline constexpr auto detail_names = names_of<Detail>();

std::string detail_name(Detail detail);

/// Where an effective value of a parameter was written.
struct ParameterOrigin {
  ParameterId parameter;
  std::optional<uint32_t> index;  ///< none = all of its dimension
  double value = 0;
  SourceLocation where;
};

/// What a run needs to know.
struct Scenario {
  std::string name;  ///< stem of the file
  std::string path;
  std::string title;
  std::string question;
  Month start;           ///< first month simulated
  Month end;             ///< first month no longer simulated
  double scale = 0.001;  ///< persons simulated per real person, in (0, 1]
  uint64_t seed = 1;
  int replicates = 1;
  ParameterPlan plan;                         ///< what has a date
  std::vector<WaitingPolicy> waiting;         ///< what waits for a trigger, as written
  std::vector<Policy> policies;               ///< as written, those switched off too
  std::vector<ParameterOrigin> parameters;    ///< [parameters] in the order in which they apply
  std::vector<UncertainParameter> uncertain;  ///< [uncertainty]; changes no run by itself
  std::map<std::string, Detail> output;       ///< of every table
  uint64_t panel = 0;                         ///< number of traced persons
  TableSources tables;
  std::vector<std::string> warnings;  ///< what is legal but suspicious, each with its place
  std::string resolved_text;          ///< TOML, each value with the file and line it came from
  std::string source_text;            ///< the files as written
  std::string canonical_text;         ///< equal for scenarios that mean the same; for digests
};

/// What a model finds wrong or suspicious in a scenario that the engine cannot see.
using ModelCheck = std::function<void(const Scenario&, Findings&)>;

/// Checks a document against what is declared.
///
/// spaces       the index spaces of the world its tables describe
/// base         values before the scenario's own: defaults, then world tables
/// tables       of results
/// presets      that a document may name
/// model_check  looks at the scenario with its plan; may be empty
/// throws InputError with all mistakes, those of reading the document included
Scenario check_scenario(const Document& document, const ParameterRegistry& parameters,
                        const LeverRegistry& levers, std::span<const IndexSpace> spaces,
                        const ParameterValues& base, std::span<const TableDeclaration> tables,
                        const std::vector<PresetDeclaration>& presets = {},
                        const ModelCheck& model_check = {});

/// What can be found wrong while the world's own tables cannot be read: everything but labels,
/// tables of results and ranges that policies reach. One sentence each.
std::vector<std::string> mistakes_without_world(const Document& document,
                                                const ParameterRegistry& parameters,
                                                const LeverRegistry& levers,
                                                const std::vector<PresetDeclaration>& presets = {});

}  // namespace rumbo
