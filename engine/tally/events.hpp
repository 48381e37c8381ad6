// Groups of events: rows of named 32-bit integers, one row a thing that happened to a person.
//
// Rows come from all threads in any order; they are sorted before anyone sees them, so that the
// order of threads leaves no trace. May include: base, parallel.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/tally/table.hpp"

namespace rumbo {

/// A column of a group of events.
struct EventColumn {
  std::string name;  ///< with an axis: the axis' name
  std::string long_name;
  std::string units;
  double scale = 1;                   ///< number written = number x scale; 1 is an integer
  std::vector<std::string> labels{};  ///< not empty = an index into an axis of these; -1 = none

  bool has_labels() const { return !labels.empty(); }
};

/// A group of events in result files: a group of one-dimensional columns.
struct EventDeclaration {
  std::string name;       ///< "panel"
  std::string long_name;  ///< a few words
  std::string source;     ///< how the rows are come by
  std::vector<EventColumn> columns;
};

/// Sorts rows by their columns, the first one first.
void sort_rows(EventRows& rows);

/// Collects rows. The first columns are what rows are sorted by and must tell any two apart.
class Events {
 public:
  Events() = default;
  explicit Events(size_t n_columns) : n_columns_(n_columns) {}

  /// Adds a row from any thread. values  [n_columns]
  void add(const int32_t* values) {
    auto& buffer = buffers_.local();
    buffer.insert(buffer.end(), values, values + n_columns_);
  }
  /// The rows so far, sorted; not inside a parallel loop.
  const EventRows& rows();
  /// Forgets the rows whose first column is a number that is set.  is_forgotten  [number]
  void forget(const std::vector<uint8_t>& is_forgotten);
  /// The rows so far, handed over.
  EventRows take();
  void visit(Archive& archive, const std::string& name);

 private:
  void gather();

  size_t n_columns_ = 0;
  EventRows rows_;
  PerThread<std::vector<int32_t>> buffers_;
};

}  // namespace rumbo
