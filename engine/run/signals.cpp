// See signals.hpp.
#include "engine/run/signals.hpp"

#include <array>
#include <atomic>
#include <csignal>

namespace rumbo {
namespace {

constexpr std::array stop_signals = {SIGTERM, SIGINT, SIGHUP, SIGUSR1};

std::atomic<int> told = 0;
static_assert(std::atomic<int>::is_always_lock_free, "set in a signal handler");

int n_listeners = 0;
std::array<struct sigaction, stop_signals.size()> earlier;

void note_signal(int signal) {
  told = 1;
  if (signal != SIGINT) return;
  struct sigaction usual = {};
  usual.sa_handler = SIG_DFL;
  sigaction(SIGINT, &usual, nullptr);
}

void listen() {
  struct sigaction noting = {};
  noting.sa_handler = note_signal;
  noting.sa_flags = SA_RESTART;  // no read or write fails because of it
  for (size_t i = 0; i < stop_signals.size(); ++i) {
    sigaction(stop_signals[i], nullptr, &earlier[i]);
    const bool is_nohup = stop_signals[i] == SIGHUP && earlier[i].sa_handler == SIG_IGN;
    if (!is_nohup) sigaction(stop_signals[i], &noting, nullptr);
  }
}

}  // namespace

StopSignals::StopSignals() {
  if (n_listeners++ > 0) return;
  told = 0;
  listen();
}

StopSignals::~StopSignals() {
  if (--n_listeners > 0) return;
  for (size_t i = 0; i < stop_signals.size(); ++i) sigaction(stop_signals[i], &earlier[i], nullptr);
  told = 0;
}

bool StopSignals::arrived(const Comm& comm) const {
  return comm.any(told_to_stop());
}

bool told_to_stop() {
  return told != 0;
}

void leave_if_told_to_stop() {
  if (told_to_stop()) throw Stopped();
}

}  // namespace rumbo
