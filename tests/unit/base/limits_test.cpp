// Limits of control groups, read from made-up folders of both versions.
#include "engine/base/limits.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <string>

#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using rumbo::test::ScratchFolder;
using rumbo::test::write_bytes;

namespace {

constexpr int any_processors = std::numeric_limits<int>::max();
constexpr double any_memory = std::numeric_limits<double>::infinity();

/// A machine of files, in which this process belongs to the groups given.
class PretendMachine {
 public:
  /// groups  what /proc/self/cgroup holds
  explicit PretendMachine(const std::string& groups) { write("proc/self/cgroup", groups); }

  void write(const std::string& file, const std::string& bytes) const {
    std::filesystem::create_directories((folder_ / file).parent_path());
    write_bytes(folder_ / file, bytes);
  }
  /// The same below the mount of control groups.
  void set(const std::string& file, const std::string& bytes) const {
    write("sys/fs/cgroup/" + file, bytes);
  }
  int processors() const { return control_group_limits(folder_.path()).processors; }
  double free_memory() const { return control_group_limits(folder_.path()).free_memory; }
  double available() const { return available_memory(folder_.path()); }

 private:
  ScratchFolder folder_;
};

}  // namespace

TEST_CASE("quota and memory of a group of version 2 are limits", "[unit][base]") {
  const PretendMachine machine("0::/job\n");
  machine.set("job/cpu.max", "300000 100000\n");
  machine.set("job/memory.max", "8000\n");
  machine.set("job/memory.current", "5000\n");
  machine.set("job/memory.stat", "anon 3000\nactive_file 500\ninactive_file 1200\nslab 100\n");
  CHECK(machine.processors() == 3);
  CHECK(machine.free_memory() == 8000 - (5000 - 1200));
}

TEST_CASE("a group that was removed leaves the limits of those above it", "[unit][base]") {
  const PretendMachine machine("0::/batch/job (deleted)\n");
  machine.set("batch/cpu.max", "200000 100000\n");
  machine.set("batch/memory.max", "2000\n");
  machine.set("batch/memory.current", "500\n");
  CHECK(machine.processors() == 2);
  CHECK(machine.free_memory() == 1500);
}

TEST_CASE("a share of a processor is rounded up, to one at least", "[unit][base]") {
  const PretendMachine machine("0::/job\n");
  const auto processors_of = [&](const char* share) {
    machine.set("job/cpu.max", share);
    return machine.processors();
  };
  CHECK(processors_of("50000 100000\n") == 1);
  CHECK(processors_of("100000 100000\n") == 1);
  CHECK(processors_of("100001 100000\n") == 2);
  CHECK(processors_of("150000 100000\n") == 2);
  CHECK(processors_of("150000 50000\n") == 3);
  CHECK(processors_of("0 100000\n") == 1);
  CHECK(processors_of("18446744073709551615 1\n") == any_processors);
}

TEST_CASE("the tightest of a group and those above it counts", "[unit][base]") {
  const PretendMachine machine("0::/batch/job 7/step\n");
  machine.set("batch/cpu.max", "800000 100000\n");
  machine.set("batch/job 7/cpu.max", "200000 100000\n");
  machine.set("batch/job 7/step/cpu.max", "400000 100000\n");
  machine.set("batch/memory.max", "9000\n");
  machine.set("batch/memory.current", "8500\n");
  machine.set("batch/job 7/step/memory.max", "2000\n");
  machine.set("batch/job 7/step/memory.current", "100\n");
  machine.set("other/cpu.max", "100000 100000\n");
  CHECK(machine.processors() == 2);
  // The step may use 1900 bytes more, but its neighbours have left 500.
  CHECK(machine.free_memory() == 500);
  machine.set("batch/job 7/step/memory.current", "1700\n");
  CHECK(machine.free_memory() == 300);
}

