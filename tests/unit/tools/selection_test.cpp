// What is chosen on the command line, cell by cell, and what a table refuses.
#include "tools/rumbo/selection.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/base/error.hpp"
#include "tools/rumbo/reduction.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;

namespace {

const Axis place{"residence", "", {"MEX", "USA", "HTI"}};
const Axis sex{"sex", "", {"female", "male"}};
const Axis skill{"skill", "", {"low", "high"}};

TableDeclaration table_of(const std::string& name, std::vector<Axis> axes,
                          std::vector<Aggregation> over) {
  TableDeclaration table;
  table.name = table.long_name = name;
  table.units = "1";
  table.axes = std::move(axes);
  table.method = CellMethod::point;
  table.over = std::move(over);
  return table;
}

const Aggregation summed{AggregationKind::sum};
const Aggregation apart{AggregationKind::none};
const Aggregation worst{AggregationKind::maximum};
const Aggregation by_people{AggregationKind::mean, "people"};

}  // namespace

TEST_CASE("a selection is read from AXIS=LABEL|LABEL", "[unit][tools]") {
  const auto found = parse_selections({"residence=MEX|HTI,sex=male"});
  REQUIRE(found.size() == 2);
  CHECK(found[0].axis == "residence");
  CHECK(found[0].labels == std::vector<std::string>{"MEX", "HTI"});
  CHECK(found[1].labels == std::vector<std::string>{"male"});
  CHECK_THROWS_WITH(parse_selections({"residence"}), Contains("expected AXIS=LABEL"));
  CHECK_THROWS_WITH(parse_selections({"residence="}), Contains("expected AXIS=LABEL"));
  CHECK_THROWS_WITH(parse_selections({"sex=male|"}), Contains("empty label"));
  CHECK_THROWS_WITH(parse_selections({"sex=male", "sex=female"}), Contains("twice"));
  CHECK_THROWS_WITH(parse_selections({"sex,residence=MEX|", "=x"}),
                    Contains("found 'sex'") && Contains("empty label") && Contains("found '=x'"));
}

TEST_CASE("unknown axes and labels are refused, all at once, with the nearest name",
          "[bad_input][tools]") {
  const std::vector<TableDeclaration> tables = {table_of("people", {place, sex}, {})};
  CHECK_NOTHROW(check_selections(parse_selections({"residence=MEX"}), tables));
  CHECK_THROWS_WITH(check_selections(parse_selections({"residense=MEX,sex=mal"}), tables),
                    Contains("did you mean 'residence'?") && Contains("did you mean 'male'?"));
}

TEST_CASE("rows are sums over what is not split", "[unit][tools]") {
  const auto table = table_of("people", {place, sex}, {});
  // [MEX f, MEX m, USA f, USA m, HTI f, HTI m] = 1, 2, 4, 8, 16, 32
  const std::vector<double> cells = {1, 2, 4, 8, 16, 32};
  const CellRows all = rows_of({"people", "people"}, table);
  CHECK(reduce(all, cells, nullptr, {})[0][0] == 63);
  const CellRows chosen =
      rows_of({"people", "people", {{"residence", {"MEX", "HTI"}}}, {}, {"sex"}}, table);
  REQUIRE(chosen.names == std::vector<std::string>{"people, female", "people, male"});
  CHECK(reduce(chosen, cells, nullptr, {}) == RowValues{{17}, {34}});
  CHECK(rows_of({"people", "people", {{"skill", {"low"}}}}, table).names.empty());
}

TEST_CASE("what has no sum is refused with what to ask instead", "[unit][tools]") {
  const auto employment = table_of("employment", {place, skill}, {apart, apart});
  CHECK_THROWS_WITH(rows_of({"employment", "employment"}, employment),
                    Contains("no sum or mean over residence and skill") &&
                        Contains("--tables employment:residence:skill") &&
                        Contains("--where residence=LABEL,skill=LABEL"));
  CHECK_THROWS_WITH(rows_of({"employment", "employment", {}, {}, {"skill"}}, employment),
                    Contains("over residence;") && Contains("employment:skill:residence"));
  const CellRows rows =
      rows_of({"employment", "employment", {{"residence", {"USA"}}}, {}, {"skill"}}, employment);
  CHECK(reduce(rows, {1, 2, 3, 4, 5, 6}, nullptr, {}) == RowValues{{3}, {4}});
}

TEST_CASE("means are weighted by the table they name", "[unit][tools]") {
  const auto hostility = table_of("hostility", {place}, {by_people});
  const auto people = table_of("people", {sex, place}, {summed, summed});
  const CellWeights weights(hostility, people);
  const CellRows rows = rows_of({"hostility", "hostility"}, hostility);
  // Persons by place over both sexes: 1 + 3 = 4, 2 + 4 = 6, 0. Mean (4 x 10 + 6 x 20) / 10 = 16;
  // the place without persons does not count. A sum would be 1,029, a plain mean 343.
  const std::vector<double> cells = {10, 20, 999}, persons = {1, 2, 0, 3, 4, 0};
  CHECK(reduce(rows, cells, &weights, persons)[0][0] == Approx(16));
  const std::vector<double> nobody(6, 0.0);
  CHECK(std::isnan(reduce(rows, cells, &weights, nobody)[0][0]));
  const auto shocks = table_of("shock_force", {place}, {worst});
  CHECK(reduce(rows_of({"s", "shock_force"}, shocks), {0.2, 0.7, 0.1}, nullptr, {})[0][0] == 0.7);
}
