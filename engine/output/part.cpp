// Writing the part of one scenario and replicate. See results.hpp.
#include "engine/base/error.hpp"
#include "engine/output/layout.hpp"

namespace rumbo {

namespace {

using hdf5::Dataset;

void check_block(const ResultsHeader& header, const ResultBlock& block) {
  RUMBO_REQUIRE(block.scenario < header.scenarios.size());
  RUMBO_REQUIRE(block.events.size() == header.events.size());
  layout::require_size(header, block);
}

void write_cells(Dataset& dataset, const TableDeclaration& table,
                 const std::vector<int64_t>& cells) {
  if (cells.empty()) return;
  if (table.scale == 1) return dataset.write(cells);
  dataset.write(layout::scaled_cells(table, cells));
}

void write_rows(std::vector<Dataset>& columns, const TableDeclaration& table,
                const std::vector<TableData::Row>& rows) {
  layout::add_rows(columns, table, rows, 0, 0, 0);
  for (auto& column : columns) column.close();
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
