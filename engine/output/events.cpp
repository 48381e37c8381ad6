// How groups of events lie in a file: a group of one-dimensional columns. See layout.hpp.
#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/output/layout.hpp"

namespace rumbo::layout {

namespace {

using hdf5::Dataset;
using hdf5::Group;

ElementType type_of(const EventColumn& column) {
  return column.scale == 1 ? ElementType::i32 : ElementType::f64;
}

Dataset create_column(Group& group, const Dataset& scale, const std::string& name, ElementType type,
                      uint64_t rows) {
  Dataset data = group.create_dataset(
      name, type, {rows}, {.chunk = {rows_per_chunk}, .compressed = true, .growing = true});
  data.attach_scale(scale, 0);
  return data;
}

Dataset create_index(Group& group, const Dataset& scale, const std::string& axis, uint64_t rows,
                     const std::string& besides) {
  Dataset data = create_column(group, scale, axis + "_index", ElementType::i32, rows);
  data.set_attribute("long_name", "index into /" + axis + ", from 0" + besides);
  data.set_attribute("units", "1");
  return data;
}

std::vector<Dataset> create_group(Group& root, const EventDeclaration& declaration, uint64_t rows) {
  Group group = root.create_group(declaration.name);
  group.set_attribute("long_name", declaration.long_name);
  group.set_attribute("source", declaration.source);
  group.set_attribute("event_group", "one row an event, sorted by the columns from the first on");
  const Dataset scale = create_row_dimension(group, rows);
  std::vector<Dataset> columns;
  for (const char* axis : {"scenario", "replicate"})
    columns.push_back(create_index(group, scale, axis, rows, ""));
  for (const auto& column : declaration.columns) {
    if (column.has_labels()) {
      columns.push_back(
          create_index(group, scale, column.name, rows, ", -1 = none: " + column.long_name));
      continue;
    }
    columns.push_back(create_column(group, scale, column.name, type_of(column), rows));
    columns.back().set_attribute("long_name", column.long_name);
    columns.back().set_attribute("units", column.units);
  }
  return columns;
}

}  // namespace

std::vector<std::string> event_columns(const EventDeclaration& group) {
  std::vector<std::string> names = {"scenario_index", "replicate_index"};
  for (const auto& column : group.columns)
    names.push_back(column.has_labels() ? column.name + "_index" : column.name);
  return names;
}

std::vector<uint64_t> event_rows(const ResultBlock& block) {
  std::vector<uint64_t> rows;
  for (const auto& group : block.events) rows.push_back(group.size());
  return rows;
}

std::vector<std::vector<Dataset>> create_events(Group& root, const ResultsHeader& header,
                                                const std::vector<uint64_t>& rows) {
  std::vector<std::vector<Dataset>> groups;
  for (size_t i = 0; i < header.events.size(); ++i)
    groups.push_back(create_group(root, header.events[i], rows[i]));
  return groups;
}

void write_events(std::vector<Dataset>& columns, const EventDeclaration& group,
                  const EventRows& rows) {
  if (rows.size() == 0) return;
  RUMBO_REQUIRE(rows.columns.size() == group.columns.size());
  const std::vector<int32_t> zeros(rows.size(), 0);
  columns[0].write(zeros);
  columns[1].write(zeros);
  for (size_t c = 0; c < group.columns.size(); ++c) {
    if (type_of(group.columns[c]) == ElementType::i32) {
      columns[2 + c].write(rows.columns[c]);
      continue;
    }
    std::vector<double> scaled(rows.size());
    for (size_t i = 0; i < scaled.size(); ++i)
      scaled[i] = rows.columns[c][i] * group.columns[c].scale;
    columns[2 + c].write(scaled);
  }
}

uint64_t append_events(std::vector<Dataset>& columns, const EventDeclaration& group,
                       const Group& root, int32_t scenario, int32_t replicate, uint64_t offset) {
  const Group source = root.open_group(group.name);
  const auto names = event_columns(group);
  const uint64_t count = source.open_dataset(names.front()).size();
  if (count == 0) return 0;
  const std::vector<int32_t> scenarios(count, scenario), replicates(count, replicate);
  columns[0].write_block(ElementType::i32, scenarios.data(), {offset}, {count});
  columns[1].write_block(ElementType::i32, replicates.data(), {offset}, {count});
  for (size_t c = 2; c < names.size(); ++c) {
    if (source.open_dataset(names[c]).size() != count)
      throw RunError("cannot merge: the columns of " + source.name() + " have different lengths");
    if (type_of(group.columns[c - 2]) == ElementType::i32) {
      const auto values = source.open_dataset(names[c]).read<int32_t>();
      columns[c].write_block(ElementType::i32, values.data(), {offset}, {count});
    } else {
      const auto values = source.open_dataset(names[c]).read<double>();
      columns[c].write_block(ElementType::f64, values.data(), {offset}, {count});
    }
  }
  return count;
}

}  // namespace rumbo::layout
