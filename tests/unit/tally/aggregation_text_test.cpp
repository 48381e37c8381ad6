// How tables are put together, as text in a file and back.
#include "engine/tally/aggregation_text.hpp"

#include <catch2/catch.hpp>

using namespace rumbo;

namespace {

TableDeclaration table_of(const std::string& units, CellMethod method) {
  TableDeclaration table;
  table.units = units;
  table.axes = {{"residence", "", {"A", "B"}}, {"stage", "", {"x", "y"}}};
  table.method = method;
  return table;
}

}  // namespace

TEST_CASE("cell methods name every axis that CF has a word for", "[unit][tally]") {
  TableDeclaration table = table_of("persons", CellMethod::sum);
  CHECK(cell_methods_text(table) == "time: sum residence: sum stage: sum");
  table.method = CellMethod::point;
  table.over = {{AggregationKind::mean, "population"}, {AggregationKind::none}};
  CHECK(cell_methods_text(table) == "time: point residence: mean");
  CHECK(aggregation_text(table) == "time: last residence: mean(population) stage: none");
}

TEST_CASE("what a file says is read back", "[unit][tally]") {
  TableDeclaration table = table_of("1", CellMethod::point);
  table.over = {{AggregationKind::mean, "population"}, {AggregationKind::maximum}};
  TableDeclaration read = table_of("1", CellMethod::point);
  read_aggregation(read, aggregation_text(table));
  CHECK(read.over == table.over);
}

TEST_CASE("what a file does not say has no aggregate", "[unit][tally]") {
  const auto kind = [](const std::optional<std::string>& text) {
    TableDeclaration table = table_of("persons", CellMethod::sum);
    read_aggregation(table, text);
    return table.aggregation(0).kind;
  };
  CHECK(kind("time: sum residence: sum stage: none") == AggregationKind::sum);
  const auto none = AggregationKind::none;
  CHECK(kind({}) == none);
  CHECK(kind("time: sum stage: sum") == none);
  // Words that nobody knows, and an attribute that was cut off.
  CHECK(kind("residence: add stage") == none);
  CHECK(kind("residence: mean(") == none);
}
