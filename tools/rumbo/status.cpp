// `rumbo status`: how far sweeps are that are run in a folder, by this process or any other.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "engine/base/error.hpp"
#include "engine/run/progress.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/name_lock.hpp"
#include "tools/rumbo/sweep_shards.hpp"

namespace rumbo {
namespace {

namespace fs = std::filesystem;

struct SweepStatus {
  std::string name;
  uint64_t n_runs = 0, n_scenarios = 0;
  uint64_t finished = 0;
  std::vector<FailedRun> failed;
  std::vector<std::string> running;  ///< who
  double runs_a_second = 0;          ///< of those who run, as far as they have come
  uint64_t left() const { return n_runs - std::min(n_runs, finished + failed.size()); }
};

/// Name of the task that wrote a shard: between "shard-" and the number.
std::string task_of_shard(const fs::path& path) {
  const std::string stem = path.stem().string();
  const size_t begin = stem.find('-') + 1, end = stem.rfind('-');
  return stem.substr(begin, end - begin);
}

/// Counts whole runs, and how fast each task has made them.
std::map<std::string, double> count_shards(const fs::path& folder, SweepStatus& status) {
  std::map<uint32_t, std::set<uint32_t>> there;
  std::map<std::string, std::pair<uint64_t, double>> by_task;
  for (const auto& shard : shards_of_any(folder)) {
    auto& [runs, seconds] = by_task[task_of_shard(shard.path)];
    seconds = std::max(seconds, shard.seconds);
    for (const uint32_t run : shard.replicates) {
      auto& scenarios = there[run];
      scenarios.insert(shard.scenarios.begin(), shard.scenarios.end());
      if (scenarios.size() == status.n_scenarios) ++runs;
    }
  }
  for (const auto& [run, scenarios] : there)
    status.finished += scenarios.size() == status.n_scenarios ? 1 : 0;
  for (auto& run : failed_runs_in(folder))
    if (const auto found = there.find(run.number);
        found == there.end() || found->second.size() < status.n_scenarios)
      status.failed.push_back(std::move(run));
  std::map<std::string, double> speeds;
  for (const auto& [task, made] : by_task)
    if (made.second > 0) speeds[task] = static_cast<double>(made.first) / made.second;
  return speeds;
}

/// The sweep of a folder NAME.parts; nothing if it is of none.
std::optional<SweepStatus> status_of(const fs::path& folder) {
  std::ifstream file(folder / facts_of_sweep);
  const auto facts = nlohmann::json::parse(file, nullptr, false);
  if (!facts.is_object() || !facts.value("runs", nlohmann::json()).is_number_unsigned() ||
      !facts.value("scenarios", nlohmann::json()).is_number_unsigned())
    return std::nullopt;
  SweepStatus status;
  status.name = (folder.parent_path() / folder.stem()).string();
  status.n_runs = facts["runs"];
  status.n_scenarios = facts["scenarios"];
  const auto speeds = count_shards(folder, status);
  std::error_code none;
  const std::string begin = folder.stem().string() + ".";
  for (const auto& entry : fs::directory_iterator(folder.parent_path(), none)) {
    const std::string lock = entry.path().filename().string();
    if (!lock.starts_with(begin) || !lock.ends_with(".lock")) continue;
    const auto owner = lock_owner(entry.path());
    if (!owner) continue;
    const bool is_task = lock.starts_with(begin + "task-");
    const std::string task =
        is_task ? lock.substr(begin.size() + 5, lock.size() - begin.size() - 10) : "all";
    status.running.push_back((is_task ? "task " + task + ", " : "") + *owner);
    if (const auto speed = speeds.find(task); speed != speeds.end())
      status.runs_a_second += speed->second;
  }
  return status;
}

/// Those of a folder, or one by the path of its result without or with ".h5".
std::vector<SweepStatus> find_sweeps(const fs::path& where) {
  std::vector<SweepStatus> found;
  const fs::path parts = fs::path(where).replace_extension(".parts");
  if (auto one = status_of(parts)) return {*one};
  if (!fs::is_directory(where)) return found;
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(where))
    if (entry.path().extension() == ".parts") folders.push_back(entry.path());
  std::ranges::sort(folders);
  for (const auto& folder : folders)
    if (auto one = status_of(folder)) found.push_back(std::move(*one));
  return found;
}

void print(const SweepStatus& status) {
  fmt::print("{}: {} of {} runs are finished, {} failed, {} are left\n", status.name,
             status.finished, status.n_runs, status.failed.size(), status.left());
  for (const auto& who : status.running) fmt::print("  running: {}\n", who);
  if (status.running.empty())
    fmt::print("  nothing runs{}\n",
               status.left() > 0 ? "; the same command with --resume goes on" : "");
  else if (status.runs_a_second > 0)
    fmt::print("  time left: about {}\n",
               duration_text(static_cast<double>(status.left()) / status.runs_a_second));
  constexpr size_t most_shown = 10;
  for (size_t i = 0; i < std::min(most_shown, status.failed.size()); ++i)
    fmt::print("  failed: run {}, scenario '{}': {}\n", status.failed[i].number,
               status.failed[i].scenario, status.failed[i].message);
  if (status.failed.size() > most_shown)
    fmt::print("  and {} more that failed\n", status.failed.size() - most_shown);
}

nlohmann::ordered_json json_of(const SweepStatus& status) {
  nlohmann::ordered_json json{{"name", status.name},         {"runs", status.n_runs},
                              {"finished", status.finished}, {"failed", nlohmann::json::array()},
                              {"left", status.left()},       {"running", status.running}};
  for (const auto& run : status.failed)
    json["failed"].push_back(
        {{"run", run.number}, {"scenario", run.scenario}, {"message", run.message}});
  if (status.runs_a_second > 0)
    json["seconds_left"] = static_cast<double>(status.left()) / status.runs_a_second;
  return json;
}

}  // namespace

void add_status_command(CLI::App& app, int&) {
  struct Options {
    std::string where = "out";
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("status", "Say how far sweeps are");
  command->add_option("where", options->where, "Folder of results, or FOLDER/NAME of one sweep")
      ->capture_default_str();
  command->add_flag("--json", options->json, "Print as JSON");
  command->footer(
      "Examples:\n"
      "  rumbo status out\n"
      "  rumbo status out/tutorial --json\n"
      "A sweep that is complete and merged has no state left; rumbo info shows its result.");
  command->callback([options] {
    const auto found = find_sweeps(options->where);
    if (found.empty() && !options->json)
      throw InputError(options->where +
                       ": no sweep is being made here; rumbo info shows what is finished");
    if (!options->json) {
      for (const auto& status : found) print(status);
      return;
    }
    nlohmann::ordered_json all = nlohmann::json::array();
    for (const auto& status : found) all.push_back(json_of(status));
    fmt::print("{}\n", json_text(all));
  });
}

}  // namespace rumbo
