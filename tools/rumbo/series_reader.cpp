// See series_reader.hpp.
#include "tools/rumbo/series_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <set>

#include "engine/base/error.hpp"
#include "engine/output/reader.hpp"
#include "tools/rumbo/focus.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/reduction.hpp"
#include "tools/rumbo/series_request.hpp"

namespace rumbo {

namespace {

using Found = std::vector<std::unique_ptr<SeriesValues>>;

/// The rows of one series in one table of one file, and where their numbers go.
struct Reader {
  CellRows rows;
  std::vector<SeriesValues*> targets;  ///< [rows]
  int weights_table = -1;
  std::unique_ptr<CellWeights> weights;  ///< of means
};

void check_times(const ResultsHeader& first, const ResultsHeader& other,
                 const std::filesystem::path& first_path, const std::filesystem::path& path) {
  if (first.times == other.times && first.start == other.start) return;
  const auto range = [](const ResultsHeader& header) {
    return fmt::format("{} from {} to {}", header.times.size(), header.start.text(),
                       header.times.back().text());
  };
  throw InputError(fmt::format("{}: its record periods ({}) are not those of {} ({})",
                               path.string(), range(other), first_path.string(), range(first)));
}

void keep_values(const std::vector<SeriesValues*>& targets, RowValues values,
                 const std::string& scenario, uint32_t replicate,
                 const std::filesystem::path& path) {
  for (size_t row = 0; row < targets.size(); ++row)
    if (!targets[row]->values[scenario].emplace(replicate, std::move(values[row])).second)
      throw InputError(fmt::format("{}: scenario '{}', replicate {} is in another of the files too",
                                   path.string(), scenario, replicate));
}

void read_dense(const ResultsFile& file, int table, const std::vector<Reader>& readers,
                const std::filesystem::path& path) {
  const ResultsHeader& header = file.header();
  for (size_t scenario = 0; scenario < header.scenarios.size(); ++scenario)
    for (size_t i = 0; i < header.replicates.size(); ++i) {
      const auto numbers = file.dense(table, scenario, i);
      for (const auto& reader : readers) {
        std::vector<double> weights;
        if (reader.weights) weights = file.dense(reader.weights_table, scenario, i);
        keep_values(reader.targets, reduce(reader.rows, numbers, reader.weights.get(), weights),
                    header.scenarios[scenario].name, header.replicates[i], path);
      }
    }
}

void read_sparse(const ResultsFile& file, int table, const std::vector<Reader>& readers,
                 const std::filesystem::path& path) {
  const ResultsHeader& header = file.header();
  const size_t n_replicates = header.replicates.size();
  const auto rows = file.sparse(table);
  for (const auto& reader : readers) {
    const RowValues nothing(reader.rows.names.size(),
                            std::vector<double>(header.times.size(), 0.0));
    std::vector<RowValues> sums(header.scenarios.size() * n_replicates, nothing);
    for (const auto& row : rows) {
      const int32_t target = reader.rows.row_of_cell.at(row.cell);
      if (target < 0) continue;
      const size_t run =
          static_cast<size_t>(row.scenario) * n_replicates + static_cast<size_t>(row.replicate);
      sums.at(run)[static_cast<size_t>(target)].at(static_cast<size_t>(row.time)) += row.value;
    }
    for (size_t i = 0; i < sums.size(); ++i)
      keep_values(reader.targets, std::move(sums[i]), header.scenarios[i / n_replicates].name,
                  header.replicates[i % n_replicates], path);
  }
}

/// Counts of simulated persons and of what happens to them; money and means are not.
bool counts_persons(const TableDeclaration& table, const CellRows& rows) {
  static const std::set<std::string> units = {"persons", "attempts", "apprehensions"};
  return rows.how.kind == AggregationKind::sum && table.scale == 1 && units.count(table.units) > 0;
}

/// The result with this name and table, made if it is new.
SeriesValues& find_or_add(Found& list, const std::string& name, const TableDeclaration& table,
                          const CellRows& rows) {
  for (const auto& entry : list)
    if (entry->name == name && entry->table == table.name) return *entry;
  list.push_back(std::make_unique<SeriesValues>(SeriesValues{name,
                                                             table.units,
                                                             table.name,
                                                             table.method == CellMethod::point,
                                                             counts_persons(table, rows),
                                                             table.occasions,
                                                             {}}));
  return *list.back();
}

/// throws InputError if a mean cannot be weighted
void find_weights(const ResultsFile& file, const TableDeclaration& table, Reader& reader) {
  if (reader.rows.how.kind != AggregationKind::mean) return;
  reader.weights_table = file.table_index(reader.rows.how.weights);
  const auto& tables = file.header().tables;
  if (reader.weights_table < 0 ||
      tables[static_cast<size_t>(reader.weights_table)].form != TableForm::dense)
    throw InputError(
        fmt::format("table '{}' is a mean weighted by '{}', which is not in the file (its scenario "
                    "may leave it "
                    "out under [output]); ask for it label by label",
                    table.name, reader.rows.how.weights));
  reader.weights =
      std::make_unique<CellWeights>(table, tables[static_cast<size_t>(reader.weights_table)]);
}

/// A series with what the request adds to it; a label that is chosen twice must be in both.
HeadlineSeries narrowed(HeadlineSeries series, const SeriesRequest& request) {
  series.selections.insert(series.selections.end(), request.selections.begin(),
                           request.selections.end());
  for (const auto& axis : request.splits)
    if (std::find(series.splits.begin(), series.splits.end(), axis) == series.splits.end())
      series.splits.push_back(axis);
  return series;
}

/// Reads what the files have of the wanted series, file by file.
class SeriesCollector {
 public:
  SeriesCollector(const SeriesRequest& request, const ResultsFile& first) : request_(request) {
    wanted_ = wanted_series(request, first.header().tables);
    for (auto& series : wanted_) series = narrowed(focused(series, first, request), request);
  }

