// Owners of HDF5 identifiers, and the one lock of the library.
//
// The library's helper functions (dimension scales) are not thread-safe, so
// every call of this room holds the lock. May include: base.
#pragma once
#include <cstdint>
#include <mutex>
#include <string>

namespace rumbo::hdf5 {

/// An HDF5 identifier; closed by its kind's function when it goes.
class Handle {
 public:
  using Closer = int (*)(int64_t);

  Handle() = default;
  Handle(int64_t id, Closer closer) : id_(id), closer_(closer) {}
  Handle(Handle&& other) noexcept { swap(other); }
  Handle& operator=(Handle&& other) noexcept {
    swap(other);
    return *this;
  }
  ~Handle() { close(); }

  int64_t id() const { return id_; }
  explicit operator bool() const { return id_ >= 0; }
  /// False if the library refused; the identifier is given up either way.
  bool close() noexcept;

 private:
  void swap(Handle& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(closer_, other.closer_);
  }
  int64_t id_ = -1;
  Closer closer_ = nullptr;
};

/// Held during every call of the library; may be taken again by its holder.
std::unique_lock<std::recursive_mutex> lock_library();

/// Why the last call failed: the system's words ("No space left on device") if it has any, else the
/// library's. Forgets it. Call while holding the lock.
std::string last_failure();

/// Throws RunError "cannot WHAT: WHY" with last_failure() as WHY.
[[noreturn]] void fail(const std::string& what);

/// Passes a result of the library on; a negative one throws as fail() does. Handles that served the
/// call must still be open then: closing them makes the library forget why it failed.
template <class Result>
Result require(Result result, const std::string& what) {
  if (result < 0) fail(what);
  return result;
}

}  // namespace rumbo::hdf5
