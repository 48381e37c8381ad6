// The series that a comparison reports: one line each, as data.
//
// A series whose table or labels a file does not hold is left out. How the cells of a series become
// one number, along axes and over time, is said by its table. May include: tally.
#pragma once
#include <string>
#include <vector>

#include "engine/tally/table.hpp"
#include "tools/rumbo/selection.hpp"

namespace rumbo {

/// What a series is about where its table has no sum or mean over places.
enum class Focus {
  everywhere,
  most_foreign_born  ///< the residence with most foreign-born at the end of the baseline
};

/// Some numbers of a run.
struct HeadlineSeries {
  std::string name;   ///< what a reader sees
  std::string table;  ///< where it comes from
  std::vector<Selection> selections = {};
  /// Two axes whose labels must differ: {"origin", "residence"} keeps the foreign-born.
  std::vector<std::string> differing = {};
  /// Axes to report label by label; empty = all together.
  std::vector<std::string> splits = {};
  Focus focus = Focus::everywhere;
};

/// What is reported unless tables are asked for.
const std::vector<HeadlineSeries>& headline_series();

}  // namespace rumbo
