// See shard.hpp. Dense tables have a chunk or more a run, so that merging copies them as they are.
#include "engine/output/shard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <set>

#include "engine/base/error.hpp"
#include "engine/output/file_kind.hpp"
#include "engine/output/layout.hpp"

namespace rumbo {
namespace {

using hdf5::Dataset;

constexpr const char* runs_attribute = "shard_runs";
constexpr const char* digest_attribute = "shard_digest";

/// Of all scenarios, for any may be in any shard.
std::string digest_of(const ResultsHeader& header) {
  std::string text;
  for (uint32_t k = 0; k < header.scenarios.size(); ++k) text += part_digest(header, k);
  return sha256(text);
}

void check_blocks(const ResultsHeader& header, const ShardRuns& runs) {
  RUMBO_REQUIRE(header.events.empty());
  RUMBO_REQUIRE(runs.blocks.size() == runs.scenarios.size() * runs.replicates.size());
  for (size_t i = 0; i < runs.blocks.size(); ++i) {
    const ResultBlock& block = runs.blocks[i];
    RUMBO_REQUIRE(block.scenario == runs.scenarios[i / runs.replicates.size()]);
    RUMBO_REQUIRE(block.replicate == runs.replicates[i % runs.replicates.size()]);
    layout::require_size(header, block);
  }
}

void write_dense(Dataset& dataset, const TableDeclaration& table, size_t index,
                 const ShardRuns& runs) {
  const size_t n_replicates = runs.replicates.size();
  hdf5::Shape count = dataset.shape();
  count[0] = count[1] = 1;
  for (size_t i = 0; i < runs.blocks.size(); ++i) {
    const auto& cells = runs.blocks[i].tables[index].dense;
    if (cells.empty()) continue;
    hdf5::Shape offset(count.size(), 0);
    offset[0] = i / n_replicates;
    offset[1] = i % n_replicates;
    if (table.scale == 1) {
      dataset.add_block(ElementType::i64, cells.data(), offset, count);
      continue;
    }
    const std::vector<double> scaled = layout::scaled_cells(table, cells);
    dataset.add_block(ElementType::f64, scaled.data(), offset, count);
  }
  dataset.close();
}

/// The rows of all runs, one after the other; the first two columns say whose they are.
void write_sparse(std::vector<Dataset>& columns, const TableDeclaration& table, size_t index,
                  const ShardRuns& runs) {
  uint64_t done = 0;
  for (size_t i = 0; i < runs.blocks.size(); ++i) {
    const auto& rows = runs.blocks[i].tables[index].rows;
    layout::add_rows(columns, table, rows, static_cast<int32_t>(i / runs.replicates.size()),
                     static_cast<int32_t>(i % runs.replicates.size()), done);
    done += rows.size();
  }
  for (auto& column : columns) column.close();
}

std::string runs_text(const ShardRuns& runs) {
  nlohmann::json digests;
  for (const auto& [key, digest] : runs.digests)
    digests[fmt::format("{} {}", key.first, key.second)] = digest;
  return nlohmann::json{{"scenarios", runs.scenarios},
                        {"replicates", runs.replicates},
                        {"digests", digests},
                        {"seconds", runs.seconds}}
      .dump();
}

/// What a file says it holds; throws what JSON throws.
Shard shard_of(const std::filesystem::path& path, const std::string& text) {
  const auto json = nlohmann::json::parse(text);
  Shard shard{path, json.at("scenarios"), json.at("replicates"), {}, json.at("seconds")};
  for (const auto& [key, digest] : json.at("digests").items()) {
    RunKey run;
    std::sscanf(key.c_str(), "%u %u", &run.first, &run.second);
    shard.digests[run] = digest;
  }
  return shard;
}

/// The shard at a path if it is one of this header; "" = of any.
std::optional<Shard> look_at_shard(const std::filesystem::path& path, const std::string& digest,
                                   std::string& damage) {
  try {
    const hdf5::ReadFile file(path);
    const auto& root = file.root();
    if (!file.digest() || root.text_attribute("file_kind") != layout::file_kind ||
        root.text_attribute("run_status") != "complete" ||
        (!digest.empty() && root.text_attribute(digest_attribute) != digest))
      return std::nullopt;
    return shard_of(path, root.text_attribute(runs_attribute).value_or(""));
  } catch (const hdf5::DamagedFile& error) {
    damage = error.what();
  } catch (const nlohmann::json::exception&) {
    damage = path.string() + ": does not say which runs it holds";
  }
  return std::nullopt;
}

/// Where each run of the header is: [scenario][replicate index] -> shard, or none.
using Places = std::vector<std::vector<const Shard*>>;

Places places_of(const ResultsHeader& header, const std::vector<Shard>& shards) {
  Places places(header.scenarios.size(),
                std::vector<const Shard*>(header.replicates.size(), nullptr));
  for (const auto& shard : shards)
    for (const uint32_t k : shard.scenarios)
      for (const uint32_t number : shard.replicates) {
        const auto at = std::ranges::lower_bound(header.replicates, number);
        if (at == header.replicates.end() || *at != number || k >= places.size()) continue;
        const Shard*& place = places[k][static_cast<size_t>(at - header.replicates.begin())];
        if (place == nullptr) place = &shard;
      }
  for (size_t k = 0; k < places.size(); ++k)
    for (size_t i = 0; i < places[k].size(); ++i)
      if (places[k][i] == nullptr)
        throw RunError(fmt::format("cannot merge: scenario '{}', run {} is missing",
                                   header.scenarios[k].name, header.replicates[i]));
  return places;
}

/// Runs of one shard that go into the file: their indices in either.
struct Copy {
  size_t scenario = 0, replicate = 0;            ///< in the file
  size_t from_scenario = 0, from_replicate = 0;  ///< in the shard
};

std::vector<Copy> copies_of(const ResultsHeader& header, const Places& places, const Shard& shard) {
  std::vector<Copy> copies;
  for (size_t s = 0; s < shard.scenarios.size(); ++s)
    for (size_t r = 0; r < shard.replicates.size(); ++r) {
      const auto at = std::ranges::lower_bound(header.replicates, shard.replicates[r]);
      if (at == header.replicates.end() || *at != shard.replicates[r]) continue;
      const auto i = static_cast<size_t>(at - header.replicates.begin());
      if (places[shard.scenarios[s]][i] == &shard) copies.push_back({shard.scenarios[s], i, s, r});
    }
  return copies;
}

/// A column of a shard, and for which of its rows there is a place.
struct SparseRows {
  std::vector<int32_t> scenario, replicate;  ///< index in the file; -1 = not taken
};

SparseRows rows_taken(const hdf5::Group& group, const std::vector<Copy>& copies) {
  std::map<std::pair<int32_t, int32_t>, std::pair<int32_t, int32_t>> targets;
  for (const auto& copy : copies)
    targets[{static_cast<int32_t>(copy.from_scenario), static_cast<int32_t>(copy.from_replicate)}] =
        {static_cast<int32_t>(copy.scenario), static_cast<int32_t>(copy.replicate)};
  SparseRows rows{group.open_dataset("scenario_index").read<int32_t>(),
                  group.open_dataset("replicate_index").read<int32_t>()};
  if (rows.scenario.size() != rows.replicate.size())
    throw RunError("cannot merge: the columns of " + group.name() + " have different lengths");
  for (size_t i = 0; i < rows.scenario.size(); ++i) {
    const auto found = targets.find({rows.scenario[i], rows.replicate[i]});
    rows.scenario[i] = found == targets.end() ? -1 : found->second.first;
    rows.replicate[i] = found == targets.end() ? -1 : found->second.second;
  }
  return rows;
}

template <class T>
std::vector<T> chosen(std::vector<T> values, const SparseRows& rows) {
  if (values.size() != rows.scenario.size())
    throw RunError("cannot merge: columns of a table have different lengths");
  size_t n = 0;
  for (size_t i = 0; i < values.size(); ++i)
    if (rows.scenario[i] >= 0) values[n++] = values[i];
  values.resize(n);
  return values;
}

template <class T>
void add(Dataset& column, const std::vector<T>& values, uint64_t offset) {
  if (!values.empty())
    column.add_block(element_type<T>(), values.data(), {offset}, {values.size()});
}

uint64_t append_rows(std::vector<Dataset>& columns, const TableDeclaration& table,
                     const hdf5::Group& group, const std::vector<Copy>& copies, uint64_t offset) {
  const SparseRows rows = rows_taken(group, copies);
  const auto scenario = chosen(rows.scenario, rows);
  add(columns[0], scenario, offset);
  add(columns[1], chosen(rows.replicate, rows), offset);
  const auto names = layout::sparse_columns(table);
  for (size_t c = 2; c < names.size(); ++c) {
    const Dataset column = group.open_dataset(names[c]);
    const ElementType type = layout::column_type(table, c);
    if (type == ElementType::i32) add(columns[c], chosen(column.read<int32_t>(), rows), offset);
    if (type == ElementType::i64) add(columns[c], chosen(column.read<int64_t>(), rows), offset);
    if (type == ElementType::f64) add(columns[c], chosen(column.read<double>(), rows), offset);
  }
  return scenario.size();
}

uint64_t count_rows(const hdf5::Group& group, const std::vector<Copy>& copies) {
  const SparseRows rows = rows_taken(group, copies);
  return rows.scenario.size() -
         static_cast<uint64_t>(std::ranges::count(rows.scenario, int32_t{-1}));
}

void copy_shard(std::vector<std::vector<Dataset>>& datasets, std::vector<uint64_t>& rows_done,
                const ResultsHeader& header, const hdf5::Group& root,
                const std::vector<Copy>& copies) {
  for (size_t t = 0; t < header.tables.size(); ++t) {
    const TableDeclaration& table = header.tables[t];
    if (table.form == TableForm::sparse) {
      rows_done[t] +=
          append_rows(datasets[t], table, root.open_group(table.name), copies, rows_done[t]);
      continue;
    }
    const Dataset source = root.open_dataset(table.name);
    for (const auto& copy : copies) {
      hdf5::Shape offset(3 + table.axes.size(), 0);
      offset[0] = copy.scenario;
      offset[1] = copy.replicate;
      datasets[t][0].copy_chunks(source, {copy.from_scenario, copy.from_replicate}, offset);
    }
  }
}

}  // namespace

void write_shard(const std::filesystem::path& path, const ResultsHeader& header,
                 const ShardRuns& runs) {
  check_header(header);
  check_blocks(header, runs);
  hdf5::NewFile file(path);
  std::vector<uint64_t> rows(header.tables.size(), 0);
  for (const auto& block : runs.blocks)
    for (size_t t = 0; t < rows.size(); ++t) rows[t] += block.tables[t].rows.size();
  auto datasets =
      layout::write_skeleton(file.root(), header, {runs.scenarios, runs.replicates}, rows);
  for (size_t t = 0; t < header.tables.size(); ++t) {
    if (header.tables[t].form == TableForm::dense)
      write_dense(datasets[t][0], header.tables[t], t, runs);
    else
      write_sparse(datasets[t], header.tables[t], t, runs);
  }
  datasets.clear();
  file.root().set_attribute(runs_attribute, runs_text(runs));
  file.root().set_attribute(digest_attribute, digest_of(header));
  layout::finish_file(file);
}

std::string shard_name(const std::string& name, uint32_t number) {
  return fmt::format("shard-{}-{:06}.h5", name, number);
}

std::vector<std::filesystem::path> shard_files(const std::filesystem::path& folder) {
  static const std::regex pattern("shard-[A-Za-z0-9-]+-[0-9]{6,}\\.h5");
  std::vector<std::filesystem::path> found;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none))
    if (std::regex_match(entry.path().filename().string(), pattern)) found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

