// Writes files for the judges outside (ncdump, xarray, h5py), which run it by its hidden tag.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "engine/output/results.hpp"
#include "tests/support/sample_results.hpp"
#include "tests/support/sample_sweep.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tools/rumbo/sensitivity_report.hpp"

using namespace rumbo;

namespace {

void write_file(const std::filesystem::path& path, const ResultsHeader& header, bool with_rows) {
  const test::ScratchFolder parts;
  for (uint32_t scenario = 0; scenario < header.scenarios.size(); ++scenario)
    for (const uint32_t replicate : header.replicates) {
      ResultBlock block = test::sample_block(header, scenario, replicate);
      if (!with_rows) block.tables[3].rows.clear();
      write_part(part_path(parts.path(), scenario, replicate), header, block);
    }
  merge_parts(path, header, parts.path());
}

/// 10 + 4 a - 2 b in the baseline, 3 b more in the quota; one run of point 2 failed, and all of
/// point 4.
void write_sweep_and_indices(const std::filesystem::path& folder) {
  const auto result = [](std::span<const double> shares, uint32_t scenario, size_t, uint32_t) {
    return 10 + 4 * shares[0] - 2 * shares[1] + (scenario == 1 ? 3 * shares[1] : 0);
  };
  test::write_sweep_file(
      folder / "sweep.h5",
      {test::sample_design("latin_hypercube", 3, {{"samples", {24}}}), 2, result, {5, 8, 9}});
  const ReadSeries read = read_series({{folder / "sweep.h5"}, {}, {}, {}});
  test::write_bytes(folder / "indices.csv", as_csv(analyse_sensitivity(read, {})));
  test::write_sweep_file(folder / "morris.h5",
                         {test::sample_design("morris", 3, {{"trajectories", {4}}}), 2, result});
  const ReadSeries steps = read_series({{folder / "morris.h5"}, {}, {}, {}});
  test::write_bytes(folder / "morris.csv", as_csv(analyse_sensitivity(steps, {})));
}

}  // namespace

TEST_CASE("write samples into RUMBO_SAMPLE_FOLDER", "[.sample]") {
  const char* name = std::getenv("RUMBO_SAMPLE_FOLDER");
  REQUIRE(name != nullptr);
  const std::filesystem::path folder = name;
  const ResultsHeader header = test::sample_header(2);
  write_file(folder / "sample.h5", header, true);
  write_file(folder / "empty.h5", header, false);
  write_part(folder / "part.h5", header, test::sample_block(header, 1, 1));
  test::write_results_with_events(folder / "events.h5");
  test::write_results_with_events(folder / "events.h5");
  write_sweep_and_indices(folder);
  CHECK(std::filesystem::exists(folder / "part.h5"));
}
