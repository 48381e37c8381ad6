// Entry point of the `rumbo` command.
#include <csignal>
#include <cstring>
#include <optional>

#include "engine/run/signals.hpp"
#include "tools/rumbo/program.hpp"
#include "tools/rumbo/streams.hpp"

int main(int argc, char** argv) {
  // Before anything else. Only a run has something to finish when it is told to stop, and goes on
  // when no one reads what it prints; other commands end as programs usually do.
  std::optional<rumbo::StopSignals> signals;
  const bool is_run = argc > 1 && std::strcmp(argv[1], "run") == 0;
  if (is_run) signals.emplace();
  std::signal(SIGPIPE, is_run ? SIG_IGN : SIG_DFL);
  // A file that may not grow is an error of the write, which says so.
  std::signal(SIGXFSZ, SIG_IGN);
  rumbo::open_missing_streams();
  return rumbo::run_program(argc, argv);
}
