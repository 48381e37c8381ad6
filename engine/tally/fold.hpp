// What ranks of one run have recorded, put together: the same in whatever order it is done.
//
// May include: base, tally.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/tally/table.hpp"

namespace rumbo {

/// Adds another rank's rows of a sparse table: rows of one time and cell become one, which is left
/// out if it comes to zero. Cells of dense tables are left as they are: recording sums them over
/// ranks.
void fold_rows(TableData& into, const TableData& other);

/// Adds another rank's rows of a group of events, sorted as all are.
void fold_events(EventRows& into, const EventRows& other);

/// Adds another rank's results of the same run.
void fold_results(ResultBlock& into, const ResultBlock& other);

/// What a side table holds of one community: cases, claims, who is traced.
template <class Row>
struct CommunityRows {
  uint32_t community = 0;  ///< its id, the same on any number of ranks
  std::vector<Row> rows;
};

/// Adds another rank's communities, which are others, in order of their ids: where they lay in
/// memory leaves no trace.
template <class Row>
void fold_communities(std::vector<CommunityRows<Row>>& into,
                      const std::vector<CommunityRows<Row>>& other) {
  into.insert(into.end(), other.begin(), other.end());
  std::sort(into.begin(), into.end(),
            [](const auto& a, const auto& b) { return a.community < b.community; });
  RUMBO_REQUIRE(std::adjacent_find(into.begin(), into.end(), [](const auto& a, const auto& b) {
                  return a.community == b.community;
                }) == into.end());
}

}  // namespace rumbo
