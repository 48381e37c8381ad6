// The door of libFuzzer to one target; RUMBO_FUZZ_TARGET is its function.
#include <cstdio>
#include <cstdlib>

#include "engine/parallel/parallel.hpp"
#include "tests/fuzz/targets.hpp"

// HDF5 1.10.8 itself loses small buffers of files that it refuses.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libhdf5\n";
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // A small run gains nothing from threads, and fuzzers run side by side.
  static const rumbo::ThreadLimit limit(1);
  try {
    rumbo::fuzz::RUMBO_FUZZ_TARGET({data, size});
  } catch (const rumbo::fuzz::Finding& finding) {
    std::fprintf(stderr, "finding: %s\n", finding.what());
    std::abort();
  }
  return 0;
}
