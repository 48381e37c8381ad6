// Merging parts into one file by copying compressed chunks as they are. See results.hpp.
#include <fmt/format.h>

#include "engine/base/error.hpp"
#include "engine/output/layout.hpp"

namespace rumbo {

namespace {

using hdf5::Dataset;
using hdf5::Group;

/// Parts in the order of the file: scenario by scenario, replicate by replicate.
struct Part {
  uint32_t scenario = 0;         ///< index
  uint32_t replicate_index = 0;  ///< index into header.replicates
  std::filesystem::path path;
};

std::vector<Part> list_parts(const ResultsHeader& header, const std::filesystem::path& folder) {
  std::vector<Part> parts;
  for (uint32_t scenario = 0; scenario < header.scenarios.size(); ++scenario) {
    const std::string digest = part_digest(header, scenario);
    for (uint32_t i = 0; i < header.replicates.size(); ++i) {
      const uint32_t replicate = header.replicates[i];
      const auto path = part_path(folder, scenario, replicate);
      std::string why;
      const auto state = layout::look_at_part(path, digest, replicate, &why);
      if (state != layout::PartState::good) {
        if (why.empty())
          why = state == layout::PartState::missing
                    ? "it is missing"
                    : "it is incomplete or of another scenario or program";
        throw RunError(fmt::format("cannot merge: {} (scenario '{}', replicate {}): {}",
                                   path.string(), header.scenarios[scenario].name, replicate, why));
      }
      parts.push_back({scenario, i, path});
    }
  }
  return parts;
}

/// A part whose digest held when the parts were listed.
hdf5::ReadFile open_verified(const Part& part) {
  return hdf5::ReadFile(part.path, hdf5::Verify::nothing);
}

/// Rows of all parts together, for each table (0 for dense ones).
std::vector<uint64_t> count_rows(const ResultsHeader& header, const std::vector<Part>& parts) {
  std::vector<uint64_t> rows(header.tables.size(), 0);
  for (const auto& part : parts) {
    const hdf5::ReadFile file = open_verified(part);
    for (size_t i = 0; i < rows.size(); ++i)
      if (header.tables[i].form == TableForm::sparse)
        rows[i] += file.root().open_group(header.tables[i].name).open_dataset("value").size();
  }
  return rows;
}

/// The same for each group of events.
std::vector<uint64_t> count_events(const ResultsHeader& header, const std::vector<Part>& parts) {
  std::vector<uint64_t> rows(header.events.size(), 0);
  if (rows.empty()) return rows;
  for (const auto& part : parts) {
    const hdf5::ReadFile file = open_verified(part);
    for (size_t i = 0; i < rows.size(); ++i)
      rows[i] += file.root()
                     .open_group(header.events[i].name)
                     .open_dataset(layout::event_columns(header.events[i]).front())
                     .size();
  }
  return rows;
}

/// Columns of one part have one length.
template <class T>
void append(Dataset& column, const std::vector<T>& values, uint64_t offset, uint64_t count) {
  if (values.size() != count)
    throw RunError("cannot merge: the columns of " + column.name() + " have different lengths");
  column.write_block(element_type<T>(), values.data(), {offset}, {values.size()});
}

/// Appends a part's rows at `offset`; returns how many.
uint64_t append_rows(std::vector<Dataset>& columns, const TableDeclaration& table,
                     const Group& source, const Part& part, uint64_t offset) {
  const uint64_t count = source.open_dataset("value").size();
  if (count == 0) return 0;
  append(columns[0], std::vector<int32_t>(count, static_cast<int32_t>(part.scenario)), offset,
         count);
  append(columns[1], std::vector<int32_t>(count, static_cast<int32_t>(part.replicate_index)),
         offset, count);
  const auto names = layout::sparse_columns(table);
  for (size_t i = 2; i < names.size(); ++i) {
    const Dataset column = source.open_dataset(names[i]);
    if (layout::column_type(table, i) == ElementType::i32)
      append(columns[i], column.read<int32_t>(), offset, count);
    else if (layout::column_type(table, i) == ElementType::i64)
      append(columns[i], column.read<int64_t>(), offset, count);
    else
      append(columns[i], column.read<double>(), offset, count);
  }
  return count;
}

void copy_part(std::vector<std::vector<Dataset>>& datasets, std::vector<uint64_t>& rows_done,
               const ResultsHeader& header, const Part& part) {
  const hdf5::ReadFile file = open_verified(part);
  for (size_t i = 0; i < header.tables.size(); ++i) {
    const TableDeclaration& table = header.tables[i];
    if (table.form == TableForm::sparse) {
      rows_done[i] +=
          append_rows(datasets[i], table, file.root().open_group(table.name), part, rows_done[i]);
      continue;
    }
    hdf5::Shape offset(3 + table.axes.size(), 0);
    offset[0] = part.scenario;
    offset[1] = part.replicate_index;
    datasets[i][0].copy_chunks(file.root().open_dataset(table.name), offset);
  }
}

/// Groups of events: the rows of all parts, one part after the other.
void merge_events(hdf5::Group& root, const ResultsHeader& header, const std::vector<Part>& parts) {
  auto columns = layout::create_events(root, header, count_events(header, parts));
  for (size_t i = 0; i < header.events.size(); ++i) {
    uint64_t done = 0;
    for (const auto& part : parts) {
      const hdf5::ReadFile file = open_verified(part);
      done += layout::append_events(columns[i], header.events[i], file.root(),
                                    static_cast<int32_t>(part.scenario),
                                    static_cast<int32_t>(part.replicate_index), done);
    }
  }
}

}  // namespace

bool merge_parts(const std::filesystem::path& path, const ResultsHeader& header,
                 const std::filesystem::path& folder, const std::function<bool()>& must_stop) {
  check_header(header);
  const auto parts = list_parts(header, folder);
  const auto rows = count_rows(header, parts);
  hdf5::NewFile file(path);
  auto datasets = layout::write_skeleton(file.root(), header, layout::whole(header), rows);
  std::vector<uint64_t> rows_done(header.tables.size(), 0);
  for (const auto& part : parts) {
    if (must_stop && must_stop()) return false;
    copy_part(datasets, rows_done, header, part);
  }
  for (const auto& of_table : datasets)
    if (of_table.size() == 1) of_table.front().require_whole();  // dense: no block is missing
  datasets.clear();
  merge_events(file.root(), header, parts);
  layout::finish_file(file);
  return true;
}

}  // namespace rumbo
