// See handle.hpp.
#include "engine/hdf5/handle.hpp"

#include <hdf5.h>

#include <cstdlib>

#include "engine/base/error.hpp"

namespace rumbo::hdf5 {

static_assert(std::is_same_v<hid_t, int64_t>, "identifiers are kept as int64_t");

namespace {

/// Once a process: no clean-up at exit, where a file whose disk is full would make the library try
/// without end; and no failure on file systems without locks.
void start_library() {
  H5dont_atexit();
  setenv("HDF5_USE_FILE_LOCKING", "BEST_EFFORT", 0);
  H5open();
}

/// Keeps the system's words if one of the stacked errors quotes them, else the innermost one.
herr_t read_error(unsigned depth, const H5E_error2_t* error, void* text) {
  auto& found = *static_cast<std::string*>(text);
  const std::string words = error->desc != nullptr ? error->desc : "";
  const std::string mark = "error message = '";
  if (const auto begin = words.find(mark); begin != std::string::npos) {
    const auto from = begin + mark.size();
    found = words.substr(from, words.find('\'', from) - from);
    return 1;
  }
  if (depth == 0) found = words;
  return 0;
}

}  // namespace

std::unique_lock<std::recursive_mutex> lock_library() {
  static std::recursive_mutex mutex;
  std::unique_lock lock(mutex);
  [[maybe_unused]] static const bool started = (start_library(), true);
  // The library keeps its habit of printing errors by thread.
  thread_local const bool silent = H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0;
  RUMBO_REQUIRE(silent);
  return lock;
}

bool Handle::close() noexcept {
  if (id_ < 0) return true;
  const auto lock = lock_library();
  const bool done = closer_(id_) >= 0;
  id_ = -1;
  return done;
}

std::string last_failure() {
  std::string found;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, read_error, &found);
  H5Eclear2(H5E_DEFAULT);
  return found.empty() ? "the HDF5 library gave no reason" : found;
}

void fail(const std::string& what) {
  throw RunError("cannot " + what + ": " + last_failure());
}

}  // namespace rumbo::hdf5
