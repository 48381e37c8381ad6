// What sanitizer builds are told of libraries that are not ours. Empty in other builds.
//
// HDF5 1.10.8 itself loses small buffers when there is no room for a file.
#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libhdf5\n";
}
extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() {
  return "print_suppressions=0";
}
#endif

// The thread sanitizer cannot see what oneTBB's own tasks wait for; ours are noted in
// engine/parallel/race_notes.hpp.
#if defined(__SANITIZE_THREAD__)
extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions() {
  return "race_top:oneapi/tbb\nrace_top:tbb::detail\n"
         "race_top:engine/parallel/parallel.hpp\nrace_top:c++/12/atomic\nrace_top:atomic_base.h\n";
}
// A program that ends does not wait a second for threads that might still race: the tests start
// hundreds.
extern "C" const char* __tsan_default_options();
extern "C" const char* __tsan_default_options() {
  return "atexit_sleep_ms=20";
}
#endif
