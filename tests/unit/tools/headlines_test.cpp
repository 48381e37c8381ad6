// The headline series name tables, axes and labels that the model has.
#include "tools/rumbo/headlines.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "models/migration/results/results.hpp"
#include "tools/rumbo/rows.hpp"

using namespace rumbo;

TEST_CASE("every headline series finds its cells in the model's tables", "[unit][tools]") {
  migration::World world;
  world.places.resize(2);
  world.places[0].code = "AAA";
  world.places[1].code = "BBB";
  auto tables = migration::migration_tables(world);
  for (auto& table : tables)  // a world without borders has tables without cells
    for (auto& axis : table.axes)
      if (axis.labels.empty()) axis.labels.push_back("one");
  for (const auto& series : headline_series()) {
    INFO(series.name);
    const auto table = std::find_if(tables.begin(), tables.end(),
                                    [&](const auto& t) { return t.name == series.table; });
    REQUIRE(table != tables.end());
    // The wage has no mean over places; compare picks one, here any will do.
    HeadlineSeries placed = series;
    if (series.focus != Focus::everywhere) placed.selections.push_back({"residence", {"BBB"}});
    CHECK_FALSE(rows_of(placed, *table).names.empty());
    for (const auto& selection : series.selections)
      for (const auto& label : selection.labels) {
        INFO(label);
        HeadlineSeries single = placed;
        single.selections = {{selection.axis, {label}}};
        if (series.focus != Focus::everywhere) single.selections.push_back({"residence", {"BBB"}});
        CHECK_FALSE(rows_of(single, *table).names.empty());
      }
  }
}
