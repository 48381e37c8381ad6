// See tallies.hpp.
#include "engine/tally/tallies.hpp"

#include <algorithm>
#include <utility>

#include "engine/tally/fold.hpp"

namespace rumbo {
namespace {

/// A cell that has no value in either has none in the sum.
int64_t sum_of_cells(int64_t a, int64_t b) {
  return a == missing_cell || b == missing_cell ? missing_cell : saturating_add(a, b);
}

void add_cells(std::vector<int64_t>& to, const std::vector<int64_t>& from) {
  for (size_t c = 0; c < from.size(); ++c) to[c] = sum_of_cells(to[c], from[c]);
}

/// The same, and leaves nothing. Of most tables few cells were counted in, so zeros are passed over
/// some at a time.
void take_cells(std::vector<int64_t>& to, std::vector<int64_t>& from) {
  constexpr size_t at_a_time = 16;
  const size_t n = from.size();
  for (size_t begin = 0; begin < n; begin += at_a_time) {
    const size_t end = std::min(begin + at_a_time, n);
    int64_t any = 0;
    for (size_t c = begin; c < end; ++c) any |= from[c];
    if (any == 0) continue;
    for (size_t c = begin; c < end; ++c) to[c] = sum_of_cells(to[c], std::exchange(from[c], 0));
  }
}

void add_cells(std::unordered_map<uint64_t, int64_t>& to,
               const std::unordered_map<uint64_t, int64_t>& from) {
  for (const auto& [cell, amount] : from) {
    int64_t& sum = to[cell];
    sum = saturating_add(sum, amount);
  }
}

}  // namespace

LocalTally::LocalTally(const std::vector<TableDeclaration>* tables) {
  if (tables == nullptr) return;
  dense_.resize(tables->size());
  sparse_.resize(tables->size());
  skipped_.assign(tables->size(), false);
}

Tallies::Tallies(std::vector<TableDeclaration> tables, std::vector<bool> kept, const Comm& comm,
                 size_t n_records)
    : comm_(&comm),
      n_records_(n_records),
      tables_(std::move(tables)),
      kept_(std::move(kept)),
      dense_(tables_.size()),
      sparse_(tables_.size()),
      recorded_(tables_.size()) {
  LocalTally first(&tables_);
  for (size_t t = 0; t < tables_.size(); ++t) {
    first.skipped_[t] = !kept_[t];
    if (!kept_[t] || tables_[t].form == TableForm::sparse) continue;
    dense_[t].assign(tables_[t].cells(), 0);
    first.dense_[t].assign(tables_[t].cells(), 0);
  }
  threads_ = PerThread<LocalTally>(std::move(first));
}

Tallies::Tallies(const Tallies& other) = default;
Tallies& Tallies::operator=(const Tallies& other) = default;

void Tallies::set_missing(size_t table, size_t cell) {
  if (!dense_[table].empty()) dense_[table][cell] = missing_cell;
}

void Tallies::gather() {
  threads_.for_each([&](LocalTally& local) {
    for (size_t t = 0; t < tables_.size(); ++t) {
      take_cells(dense_[t], local.dense_[t]);
      if (local.sparse_[t].empty()) continue;
      add_cells(sparse_[t], local.sparse_[t]);
      local.sparse_[t].clear();
    }
  });
}

void Tallies::clear_points() {
  for (size_t t = 0; t < tables_.size(); ++t) {
    if (tables_[t].method != CellMethod::point) continue;
    std::fill(dense_[t].begin(), dense_[t].end(), 0);
    sparse_[t].clear();
  }
}

void Tallies::fold(Tallies& other) {
  RUMBO_REQUIRE(kept_ == other.kept_ && n_recorded_ == other.n_recorded_);
  gather();
  other.gather();
  for (size_t t = 0; t < tables_.size(); ++t) {
    add_cells(dense_[t], other.dense_[t]);
    add_cells(sparse_[t], other.sparse_[t]);
    fold_rows(recorded_[t], other.recorded_[t]);
  }
}

void Tallies::sum_over_ranks(std::vector<int64_t>& cells) const {
  if (comm_->n_ranks() == 1) return;
  // What stands for no value is no number to be summed.
  std::vector<size_t> missing;
  for (size_t c = 0; c < cells.size(); ++c)
    if (cells[c] == missing_cell) missing.push_back(c);
  for (const size_t c : missing) cells[c] = 0;
  comm_->sum(cells);
  for (const size_t c : missing) cells[c] = missing_cell;
}

void Tallies::record() {
  gather();
  for (size_t t = 0; t < tables_.size(); ++t) {
    sum_over_ranks(dense_[t]);
    auto& data = recorded_[t];
    // All that will be recorded at once, for growing would copy it again and again.
    if (data.dense.capacity() < data.dense.size() + dense_[t].size())
      data.dense.reserve(std::max(size_t{n_recorded_} + 1, n_records_) * dense_[t].size());
    data.dense.insert(data.dense.end(), dense_[t].begin(), dense_[t].end());
    std::fill(dense_[t].begin(), dense_[t].end(), 0);
    const size_t first = data.rows.size();
    for (const auto& [cell, value] : sparse_[t])
      if (value != 0) data.rows.push_back({n_recorded_, cell, value});
    std::sort(data.rows.begin() + static_cast<std::ptrdiff_t>(first), data.rows.end(),
              [](const auto& a, const auto& b) { return a.cell < b.cell; });
    sparse_[t].clear();
  }
  ++n_recorded_;
}

ResultBlock Tallies::take(uint32_t scenario, uint32_t replicate) {
  ResultBlock block{scenario, replicate, std::move(recorded_)};
  recorded_.assign(tables_.size(), {});
  n_recorded_ = 0;
  return block;
}

namespace {

/// The rows of a sparse table as they lie in an archive.
struct RowColumns {
  const std::vector<uint32_t>& times;
  const std::vector<uint64_t>& cells;
  const std::vector<int64_t>& values;
  const std::vector<uint64_t>& open_cells;
  const std::vector<int64_t>& open_values;
};
struct RowLimits {
  uint32_t records;
  uint64_t cells;
};

void require_rows(const Archive& archive, const std::string& name, const RowColumns& rows,
                  const RowLimits& limits) {
  archive.require(rows.times.size() == rows.cells.size() &&
                      rows.values.size() == rows.cells.size() &&
                      rows.open_values.size() == rows.open_cells.size(),
                  name + "/row_cells", "has another length than the columns beside it");
  for (const uint32_t time : rows.times)
    archive.require(time < limits.records, name + "/row_times", "names a record that is not there");
  for (const auto* cells : {&rows.cells, &rows.open_cells})
    for (const uint64_t cell : *cells)
      archive.require(cell < limits.cells, name + "/row_cells", "names a cell that does not exist");
}

/// Numbers to which a record period's counts can be added.
void require_addable(const Archive& archive, const std::string& name,
                     const std::vector<int64_t>& counts) {
  constexpr int64_t most = int64_t{1} << 62;
  for (const int64_t count : counts)
    archive.require(count > -most && count < most, name, "holds a number out of range");
}

}  // namespace

void Tallies::visit(Archive& archive) {
  gather();
  archive.value("tally/n_recorded", n_recorded_);
  for (size_t t = 0; t < tables_.size(); ++t) {
    const std::string name = "tally/" + tables_[t].name;
    archive.array(name + "/counts", dense_[t]);
    const bool is_dense = tables_[t].form == TableForm::dense;
    const uint64_t n_cells = tables_[t].cells();
    archive.require(dense_[t].empty() || (is_dense && dense_[t].size() == n_cells),
                    name + "/counts", "has another length than the table");
    require_addable(archive, name + "/counts", dense_[t]);
    // A shared history need not have counted what a policy of this run watches from now on.
    if (kept_[t] && tables_[t].form == TableForm::dense) dense_[t].resize(tables_[t].cells());
    archive.array(name + "/recorded", recorded_[t].dense);
    // Fewer where the table was counted from a later month on only.
    archive.require(
        recorded_[t].dense.empty() || (is_dense && recorded_[t].dense.size() % n_cells == 0 &&
                                       recorded_[t].dense.size() / n_cells <= n_recorded_),
        name + "/recorded", "has another length than the records of the table");
    std::vector<uint32_t> times;
    std::vector<uint64_t> cells, open_cells;
    std::vector<int64_t> values, open_values;
    for (const auto& row : recorded_[t].rows) {
      times.push_back(row.time);
      cells.push_back(row.cell);
      values.push_back(row.value);
    }
    for (const auto& [cell, value] : sparse_[t]) open_cells.push_back(cell);
    std::sort(open_cells.begin(), open_cells.end());
    for (uint64_t cell : open_cells) open_values.push_back(sparse_[t][cell]);
    archive.array(name + "/row_times", times);
    archive.array(name + "/row_cells", cells);
    archive.array(name + "/row_values", values);
    archive.array(name + "/open_cells", open_cells);
    archive.array(name + "/open_values", open_values);
    require_rows(archive, name, {times, cells, values, open_cells, open_values},
                 {n_recorded_, is_dense ? 0 : n_cells});
    require_addable(archive, name + "/open_values", open_values);
    recorded_[t].rows.resize(cells.size());
    for (size_t i = 0; i < cells.size(); ++i)
      recorded_[t].rows[i] = {times[i], cells[i], values[i]};
    sparse_[t].clear();
    for (size_t i = 0; i < open_cells.size(); ++i) sparse_[t][open_cells[i]] = open_values[i];
  }
}

}  // namespace rumbo
