// What a scenario may say but most likely does not mean. May include: base, params, tally.
#pragma once
#include <span>
#include <string>

#include "engine/scenario/lever.hpp"
#include "engine/scenario/mistakes.hpp"
#include "engine/scenario/scenario.hpp"

namespace rumbo {

/// What a scenario was written over: only what its own file or the command line says is
/// suspicious, for a history that others extend may hold more than one of them runs through.
struct Written {
  const std::string& path;  ///< of the scenario's own file
  const ParameterRegistry& parameters;
  std::span<const IndexSpace> spaces;

  bool is_own(const SourceLocation& where) const {
    return where.file == path || where.file == "command line";
  }
};

/// Warns of policies that no month of the run has: that begin after its end or end before its
/// start.
void note_never_in_force(const Scenario& scenario, const Written& written, Findings& mistakes);

/// Warns of policies under two ids that ask for the same, at the same places and times.
void note_same_policies(std::span<const Policy> policies, const Written& written,
                        Findings& mistakes);

/// Warns of a change of nothing, and of one that makes a value more than ten times what it was;
/// refuses a number without a percent sign that adds five times a factor or more, which was most
/// likely meant as percent.
void note_odd_changes(const Policy& policy, const LeverDeclaration& lever,
                      const LeverContext& context, const Written& written, Findings& mistakes);

}  // namespace rumbo
