// Scenarios in TOML. See targets.hpp.
#include "tests/fuzz/workplace.hpp"
#include "tools/rumbo/run_plan.hpp"

namespace rumbo::fuzz {

void scenario(Bytes input) {
  const std::string path = write_file("fuzzed.toml", input);
  const bool is_good = accepts_command(add_check_command, {"check", path});
  const bool is_shown = accepts_command(add_show_command, {"show", path});
  if (is_good && !is_shown) throw Finding("check calls good what show refuses");
  if (!is_good) return;
  RunOptions options;
  options.paths = {path};
  options.folder = workplace().string();
  if (!accepts([&] { plan_run(options); })) throw Finding("check calls good what run refuses");
}

}  // namespace rumbo::fuzz
