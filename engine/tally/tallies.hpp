// Counters of a run: each thread adds to its own, sums are integers, so the
// order of threads and ranks leaves no trace. May include: base, parallel, comm.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/checked.hpp"
#include "engine/base/error.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/tally/table.hpp"

namespace rumbo {

/// One thread's counts since they were last gathered.
class LocalTally {
 public:
  explicit LocalTally(const std::vector<TableDeclaration>* tables);

  /// amount  in the table's integer unit, weights already applied; any sign. Sums are held at the
  /// limits of 64 bits.
  void add(size_t table, size_t cell, int64_t amount) {
    auto& cells = dense_[table];
    if (!cells.empty()) {
      RUMBO_ASSERT(cell < cells.size());
      cells[cell] = saturating_add(cells[cell], amount);
    } else if (!skipped_[table]) {
      int64_t& sum = sparse_[table][cell];
      sum = saturating_add(sum, amount);
    }
  }

 private:
  friend class Tallies;
  std::vector<std::vector<int64_t>> dense_;
  std::vector<std::unordered_map<uint64_t, int64_t>> sparse_;
  std::vector<bool> skipped_;
};

/// All tables of a run: what is being counted, and what has been recorded.
class Tallies {
 public:
  Tallies() = default;
  /// tables  declarations in the order in which results are written
  /// kept    whether each is recorded; adding to one that is not does nothing
  Tallies(std::vector<TableDeclaration> tables, std::vector<bool> kept);
  Tallies(const Tallies& other);
  Tallies& operator=(const Tallies& other);

  /// The calling thread's counters.
  LocalTally& local() { return threads_.local(); }
  bool is_kept(size_t table) const { return kept_[table]; }
  const std::vector<TableDeclaration>& tables() const { return tables_; }

  /// Says that a cell of a dense table has no value in this record period, whatever was counted.
  /// Not inside a parallel loop.
  void set_missing(size_t table, size_t cell);
  /// Adds up threads and ranks into the counts of the record period. Not inside a parallel loop.
  void gather();
  /// A dense table's counts of the period so far; call gather() first.
  const std::vector<int64_t>& counts(size_t table) const { return dense_[table]; }
  /// Calls `visit(cell, count)` for a table's counts of the period so far, in no order; call
  /// gather() first.
  template <class Visit>
  void for_each_cell(size_t table, const Visit& visit) const {
    for (size_t cell = 0; cell < dense_[table].size(); ++cell) visit(cell, dense_[table][cell]);
    for (const auto& [cell, count] : sparse_[table]) visit(cell, count);
  }
  /// Forgets the gathered counts of the tables of states, which were only looked at.
  void clear_points();
  /// Closes a record period: appends its counts to the results and starts from zero.
  void record();
  /// What has been recorded, handed over; recording starts anew.
  ResultBlock take(uint32_t scenario, uint32_t replicate);
  uint32_t n_recorded() const { return n_recorded_; }

  /// Period counts and everything recorded so far.
  void visit(Archive& archive);

 private:
  std::vector<TableDeclaration> tables_;
  std::vector<bool> kept_;
  std::vector<std::vector<int64_t>> dense_;
  std::vector<std::unordered_map<uint64_t, int64_t>> sparse_;
  std::vector<TableData> recorded_;
  uint32_t n_recorded_ = 0;
  PerThread<LocalTally> threads_{LocalTally(nullptr)};
};

}  // namespace rumbo
