// See sweep_shards.hpp.
#include "tools/rumbo/sweep_shards.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/base/error.hpp"

namespace rumbo {
namespace {

namespace fs = std::filesystem;

/// A shard is written when so much waits, or for so long.
constexpr size_t bytes_of_shard = size_t{32} << 20;
constexpr double seconds_of_shard = 60;

size_t bytes_of(const ResultBlock& block) {
  size_t bytes = 0;
  for (const auto& table : block.tables)
    bytes += 8 * table.dense.size() + sizeof(TableData::Row) * table.rows.size();
  return bytes;
}

std::string failure_name(const std::string& task) {
  return "failed-" + task + ".jsonl";
}

void append_line(const fs::path& path, const std::string& line) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (file < 0) fail_by_system("write " + path.string());
  const bool is_written =
      ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  if (!is_written || ::fsync(file) != 0) {
    ::close(file);
    fail_by_system("write " + path.string());
  }
  ::close(file);
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw RunError("cannot make the folder " + folder.string() + ": " + error.message());
}

}  // namespace

bool is_failure_file(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with("failed-") && name.ends_with(".jsonl");
}

std::vector<FailedRun> failed_runs_in(const fs::path& folder) {
  std::map<uint32_t, FailedRun> failed;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    if (!is_failure_file(entry.path())) continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      const auto json = nlohmann::json::parse(line, nullptr, false);
      if (!json.is_object() || !json.contains("run") || !json["run"].is_number_unsigned()) continue;
      const uint32_t run = json["run"];
      failed[run] = {run, json.value("scenario", ""), json.value("message", "")};
    }
  }
  std::vector<FailedRun> found;
  for (auto& [run, what] : failed) found.push_back(std::move(what));
  return found;
}

SweepShards::SweepShards(fs::path folder, ResultsHeader header, std::string task)
    : folder_(std::move(folder)),
      header_(std::move(header)),
      task_(std::move(task)),
      last_(std::chrono::steady_clock::now()) {
  for (const auto& shard : shards_of(folder_, header_, &set_aside_)) {
    for (const uint32_t scenario : shard.scenarios)
      for (const uint32_t run : shard.replicates) done_.insert({scenario, run});
    seconds_before_ = std::max(seconds_before_, shard.seconds);
  }
  for (const auto& run : failed_runs_in(folder_)) failed_.insert(run.number);
  while (fs::exists(folder_ / shard_name(task_, next_number_))) ++next_number_;
}

bool SweepShards::is_done(uint32_t scenario, uint32_t run) const {
  const std::lock_guard lock(mutex_);
  return failed_.contains(run) || done_.contains({scenario, run});
}

bool SweepShards::is_anything_done() const {
  const std::lock_guard lock(mutex_);
  return !done_.empty() || !failed_.empty();
}

size_t SweepShards::n_failed() const {
  const std::lock_guard lock(mutex_);
  return static_cast<size_t>(
      std::ranges::count_if(failed_, [&](uint32_t run) { return !is_whole(run); }));
}

void SweepShards::forget_failed() {
  const std::lock_guard lock(mutex_);
  failed_.clear();
}

bool SweepShards::is_whole(uint32_t run) const {
  for (uint32_t k = 0; k < header_.scenarios.size(); ++k)
    if (!done_.contains({k, run})) return false;
  return true;
}

void SweepShards::deliver(ResultBlock block, const std::string& digest, double seconds) {
  const std::lock_guard lock(mutex_);
  const uint32_t scenario = block.scenario, run = block.replicate;
  done_.insert({scenario, run});
  seconds_ = std::max(seconds_, seconds);
  bytes_waiting_ += bytes_of(block);
  Waiting& waiting = waiting_[run];
  waiting.digests[scenario] = digest;
  waiting.blocks.emplace(scenario, std::move(block));
  const std::chrono::duration<double> since = std::chrono::steady_clock::now() - last_;
  if (bytes_waiting_ >= bytes_of_shard || since.count() >= seconds_of_shard) write_waiting(true);
}

void SweepShards::fail(FailedRun run) {
  const std::lock_guard lock(mutex_);
  if (!failed_.insert(run.number).second) return;
  waiting_.erase(run.number);
  make_folder(folder_);
  append_line(
      folder_ / failure_name(task_),
      nlohmann::json{{"run", run.number}, {"scenario", run.scenario}, {"message", run.message}}
              .dump() +
          "\n");
}

void SweepShards::flush() {
  const std::lock_guard lock(mutex_);
  write_waiting(false);
}

void SweepShards::write_waiting(bool only_whole) {
  // Runs of which the same scenarios wait fill a rectangle.
  std::map<std::vector<uint32_t>, std::vector<uint32_t>> groups;
  for (const auto& [run, waiting] : waiting_) {
    if (only_whole && !is_whole(run)) continue;
    std::vector<uint32_t> scenarios;
    for (const auto& [scenario, block] : waiting.blocks) scenarios.push_back(scenario);
    groups[scenarios].push_back(run);
  }
  for (const auto& [scenarios, runs] : groups) write(runs);
  bytes_waiting_ = 0;
  for (const auto& [run, waiting] : waiting_)
    for (const auto& [scenario, block] : waiting.blocks) bytes_waiting_ += bytes_of(block);
  last_ = std::chrono::steady_clock::now();
}

void SweepShards::write(const std::vector<uint32_t>& runs) {
  make_folder(folder_);
  ShardRuns shard;
  shard.replicates = runs;
  shard.seconds = seconds_;
  for (const auto& [scenario, block] : waiting_.at(runs.front()).blocks)
    shard.scenarios.push_back(scenario);
  for (const uint32_t scenario : shard.scenarios)
    for (const uint32_t run : runs) {
      Waiting& waiting = waiting_.at(run);
      shard.digests[{scenario, run}] = waiting.digests.at(scenario);
      shard.blocks.push_back(std::move(waiting.blocks.at(scenario)));
    }
  write_shard(folder_ / shard_name(task_, next_number_++), header_, shard);
  for (const uint32_t run : runs) waiting_.erase(run);
}

}  // namespace rumbo
