// See series_reader.hpp.
#include "tools/rumbo/series_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/output/reader.hpp"

namespace rumbo {

namespace {

std::string seed_of(const ResultsHeader& header) {
  for (const auto& attribute : header.attributes)
    if (attribute.name == "seed" && std::holds_alternative<std::string>(attribute.value))
      return std::get<std::string>(attribute.value);
  return "";
}

/// Differences are paired only if both runs drew the same numbers in the same months.
void check_comparable(const ResultsHeader& first, const ResultsHeader& other,
                      const std::filesystem::path& first_path, const std::filesystem::path& path) {
  if (seed_of(first) != seed_of(other))
    throw InputError(fmt::format(
        "{}: its seed is {}, that of {} is {}; only runs of one seed can be compared in pairs",
        path.string(), seed_of(other), first_path.string(), seed_of(first)));
  if (first.times != other.times || first.start != other.start)
    throw InputError(fmt::format("{}: its record times differ from those of {}", path.string(),
                                 first_path.string()));
}

/// A series in one table of one file, adding up run by run.
struct Reducer {
  const HeadlineSeries* series;
  SelectedCells cells;
  SeriesValues* target;

  double reduce(const std::vector<double>& numbers, size_t times) const {
    const size_t n_cells = cells.is_kept.size();
    const size_t first = series->reduction == Reduction::total ? 0 : times - 1;
    double sum = 0;
    for (size_t time = first; time < times; ++time)
      for (size_t cell = 0; cell < n_cells; ++cell)
        if (cells.is_kept[cell]) sum += numbers[time * n_cells + cell];
    return finish(sum);
  }
  double finish(double sum) const {
    return series->reduction == Reduction::end_mean ? sum / static_cast<double>(cells.n_kept) : sum;
  }
};

void keep_value(SeriesValues& target, const std::string& scenario, uint32_t replicate, double value,
                const std::filesystem::path& path) {
  if (!target.values[scenario].emplace(replicate, value).second)
    throw InputError(fmt::format("{}: scenario '{}', replicate {} is in another of the files too",
                                 path.string(), scenario, replicate));
}

void read_dense(const ResultsFile& file, int table, const std::vector<Reducer>& reducers,
                const std::filesystem::path& path) {
  const ResultsHeader& header = file.header();
  for (size_t scenario = 0; scenario < header.scenarios.size(); ++scenario)
    for (size_t i = 0; i < header.replicates.size(); ++i) {
      const auto numbers = file.dense(table, scenario, i);
      for (const auto& reducer : reducers)
        keep_value(*reducer.target, header.scenarios[scenario].name, header.replicates[i],
                   reducer.reduce(numbers, header.times.size()), path);
    }
}

void read_sparse(const ResultsFile& file, int table, const std::vector<Reducer>& reducers,
                 const std::filesystem::path& path) {
  const ResultsHeader& header = file.header();
  const auto rows = file.sparse(table);
  const size_t n_replicates = header.replicates.size();
  const auto last = static_cast<int32_t>(header.times.size()) - 1;
  for (const auto& reducer : reducers) {
    std::vector<double> sums(header.scenarios.size() * n_replicates, 0.0);
    for (const auto& row : rows)
      if (reducer.cells.is_kept[row.cell] &&
          (reducer.series->reduction == Reduction::total || row.time == last))
        sums.at(static_cast<size_t>(row.scenario) * n_replicates +
                static_cast<size_t>(row.replicate)) += row.value;
    for (size_t i = 0; i < sums.size(); ++i)
      keep_value(*reducer.target, header.scenarios[i / n_replicates].name,
                 header.replicates[i % n_replicates], reducer.finish(sums[i]), path);
  }
}

/// The result with this name and table, made if it is new.
SeriesValues& find_or_add(std::vector<std::unique_ptr<SeriesValues>>& list, const std::string& name,
                          const TableDeclaration& table) {
  for (const auto& entry : list)
    if (entry->name == name && entry->table == table.name) return *entry;
  list.push_back(std::make_unique<SeriesValues>(SeriesValues{name, table.units, table.name, {}}));
  return *list.back();
}

void read_file(const ResultsFile& file, const std::filesystem::path& path,
               const std::vector<HeadlineSeries>& wanted,
               std::vector<std::unique_ptr<SeriesValues>>& found) {
  std::map<int, std::vector<Reducer>> reducers;  // each table is read once
  for (const auto& series : wanted) {
    const int table = file.table_index(series.table);
    if (table < 0) continue;
    const TableDeclaration& declaration = file.header().tables[static_cast<size_t>(table)];
    for (auto& cells : select_cells(series, declaration)) {
      SeriesValues& target = find_or_add(found, cells.name, declaration);
      reducers[table].push_back({&series, std::move(cells), &target});
    }
  }
  for (const auto& [table, list] : reducers) {
    const auto& declaration = file.header().tables[static_cast<size_t>(table)];
    if (declaration.form == TableForm::dense)
      read_dense(file, table, list, path);
    else
      read_sparse(file, table, list, path);
  }
}

}  // namespace

ReadSeries read_series(const std::vector<std::filesystem::path>& files,
                       const std::vector<std::string>& tables) {
  RUMBO_REQUIRE(!files.empty());
  const ResultsFile first(files.front());
  std::vector<HeadlineSeries> wanted;
  for (const auto& request : tables)
    wanted.push_back(series_of_table(request, first.header().tables));
  if (tables.empty()) wanted = headline_series();
  ReadSeries result;
  std::vector<std::unique_ptr<SeriesValues>> found;
  for (const auto& path : files) {
    const ResultsFile file(path);
    if (!file.notice().empty()) fmt::print(stderr, "{}\n", file.notice());
    check_comparable(first.header(), file.header(), files.front(), path);
    for (const auto& scenario : file.header().scenarios)
      if (std::find(result.scenarios.begin(), result.scenarios.end(), scenario.name) ==
          result.scenarios.end())
        result.scenarios.push_back(scenario.name);
    read_file(file, path, wanted, found);
  }
  for (auto& entry : found) result.series.push_back(std::move(*entry));
  return result;
}

}  // namespace rumbo
