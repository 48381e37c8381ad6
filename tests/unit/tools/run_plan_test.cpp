// A run that needs more memory than is free is refused, with what to do.
#include "tools/rumbo/run_plan.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <memory>
#include <string>

#include "engine/base/error.hpp"

using namespace rumbo;

TEST_CASE("a run is refused by the memory that is free", "[unit][tools]") {
  RunPlan plan;
  plan.setup = std::make_shared<migration::EnsembleSetup>();
  plan.setup->scale = 0.01;
  plan.memory_needed = 4e9;
  const auto refusal_with = [&](double free) {
    plan.memory_available = free;
    return memory_refusal(plan);
  };
  CHECK(refusal_with(4.2e9) == "");
  CHECK(refusal_with(4.1e9) != "");  // it would just fit
  CHECK(refusal_with(std::numeric_limits<double>::infinity()) == "");
  CHECK(refusal_with(2e9) ==
        "this run needs 4.0 GB of memory and 2.0 GB are free, of which 4% are kept for what else "
        "the system does; use --scale 0.004 or less");
  // 0.0015 would be rounded to what is refused again.
  CHECK(refusal_with(0.775e9) ==
        "this run needs 4.0 GB of memory and 0.8 GB are free, of which 4% are kept for what else "
        "the system does; use --scale 0.001 or less");
  plan.split.threads = {2, 1};
  CHECK(refusal_with(2e9) ==
        "this run needs 4.0 GB of memory and 2.0 GB are free, of which 4% are kept for what else "
        "the system does; use --scale 0.004 or less, or a "
        "smaller --at-once");
  plan.split.threads = {1, 2};
  // A container that is full: no scale is small enough.
  CHECK(refusal_with(0) ==
        "this run needs 4.0 GB of memory and 0.0 GB are free, of which 4% are kept for what else "
        "the system does");
}

TEST_CASE("a run that goes on is refused by the memory that its checkpoint needs",
          "[unit][tools]") {
  RunPlan plan;
  plan.bytes_run = 1e9;
  plan.memory_available = 5.2e9;
  const auto refusal_of = [&](const SavedRuns& saved) -> std::string {
    try {
      refuse_if_too_many(plan, saved);
      return "";
    } catch (const RunError& error) {
      return error.what();
    }
  };
  CHECK(refusal_of({1, 1}) == "");
  CHECK(refusal_of({4, 4}) == "");
  CHECK(refusal_of({5, 5}) ==
        "this run needs 5.2 GB of memory and 5.2 GB are free, of which 4% are kept for what else "
        "the system does; its checkpoint holds 5 runs that are in memory together: go on where "
        "more memory is free");
  // What parts from a trunk is in memory beside it, for each thread that runs one.
  plan.has_forks = true;
  plan.split.threads = {2, 1};
  CHECK(refusal_of({4, 2}) == "");
  CHECK(refusal_of({3, 3}) ==
        "this run needs 5.2 GB of memory and 5.2 GB are free, of which 4% are kept for what else "
        "the system does; its checkpoint holds 3 runs that are in memory together: go on with a "
        "smaller --at-once");
  plan.memory_available = std::numeric_limits<double>::infinity();
  CHECK(refusal_of({1000, 1000}) == "");
}
