// See limits.hpp. The files are described in the kernel's Documentation/admin-guide: cgroup-v2.rst
// and cgroup-v1/memory.rst, and in Documentation/scheduler/sched-bwc.rst.
#include "engine/base/limits.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace rumbo {
namespace {

using Path = std::filesystem::path;
using Number = std::optional<double>;  // nothing: no limit, or broken

/// A number of the kernel; nothing of "max", "-1" and all else.
Number number_of(const std::string& word) {
  uint64_t value = 0;
  const char* end = word.data() + word.size();
  const auto [stopped, error] = std::from_chars(word.data(), end, value);
  if (error != std::errc() || stopped != end) return {};
  return static_cast<double>(value);
}

/// The next number of a file.
Number next_number(std::istream& file) {
  std::string word;
  file >> word;
  return number_of(word);
}

Number number_in(const Path& path) {
  std::ifstream file(path);
  return next_number(file);
}

/// The number that follows a name in a file of names and numbers.
Number number_after(const std::string& name, const Path& path) {
  std::ifstream file(path);
  std::string word;
  while (file >> word)
    if (word == name) return next_number(file);
  return {};
}

/// Folders of a group and of all above it, from the mount down.
/// path  of the group, as /proc/self/cgroup has it
std::vector<Path> groups_down_to(const std::string& path, const Path& mount) {
  std::vector<Path> names;
  for (const Path& name : Path(path).relative_path()) {
    if (name == "..") return {mount};  // a group outside of what a namespace shows
    names.push_back(name);
  }
  // In a container the path may be that of the host, while the mount begins at a group on the way:
  // only the end of the path is there, or nothing of it.
  const auto is_there = [&](size_t first) {
    Path folder = mount;
    for (size_t i = first; i < names.size(); ++i) folder /= names[i];
    std::error_code ignored;
    return std::filesystem::is_directory(folder, ignored);
  };
  size_t first = 0;
  while (first < names.size() && !is_there(first)) ++first;
  std::vector<Path> groups{mount};
  for (size_t i = first; i < names.size(); ++i) groups.push_back(groups.back() / names[i]);
  return groups;
}

/// quota, period  microseconds of processor time in so many of wall time
void limit_processors(ControlGroupLimits& limits, Number quota, Number period) {
  if (!quota || !period || *period <= 0) return;
  const double most = limits.processors;
  limits.processors = static_cast<int>(std::clamp(std::ceil(*quota / *period), 1.0, most));
}

/// All in bytes. reclaimable  what the kernel takes back from files that were read, if need be
void limit_memory(ControlGroupLimits& limits, Number limit, Number usage, Number reclaimable) {
  // Version 1 says no limit by the largest number of whole pages.
  constexpr double no_limit = 4611686018427387904.0;  // 2^62
  if (!limit || *limit >= no_limit) return;
  const double used = std::max(0.0, usage.value_or(0) - reclaimable.value_or(0));
  limits.free_memory = std::min(limits.free_memory, std::max(0.0, *limit - used));
}

void read_version_2(ControlGroupLimits& limits, const std::string& path, const Path& mount) {
  for (const Path& group : groups_down_to(path, mount)) {
    std::ifstream share(group / "cpu.max");
    const Number quota = next_number(share), period = next_number(share);
    limit_processors(limits, quota, period);
    limit_memory(limits, number_in(group / "memory.max"), number_in(group / "memory.current"),
                 number_after("inactive_file", group / "memory.stat"));
  }
}

void read_processors_1(ControlGroupLimits& limits, const std::string& path, const Path& mount) {
  for (const Path& group : groups_down_to(path, mount))
    limit_processors(limits, number_in(group / "cpu.cfs_quota_us"),
                     number_in(group / "cpu.cfs_period_us"));
}

void read_memory_1(ControlGroupLimits& limits, const std::string& path, const Path& mount) {
  for (const Path& group : groups_down_to(path, mount))
    limit_memory(limits, number_in(group / "memory.limit_in_bytes"),
                 number_in(group / "memory.usage_in_bytes"),
                 number_after("total_inactive_file", group / "memory.stat"));
}

bool is_in_list(std::string_view name, const std::string& list) {
  return ("," + list + ",").find("," + std::string(name) + ",") != std::string::npos;
}

/// Applies what the group of one line of /proc/self/cgroup sets, "number:controllers:path".
void read_line(ControlGroupLimits& limits, const std::string& line, const Path& mounts) {
  const size_t first = line.find(':');
  const size_t second = first == std::string::npos ? first : line.find(':', first + 1);
  if (second == std::string::npos) return;
  const std::string controllers = line.substr(first + 1, second - first - 1);
  std::string path = line.substr(second + 1);
  // Of a group that was removed while this process is in it, those above it still set limits.
  if (constexpr std::string_view removed = " (deleted)"; path.ends_with(removed))
    path = Path(path.substr(0, path.size() - removed.size())).parent_path().string();
  if (controllers.empty()) {
    // Beside version 1, systemd mounts version 2 in a folder of its own.
    for (const Path& mount : {mounts, mounts / "unified"}) read_version_2(limits, path, mount);
    return;
  }
  // The folder of controllers that are mounted together bears all their names; most systems have a
  // link for each.
  if (is_in_list("cpu", controllers))
    for (const char* folder : {"cpu", controllers.c_str()})
      read_processors_1(limits, path, mounts / folder);
  if (is_in_list("memory", controllers))
    for (const char* folder : {"memory", controllers.c_str()})
      read_memory_1(limits, path, mounts / folder);
}

}  // namespace

ControlGroupLimits control_group_limits(const Path& root) {
  ControlGroupLimits limits;
  std::ifstream file(root / "proc/self/cgroup");
  std::string line;
  while (std::getline(file, line)) read_line(limits, line, root / "sys/fs/cgroup");
  return limits;
}

double available_memory(const Path& root) {
  const double in_groups = control_group_limits(root).free_memory;
  const Number kibibytes = number_after("MemAvailable:", root / "proc/meminfo");
  return kibibytes ? std::min(in_groups, *kibibytes * 1024) : in_groups;
}

}  // namespace rumbo
