// Writes files for the judges outside (ncdump, xarray, h5py), which run it by its hidden tag.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "engine/output/results.hpp"
#include "tests/support/sample_results.hpp"
#include "tests/support/scratch_folder.hpp"

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
  CHECK(std::filesystem::exists(folder / "part.h5"));
}