TEST_CASE("max is no limit", "[unit][base]") {
  const PretendMachine machine("0::/job\n");
  machine.set("job/cpu.max", "max 100000\n");
  machine.set("job/memory.max", "max\n");
  machine.set("job/memory.current", "5000\n");
  CHECK(machine.processors() == any_processors);
  CHECK(machine.free_memory() == any_memory);
  machine.set("cpu.max", "200000 100000\n");
  CHECK(machine.processors() == 2);
}

TEST_CASE("memory in use beyond the limit leaves none", "[unit][base]") {
  const PretendMachine machine("0::/job\n");
  machine.set("job/memory.max", "4000\n");
  CHECK(machine.free_memory() == 4000);  // what is used is not known
  machine.set("job/memory.current", "5000\n");
  CHECK(machine.free_memory() == 0);
  machine.set("job/memory.stat", "inactive_file 6000\n");
  CHECK(machine.free_memory() == 4000);
}

TEST_CASE("limits of version 1 are read by controller", "[unit][base]") {
  const PretendMachine machine(
      "9:memory:/batch/job\n5:cpuset:/other\n4:cpu,cpuacct:/batch\n1:name=systemd:/x\n0::/x\n");
  machine.set("cpu,cpuacct/cpu.cfs_quota_us", "-1\n");
  machine.set("cpu,cpuacct/cpu.cfs_period_us", "100000\n");
  machine.set("memory/batch/job/memory.limit_in_bytes", "9223372036854771712\n");
  machine.set("memory/batch/job/memory.usage_in_bytes", "100\n");
  CHECK(machine.processors() == any_processors);
  CHECK(machine.free_memory() == any_memory);

  machine.set("cpu,cpuacct/batch/cpu.cfs_quota_us", "150000\n");
  machine.set("cpu,cpuacct/batch/cpu.cfs_period_us", "100000\n");
  machine.set("memory/batch/memory.limit_in_bytes", "7000\n");
  machine.set("memory/batch/memory.usage_in_bytes", "3000\n");
  machine.set("memory/batch/memory.stat", "inactive_file 5\ntotal_inactive_file 1000\n");
  CHECK(machine.processors() == 2);
  CHECK(machine.free_memory() == 5000);

  machine.set("cpu/batch/cpu.cfs_quota_us", "50000\n");  // where each has a folder of its own
  machine.set("cpu/batch/cpu.cfs_period_us", "100000\n");
  CHECK(machine.processors() == 1);
  machine.set("cpu/batch/cpu.cfs_quota_us", "-1\n");
  machine.set("cpu/other/cpu.cfs_quota_us", "10000\n");  // the group of another controller
  machine.set("cpu/other/cpu.cfs_period_us", "100000\n");
  CHECK(machine.processors() == 2);
}

TEST_CASE("memory of version 1 may be mounted with others", "[unit][base]") {
  const PretendMachine machine("2:hugetlb,memory:/job\n");
  machine.set("hugetlb,memory/job/memory.limit_in_bytes", "3000\n");
  machine.set("hugetlb,memory/job/memory.usage_in_bytes", "1000\n");
  CHECK(machine.free_memory() == 2000);
  machine.set("memory/job/memory.limit_in_bytes", "1500\n");
  CHECK(machine.free_memory() == 1500);
}

TEST_CASE("version 2 is found beside version 1", "[unit][base]") {
  const PretendMachine machine("3:memory:/\n0::/job\n");
  machine.set("memory/memory.limit_in_bytes", "9000\n");
  machine.set("unified/job/cpu.max", "250000 100000\n");
  CHECK(machine.processors() == 3);
  CHECK(machine.free_memory() == 9000);
}

