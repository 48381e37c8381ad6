// See events.hpp.
#include "engine/tally/events.hpp"

#include <algorithm>
#include <numeric>

namespace rumbo {

void sort_rows(EventRows& rows) {
  std::vector<size_t> order(rows.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    for (const auto& column : rows.columns)
      if (column[a] != column[b]) return column[a] < column[b];
    return false;
  });
  std::vector<int32_t> sorted(order.size());
  for (auto& column : rows.columns) {
    for (size_t i = 0; i < order.size(); ++i) sorted[i] = column[order[i]];
    column = sorted;
  }
}

void Events::gather() {
  if (rows_.columns.empty()) rows_.columns.resize(n_columns_);
  const size_t before = rows_.size();
  buffers_.for_each([&](std::vector<int32_t>& buffer) {
    for (size_t at = 0; at < buffer.size(); at += n_columns_)
      for (size_t c = 0; c < n_columns_; ++c) rows_.columns[c].push_back(buffer[at + c]);
    buffer.clear();
  });
  if (rows_.size() != before) sort_rows(rows_);
}

const EventRows& Events::rows() {
  gather();
  return rows_;
}

void Events::forget(const std::vector<uint8_t>& is_forgotten) {
  gather();
  const std::vector<int32_t> subjects = rows_.columns.front();
  for (auto& column : rows_.columns) {
    size_t kept = 0;
    for (size_t i = 0; i < subjects.size(); ++i)
      if (is_forgotten.at(static_cast<size_t>(subjects[i])) == 0) column[kept++] = column[i];
    column.resize(kept);
  }
}

EventRows Events::take() {
  gather();
  EventRows taken = std::move(rows_);
  rows_ = {};
  return taken;
}

void Events::visit(Archive& archive, const std::string& name) {
  gather();
  for (size_t c = 0; c < n_columns_; ++c)
    archive.array(name + "/column_" + std::to_string(c), rows_.columns[c]);
  for (size_t c = 0; c < rows_.columns.size(); ++c)
    archive.require(rows_.columns[c].size() == rows_.size(), name + "/column_" + std::to_string(c),
                    "has another length than the first column");
}

}  // namespace rumbo
