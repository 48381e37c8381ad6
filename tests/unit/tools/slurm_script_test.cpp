// The job script that `rumbo slurm` writes, run by bash without a Slurm: what it hands to the
// program, and what it does when the program stops.
#include "tools/rumbo/slurm_script.hpp"

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/support/scratch_folder.hpp"
#include "tools/rumbo/slurm_request.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

/// A program that waits until it is told to stop, then ends as rumbo does at a checkpoint.
const std::vector<std::string> that_waits = {
    "sh", "-c", "trap 'exit 75' TERM; : >begun; while :; do sleep 0.02; done"};

SlurmJob job_in(const ScratchFolder& folder, std::vector<std::string> program) {
  SlurmJob job;
  job.name = "x";
  job.folder = folder.path().string();
  job.log = (folder / "x").string();
  job.time = "1:00:00";
  job.seconds = 3600;
  job.tasks = 3;
  job.sweep = std::move(program);
  job.merge = {"rumbo", "merge", "x.toml"};
  return job;
}

/// Runs the script beside shell lines, in which $job is its process. A scontrol that only notes
/// what it is asked for comes first in PATH.
/// returns  exit status of the last line
int run_with(const ScratchFolder& folder, const SlurmJob& job, const std::string& lines,
             const std::string& restarts = "0") {
  write_bytes(folder / "job", script_of(job));
  write_bytes(folder / "scontrol", "#!/bin/sh\necho \"$@\" >>asked\n");
  const std::string command =
      "cd '" + folder.path().string() +
      "' && chmod +x scontrol && export PATH=$PWD:$PATH "
      "SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_JOB_ID=17 SLURM_JOB_ID=17 SLURM_RESTART_COUNT=" +
      restarts + "\nbash job >out 2>&1 &\njob=$!\n" + lines;
  const int raw = std::system(command.c_str());
  return WIFEXITED(raw) ? WEXITSTATUS(raw) : -1;
}

std::string until_begun_then(const std::string& line) {
  return "until [ -e begun ]; do sleep 0.02; done\n" + line + "\nwait $job\n";
}

}  // namespace

TEST_CASE("a task that Slurm tells to stop goes back to the queue", "[unit]") {
  const ScratchFolder folder;
  CHECK(run_with(folder, job_in(folder, that_waits), until_begun_then("kill -USR1 $job")) == 75);
  CHECK(bytes_of(folder / "asked") == "requeue 17_2\n");
  CHECK_THAT(bytes_of(folder / "out"), Contains("task 2 ended with status 75"));
}

TEST_CASE("a task that is cancelled stops at a checkpoint and stays away", "[unit]") {
  const ScratchFolder folder;
  CHECK(run_with(folder, job_in(folder, that_waits), until_begun_then("kill -TERM $job")) == 75);
  CHECK(bytes_of(folder / "asked").empty());
}

TEST_CASE("a task that ends hands on its status, whatever it is", "[unit]") {
  for (const int status : {0, 1, 2}) {
    const ScratchFolder folder;
    const auto job = job_in(folder, {"sh", "-c", "exit " + std::to_string(status)});
    CHECK(run_with(folder, job, "wait $job\n") == status);
    CHECK(bytes_of(folder / "asked").empty());
  }
}

TEST_CASE("a task that never comes to its end is not started forever", "[unit]") {
  const ScratchFolder folder;
  const auto job = job_in(folder, {"sh", "-c", "exit 75"});
  CHECK(run_with(folder, job, "wait $job\n", "49") == 75);
  CHECK(bytes_of(folder / "asked") == "requeue 17_2\n");
  CHECK(run_with(folder, job, "wait $job\n", "50") == 75);
  CHECK(bytes_of(folder / "asked") == "requeue 17_2\n");
  CHECK_THAT(bytes_of(folder / "out"), Contains("give the tasks more time"));
}

TEST_CASE("what a name holds reaches the program as it is", "[unit]") {
  const ScratchFolder folder;
  const std::string odd = "a 'b' \"c\" $HOME `id` \\ ; #\n!";
  REQUIRE(run_with(folder, job_in(folder, {"sh", "-c", "printf '[%s]' \"$@\" >words", "sh", odd}),
                   "wait $job\n") == 0);
  CHECK(bytes_of(folder / "words") == "[" + odd + "][--task][2/3]");
}

TEST_CASE("lines that Slurm reads quote folders as it wants them", "[unit]") {
  const ScratchFolder folder;
  SlurmJob job = job_in(folder, {"true"});
  job.folder = "/a b/#1";
  job.log = "/a b/50% \"x\"";
  job.partition = "short";
  const std::string script = script_of(job);
  CHECK_THAT(script, Contains("\n#SBATCH --chdir=/a\\ b/\\#1\n") &&
                         Contains("\n#SBATCH --output=/a\\ b/50%%\\ \\\"x\\\"-%A_%a.log\n") &&
                         Contains("\n#SBATCH --array=1-3\n") && Contains("--partition=short\n") &&
                         Contains("--requeue\n") && Contains("--open-mode=append\n"));
  CHECK_THAT(script, !Contains("--account"));
  const auto lines = commands_to_submit(job, "/a b/job");
  CHECK(lines[0] == "job=$(sbatch --parsable '/a b/job')");
  CHECK_THAT(lines[1], Contains("--dependency=afterok:") && Contains("--partition=short") &&
                           Contains("'--wrap=rumbo merge x.toml'"));
}

TEST_CASE("a task is told to stop in time for its checkpoint", "[unit]") {
  SlurmJob job;
  job.seconds = 7200;
  CHECK(seconds_to_stop(job) == 180);
  job.bytes_of_checkpoint = 24e9;
  CHECK(seconds_to_stop(job) == 660);
  job.seconds = 60;
  CHECK(seconds_to_stop(job) == 30);
  job.bytes_of_checkpoint = 1e15;
  job.seconds = 1e7;
  CHECK(seconds_to_stop(job) == 65535);
}

TEST_CASE("time limits and memory are read as Slurm reads them", "[unit]") {
  CHECK(slurm_seconds("30") == 1800);
  CHECK(slurm_seconds("30:15") == 1815);
  CHECK(slurm_seconds("2:00:01") == 7201);
  CHECK(slurm_seconds("1-12") == 129600);
  CHECK(slurm_seconds("1-12:30") == 131400);
  CHECK(slurm_seconds("1-0:0:5") == 86405);
  for (const char* wrong : {"", "0", "2h", "1:2:3:4", ":30", "30:", "-1", "1-", "1-2-3", "1.5"})
    CHECK_FALSE(slurm_seconds(wrong));
  CHECK(slurm_megabytes("4000") == 4000);
  CHECK(slurm_megabytes("4G") == 4096);
  CHECK(slurm_megabytes("1t") == 1048576);
  CHECK(slurm_megabytes("1025K") == 2);
  for (const char* wrong : {"", "0", "G", "4GB", "-4G", "1.5G", "much"})
    CHECK_FALSE(slurm_megabytes(wrong));
}