  void read(const ResultsFile& file, const std::filesystem::path& path) {
    std::map<int, std::vector<Reader>> readers;  // each table is read once
    for (const auto& series : wanted_) {
      const int table = file.table_index(series.table);
      if (table >= 0) add_reader(file, table, series, readers[table]);
    }
    for (const auto& [table, list] : readers) {
      if (file.header().tables[static_cast<size_t>(table)].form == TableForm::dense)
        read_dense(file, table, list, path);
      else
        read_sparse(file, table, list, path);
    }
  }

  Found take_found() { return std::move(found_); }
  std::vector<std::string> notes() const {
    std::vector<std::string> sentences;
    if (!left_out_.empty())
      sentences.push_back(
          fmt::format("left out, for they lack an axis or label that was asked for: {}",
                      fmt::join(left_out_, "; ")));
    if (!without_sum_.empty())
      sentences.push_back(fmt::format(
          "left out, for this file does not say that they may be added up or averaged: {}",
          fmt::join(without_sum_, "; ")));
    return sentences;
  }

 private:
  void add_reader(const ResultsFile& file, int table, const HeadlineSeries& series,
                  std::vector<Reader>& readers) {
    const auto& declaration = file.header().tables[static_cast<size_t>(table)];
    Reader reader;
    try {
      reader.rows = rows_of(series, declaration);
      find_weights(file, declaration, reader);
    } catch (const InputError&) {
      if (!request_.tables.empty()) throw;
      without_sum_.insert(series.name);  // a headline that this file cannot give
      return;
    }
    if (reader.rows.names.empty()) {
      left_out(series, declaration);
      return;
    }
    for (const auto& name : reader.rows.names)
      reader.targets.push_back(&find_or_add(found_, name, declaration, reader.rows));
    readers.push_back(std::move(reader));
  }

  /// Headlines say so only if it was the request that they do not meet.
  void left_out(const HeadlineSeries& series, const TableDeclaration& table) {
    const bool was_asked = !request_.selections.empty() || !request_.splits.empty();
    if (!request_.tables.empty())
      throw InputError(
          fmt::format("table '{}' lacks an axis or label of --where or --by; its axes "
                      "are {}",
                      table.name, axes_text(table)));
    if (was_asked) left_out_.insert(series.name);
  }
  static std::string axes_text(const TableDeclaration& table) {
    std::string text;
    for (const auto& axis : table.axes) text += (text.empty() ? "" : ", ") + axis.name;
    return text;
  }

  const SeriesRequest& request_;
  std::vector<HeadlineSeries> wanted_;
  Found found_;
  std::set<std::string> left_out_;
  std::set<std::string> without_sum_;
};

/// Largest weight of a simulated person: 1 / scale.
double person_weight(const ResultsHeader& header) {
  for (const auto& attribute : header.attributes)
    if (const auto* scale = std::get_if<double>(&attribute.value);
        attribute.name == "scale" && scale != nullptr && *scale > 0)
      return 1 / *scale;
  return 0;
}

}  // namespace

namespace {

/// "residence = USA or MEX, sex = female"
std::string selections_text(const std::vector<Selection>& selections) {
  std::string text;
  for (const auto& selection : selections)
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", selection.axis,
                        fmt::join(selection.labels, " or "));
  return text;
}

}  // namespace

ReadSeries read_series(const SeriesRequest& request) {
  RUMBO_REQUIRE(!request.files.empty());
  const ResultsFile first(request.files.front());
  if (first.header().times.empty())
    throw InputError(request.files.front().string() + ": it holds no record period");
  SeriesCollector collector(request, first);
  ReadSeries result;
  result.records = {first.header().start, first.header().times};
  for (const auto& path : request.files) {
    const ResultsFile file(path);
    if (!file.notice().empty()) warn(file.notice());
    const ResultsHeader& header = file.header();
    check_times(first.header(), header, request.files.front(), path);
    if (header.sweep && request.files.size() > 1)
      throw InputError(path.string() +
                       ": it holds a sweep, whose runs have values of their own; a sweep is read "
                       "by itself, without other files");
    result.sweep = header.sweep;
    for (size_t k = 0; k < header.scenarios.size(); ++k) {
      const std::string& name = header.scenarios[k].name;
      if (result.facts.count(name) == 0) result.scenarios.push_back(name);
      result.facts[name].push_back(pairing_facts(path, header, k));
    }
    result.person = std::max(result.person, person_weight(header));
    collector.read(file, path);
  }
  for (auto& entry : collector.take_found()) result.series.push_back(std::move(*entry));
  result.notes = collector.notes();
  if (!request.selections.empty())
    result.notes.insert(result.notes.begin(),
                        "only " + selections_text(request.selections) + " is counted (--where)");
  return result;
}

}  // namespace rumbo
