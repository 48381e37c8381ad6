// A line that says how far a run is and how long it will take. May include: base.
#pragma once
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace rumbo {

/// Shows months done, person-months a second and time left on standard error: one line
/// rewritten on a terminal, a line every 30 seconds elsewhere, nothing in the first two seconds.
/// Runs side by side may share one.
class Progress {
 public:
  /// months_total  months of all scenarios and replicates together
  Progress(uint64_t months_total, bool is_quiet);
  ~Progress();

  /// One month of n_persons was run.
  void month_done(uint64_t n_persons);
  /// Months that an earlier session has run already.
  void skip(uint64_t months);
  /// Earlier sessions of the same run took so long together; the largest counts.
  void begin_after(double seconds);
  /// Clears the line.
  void finish();

  /// Months run and skipped.
  uint64_t months_done() const;
  /// Of this session alone.
  uint64_t person_months() const;
  /// Since this session began.
  double seconds() const;
  /// Those of earlier sessions included.
  double total_seconds() const;
  /// "12 of 40 months, 1.2 million person-months a second, 3 s left"
  std::string text() const;

 private:
  void show();
  std::string text_locked() const;

  mutable std::mutex mutex_;
  uint64_t months_total_, months_done_ = 0, months_skipped_ = 0, person_months_ = 0;
  bool is_quiet_, is_terminal_, is_shown_ = false;
  double seconds_before_ = 0;
  std::chrono::steady_clock::time_point start_, last_;
};

/// "1 h 02 min", "3 min 20 s", "12 s"
std::string duration_text(double seconds);

}  // namespace rumbo
