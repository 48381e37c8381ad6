// The lists and explanations of input tables come from their schemas.
#include "tools/rumbo/describe_figures.hpp"

#include <catch2/catch.hpp>

#include "models/migration/world/schemas.hpp"

using namespace rumbo;
using migration::table_schemas;

TEST_CASE("every input table is explained with all its columns", "[unit][tools]") {
  const auto tables = input_tables();
  REQUIRE(tables.size() == table_schemas().size() + migration::analysis_tables().size());
  for (size_t i = 0; i < table_schemas().size(); ++i) {
    const TableSchema& schema = table_schemas()[i];
    INFO(schema.name);
    CHECK(tables[i].name == schema.name);
    for (size_t c = 0; c < schema.columns.size(); ++c) {
      CHECK(tables[i].lines[c].first == schema.columns[c].name);
      CHECK(!schema.columns[c].meaning.empty());
    }
    CHECK(!schema.keys.empty());
    CHECK(!schema.missing_row.empty());
    CHECK(!schema.read_by.empty());
    CHECK((schema.rule == SpanRule::any) == schema.beyond.empty());
    CHECK(input_tables_as_markdown().find("### " + schema.file() + "\n") != std::string::npos);
  }
}

TEST_CASE("keys, spans and rules of schemas name columns that there are", "[unit][tables]") {
  for (const TableSchema& schema : table_schemas()) {
    INFO(schema.name);
    const auto names = schema.column_names();
    const auto check = [&](const std::string& name) {
      INFO(name);
      CHECK((name.empty() || std::count(names.begin(), names.end(), name) == 1));
    };
    for (const auto& key : schema.keys) check(key);
    check(schema.from);
    check(schema.to);
    for (const auto& wanted : schema.complete) check(wanted.column);
    for (const auto& rule : schema.rules)
      for (const auto& column : rule.columns) check(column);
    for (const auto& pair : schema.pairs) {
      check(pair.from);
      check(pair.to);
    }
    CHECK((schema.from.empty()) == (schema.span == SpanKind::none));
  }
}
