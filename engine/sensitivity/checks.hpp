// What every analysis asks of a design and its results. May include: base, designs.
#pragma once
#include <fmt/format.h>

#include <span>
#include <string>

#include "engine/base/error.hpp"
#include "engine/designs/design.hpp"

namespace rumbo {

/// what  "elementary effects"
/// throws InputError  a design of another layout
inline void check_layout(const std::string& what, const Design& design, DesignLayout wanted) {
  if (design.layout != wanted)
    throw InputError(fmt::format("{}: a design of kind {}; expected {}", what, design.kind,
                                 wanted == DesignLayout::saltelli ? "saltelli" : "morris"));
}

/// throws InputError  another number of results than runs
inline void check_results(const std::string& what, const Design& design,
                          std::span<const double> results) {
  if (results.size() != design.n_runs())
    throw InputError(fmt::format("{}: {} results; the design has {} runs", what, results.size(),
                                 design.n_runs()));
}

}  // namespace rumbo
