// How the cells of a table become one number along an axis: summed, averaged, or not at all.
//
// May include: std only.
#pragma once
#include <string>

namespace rumbo {

enum class AggregationKind {
  sum,      ///< counts and money
  mean,     ///< mean weighted by another table: prices that persons meet, shares of persons
  last,     ///< time only: the state at the end
  maximum,  ///< the worst of several
  none      ///< not at all: the labels overlap, or nothing recorded could weigh them
};

/// How cells are put together along one axis.
struct Aggregation {
  AggregationKind kind = AggregationKind::sum;
  /// mean: name of the table whose cells weigh. Its axes line up by name: those that the weighed
  /// table lacks are summed first, those that it lacks itself do not change the weight.
  std::string weights = {};

  friend bool operator==(const Aggregation&, const Aggregation&) = default;
};

}  // namespace rumbo
