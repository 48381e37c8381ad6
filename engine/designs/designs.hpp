// Designs of experiments by name: all kinds, and how one is asked for.
//
// A new kind is a file with its function, and a line in the list of designs.cpp.
// May include: base, random, tables.
#pragma once
#include <string>
#include <vector>

#include "engine/designs/design_kind.hpp"

namespace rumbo {

/// A design has no more runs, a mistake otherwise; nor more numbers than 100 times as many.
inline constexpr double most_runs_of_design = 1e7;

/// In the order in which they are told.
const std::vector<DesignKind>& design_kinds();

/// How many runs a request asks for.
/// throws InputError  as make_design
size_t count_runs(const DesignRequest& request);

/// Makes a design: the same for the same request, on any machine.
/// throws InputError  no such kind or option, a number that is missing or out of range, parameters
///                    named twice or not at all, more runs than most_runs_of_design, a file that
///                    cannot be read (all that could be found, those of a file with their places)
Design make_design(const DesignRequest& request);

}  // namespace rumbo
