// Writing the part of one scenario and replicate. See results.hpp.
#include <limits>

#include "engine/base/error.hpp"
#include "engine/output/layout.hpp"

namespace rumbo {

namespace {

using hdf5::Dataset;

void check_block(const ResultsHeader& header, const ResultBlock& block) {
  RUMBO_REQUIRE(block.scenario < header.scenarios.size());
  RUMBO_REQUIRE(block.tables.size() == header.tables.size());
  RUMBO_REQUIRE(block.events.size() == header.events.size());
  for (size_t i = 0; i < block.tables.size(); ++i) {
    const TableDeclaration& table = header.tables[i];
    const size_t cells = table.form == TableForm::dense ? table.cells() * header.times.size() : 0;
    if (block.tables[i].dense.size() != cells)
      throw RunError("results: table '" + table.name + "' has " +
                     std::to_string(block.tables[i].dense.size()) + " cells instead of " +
                     std::to_string(cells));
  }
}

void write_cells(Dataset& dataset, const TableDeclaration& table,
                 const std::vector<int64_t>& cells) {
  if (cells.empty()) return;
  if (table.scale == 1) return dataset.write(cells);
  std::vector<double> scaled(cells.size());
  for (size_t i = 0; i < cells.size(); ++i)
    scaled[i] = cells[i] == missing_cell ? std::numeric_limits<double>::quiet_NaN()
                                         : static_cast<double>(cells[i]) * table.scale;
  dataset.write(scaled);
}

/// One column after the other, so that only one is in memory besides the rows.
void write_rows(std::vector<Dataset>& columns, const TableDeclaration& table,
                const std::vector<TableData::Row>& rows) {
  if (rows.empty()) return;
  std::vector<int32_t> indices(rows.size(), 0);
  columns[0].write(indices);
  columns[1].write(indices);
  for (size_t i = 0; i < rows.size(); ++i) indices[i] = static_cast<int32_t>(rows[i].time);
  columns[2].write(indices);
  uint64_t stride = table.cells();
  for (size_t axis = 0; axis < table.axes.size(); ++axis) {
    const uint64_t length = table.axes[axis].labels.size();
    stride /= length;
    for (size_t i = 0; i < rows.size(); ++i)
      indices[i] = static_cast<int32_t>(rows[i].cell / stride % length);
    columns[3 + axis].write(indices);
  }
  std::vector<int64_t> values(rows.size());
  for (size_t i = 0; i < rows.size(); ++i) values[i] = rows[i].value;
  write_cells(columns.back(), table, values);
}

}  // namespace

void write_part(const std::filesystem::path& path, const ResultsHeader& header,
                const ResultBlock& block, const PartFacts& facts) {
  check_header(header);
  check_block(header, block);
  hdf5::NewFile file(path);
  std::vector<uint64_t> rows;
  for (const auto& table : block.tables) rows.push_back(table.rows.size());
  auto datasets =
      layout::write_skeleton(file.root(), header, {{block.scenario}, {block.replicate}}, rows);
  for (size_t i = 0; i < header.tables.size(); ++i) {
    const TableDeclaration& table = header.tables[i];
    if (table.form == TableForm::dense)
      write_cells(datasets[i][0], table, block.tables[i].dense);
    else
      write_rows(datasets[i], table, block.tables[i].rows);
  }
  datasets = layout::create_events(file.root(), header, layout::event_rows(block));
  for (size_t i = 0; i < header.events.size(); ++i)
    layout::write_events(datasets[i], header.events[i], block.events[i]);
  datasets.clear();
  file.root().set_attribute("state_digest", facts.state_digest);
  file.root().set_attribute("run_seconds", facts.seconds);
  file.root().set_attribute("part_digest", part_digest(header, block.scenario));
  layout::finish_file(file);
}

PartFacts facts_of_part(const std::filesystem::path& path) {
  const hdf5::ReadFile file(path);
  return {file.root().text_attribute("state_digest").value_or(""),
          file.root().number_attribute("run_seconds").value_or(0)};
}

namespace {

bool is_part_of(const hdf5::ReadFile& file, const std::string& digest, uint32_t replicate) {
  const auto& root = file.root();
  return file.digest() && root.text_attribute("file_kind") == layout::file_kind &&
         root.text_attribute("run_status") == "complete" &&
         root.text_attribute("part_digest") == digest &&
         root.open_dataset("replicate").read<int64_t>() == std::vector<int64_t>{replicate};
}

}  // namespace

layout::PartState layout::look_at_part(const std::filesystem::path& path, const std::string& digest,
                                       uint32_t replicate, std::string* why) {
  if (!std::filesystem::exists(path)) return PartState::missing;
  std::optional<hdf5::ReadFile> file;
  try {
    file.emplace(path);  // a file that may not be read is no damaged one: that error goes on
  } catch (const hdf5::DamagedFile& error) {
    if (why != nullptr) *why = error.what();
    return PartState::damaged;
  }
  try {
    // Foreign is also what an older program wrote.
    return is_part_of(*file, digest, replicate) ? PartState::good : PartState::foreign;
  } catch (const RunError& error) {
    if (why != nullptr) *why = error.what();
    return PartState::damaged;
  }
}

}  // namespace rumbo
