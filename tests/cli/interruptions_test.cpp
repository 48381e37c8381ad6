// A run stopped or killed at any moment, from the first line of main to the last, and resumed: the
// file is that of a run that nobody disturbed.
//
// 12 moments by default; RUMBO_INTERRUPTIONS=60 build/release/tests/rumbo_tests "[interruptions]"
// for the full check.
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <set>

#include "engine/output/reader.hpp"
#include "engine/run/signals.hpp"
#include "tests/support/program.hpp"
#include "tests/support/program_started.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tools/rumbo/program.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

const std::string interrupted_command =
    "run base.toml later.toml other.toml --checkpoint-every 0.005 --quiet --name x -o ";

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

int number_of_interruptions() {
  const char* asked = std::getenv("RUMBO_INTERRUPTIONS");
  return asked != nullptr ? std::atoi(asked) : 12;
}

/// Attributes that differ though the science is the same.
bool is_of_the_session(const std::string& name) {
  return std::set<std::string>{"history", "created", "command_line", "wall_seconds"}.count(name) >
         0;
}

std::string difference_of_attributes(const fs::path& a, const fs::path& b) {
  const ResultsFile one(a), other(b);
  const auto& mine = one.header().attributes;
  const auto& theirs = other.header().attributes;
  if (mine.size() != theirs.size()) return "another number of attributes";
  for (size_t i = 0; i < mine.size(); ++i)
    if (mine[i].name != theirs[i].name ||
        (!is_of_the_session(mine[i].name) && mine[i].value != theirs[i].value))
      return mine[i].name;
  return "";
}

/// Exit status of a command line whose process got the signal on its first line.
int status_after_signal(const fs::path& folder, int signal, std::vector<const char*> words) {
  const pid_t child = ::fork();
  if (child == 0) {
    const StopSignals signals;
    std::raise(signal);
    if (::chdir(folder.c_str()) != 0 || std::freopen("error.txt", "w", stderr) == nullptr)
      ::_exit(125);
    words.insert(words.begin(), "rumbo");
    const int status = run_program(static_cast<int>(words.size()), words.data());
    std::fflush(nullptr);
    ::_exit(status);
  }
  int raw = 0;
  ::waitpid(child, &raw, 0);
  return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
}

}  // namespace

// Guards against: signals in the first tenth of a second and during the merge ended the program at
// once, SIGHUP at any time, and a run killed while it merged had lost its state_digests.
TEST_CASE("interrupted at any moment and resumed, a run gives the file of one undisturbed",
          "[repeat][cli][interruptions]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(rumbo_in(folder.path(), interrupted_command + "whole").status == 0);
  const double whole = seconds_since(begin);
  const auto straight = folder / "whole/x.h5";
  std::mt19937 any(std::random_device{}());  // other moments at every run of the test
  constexpr std::array signals = {SIGTERM, SIGKILL, SIGINT, SIGHUP, SIGUSR1, SIGKILL};
  for (int i = 0; i < number_of_interruptions(); ++i) {
    const std::string out = "out" + std::to_string(i);
    const int signal = signals[static_cast<size_t>(i) % signals.size()];
    const double seconds = std::uniform_real_distribution<double>(0, whole)(any);
    INFO("signal " << signal << " after " << seconds << " of " << whole << " s");
    StartedProgram program(folder.path(), interrupted_command + out);
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    program.send(signal);
    const int status = program.wait();
    INFO("ended in " << status << ": " << bytes_of(folder / "started.txt"));
    if (status == 128 + signal && signal != SIGKILL)
      CHECK_FALSE(fs::exists(folder / out));  // before main
    else
      CHECK((status == 0 || status == (signal == SIGKILL ? 128 + SIGKILL : 75)));
    const Outcome resumed = rumbo_in(folder.path(), interrupted_command + out + " --resume");
    INFO(resumed.error);
    REQUIRE(resumed.status == 0);
    CHECK(difference_of_results(straight, folder / out / "x.h5") == "");
    CHECK(difference_of_attributes(straight, folder / out / "x.h5") == "");
    CHECK(names_in(folder / out) == std::vector<std::string>{"x.h5"});
    fs::remove_all(folder / out);
  }
}

// Guards against: the handlers stood only inside the run, which forgot what had come before.
TEST_CASE("told to stop before anything was begun, a run says so and leaves nothing",
          "[repeat][cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGUSR1})
    for (const std::string more : {"--quiet", "--resume", "--dry-run"}) {
      INFO("signal " << signal << " " << more);
      CHECK(status_after_signal(folder.path(), signal,
                                {"run", "base.toml", "-o", "out", more.c_str()}) == 75);
      CHECK(bytes_of(folder / "error.txt") ==
            "stopped before anything was begun; the same command starts it\n");
      CHECK_FALSE(fs::exists(folder / "out"));
    }
}

TEST_CASE("a history that is stopped goes on by the same command", "[repeat][cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  const std::string history =
      "run base.toml --until 2001-11 --checkpoint --quiet --replicates 40 -o ";
  REQUIRE(rumbo_in(folder.path(), history + "whole").status == 0);
  StartedProgram program(folder.path(), history + "out");
  REQUIRE(program.wait_for(folder / "out/base.until-2001-11.r0002.h5"));
  program.send(SIGTERM);
  const int status = program.wait();
  INFO(bytes_of(folder / "started.txt"));
  CHECK(status == 75);
  CHECK_THAT(bytes_of(folder / "started.txt"),
             Catch::StartsWith("stopped with ") &&
                 Contains(" of 40 checkpoints written; the same command goes on\n"));
  CHECK_FALSE(fs::exists(folder / "out/base.until-2001-11.r0039.h5"));
  CHECK(rumbo_in(folder.path(), history + "out").status == 0);
  CHECK(names_in(folder / "whole") == names_in(folder / "out"));
  // Bytes between arrays differ from file to file, so what is begun from them is compared.
  for (const std::string from : {"whole", "out"})
    REQUIRE(rumbo_in(folder.path(), "run base.toml --replicates 40 --quiet -o results --name " +
                                        from + " --from " + from + "/base.until-2001-11")
                .status == 0);
  CHECK(difference_of_results(folder / "results/whole.h5", folder / "results/out.h5") == "");
}

TEST_CASE("commands that make nothing end by the signal itself", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGUSR1}) {
    StartedProgram program(folder.path(),
                           "bench base.toml --persons 10000 --months 1200 --warm-up 1200 --quiet");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    program.send(signal);
    CHECK(program.wait() == 128 + signal);
  }
}
