// Tables of results: shocks and displacement.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/results/result_group.hpp"
#include "models/migration/world/shocks.hpp"

namespace rumbo::migration {

struct ShocksResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis shock_kind{"shock", "kind of shock", labels_of(shock_kind_names)};

  Table displaced = declare(persons_point(
      "displaced", "persons driven from home within their country", {axes.residence}));
  Table displaced_new =
      declare(persons_sum("displaced_new", "persons newly driven from home", {axes.residence}));
  Table shock_force = declare(measure_point("shock_force", "force of shocks, 1 = the worst", "1",
                                            {axes.residence, shock_kind}, 1e-6, {worst, worst}));
};

}  // namespace rumbo::migration
