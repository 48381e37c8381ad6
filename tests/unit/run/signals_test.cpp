// Signals that stop a run set a flag, and only while somebody listens.
#include "engine/run/signals.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>

using namespace rumbo;

namespace {

/// How a child ends that does `work`: its status, or 128 + the signal that ended it.
template <class Work>
int end_of_child(const Work& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) std::signal(signal, SIG_DFL);
    work();
    ::_exit(7);
  }
  int raw = 0;
  ::waitpid(child, &raw, 0);
  return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
}

}  // namespace

// Guards against a return of the earlier fault, for SIGHUP before it was listened to.
TEST_CASE("each of the four signals is noted", "[unit][run]") {
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGUSR1}) {
    INFO(signal);
    CHECK(end_of_child([signal] {
            const StopSignals signals;
            if (signals.arrived(one_rank())) ::_exit(1);
            std::raise(signal);
            ::_exit(signals.arrived(one_rank()) && told_to_stop() ? 0 : 2);
          }) == 0);
  }
}

TEST_CASE("only the outermost listener forgets, and gives the signals back", "[unit][run]") {
  CHECK(end_of_child([] {
          {
            const StopSignals outer;
            std::raise(SIGTERM);
            { const StopSignals inner; }
            if (!outer.arrived(one_rank())) ::_exit(1);
            std::raise(SIGTERM);
          }
          if (told_to_stop()) ::_exit(2);
          std::raise(SIGTERM);
        }) == 128 + SIGTERM);
}

TEST_CASE("a second SIGINT ends the program at once", "[unit][run]") {
  CHECK(end_of_child([] {
          const StopSignals signals;
          std::raise(SIGINT);
          std::raise(SIGINT);
        }) == 128 + SIGINT);
}

TEST_CASE("a SIGHUP that nohup ignores stays ignored", "[unit][run]") {
  CHECK(end_of_child([] {
          std::signal(SIGHUP, SIG_IGN);
          const StopSignals signals;
          std::raise(SIGHUP);
          ::_exit(signals.arrived(one_rank()) ? 1 : 0);
        }) == 0);
}

TEST_CASE("work without steps is left when told to stop", "[unit][run]") {
  CHECK(end_of_child([] {
          const StopSignals signals;
          leave_if_told_to_stop();
          std::raise(SIGUSR1);
          try {
            leave_if_told_to_stop();
          } catch (const Stopped&) {
            ::_exit(0);
          }
        }) == 0);
}
