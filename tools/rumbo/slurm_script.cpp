// See slurm_script.hpp.
#include "tools/rumbo/slurm_script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "engine/output/provenance.hpp"

namespace rumbo {
namespace {

/// A value in a line "#SBATCH --option=value", where Slurm takes a backslash before what it would
/// read otherwise.
std::string directive_value(const std::string& text) {
  std::string quoted;
  for (const unsigned char c : text) {
    const bool is_plain = std::isalnum(c) != 0 || c >= 0x80 ||
                          std::string("_-./,:@%=+").find(static_cast<char>(c)) != std::string::npos;
    if (!is_plain) quoted += '\\';
    quoted += static_cast<char>(c);
  }
  return quoted;
}

/// Slurm replaces "%x" in names of files; two percent signs stand for one.
std::string without_patterns(const std::string& text) {
  std::string plain;
  for (const char c : text) plain += c == '%' ? std::string("%%") : std::string(1, c);
  return plain;
}

/// Lines that Slurm reads. It ends at the first command.
std::string directives(const SlurmJob& job) {
  std::vector<std::string> lines = {
      "job-name=" + directive_value(job.name),
      "chdir=" + directive_value(job.folder),
      "output=" + directive_value(without_patterns(job.log)) + "-%A_%a.log",
      fmt::format("array=1-{}", job.tasks),
      "nodes=1",
      "ntasks=1",
      fmt::format("cpus-per-task={}", job.cpus),
      fmt::format("mem={}M", job.megabytes),
      "time=" + job.time,
      fmt::format("signal=B:USR1@{}", seconds_to_stop(job)),
      "requeue",
      "open-mode=append"};
  if (!job.partition.empty()) lines.push_back("partition=" + job.partition);
  if (!job.account.empty()) lines.push_back("account=" + job.account);
  std::string text;
  for (const auto& line : lines) text += "#SBATCH --" + line + "\n";
  return text;
}

/// Bash waits for the program and not in it: the signal reaches bash alone, and a wait ends with
/// it. Each signal that came is followed by another wait, so that the status is the program's.
const char* const body = R"(
running= told=
pass_on() {
  told=yes
  [[ -z $running ]] || kill -TERM "$running" 2>/dev/null
}
trap pass_on USR1
trap 'cancelled=yes; pass_on' TERM

echo "$(date -u +%FT%TZ) task $task on $(hostname), start ${SLURM_RESTART_COUNT:-0}"
"${sweep[@]}" --task "$task/$tasks" &
running=$!
wait "$running"
status=$?
while [[ -n $told ]]; do
  told=
  wait "$running"
  status=$?
done
echo "$(date -u +%FT%TZ) task $task ended with status $status"

# 75: stopped at a checkpoint. Back to the queue; the same command goes on from there. The number of
# the last task of an array is that of the array: by it all tasks would be ended.
if [[ $status == 75 && -z ${cancelled:-} ]]; then
  if ((${SLURM_RESTART_COUNT:-0} >= most_restarts)); then
    echo "started $most_restarts times; give the tasks more time, or make more of them" >&2
    exit 75
  fi
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_$task" || echo "could not go back to the queue; submit again to go on" >&2
fi
exit "$status"
)";

/// As sbatch wraps it: for sh, which does not know $'...' everywhere.
std::string wrapped(const std::vector<std::string>& words) {
  const std::string text = shell_quoted(words);
  return text.find("$'") == std::string::npos ? text : shell_quoted({"bash", "-c", text});
}

}  // namespace

int seconds_to_stop(const SlurmJob& job) {
  constexpr double least = 180, bytes_a_second = 50e6, longest = 65535;  // that Slurm takes
  const double wanted = least + job.bytes_of_checkpoint / bytes_a_second;
  return static_cast<int>(std::min({wanted, job.seconds / 2, longest}));
}

std::string script_of(const SlurmJob& job) {
  std::string text = "#!/bin/bash\n" + directives(job) + "\n";
  text += "# Written by rumbo slurm.\n";
  for (const auto& fact : job.facts) text += "# " + fact + "\n";
  text +=
      fmt::format("sweep=({})\ntasks={}\nmost_restarts=50\n", shell_quoted(job.sweep), job.tasks);
  text += "task=${SLURM_ARRAY_TASK_ID:?submit this with sbatch: it is one task of an array}\n";
  return text + body;
}

std::vector<std::string> commands_to_submit(const SlurmJob& job, const std::string& script) {
  std::vector<std::string> merge = {"--job-name=" + job.name + "-merge",
                                    "--chdir=" + job.folder,
                                    "--output=" + without_patterns(job.log) + "-merge-%j.log",
                                    "--nodes=1",
                                    "--ntasks=1",
                                    "--cpus-per-task=1",
                                    fmt::format("--mem={}M", job.megabytes),
                                    "--time=" + job.time};
  if (!job.partition.empty()) merge.push_back("--partition=" + job.partition);
  if (!job.account.empty()) merge.push_back("--account=" + job.account);
  merge.push_back("--wrap=" + wrapped(job.merge));
  // A cluster of several answers "number;cluster".
  return {"job=$(sbatch --parsable " + shell_quoted({script}) + ")",
          "sbatch --dependency=afterok:\"${job%%;*}\" --kill-on-invalid-dep=yes " +
              shell_quoted(merge)};
}

}  // namespace rumbo
