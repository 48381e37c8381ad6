// `rumbo slurm` from outside: what the script asks for, that bash can read it, mistakes, and that
// its command is the sweep that was asked for.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

/// Two points of one parameter in the tutorial's world, two replicates: four runs.
void write_sweep(const ScratchFolder& folder, const std::string& keys = "") {
  write_tutorial_scenarios(folder.path());
  write_bytes(folder / "few.toml",
              "scenarios = [\"base.toml\", \"later.toml\"]\nreplicates = 2\n" + keys +
                  "[design]\nkind = \"latin_hypercube\"\nsamples = 2\nseed = 1\n"
                  "parameters = [\"decision.home_bias\"]\n");
}

/// Status of shell lines in the folder.
int shell(const ScratchFolder& folder, const std::string& lines) {
  return std::system(("cd '" + folder.path().string() + "' && " + lines).c_str());
}

}  // namespace

TEST_CASE("the script of a sweep asks for what its runs need", "[cli]") {
  const ScratchFolder folder;
  write_sweep(folder);
  const Outcome outcome = rumbo_in(
      folder.path(),
      "slurm few.toml --time 2:00:00 -o \"my out\" --partition short --account a1 --cpus 2");
  REQUIRE(outcome.status == 0);
  for (const char* part :
       {"--array=1-1\n", "--cpus-per-task=2\n", "--mem=512M\n", "--time=2:00:00\n",
        "--signal=B:USR1@180\n", "--requeue\n", "--open-mode=append\n", "--partition=short\n",
        "--account=a1\n", "/my\\ out/few-%A_%a.log\n",
        "scontrol requeue \"${SLURM_ARRAY_JOB_ID}_$task\""})
    CHECK_THAT(outcome.out, Contains(part));
  CHECK_THAT(outcome.out, Contains("sweep=(") && Contains("/rumbo sweep few.toml '--output=my out'"
                                                          " --name=few)\n"));
  write_bytes(folder / "job", outcome.out);
  CHECK(shell(folder, "bash -n job") == 0);
  CHECK(std::filesystem::is_directory(folder / "my out"));
}

TEST_CASE("a script that is written makes the sweep, and its merge the result", "[cli]") {
  const ScratchFolder folder;
  write_sweep(folder);
  const std::string options =
      " -o out --name x --set border.apprehension=0.4 --scale 0.0005 --replicates 3";
  const Outcome outcome = rumbo_in(
      folder.path(), "slurm few.toml --time 30 --tasks 2 --write job --keep-going" + options);
  REQUIRE(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains("job: 6 runs, 2 tasks of 4 processors") &&
                              Contains("job=$(sbatch --parsable job)") &&
                              Contains("rumbo status out"));
  CHECK_THAT(bytes_of(folder / "job"), Contains("--keep-going"));
  for (const char* task : {"1", "2"})
    CHECK(shell(folder, "SLURM_CPUS_PER_TASK=1 SLURM_ARRAY_TASK_ID=" + std::string(task) +
                            " bash job >log 2>&1") == 0);
  // The command that is printed, as the shell gets it.
  const size_t begin = outcome.out.find("--wrap=") + 7, end = outcome.out.find('\n', begin);
  std::string merge = outcome.out.substr(begin, end - begin);
  if (merge.ends_with('\'')) merge.pop_back();
  REQUIRE(shell(folder, merge + " >merged") == 0);
  REQUIRE(rumbo_in(folder.path(),
                   "sweep few.toml -o alone --quiet --name x --set "
                   "border.apprehension=0.4 --scale 0.0005 --replicates 3")
              .status == 0);
  CHECK(difference_of_results(folder / "out/x.h5", folder / "alone/x.h5").empty());
}

TEST_CASE("all mistakes of options and design are told in one go", "[cli][bad_input]") {
  const ScratchFolder folder;
  write_sweep(folder, "sale = 0.1\n");
  const Outcome outcome =
      rumbo_in(folder.path(),
               "slurm few.toml --time 2h --memory much --partition 'a b' --account=-x --cpus 0 "
               "--tasks -1");
  CHECK(outcome.status == 2);
  for (const char* sentence :
       {"--time: found '2h'; expected minutes", "--memory: found 'much'; expected auto",
        "--partition: found 'a b'; expected a name", "--account: found '-x'; expected a name",
        "--cpus: found 0; expected 1 to 4096", "--tasks: found -1; expected 1 to 100000",
        "few.toml:3"})
    CHECK_THAT(outcome.error, Contains(sentence));
  CHECK(outcome.out.empty());
  CHECK_FALSE(std::filesystem::exists(folder / "out"));
}

TEST_CASE("more tasks than runs and too little memory are refused", "[cli][bad_input]") {
  const ScratchFolder folder;
  write_sweep(folder);
  const Outcome outcome =
      rumbo_in(folder.path(), "slurm few.toml --time 10 --tasks 5 --memory 20M");
  CHECK(outcome.status == 2);
  CHECK_THAT(outcome.error, Contains("--tasks: found 5; this sweep has 4 runs: expected no more") &&
                                Contains("--memory: this run needs "));
}
