// Result files. See targets.hpp.
#include <fmt/format.h>

#include "engine/output/reader.hpp"
#include "tests/fuzz/hdf5_edits.hpp"
#include "tests/fuzz/workplace.hpp"

namespace rumbo::fuzz {
namespace {

/// Three months of the tutorial twice, one with a policy, in two replicates.
std::vector<uint8_t> results_of_a_run() {
  const std::string policy = write_file("policy.toml",
                                        "extends = \"baseline.toml\"\n"
                                        "[[policy]]\nid = \"visas\"\nlever = \"work_visa_quota\"\n"
                                        "corridors = [\"SUR->NORTE\"]\nstart = \"2000-02\"\n"
                                        "visas_per_year = 5000\n");
  run_command(add_run_command,
              {"run", (workplace() / "baseline.toml").string(), policy, "-o", workplace().string(),
               "--name", "seed", "--replicates", "2", "--scale", "0.0005", "--set",
               "time.end=2000-04", "--set", "output.panel=50", "--threads", "1"});
  return bytes_of_file(workplace() / "seed.h5");
}

void read_everything(const std::string& path) {
  const ResultsFile file(path);
  const auto& header = file.header();
  for (size_t t = 0; t < header.tables.size(); ++t) {
    const int table = static_cast<int>(t);
    if (header.tables[t].form == TableForm::sparse) {
      file.sparse(table);
      continue;
    }
    for (size_t s = 0; s < header.scenarios.size(); ++s)
      for (size_t r = 0; r < header.replicates.size(); ++r) file.dense(table, s, r);
  }
  for (const auto& group : header.events)
    for (const auto& column : group.columns)
      file.event_column(group.name, column.name + (column.has_labels() ? "_index" : ""));
}

/// All tables of a file, for compare.
std::string names_of_tables(const std::string& path) {
  const ResultsFile file(path);
  std::string names;
  for (const auto& table : file.header().tables) names += (names.empty() ? "" : ",") + table.name;
  return names;
}

}  // namespace

void results(Bytes input) {
  static const std::vector<uint8_t> seed = results_of_a_run();
  const std::string path = write_file("fuzzed.h5", Bytes(seed));
  apply_edits(path, input);
  accepts_command(add_info_command, {"info", path});
  accepts([&] { read_everything(path); });
  accepts_command(add_compare_command, {"compare", path});
  std::string names;
  if (accepts([&] { names = names_of_tables(path); }) && !names.empty())
    accepts_command(add_compare_command, {"compare", path, "--tables", names, "--json"});
}

}  // namespace rumbo::fuzz
