// See program.hpp.
#include "tests/support/program.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "engine/output/reader.hpp"
#include "tests/support/scratch_folder.hpp"

namespace rumbo::test {
namespace {

int exit_status(int raw) {
  return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
}

/// The program that was built, or another one that is to be tested in its place.
std::string program() {
  const char* other = std::getenv("RUMBO_TEST_PROGRAM");
  return other != nullptr ? other : RUMBO_PROGRAM;
}

std::string command_of(const std::filesystem::path& folder, const std::string& arguments) {
  return "cd '" + folder.string() + "' && exec '" + program() + "' " + arguments +
         " > out.txt 2> error.txt < /dev/null";
}

Outcome outcome_in(const std::filesystem::path& folder, int raw) {
  return {exit_status(raw), bytes_of(folder / "out.txt"), bytes_of(folder / "error.txt")};
}

std::string attribute(const ResultsHeader& header, const std::string& name) {
  for (const auto& found : header.attributes)
    if (found.name == name) return std::get<std::string>(found.value);
  return "";
}

}  // namespace

Outcome rumbo_in(const std::filesystem::path& folder, const std::string& arguments) {
  return outcome_in(folder, std::system(command_of(folder, arguments).c_str()));
}

Outcome rumbo_stopped(const std::filesystem::path& folder, const std::string& arguments, int signal,
                      const std::filesystem::path& awaited, double seconds) {
  using namespace std::chrono_literals;
  const std::string command = command_of(folder, arguments);
  const auto is_written = [&, before = std::filesystem::exists(awaited)
                                           ? std::filesystem::last_write_time(awaited)
                                           : std::filesystem::file_time_type::min()] {
    std::error_code is_missing;
    const auto written = std::filesystem::last_write_time(awaited, is_missing);
    return !is_missing && written > before;
  };
  const pid_t child = ::fork();
  if (child == 0) {
    ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
  }
  int raw = 0;
  while (!is_written()) {
    if (::waitpid(child, &raw, WNOHANG) == child) return outcome_in(folder, raw);
    std::this_thread::sleep_for(5ms);
  }
  std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
  ::kill(child, signal);
  ::waitpid(child, &raw, 0);
  return outcome_in(folder, raw);
}

void write_small_scenarios(const std::filesystem::path& folder) {
  const std::string policy = "extends = \"base.toml\"\n[[policy]]\nid = \"p\"\n";
  write_bytes(folder / "base.toml",
              "[time]\nstart = \"2000-01\"\nend = \"2001-10\"\n"
              "[population]\nscale = 0.0001\n[random]\nseed = 3\n"
              "[tables]\nfolder = \"" RUMBO_SOURCE_DIR "/scenarios/americas\"\n");
  write_bytes(folder / "border.toml",
              policy +
                  "lever = \"border_control\"\nplaces = [\"USA\"]\nstart = \"2000-10\"\n"
                  "change = \"+300%\"\n");
  write_bytes(folder / "amnesty.toml",
              policy +
                  "lever = \"regularization\"\nplaces = [\"USA\"]\nstart = \"2001-01\"\n"
                  "end = \"2001-07\"\n");
  write_bytes(folder / "waits.toml",
              policy +
                  "lever = \"border_control\"\nplaces = [\"USA\"]\nstart = \"2000-10\"\n"
                  "change = \"+300%\"\nwhen = \"apprehensions[USA] > 10000\"\n"
                  "min_months = 3\n");
}

void write_tutorial_scenarios(const std::filesystem::path& folder) {
  write_bytes(folder / "base.toml",
              "title = \"As it was\"\nextends = \"" RUMBO_SOURCE_DIR
              "/scenarios/tutorial/baseline.toml\"\n[time]\nend = \"2002-07\"\n"
              "[population]\nscale = 0.002\n[random]\nreplicates = 3\n");
  write_bytes(folder / "later.toml",
              "title = \"More visas\"\nextends = \"base.toml\"\n[[policy]]\nid = \"p\"\n"
              "lever = \"work_visa_quota\"\ncorridors = [\"SUR->NORTE\"]\nstart = \"2001-04\"\n"
              "visas_per_year = 50000\n");
  write_bytes(folder / "other.toml",
              "title = \"Home counts less\"\nextends = \"base.toml\"\n[parameters]\n"
              "\"decision.home_bias\" = 6.5\n");
}

std::string attribute_of(const std::filesystem::path& file, const std::string& name) {
  return attribute(ResultsFile(file).header(), name);
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (const std::string name = entry.path().filename(); name != "out.txt" && name != "error.txt")
      names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

std::string difference_of_results(const std::filesystem::path& a, const std::filesystem::path& b) {
  const ResultsFile one(a), other(b);
  const ResultsHeader& header = one.header();
  const std::string digests = attribute(header, "state_digests");
  if (digests.empty()) return "no state_digests";
  if (digests != attribute(other.header(), "state_digests"))
    return digests + " and " + attribute(other.header(), "state_digests");
  if (header.tables.size() != other.header().tables.size() ||
      header.scenarios.size() != other.header().scenarios.size())
    return "tables or scenarios";
  for (int t = 0; t < static_cast<int>(header.tables.size()); ++t) {
    const TableDeclaration& table = header.tables[static_cast<size_t>(t)];
    for (size_t s = 0; s < header.scenarios.size(); ++s)
      for (size_t r = 0; r < header.replicates.size(); ++r)
        if (table.form == TableForm::dense && one.dense(t, s, r) != other.dense(t, s, r))
          return table.name;
    if (table.form == TableForm::dense) continue;
    const auto rows = one.sparse(t), others = other.sparse(t);
    const auto is_same = [](const auto& x, const auto& y) {
      return x.scenario == y.scenario && x.replicate == y.replicate && x.time == y.time &&
             x.cell == y.cell && x.value == y.value;
    };
    if (!std::equal(rows.begin(), rows.end(), others.begin(), others.end(), is_same))
      return table.name;
  }
  return "";
}

}  // namespace rumbo::test
