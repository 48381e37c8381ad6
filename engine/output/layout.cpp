// See layout.hpp.
#include "engine/output/layout.hpp"

#include <algorithm>
#include <numeric>

#include "engine/tally/aggregation_text.hpp"

namespace rumbo::layout {

namespace {

using hdf5::Dataset;
using hdf5::Group;
using hdf5::Shape;

constexpr uint64_t chunk_bytes = uint64_t{1} << 20;

Shape table_shape(const TableDeclaration& table, size_t scenarios, size_t replicates,
                  size_t times) {
  Shape shape = {scenarios, replicates, times};
  for (const auto& axis : table.axes) shape.push_back(axis.labels.size());
  return shape;
}

/// What readers and reader.hpp need to know about a table; on the dataset, or group and value.
void describe(hdf5::Node& node, const TableDeclaration& table) {
  node.set_attribute("long_name", table.long_name);
  node.set_attribute("units", table.units);
  node.set_attribute("cell_methods", cell_methods_text(table));
  node.set_attribute("rumbo_aggregation", aggregation_text(table));
  node.set_attribute("source", table.source);
  if (const auto months = occasions_text(table.occasions); !months.empty())
    node.set_attribute("rumbo_occasions", months);
}

Dataset create_dense(Group& root, const TableDeclaration& table, const Extent& extent,
                     size_t times) {
  const Shape shape = table_shape(table, extent.scenarios.size(), extent.replicates.size(), times);
  Dataset data = root.create_dataset(table.name, cell_type(table), shape,
                                     {.chunk = dense_chunk(table, times), .compressed = true});
  describe(data, table);
  data.set_attribute("table_axes", axis_list(table, " "));
  data.set_attribute("cell_scale", table.scale);
  std::vector<std::string> names = {"scenario", "replicate", "time"};
  for (const auto& axis : table.axes) names.push_back(axis.name);
  for (unsigned axis = 0; axis < names.size(); ++axis)
    data.attach_scale(root.open_dataset(names[axis]), axis);
  return data;
}

std::vector<Dataset> create_sparse(Group& root, const TableDeclaration& table, uint64_t rows) {
  Group group = root.create_group(table.name);
  describe(group, table);
  group.set_attribute("table_axes", axis_list(table, " "));
  group.set_attribute("cell_scale", table.scale);
  const Dataset scale = create_row_dimension(group, rows);
  const auto names = sparse_columns(table);
  std::vector<Dataset> columns;
  for (size_t i = 0; i < names.size(); ++i) {
    columns.push_back(
        group.create_dataset(names[i], column_type(table, i), {rows},
                             {.chunk = {rows_per_chunk}, .compressed = true, .growing = true}));
    columns.back().attach_scale(scale, 0);
    if (i + 1 == names.size()) {
      describe(columns.back(), table);
    } else {
      const std::string axis = names[i].substr(0, names[i].size() - std::string("_index").size());
      columns.back().set_attribute("long_name", "index into /" + axis + ", from 0");
      columns.back().set_attribute("units", "1");
    }
  }
  return columns;
}

void write_label_axis(Group& root, const std::string& name, const std::string& long_name,
                      const std::vector<std::string>& labels) {
  Dataset scale = root.create_texts(name, labels);
  scale.make_scale(name);
  scale.set_attribute("long_name", long_name);
}

void write_replicates(Group& root, const std::vector<uint32_t>& replicates) {
  Dataset scale = root.create_dataset("replicate", ElementType::i32, {replicates.size()});
  scale.write(std::vector<int32_t>(replicates.begin(), replicates.end()));
  scale.make_scale("replicate");
  scale.set_attribute("long_name", "number of the replicate; equal numbers share their draws");
  scale.set_attribute("units", "1");
}

void set_calendar(Dataset& dataset) {
  dataset.set_attribute("units", "days since 2000-01-01");
  dataset.set_attribute("calendar", "proleptic_gregorian");
}

void write_times(Group& root, const ResultsHeader& header) {
  std::vector<int32_t> days;
  std::vector<int32_t> bounds;
  Month begin = header.start;
  for (const Month month : header.times) {
    days.push_back(month.days_since_2000());
    bounds.push_back(begin.days_since_2000());
    bounds.push_back((month + 1).days_since_2000());
    begin = month + 1;
  }
  Dataset time = root.create_dataset("time", ElementType::i32, {days.size()});
  time.write(days);
  time.make_scale("time");
  set_calendar(time);
  time.set_attribute("standard_name", "time");
  time.set_attribute("long_name", "first day of the last month of the record period");
  time.set_attribute("axis", "T");
  time.set_attribute("bounds", "time_bounds");
  write_label_axis(root, "bound", "begin and end of a period", {"begin", "end"});
  Dataset period = root.create_dataset("time_bounds", ElementType::i32, {days.size(), 2});
  period.write(bounds);
  set_calendar(period);
  period.set_attribute("long_name", "the record period: from its first day to the day after");
  period.attach_scale(time, 0);
  period.attach_scale(root.open_dataset("bound"), 1);
}

void write_scenario_texts(Group& root, const ResultsHeader& header, const Extent& extent) {
  std::vector<std::string> names, resolved, written, digests, pairing;
  for (const uint32_t index : extent.scenarios) {
    const ScenarioRecord& scenario = header.scenarios[index];
    names.push_back(scenario.name);
    resolved.push_back(scenario.toml);
    written.push_back(scenario.source_toml);
    digests.push_back(scenario.digest);
    pairing.push_back(scenario.pairing);
  }
  write_label_axis(root, "scenario", "scenario", names);
  const Dataset scale = root.open_dataset("scenario");
  const auto write = [&](const char* name, const char* long_name, const auto& texts) {
    Dataset data = root.create_texts(name, texts);
    data.attach_scale(scale, 0);
    data.set_attribute("long_name", long_name);
  };
  write("scenario_toml", "scenario as resolved", resolved);
  write("scenario_source_toml", "scenario as written", written);
  write("scenario_digest", "sha256 of the canonical form of the scenario", digests);
  write("scenario_pairing", "what runs must share to be paired, and since when it differs (JSON)",
        pairing);
}

void write_attributes(Group& root, const std::vector<ResultAttribute>& attributes) {
  root.set_attribute("Conventions", "CF-1.10");
  root.set_attribute("file_kind", file_kind);
  for (const auto& attribute : attributes)
    std::visit([&](const auto& value) { root.set_attribute(attribute.name, value); },
               attribute.value);
}

void write_axes(Group& root, const std::vector<TableDeclaration>& tables) {
  for (const auto& table : tables)
    for (const auto& axis : table.axes)
      if (!root.has(axis.name)) write_label_axis(root, axis.name, axis.long_name, axis.labels);
}

void write_axes(Group& root, const std::vector<EventDeclaration>& events) {
  for (const auto& group : events)
    for (const auto& column : group.columns)
      if (column.has_labels() && !root.has(column.name))
        write_label_axis(root, column.name, column.long_name, column.labels);
}

}  // namespace

hdf5::Dataset create_row_dimension(hdf5::Group& group, uint64_t rows) {
  // Takes no room in the file.
  hdf5::Dataset scale = group.create_dataset("row", ElementType::i32, {rows},
                                             {.chunk = {rows_per_chunk}, .growing = true});
  std::string length = std::to_string(rows);
  length.insert(0, length.size() < 10 ? 10 - length.size() : 0, ' ');
  scale.make_scale("This is a netCDF dimension but not a netCDF variable." + length);
  return scale;
}

Extent whole(const ResultsHeader& header) {
  Extent extent{std::vector<uint32_t>(header.scenarios.size()), header.replicates};
  std::iota(extent.scenarios.begin(), extent.scenarios.end(), 0u);
  return extent;
}

hdf5::Shape dense_chunk(const TableDeclaration& table, size_t times) {
  Shape chunk = table_shape(table, 1, 1, times);
  uint64_t bytes = 8;
  for (const auto length : chunk) bytes *= length;
  for (size_t axis = 2; axis < chunk.size() && bytes > chunk_bytes; ++axis) {
    const uint64_t slice = bytes / chunk[axis];
    chunk[axis] = std::max<uint64_t>(1, chunk_bytes / slice);
    bytes = slice * chunk[axis];
  }
  return chunk;
}

std::string axis_list(const TableDeclaration& table, const char* between) {
  std::string names;
  for (const auto& axis : table.axes) names += (names.empty() ? "" : between) + axis.name;
  return names;
}

ElementType cell_type(const TableDeclaration& table) {
  return table.scale == 1 ? ElementType::i64 : ElementType::f64;
}

std::vector<std::string> sparse_columns(const TableDeclaration& table) {
  std::vector<std::string> names = {"scenario_index", "replicate_index", "time_index"};
  for (const auto& axis : table.axes) names.push_back(axis.name + "_index");
  names.push_back("value");
  return names;
}

ElementType column_type(const TableDeclaration& table, size_t column) {
  return column < 3 + table.axes.size() ? ElementType::i32 : cell_type(table);
}

std::vector<std::vector<Dataset>> write_skeleton(Group& root, const ResultsHeader& header,
                                                 const Extent& extent,
                                                 const std::vector<uint64_t>& rows) {
  write_attributes(root, header.attributes);
  write_scenario_texts(root, header, extent);
  write_replicates(root, extent.replicates);
  write_times(root, header);
  write_axes(root, header.tables);
  write_axes(root, header.events);
  if (header.sweep) write_sweep(root, *header.sweep, extent.replicates);
  std::vector<std::vector<Dataset>> tables(header.tables.size());
  for (size_t i = 0; i < tables.size(); ++i) {
    const TableDeclaration& table = header.tables[i];
    if (table.form == TableForm::dense)
      tables[i].push_back(create_dense(root, table, extent, header.times.size()));
    else
      tables[i] = create_sparse(root, table, rows[i]);
  }
  return tables;
}

void finish_file(hdf5::NewFile& file) {
  file.flush();
  file.root().set_attribute("run_status", "complete");
  file.commit();
}

}  // namespace rumbo::layout