TEST_CASE("in a container the mount begins at a group on the way", "[unit][base]") {
  for (const char* group : {"/", "/docker/1a2b", "/../../other/1a2b"}) {
    const PretendMachine machine(std::string("0::") + group + "\n");
    machine.set("cpu.max", "200000 100000\n");
    machine.set("memory.max", "6000\n");
    machine.set("memory.current", "1000\n");
    CHECK(machine.processors() == 2);
    CHECK(machine.free_memory() == 5000);
  }
  // The path is that of the host; the container has made a group of its own.
  const PretendMachine machine("4:memory:/docker/1a2b/init\n3:cpu:/docker/1a2b\n");
  machine.set("cpu/cpu.cfs_quota_us", "200000\n");
  machine.set("cpu/cpu.cfs_period_us", "100000\n");
  machine.set("memory/memory.limit_in_bytes", "6000\n");
  machine.set("memory/init/memory.limit_in_bytes", "4000\n");
  CHECK(machine.processors() == 2);
  CHECK(machine.free_memory() == 4000);
}

TEST_CASE("no group outside of the mount is read", "[unit][base]") {
  const PretendMachine machine("0::/../job\n");
  machine.set("cpu.max", "400000 100000\n");
  machine.write("sys/fs/job/cpu.max", "100000 100000\n");
  CHECK(machine.processors() == 4);
}

TEST_CASE("what is no limit sets none", "[unit][base][bad_input]") {
  const PretendMachine machine("0::/job\n");
  for (const char* share :
       {"", "\n", "200000", "200000 0", "0 0", "200000 -1", "2e5 100000", "200000x 100000",
        "-200000 100000", "100000 max", "\xff\xfe", "99999999999999999999999 100000"}) {
    machine.set("job/cpu.max", share);
    CHECK(machine.processors() == any_processors);
  }
  for (const char* limit : {"", "-1", "12x", "many", "0x10"}) {
    machine.set("job/memory.max", limit);
    CHECK(machine.free_memory() == any_memory);
  }
  machine.set("job/memory.max", "5000");
  machine.set("job/memory.current", "many");
  machine.set("job/memory.stat", "inactive_file");
  CHECK(machine.free_memory() == 5000);
}

TEST_CASE("a list of groups that cannot be read sets no limit", "[unit][base][bad_input]") {
  for (const char* groups : {"", "\n", "0", "0:", "0:\n:\n", "::", "cpu", "x:y:z\n", ":,,:/job\n",
                             "2:cpuset,cpux:/job\n"}) {
    const PretendMachine machine(groups);
    machine.set("job/cpu.max", "100000 100000\n");
    machine.set("job/cpu.cfs_quota_us", "100000\n");
    CHECK(machine.processors() == any_processors);
    CHECK(machine.free_memory() == any_memory);
  }
  const PretendMachine machine("0::/job\n");
  machine.set("job/cpu.max/a folder", "");  // where a file is expected
  CHECK(machine.processors() == any_processors);
}

TEST_CASE("without any of the files nothing is limited", "[unit][base]") {
  const ScratchFolder nothing;
  for (const auto& root : {nothing.path(), nothing / "not there"}) {
    CHECK(control_group_limits(root).processors == any_processors);
    CHECK(control_group_limits(root).free_memory == any_memory);
    CHECK(available_memory(root) == any_memory);
  }
}

TEST_CASE("memory is what the machine has free or groups leave", "[unit][base]") {
  const PretendMachine machine("0::/job\n");
  machine.set("job/memory.max", "5000\n");
  CHECK(machine.available() == 5000);
  machine.write("proc/meminfo", "MemTotal: 90 kB\nMemFree: 1 kB\nMemAvailable:   3 kB\n");
  CHECK(machine.available() == 3 * 1024);
  machine.set("job/memory.max", "2000\n");
  CHECK(machine.available() == 2000);
  machine.set("job/memory.max", "max\n");
  CHECK(machine.available() == 3 * 1024);
}

TEST_CASE("the limits of this process can be read", "[unit][base]") {
  CHECK(control_group_limits().processors >= 1);
  CHECK(control_group_limits().free_memory >= 0);
  CHECK(available_memory() < any_memory);  // the kernel says it
}
