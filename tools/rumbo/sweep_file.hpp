// The file that says what a sweep is: scenarios, a design over parameters, replicates, what is
// kept.
//
// May include: engine/scenario, engine/designs.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/designs/design_kind.hpp"

namespace rumbo {

/// A name or pattern with the place where it was written.
struct WrittenName {
  std::string name;
  SourceLocation where;
};

/// What a design file says. Paths are relative to the working folder.
struct SweepFile {
  std::string path;
  std::string name;  ///< stem of the file
  std::string title;
  std::vector<std::string> scenarios;
  std::optional<int> replicates;  ///< of every point; else the first scenario's
  std::optional<double> scale;
  DesignRequest design;  ///< without the names of parameters
  SourceLocation design_where;
  std::vector<WrittenName> parameters;  ///< names and patterns; empty = all that have a range
  std::vector<WrittenName> without;     ///< of those, left out
  std::vector<std::string> overrides;   ///< NAME=VALUE of [set]
  std::vector<WrittenName> keep;        ///< tables; empty = those of the headline series
};

/// throws  InputError with all mistakes, each with its place
SweepFile read_sweep_file(const std::string& path);

}  // namespace rumbo
