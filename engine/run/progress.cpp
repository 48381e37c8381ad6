// See progress.hpp.
#include "engine/run/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace rumbo {
namespace {
constexpr double silent_seconds = 2;
constexpr double terminal_interval = 0.2;
constexpr double log_interval = 30;

/// A line that cannot be shown must not end the run.
void write_to_stderr(const std::string& text) {
  std::fputs(text.c_str(), stderr);
  std::fflush(stderr);
}
}  // namespace

std::string duration_text(double seconds) {
  const auto whole = static_cast<int64_t>(seconds + 0.5);
  if (whole >= 3600) return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
  if (whole >= 60) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} s", whole);
}

Progress::Progress(uint64_t months_total, bool is_quiet)
    : months_total_(months_total),
      is_quiet_(is_quiet),
      is_terminal_(isatty(STDERR_FILENO) == 1),
      start_(std::chrono::steady_clock::now()),
      last_(start_) {}

Progress::~Progress() {
  finish();
}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

double Progress::total_seconds() const {
  const std::lock_guard lock(mutex_);
  return seconds_before_ + seconds();
}

uint64_t Progress::months_done() const {
  const std::lock_guard lock(mutex_);
  return months_done_ + months_skipped_;
}

uint64_t Progress::person_months() const {
  const std::lock_guard lock(mutex_);
  return person_months_;
}

void Progress::skip(uint64_t months) {
  const std::lock_guard lock(mutex_);
  months_skipped_ += months;
}

void Progress::begin_after(double seconds) {
  const std::lock_guard lock(mutex_);
  seconds_before_ = std::max(seconds_before_, seconds);
}

void Progress::month_done(uint64_t n_persons) {
  const std::lock_guard lock(mutex_);
  ++months_done_;
  person_months_ += n_persons;
  if (!is_quiet_) show();
}

void Progress::show() {
  const auto now = std::chrono::steady_clock::now();
  const double since = std::chrono::duration<double>(now - last_).count();
  if (seconds() < silent_seconds || since < (is_terminal_ ? terminal_interval : log_interval))
    return;
  last_ = now;
  is_shown_ = true;
  write_to_stderr(is_terminal_ ? "\r\033[K" + text_locked() : text_locked() + "\n");
}

std::string Progress::text() const {
  const std::lock_guard lock(mutex_);
  return text_locked();
}

std::string Progress::text_locked() const {
  const uint64_t done = months_done_ + months_skipped_;
  const double rate = static_cast<double>(months_done_) / seconds();
  const double left = static_cast<double>(months_total_ - std::min(months_total_, done)) / rate;
  return fmt::format("{} of {} months, {:.1f} million person-months a second, {} left", done,
                     months_total_, static_cast<double>(person_months_) / seconds() / 1e6,
                     duration_text(left));
}

void Progress::finish() {
  const std::lock_guard lock(mutex_);
  if (is_shown_ && is_terminal_) write_to_stderr("\r\033[K");
  is_shown_ = false;
}

}  // namespace rumbo
