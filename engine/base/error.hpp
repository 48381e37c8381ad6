// Errors and checks: bad input is reported to its owner, broken promises stop the program.
//
// InputError is for what a user can mend (exit status 2), RunError for what the
// machine refuses (exit status 1). May include: std only.
#pragma once
#include <stdexcept>
#include <string>
#include <vector>

namespace rumbo {

/// Where a value was written: file, line and column (1-based; 0 = unknown).
struct SourceLocation {
  std::string file;
  int line = 0;
  int column = 0;

  /// "file:line:column: ", or "file: " without a line, or "" without a file.
  std::string prefix() const;
};

/// One or more mistakes in what the user wrote; all that could be found are in one error.
class InputError : public std::runtime_error {
 public:
  explicit InputError(std::string message);
  InputError(const SourceLocation& where, const std::string& message);
  /// messages  one complete sentence each, with its location; must not be empty
  explicit InputError(std::vector<std::string> messages);

  const std::vector<std::string>& messages() const { return messages_; }

 private:
  std::vector<std::string> messages_;
};

/// The machine or the file system did not do what was asked (disk full, not enough memory).
class RunError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws RunError "cannot WHAT: WHY", WHY being the system's words for the present errno.
[[noreturn]] void fail_by_system(const std::string& what);

/// Stops the program with the broken promise and its place; for RUMBO_REQUIRE and RUMBO_ASSERT.
[[noreturn]] void broken_promise(const char* condition, const char* file, int line);

/// The name of `candidates` nearest to `name` by edit distance, "" if none is near
/// (distance over a third of the name's length, at least 2).
std::string nearest_name(const std::string& name, const std::vector<std::string>& candidates);

}  // namespace rumbo

/// Checked in every build: cheap, and wrong results would follow.
#define RUMBO_REQUIRE(condition) \
  ((condition) ? (void)0 : ::rumbo::broken_promise(#condition, __FILE__, __LINE__))

/// Checked in builds with RUMBO_CHECKS (presets dev, audit, asan, tsan).
#ifdef RUMBO_CHECKS
#define RUMBO_ASSERT(condition) RUMBO_REQUIRE(condition)
#else
#define RUMBO_ASSERT(condition) ((void)sizeof(condition))
#endif
