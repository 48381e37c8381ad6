// Signals that stop a run set a flag, and only while somebody listens.
#include "engine/run/signals.hpp"

#include <catch2/catch.hpp>
#include <csignal>

using namespace rumbo;

TEST_CASE("each of the three signals is noted", "[unit][run]") {
  for (const int signal : {SIGTERM, SIGINT, SIGUSR1}) {
    const StopSignals signals;
    CHECK_FALSE(signals.arrived());
    std::raise(signal);
    CHECK(signals.arrived());
    CHECK(signals.arrived());
  }
  const StopSignals afresh;
  CHECK_FALSE(afresh.arrived());
}
