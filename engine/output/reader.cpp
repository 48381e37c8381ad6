// See reader.hpp.
#include "engine/output/reader.hpp"

#include <sstream>

#include "engine/base/error.hpp"
#include "engine/output/layout.hpp"
#include "engine/output/reader_checks.hpp"
#include "engine/tally/aggregation_text.hpp"

namespace rumbo {

namespace {

using hdf5::Group;

void read_scenarios(const Group& root, ResultsHeader& header) {
  const auto names = checks::labels_of(root, "scenario");
  const auto resolved = root.read_texts("scenario_toml");
  const auto written = root.read_texts("scenario_source_toml");
  const auto digests = root.read_texts("scenario_digest");
  const auto pairing = root.has("scenario_pairing")  // older files have none
                           ? root.read_texts("scenario_pairing")
                           : std::vector<std::string>(names.size());
  for (const auto* texts : {&resolved, &written, &digests, &pairing})
    if (texts->size() != names.size())
      throw RunError("cannot read " + root.name() +
                     ": the texts of its scenarios are not as many as its scenarios");
  for (size_t i = 0; i < names.size(); ++i)
    header.scenarios.push_back({names[i], digests[i], resolved[i], written[i], pairing[i]});
}

void read_times(const Group& root, ResultsHeader& header) {
  header.times = checks::times_of(root.open_dataset("time"));
  header.start = checks::start_of(root.open_dataset("time_bounds"), header.times);
}

/// A group holds what an attribute of it says; without it no reader could know.
void require_attribute(const hdf5::Node& node, const std::string& name, bool is_there) {
  if (!is_there)
    throw RunError("cannot read " + node.name() + ": its attribute " + name +
                   " is missing or of another type");
}

TableDeclaration read_declaration(const Group& root, const std::string& name,
                                  const hdf5::Node& node, TableForm form) {
  TableDeclaration table;
  table.name = name;
  table.form = form;
  table.long_name = node.text_attribute("long_name").value_or("");
  table.units = node.text_attribute("units").value_or("");
  table.source = node.text_attribute("source").value_or("");
  const auto scale_of_cells = node.number_attribute("cell_scale");
  require_attribute(node, "cell_scale",
                    scale_of_cells && *scale_of_cells > 0 && *scale_of_cells < 1e300);
  table.scale = *scale_of_cells;
  const std::string methods = node.text_attribute("cell_methods").value_or("") + " ";
  table.method = methods.rfind("time: point ", 0) == 0 ? CellMethod::point : CellMethod::sum;
  const auto listed = node.text_attribute("table_axes");
  require_attribute(node, "table_axes", listed.has_value());
  std::istringstream axes(*listed);
  constexpr size_t most_axes = 29;  // of the 32 that a dataset may have, three are of every table
  for (std::string axis; axes >> axis && table.axes.size() <= most_axes;) {
    const auto scale = root.open_dataset(axis);
    table.axes.push_back(
        {axis, scale.text_attribute("long_name").value_or(""), checks::labels_of(root, axis)});
  }
  require_attribute(node, "table_axes", table.axes.size() <= most_axes);
  checks::cells_of(table, root.name());
  read_aggregation(table, node.text_attribute("rumbo_aggregation"));
  table.occasions = read_occasions(node.text_attribute("rumbo_occasions"));
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
    if (is_index) column.labels = checks::labels_of(root, column.name);
    declaration.columns.push_back(std::move(column));
  }
  return declaration;
}

void read_tables(const Group& root, ResultsHeader& header) {
  for (const auto& name : root.members()) {
    if (root.is_group(name)) {
      const Group group = root.open_group(name);
      if (group.has_attribute("table_axes")) {
        header.tables.push_back(read_declaration(root, name, group, TableForm::sparse));
        checks::check_sparse(group, header.tables.back());
      } else if (group.has_attribute("event_group")) {
        header.events.push_back(read_events(root, name, group));
        checks::check_events(group, header.events.back());
      }
    } else if (const auto data = root.open_dataset(name); data.has_attribute("table_axes")) {
      header.tables.push_back(read_declaration(root, name, data, TableForm::dense));
      checks::check_dense(data, header, header.tables.back());
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

ReadableKind readable_kind(const std::filesystem::path& path) {
  const hdf5::ReadFile file(path);
  const std::string kind = file.root().text_attribute("file_kind").value_or("");
  if (kind == layout::file_kind || kind == layout::old_file_kind) return ReadableKind::results;
  return kind == layout::checkpoint_kind || kind == layout::old_checkpoint_kind
             ? ReadableKind::checkpoint
             : ReadableKind::other;
}

class ResultsFile::Impl {
 public:
  explicit Impl(const std::filesystem::path& path) : file(path) {
    require_complete(path);
    const Group& root = file.root();
    read_scenarios(root, header);
    header.replicates = checks::replicates_of(root.open_dataset("replicate"));
    read_times(root, header);
    read_attributes(root, header);
    header.sweep = layout::read_sweep(root);
    read_tables(root, header);
    check(path);
  }

  void require_complete(const std::filesystem::path& path) {
    const std::string cannot = "cannot read " + path.string() + ": ";
    const auto kind = file.root().text_attribute("file_kind");
    if (kind != layout::file_kind && kind != layout::old_file_kind)
      throw RunError(cannot + "it is no result file of this program");
    if (file.root().text_attribute("run_status") != "complete")
      throw RunError(cannot + "its run was not completed");
    if (kind == layout::file_kind && !file.digest())
      throw RunError(cannot + "the digest at its end is gone: it was cut off or changed");
    if (!file.digest())
      notice = path.string() +
               ": it carries no digest, an older program wrote it; whether it is damaged cannot be "
               "told";
  }

  void check(const std::filesystem::path& path) const {
    try {
      check_header(header);
    } catch (const RunError& error) {
      throw RunError("cannot read " + path.string() + ": " + error.what());
    }
  }

  hdf5::ReadFile file;
  ResultsHeader header;
  std::string notice;
};

ResultsFile::ResultsFile(const std::filesystem::path& path) : impl_(std::make_unique<Impl>(path)) {}
ResultsFile::~ResultsFile() = default;
ResultsFile::ResultsFile(ResultsFile&&) noexcept = default;

const ResultsHeader& ResultsFile::header() const {
  return impl_->header;
}

const std::string& ResultsFile::notice() const {
  return impl_->notice;
}

const std::optional<std::string>& ResultsFile::digest() const {
  return impl_->file.digest();
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
  RUMBO_REQUIRE(scenario < header().scenarios.size() && replicate < header().replicates.size());
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
  const auto fill = [&](const std::string& column, uint64_t count, auto&& set) {
    const auto numbers = checks::indices_of(group.open_dataset(column), count);
    for (size_t i = 0; i < rows.size(); ++i) set(rows[i], numbers.at(i));
  };
  fill("scenario_index", header().scenarios.size(),
       [](SparseRow& row, int32_t number) { row.scenario = number; });
  fill("replicate_index", header().replicates.size(),
       [](SparseRow& row, int32_t number) { row.replicate = number; });
  fill("time_index", header().times.size(),
       [](SparseRow& row, int32_t number) { row.time = number; });
  for (const auto& axis : declaration.axes)
    fill(axis.name + "_index", axis.labels.size(), [&](SparseRow& row, int32_t number) {
      row.cell = row.cell * axis.labels.size() + static_cast<uint64_t>(number);
    });
  for (size_t i = 0; i < rows.size(); ++i) rows[i].value = values[i];
  return rows;
}

namespace {

/// How many labels an index column of events counts; 0 = it is no index.
uint64_t labels_of_column(const ResultsHeader& header, const std::string& group,
                          const std::string& column) {
  if (column == "scenario_index") return header.scenarios.size();
  if (column == "replicate_index") return header.replicates.size();
  for (const auto& declaration : header.events)
    for (const auto& known : declaration.columns)
      if (declaration.name == group && known.has_labels() && known.name + "_index" == column)
        return known.labels.size();
  return 0;
}

}  // namespace

std::vector<double> ResultsFile::event_column(const std::string& group,
                                              const std::string& column) const {
  const auto dataset = impl_->file.root().open_group(group).open_dataset(column);
  const uint64_t n_labels = labels_of_column(header(), group, column);
  if (n_labels == 0) return dataset.read<double>();
  const bool is_of_all = column == "scenario_index" || column == "replicate_index";
  const auto indices = checks::indices_of(dataset, n_labels, is_of_all ? 0 : -1);
  return {indices.begin(), indices.end()};
}

}  // namespace rumbo
