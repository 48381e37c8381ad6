// Counters of a run: each thread adds to its own, sums are integers, so the
// order of threads and ranks leaves no trace. What happens to persons is counted where they are
// and summed over ranks (LocalTally); what every rank knows alike is counted once (GlobalTally).
// May include: base, parallel, comm.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/checked.hpp"
#include "engine/base/error.hpp"
#include "engine/comm/comm.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/tally/table.hpp"

namespace rumbo {

/// One thread's counts since they were last gathered, of communities of this rank: summed over
/// threads and ranks.
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

/// Counts that every rank would make alike, of tables, prices, firms and what was rationed: counted
/// once and not once a rank. Not inside a parallel loop.
class GlobalTally {
 public:
  /// As LocalTally::add().
  void add(size_t table, size_t cell, int64_t amount) {
    if (first_ != nullptr) first_->add(table, cell, amount);
  }

 private:
  friend class Tallies;
  explicit GlobalTally(LocalTally* first) : first_(first) {}
  LocalTally* first_;  ///< null on all ranks but the first
};

/// All tables of a run: what is being counted, and what has been recorded.
class Tallies {
 public:
  Tallies() = default;
  /// tables  declarations in the order in which results are written
  /// kept    whether each is recorded; adding to one that is not does nothing
  /// comm    the ranks of the run; outlives this
  /// n_records  record periods that are expected, so that memory for them is asked for once
  Tallies(std::vector<TableDeclaration> tables, std::vector<bool> kept,
          const Comm& comm = one_rank(), size_t n_records = 1);
  Tallies(const Tallies& other);
  Tallies& operator=(const Tallies& other);

  /// The calling thread's counters.
  LocalTally& local() { return threads_.local(); }
  /// The counters of what is counted once.
  GlobalTally global() { return GlobalTally(comm_->is_first() ? &local() : nullptr); }
  const Comm& comm() const { return *comm_; }
  bool is_kept(size_t table) const { return kept_[table]; }
  const std::vector<TableDeclaration>& tables() const { return tables_; }

  /// Says that a cell of a dense table has no value in this record period, whatever was counted.
  /// All ranks say it alike. Not inside a parallel loop.
  void set_missing(size_t table, size_t cell);
  /// Adds up threads into this rank's counts of the record period. Not inside a parallel loop.
  void gather();
  /// A dense table's counts of the period so far, of this rank; call gather() first.
  const std::vector<int64_t>& counts(size_t table) const { return dense_[table]; }
  /// Calls `visit(cell, count)` for a table's counts of the period so far, of this rank, in no
  /// order; call gather() first.
  template <class Visit>
  void for_each_cell(size_t table, const Visit& visit) const {
    for (size_t cell = 0; cell < dense_[table].size(); ++cell) visit(cell, dense_[table][cell]);
    for (const auto& [cell, count] : sparse_[table]) visit(cell, count);
  }
  /// Forgets the gathered counts of the tables of states, which were only looked at.
  void clear_points();
  /// Adds what another rank of the same run has counted: the counts of the open period, and the
  /// recorded rows of sparse tables. Recorded cells of dense tables are sums over ranks already.
  void fold(Tallies& other);
  /// Closes a record period: appends its counts to the results and starts from zero. Dense tables
  /// are summed over ranks (collective), rows of sparse ones are this rank's (fold.hpp).
  void record();
  /// What has been recorded, handed over; recording starts anew.
  ResultBlock take(uint32_t scenario, uint32_t replicate);
  uint32_t n_recorded() const { return n_recorded_; }

  /// Period counts and everything recorded so far.
  void visit(Archive& archive);

 private:
  /// Sums a dense table's counts over ranks.
  void sum_over_ranks(std::vector<int64_t>& cells) const;

  const Comm* comm_ = &one_rank();
  size_t n_records_ = 1;
  std::vector<TableDeclaration> tables_;
  std::vector<bool> kept_;
  std::vector<std::vector<int64_t>> dense_;
  std::vector<std::unordered_map<uint64_t, int64_t>> sparse_;
  std::vector<TableData> recorded_;
  uint32_t n_recorded_ = 0;
  PerThread<LocalTally> threads_{LocalTally(nullptr)};
};

}  // namespace rumbo
