// Checkpoints. See targets.hpp.
#include "tests/fuzz/hdf5_edits.hpp"
#include "tests/fuzz/workplace.hpp"
#include "tools/rumbo/run_plan.hpp"

namespace rumbo::fuzz {
namespace {

RunOptions options_of_run() {
  RunOptions options;
  options.paths = {(workplace() / "baseline.toml").string()};
  options.folder = workplace().string();
  options.replicates = 1;
  options.scale = 0.0005;
  options.overrides = {"time.end=2001-01"};
  options.from = (workplace() / "fuzzed").string();
  return options;
}

/// Three months of the tutorial.
std::vector<uint8_t> checkpoint_of_a_run() {
  run_command(add_run_command,
              {"run", (workplace() / "baseline.toml").string(), "-o", workplace().string(),
               "--replicates", "1", "--scale", "0.0005", "--set", "time.end=2001-01", "--threads",
               "1", "--checkpoint", "--until", "2000-04"});
  return bytes_of_file(workplace() / "baseline.until-2000-04.r0000.h5");
}

}  // namespace

void checkpoint(Bytes input) {
  static const std::vector<uint8_t> seed = checkpoint_of_a_run();
  static const RunOptions options = options_of_run();
  static const RunPlan plan = plan_run(options);
  const std::string path = write_file("fuzzed.r0000.h5", Bytes(seed));
  apply_edits(path, input);
  accepts_command(add_info_command, {"info", path});
  accepts([&] {
    const auto simulation = branch_from(options, plan, 0, 0);
    for (int month = 0; month < 2; ++month) simulation->step();
    simulation->digest();
  });
}

}  // namespace rumbo::fuzz
