// See fold.hpp.
#include "engine/tally/fold.hpp"

#include <iterator>
#include <tuple>

#include "engine/base/checked.hpp"
#include "engine/tally/events.hpp"

namespace rumbo {
namespace {

std::tuple<uint32_t, uint64_t> place_of(const TableData::Row& row) {
  return {row.time, row.cell};
}

}  // namespace

void fold_rows(TableData& into, const TableData& other) {
  std::vector<TableData::Row> all;
  std::merge(into.rows.begin(), into.rows.end(), other.rows.begin(), other.rows.end(),
             std::back_inserter(all),
             [](const auto& a, const auto& b) { return place_of(a) < place_of(b); });
  into.rows.clear();
  for (const TableData::Row& row : all)
    if (!into.rows.empty() && place_of(into.rows.back()) == place_of(row))
      into.rows.back().value = saturating_add(into.rows.back().value, row.value);
    else
      into.rows.push_back(row);
  std::erase_if(into.rows, [](const TableData::Row& row) { return row.value == 0; });
}

void fold_events(EventRows& into, const EventRows& other) {
  if (into.columns.empty()) into.columns.resize(other.columns.size());
  RUMBO_REQUIRE(other.columns.empty() || other.columns.size() == into.columns.size());
  for (size_t c = 0; c < other.columns.size(); ++c)
    into.columns[c].insert(into.columns[c].end(), other.columns[c].begin(), other.columns[c].end());
  sort_rows(into);
}

void fold_results(ResultBlock& into, const ResultBlock& other) {
  RUMBO_REQUIRE(into.scenario == other.scenario && into.replicate == other.replicate);
  RUMBO_REQUIRE(into.tables.size() == other.tables.size() &&
                into.events.size() == other.events.size());
  for (size_t t = 0; t < into.tables.size(); ++t) fold_rows(into.tables[t], other.tables[t]);
  for (size_t e = 0; e < into.events.size(); ++e) fold_events(into.events[e], other.events[e]);
}

}  // namespace rumbo
