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

TEST_CASE("files that do not say it are taken with care", "[unit][tally]") {
  const auto kind = [](TableDeclaration table, size_t axis,
                       const std::optional<std::string>& text = {}) {
    read_aggregation(table, text);
    return table.aggregation(axis).kind;
  };
  const auto sum = AggregationKind::sum, none = AggregationKind::none;
  CHECK(kind(table_of("persons", CellMethod::point), 0) == sum);
  CHECK(kind(table_of("persons", CellMethod::point), 1) == none);  // stages overlap
  CHECK(kind(table_of("2020 USD", CellMethod::sum), 0) == sum);
  CHECK(kind(table_of("2020 USD", CellMethod::point), 0) == none);  // may be a price
  CHECK(kind(table_of("1", CellMethod::point), 0) == none);
  CHECK(kind(table_of("1", CellMethod::sum), 0) == none);
  CHECK(kind(table_of("months", CellMethod::point), 0) == none);
  // Words that nobody knows, and an attribute that was cut off.
  CHECK(kind(table_of("1", CellMethod::point), 0, "residence: add stage") == none);
  CHECK(kind(table_of("1", CellMethod::point), 0, "residence: mean(") == none);
}
