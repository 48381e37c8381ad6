// See reader.hpp.
#include "engine/output/reader.hpp"

#include <sstream>

#include "engine/base/error.hpp"
#include "engine/output/layout.hpp"
#include "engine/tally/aggregation_text.hpp"

namespace rumbo {

namespace {

using hdf5::Group;

Month month_of_days(int32_t days) {
  Month month = Month::of(2000, 1) + days / 31 - 1;
  while ((month + 1).days_since_2000() <= days) ++month;
  while (month.days_since_2000() > days) month = month - 1;
  return month;
}

void read_scenarios(const Group& root, ResultsHeader& header) {
  const auto names = root.read_texts("scenario");
  const auto resolved = root.read_texts("scenario_toml");
  const auto written = root.read_texts("scenario_source_toml");
  const auto digests = root.read_texts("scenario_digest");
  std::vector<std::string> pairing(names.size());  // older files have none
  if (root.has("scenario_pairing")) pairing = root.read_texts("scenario_pairing");
  for (size_t i = 0; i < names.size(); ++i)
    header.scenarios.push_back(
        {names[i], digests.at(i), resolved.at(i), written.at(i), pairing.at(i)});
}

void read_times(const Group& root, ResultsHeader& header) {
  for (const int32_t days : root.open_dataset("time").read<int32_t>())
    header.times.push_back(month_of_days(days));
  const auto bounds = root.open_dataset("time_bounds").read<int32_t>();
  header.start = month_of_days(bounds.at(0));
}

TableDeclaration read_declaration(const Group& root, const std::string& name,
                                  const hdf5::Node& node, TableForm form) {
  TableDeclaration table;
  table.name = name;
  table.form = form;
  table.long_name = node.text_attribute("long_name").value_or("");
  table.units = node.text_attribute("units").value_or("");
  table.source = node.text_attribute("source").value_or("");
  table.scale = node.number_attribute("cell_scale").value_or(1);
  const std::string methods = node.text_attribute("cell_methods").value_or("") + " ";
  table.method = methods.rfind("time: point ", 0) == 0 ? CellMethod::point : CellMethod::sum;
  std::istringstream axes(node.text_attribute("table_axes").value_or(""));
  for (std::string axis; axes >> axis;) {
    const auto scale = root.open_dataset(axis);
    table.axes.push_back(
        {axis, scale.text_attribute("long_name").value_or(""), root.read_texts(axis)});
  }
  read_aggregation(table, node.text_attribute("rumbo_aggregation"));
  return table;
}

/// Columns are declared as read: scales are in the numbers already.
EventDeclaration read_events(const Group& root, const std::string& name, const Group& group) {
  EventDeclaration declaration;
  declaration.name = name;
  declaration.long_name = group.text_attribute("long_name").value_or("");
  declaration.source = group.text_attribute("source").value_or("");
  const std::string ending = "_index";
  for (const auto& member : group.members()) {
    if (member == "row" || member == "scenario_index" || member == "replicate_index") continue;
    const auto data = group.open_dataset(member);
    const bool is_index = member.size() > ending.size() &&
                          member.compare(member.size() - ending.size(), ending.size(), ending) == 0;
    EventColumn column;
    column.name = is_index ? member.substr(0, member.size() - ending.size()) : member;
    column.long_name = data.text_attribute("long_name").value_or("");
    column.units = data.text_attribute("units").value_or("");
    if (is_index) column.labels = root.read_texts(column.name);
    declaration.columns.push_back(std::move(column));
  }
  return declaration;
}

void read_tables(const Group& root, ResultsHeader& header) {
  for (const auto& name : root.members()) {
    if (root.is_group(name)) {
      const Group group = root.open_group(name);
      if (group.has_attribute("table_axes"))
        header.tables.push_back(read_declaration(root, name, group, TableForm::sparse));
      else if (group.has_attribute("event_group"))
        header.events.push_back(read_events(root, name, group));
    } else if (const auto data = root.open_dataset(name); data.has_attribute("table_axes")) {
      header.tables.push_back(read_declaration(root, name, data, TableForm::dense));
    }
  }
}

void read_attributes(const Group& root, ResultsHeader& header) {
  for (const auto& name : root.attribute_names()) {
    if (const auto text = root.text_attribute(name))
      header.attributes.push_back({name, *text});
    else if (const auto number = root.number_attribute(name))
      header.attributes.push_back({name, *number});
  }
}

}  // namespace

FileKind kind_of_file(const std::filesystem::path& path) {
  const hdf5::ReadFile file(path);
  const std::string kind = file.root().text_attribute("file_kind").value_or("");
  if (kind == layout::file_kind) return FileKind::results;
  return kind == layout::checkpoint_kind ? FileKind::checkpoint : FileKind::other;
}

class ResultsFile::Impl {
 public:
  explicit Impl(const std::filesystem::path& path) : file(path) {
    const Group& root = file.root();
    if (root.text_attribute("file_kind") != layout::file_kind)
      throw RunError("cannot read " + path.string() + ": it is no result file of this program");
    if (root.text_attribute("run_status") != "complete")
      throw RunError("cannot read " + path.string() + ": its run was not completed");
    read_scenarios(root, header);
    header.replicates = root.open_dataset("replicate").read<uint32_t>();
    read_times(root, header);
    read_attributes(root, header);
    read_tables(root, header);
  }
  hdf5::ReadFile file;
  ResultsHeader header;
};

ResultsFile::ResultsFile(const std::filesystem::path& path) : impl_(std::make_unique<Impl>(path)) {}
ResultsFile::~ResultsFile() = default;
ResultsFile::ResultsFile(ResultsFile&&) noexcept = default;

const ResultsHeader& ResultsFile::header() const {
  return impl_->header;
}

int ResultsFile::table_index(const std::string& name) const {
  const auto& tables = impl_->header.tables;
  for (size_t i = 0; i < tables.size(); ++i)
    if (tables[i].name == name) return static_cast<int>(i);
  return -1;
}

std::vector<double> ResultsFile::dense(int table, size_t scenario, size_t replicate) const {
  const TableDeclaration& declaration = header().tables.at(static_cast<size_t>(table));
  RUMBO_REQUIRE(declaration.form == TableForm::dense);
  const auto dataset = impl_->file.root().open_dataset(declaration.name);
  hdf5::Shape offset(3 + declaration.axes.size(), 0);
  hdf5::Shape count = dataset.shape();
  offset[0] = scenario;
  offset[1] = replicate;
  count[0] = count[1] = 1;
  std::vector<double> cells(declaration.cells() * header().times.size());
  dataset.read_block(ElementType::f64, cells.data(), offset, count);
  return cells;
}

std::vector<ResultsFile::SparseRow> ResultsFile::sparse(int table) const {
  const TableDeclaration& declaration = header().tables.at(static_cast<size_t>(table));
  RUMBO_REQUIRE(declaration.form == TableForm::sparse);
  const Group group = impl_->file.root().open_group(declaration.name);
  const auto values = group.open_dataset("value").read<double>();
  std::vector<SparseRow> rows(values.size());
  const auto fill = [&](const std::string& column, auto&& set) {
    const auto numbers = group.open_dataset(column).read<int32_t>();
    for (size_t i = 0; i < rows.size(); ++i) set(rows[i], numbers.at(i));
  };
  fill("scenario_index", [](SparseRow& row, int32_t number) { row.scenario = number; });
  fill("replicate_index", [](SparseRow& row, int32_t number) { row.replicate = number; });
  fill("time_index", [](SparseRow& row, int32_t number) { row.time = number; });
  for (const auto& axis : declaration.axes)
    fill(axis.name + "_index", [&](SparseRow& row, int32_t number) {
      row.cell = row.cell * axis.labels.size() + static_cast<uint64_t>(number);
    });
  for (size_t i = 0; i < rows.size(); ++i) rows[i].value = values[i];
  return rows;
}

std::vector<double> ResultsFile::event_column(const std::string& group,
                                              const std::string& column) const {
  return impl_->file.root().open_group(group).open_dataset(column).read<double>();
}

size_t axis_index(const TableDeclaration& table, uint64_t cell, size_t axis) {
  for (size_t i = table.axes.size(); i-- > axis + 1;) cell /= table.axes[i].labels.size();
  return cell % table.axes.at(axis).labels.size();
}

}  // namespace rumbo
