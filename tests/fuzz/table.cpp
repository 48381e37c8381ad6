// Tables of figures. See targets.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/base/error.hpp"
#include "tests/fuzz/workplace.hpp"
#include "tools/rumbo/run_plan.hpp"

namespace rumbo::fuzz {
namespace {

constexpr double most_persons = 20000;

/// Whether there is a table of that name, in the tutorial or read if it is there.
bool is_table(const std::string& name) {
  static const std::set<std::string> optional{"routes.csv",  "route_effort.csv", "season.csv",
                                              "transit.csv", "paths.csv",        "shocks.csv",
                                              "asylum.csv",  "recognition.csv"};
  static const std::filesystem::path tutorial =
      std::filesystem::path(RUMBO_SOURCE_DIR) / "scenarios/tutorial";
  return optional.contains(name) ||
         (name.ends_with(".csv") && name.find('/') == std::string::npos &&
          std::filesystem::is_regular_file(tutorial / name));
}

/// Two months of the world as read, if it is small. Its books must balance.
void run_two_months(const RunPlan& plan) {
  if (!(plan.memory.persons_at_start < most_persons)) return;
  migration::MigrationSimulation simulation(plan.setup, 0, 0);
  for (int month = 0; month < 2; ++month) simulation.step();
  try {
    simulation.audit();
  } catch (const RunError& error) {
    throw Finding(fmt::format("accepted tables whose books do not balance: {}", error.what()));
  }
}

class Replaced {
 public:
  Replaced(std::string name, Bytes bytes) : name_(std::move(name)) {
    const auto path = workplace() / name_;
    had_it_ = std::filesystem::exists(path);
    if (had_it_) before_ = bytes_of_file(path);
    write_file(name_, bytes);
  }
  ~Replaced() {
    if (had_it_)
      write_file(name_, Bytes(before_));
    else
      std::filesystem::remove(workplace() / name_);
  }
  Replaced(const Replaced&) = delete;
  Replaced& operator=(const Replaced&) = delete;

 private:
  std::string name_;
  bool had_it_ = false;
  std::vector<uint8_t> before_;
};

}  // namespace

void table(Bytes input) {
  const auto end_of_name = std::find(input.begin(), input.end(), uint8_t{'\n'});
  const std::string name(input.begin(), end_of_name);
  if (end_of_name == input.end() || !is_table(name)) return;
  const Replaced replaced(name, Bytes(end_of_name + 1, input.end()));
  const std::string path = (workplace() / "baseline.toml").string();
  RunOptions options;
  options.paths = {path};
  options.folder = workplace().string();
  options.overrides = {"population.scale=0.0005"};
  if (!accepts_command(add_check_command, {"check", path})) return;
  const bool runs = accepts([&] { run_two_months(plan_run(options)); });
  if (!runs) throw Finding("check calls good what cannot run");
}

}  // namespace rumbo::fuzz