std::vector<Shard> shards_of(const std::filesystem::path& folder, const ResultsHeader& header,
                             std::vector<std::string>* set_aside) {
  std::vector<Shard> shards;
  const std::string digest = digest_of(header);
  for (const auto& path : shard_files(folder)) {
    std::string damage;
    if (auto shard = look_at_shard(path, digest, damage)) shards.push_back(std::move(*shard));
    if (damage.empty()) continue;
    const auto aside = hdf5::set_aside(path);
    if (set_aside != nullptr)
      set_aside->push_back(fmt::format("{}; it was renamed to {} and its runs are made again",
                                       damage, aside.filename().string()));
  }
  return shards;
}

std::vector<Shard> shards_of_any(const std::filesystem::path& folder) {
  std::vector<Shard> shards;
  std::string damage;
  for (const auto& path : shard_files(folder))
    if (auto shard = look_at_shard(path, "", damage)) shards.push_back(std::move(*shard));
  return shards;
}

bool merge_shards(const std::filesystem::path& path, const ResultsHeader& header,
                  const std::vector<Shard>& shards, const std::function<bool()>& must_stop) {
  check_header(header);
  const Places places = places_of(header, shards);
  std::vector<uint64_t> rows(header.tables.size(), 0);
  for (const auto& shard : shards) {
    const auto copies = copies_of(header, places, shard);
    const hdf5::ReadFile file(shard.path, hdf5::Verify::nothing);
    for (size_t t = 0; t < rows.size(); ++t)
      if (header.tables[t].form == TableForm::sparse)
        rows[t] += count_rows(file.root().open_group(header.tables[t].name), copies);
  }
  hdf5::NewFile file(path);
  auto datasets = layout::write_skeleton(file.root(), header, layout::whole(header), rows);
  std::vector<uint64_t> rows_done(header.tables.size(), 0);
  for (const auto& shard : shards) {
    if (must_stop && must_stop()) return false;
    const hdf5::ReadFile source(shard.path, hdf5::Verify::nothing);
    copy_shard(datasets, rows_done, header, source.root(), copies_of(header, places, shard));
  }
  for (size_t t = 0; t < datasets.size(); ++t)
    for (auto& dataset : datasets[t])
      if (header.tables[t].form == TableForm::sparse) dataset.close();
  for (const auto& of_table : datasets)
    if (of_table.size() == 1) of_table.front().require_whole();
  datasets.clear();
  layout::finish_file(file);
  return true;
}

}  // namespace rumbo
