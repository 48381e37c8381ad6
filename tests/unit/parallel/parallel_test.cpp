// Parallel loops visit everything once; per-thread values add up to the whole.
#include "engine/parallel/parallel.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "engine/base/limits.hpp"
#include "engine/parallel/side_by_side.hpp"

using namespace rumbo;

TEST_CASE("every index is visited exactly once, on any number of threads", "[unit][parallel]") {
  for (const int n_threads : {1, 2, 4}) {
    const ThreadLimit limit(n_threads);
    for (const size_t count : {0, 1, 7, 1000, 4097}) {
      std::vector<std::atomic<int>> visits(count);
      parallel_for_each(
          count, [&](size_t i) { ++visits[i]; }, 16);
      for (const auto& n : visits) CHECK(n == 1);
      std::atomic<size_t> covered{0};
      parallel_ranges(count, 16, [&](size_t begin, size_t end) {
        CHECK(begin < end);
        covered += end - begin;
      });
      CHECK(covered == count);
    }
  }
}

// Seen to fail under the thread sanitizer when a piece that threw did not say that it had ended.
TEST_CASE("what a piece throws comes out of the loop", "[unit][parallel]") {
  const ThreadLimit limit(4);
  const std::string told = "a sentence that is longer than what a string holds by itself";
  for (size_t i = 0; i < 200; ++i)
    CHECK_THROWS_WITH(parallel_for_each(1000,
                                        [&](size_t k) {
                                          if (k == 700 + i % 50) throw std::runtime_error(told);
                                        }),
                      told);
}

TEST_CASE("loops of runs side by side stay on the threads of their run", "[unit][parallel]") {
  CHECK_FALSE(LoopThreads::is_alone());
  const LoopThreads alone(1);
  alone.execute([] {
    CHECK(LoopThreads::is_alone());
    const auto here = std::this_thread::get_id();
    size_t n_pieces = 0, n_visits = 0;
    parallel_ranges(1000, 10, [&](size_t begin, size_t end) {
      ++n_pieces;
      n_visits += end - begin;
      CHECK(std::this_thread::get_id() == here);
    });
    CHECK(n_pieces == 1);
    CHECK(n_visits == 1000);
    parallel_ranges(0, 10, [&](size_t, size_t) { FAIL("nothing to visit"); });
  });
  CHECK_FALSE(LoopThreads::is_alone());
  CHECK_THROWS(alone.execute([] { throw std::runtime_error("stopped"); }));
  CHECK_FALSE(LoopThreads::is_alone());
  const LoopThreads two(2);
  std::atomic<size_t> sum = 0;
  two.execute([&] { parallel_for_each(1000, [&](size_t i) { sum += i; }); });
  CHECK(sum == 999 * 1000 / 2);
}

TEST_CASE("per-thread values begin as the first one and hold everything together",
          "[unit][parallel]") {
  const ThreadLimit limit(4);
  PerThread<std::vector<int64_t>> sums(std::vector<int64_t>(3, 0));
  parallel_for_each(30000, [&](size_t i) { sums.local()[i % 3] += static_cast<int64_t>(i); });
  int64_t total = 0;
  sums.for_each([&](const std::vector<int64_t>& one) {
    for (int64_t n : one) total += n;
  });
  CHECK(total == int64_t{30000} * 29999 / 2);
  PerThread<std::vector<int64_t>> copy(sums);
  int64_t copied = 0;
  copy.for_each([&](std::vector<int64_t>& one) {
    for (int64_t& n : one) {
      copied += n;
      n = 0;
    }
  });
  CHECK(copied == total);
  total = 0;
  sums.for_each([&](const std::vector<int64_t>& one) { total += one[0]; });
  CHECK(total > 0);  // the copy's zeros are its own
  sums.clear();
  CHECK(sums.local() == std::vector<int64_t>(3, 0));
}

TEST_CASE("the batch system's number of processors is heeded", "[unit][parallel]") {
  ::setenv("SLURM_CPUS_PER_TASK", "3", 1);
  CHECK(available_threads() == std::min(3, control_group_limits().processors));
  ::setenv("SLURM_CPUS_PER_TASK", "1000000", 1);
  CHECK(available_threads() <= 4096);
  ::setenv("SLURM_CPUS_PER_TASK", "none", 1);
  CHECK(available_threads() >= 1);
  ::unsetenv("SLURM_CPUS_PER_TASK");
  CHECK(available_threads() >= 1);
}

// Guards: the number asked for was taken: 10,000 threads, each with its own counters.
TEST_CASE("more threads than are of use are not made", "[unit][parallel]") {
  {
    const ThreadLimit limit(10000);
    CHECK(allowed_threads() == most_threads());
    CHECK(most_threads() >= 64);
    CHECK(most_threads() <= 4 * 4096);
    PerThread<int64_t> sums;
    parallel_for_each(100000, [&](size_t i) { sums.local() += static_cast<int64_t>(i); });
    int64_t total = 0, n_threads = 0;
    sums.for_each([&](int64_t one) {
      total += one;
      ++n_threads;
    });
    CHECK(total == int64_t{100000} * 99999 / 2);
    CHECK(n_threads <= most_threads());
  }
  const ThreadLimit limit(3);
  CHECK(allowed_threads() == 3);
}

// Guards against: without any other thread the work was not done.
TEST_CASE("where the system gives no other thread, the calling one does all", "[unit][parallel]") {
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr uid_t someone = 54321;  // the limit does not hold for root
    const rlimit none{1, 1};
    if ((::getuid() == 0 && ::setuid(someone) != 0) || ::setrlimit(RLIMIT_NPROC, &none) != 0)
      ::_exit(2);
    std::atomic<size_t> sum = 0;
    try {
      for_each_side_by_side({3, 1}, 10, [&](size_t i) { sum += i; });
    } catch (...) {  // the child must not go on with other tests
      ::_exit(3);
    }
    ::_exit(sum == 45 ? 0 : 1);
  }
  int raw = 0;
  REQUIRE(::waitpid(child, &raw, 0) == child);
  CHECK(WIFEXITED(raw));
  CHECK(WEXITSTATUS(raw) == 0);
}
