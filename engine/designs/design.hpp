// A design of experiments: which parameter takes which value in which run.
//
// Numbers only: what a parameter is, and how a share becomes its value, is known elsewhere.
// May include: base, tables.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/tables/figure_table.hpp"

namespace rumbo {

/// How the runs of a design belong together.
enum class DesignLayout : uint8_t {
  single_runs,   ///< each stands for itself
  trajectories,  ///< groups of one run more than parameters; from one to the next one has moved
  saltelli       ///< groups of runs as SaltelliRows numbers them
};

/// Points, one a run. Made by make_design.
struct Design {
  std::string kind;                ///< name of its kind, "morris"
  std::vector<std::string> names;  ///< of parameters, one a column
  std::vector<double> values{};    ///< [run][parameter], row by row
  /// Whether values are shares in [0, 1] of the way through what a parameter may be (0 = its
  /// lowest, 1 = its highest); false = the parameters' own values, as in a file.
  bool are_shares = true;
  DesignLayout layout = DesignLayout::single_runs;
  size_t n_groups = 0;            ///< trajectories or base samples; 0 of single runs
  bool has_second_order = false;  ///< of layout saltelli: the runs for pairs are there
  /// The file it was read from, or nothing.
  std::shared_ptr<const FigureTable> file{};

  size_t width() const { return names.size(); }
  size_t n_runs() const { return values.size() / names.size(); }
  /// The values of a run, [parameter].
  std::span<const double> run(size_t i) const {
    return std::span(values).subspan(i * width(), width());
  }
  /// Where a value was written; no file if it was not.
  SourceLocation where(size_t run, size_t parameter) const {
    return file ? file->where(run, parameter) : SourceLocation{};
  }
};

/// Rows of a base sample in a design for Sobol indices [Saltelli and others 2010]: the point A;
/// for each parameter A with that parameter of B (A_B^1 to A_B^k); for each, if pairs are wanted,
/// B with that parameter of A (B_A^1 to B_A^k); the point B. A sample's rows follow each other,
/// so that a design with more samples begins with the one of fewer.
struct SaltelliRows {
  size_t width;  ///< parameters
  bool has_second_order;

  size_t per_sample() const { return (has_second_order ? 2 : 1) * width + 2; }
  size_t a(size_t sample) const { return sample * per_sample(); }
  size_t a_with_b(size_t sample, size_t parameter) const { return a(sample) + 1 + parameter; }
  /// Only with the second order.
  size_t b_with_a(size_t sample, size_t parameter) const {
    return a(sample) + 1 + width + parameter;
  }
  size_t b(size_t sample) const { return a(sample) + per_sample() - 1; }
};

}  // namespace rumbo
