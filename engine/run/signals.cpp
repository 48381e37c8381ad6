// See signals.hpp.
#include "engine/run/signals.hpp"

#include <csignal>

#include "engine/comm/comm.hpp"

namespace rumbo {
namespace {

volatile std::sig_atomic_t told_to_stop = 0;

void note_signal(int signal) {
  told_to_stop = 1;
  if (signal == SIGINT) std::signal(SIGINT, SIG_DFL);
}

}  // namespace

StopSignals::StopSignals() {
  told_to_stop = 0;
  for (int signal : {SIGTERM, SIGINT, SIGUSR1}) std::signal(signal, note_signal);
}

StopSignals::~StopSignals() {
  for (int signal : {SIGTERM, SIGINT, SIGUSR1}) std::signal(signal, SIG_DFL);
}

bool StopSignals::arrived() const {
  return max_over_ranks(told_to_stop) != 0;
}

}  // namespace rumbo
