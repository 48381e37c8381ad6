// The program as a user starts it: what it prints, how it ends, and stopping it by a signal.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace rumbo::test {

struct Outcome {
  int status = 0;  ///< exit status; 128 + signal if a signal ended it
  std::string out;
  std::string error;
};

/// Runs `rumbo` with arguments as a shell reads them, in a folder.
Outcome rumbo_in(const std::filesystem::path& folder, const std::string& arguments);

/// Runs `rumbo` and sends it a signal some seconds after it has written `awaited` anew.
Outcome rumbo_stopped(const std::filesystem::path& folder, const std::string& arguments, int signal,
                      const std::filesystem::path& awaited, double seconds);

/// Writes a scenario over the tables of the Americas, a few persons and few years:
/// "base.toml", and "border.toml", "amnesty.toml" and "waits.toml" that extend it. They
/// run from 2000-01 to 2001-10.
void write_small_scenarios(const std::filesystem::path& folder);

/// Writes scenarios over the tables of the tutorial, which runs in a moment: "base.toml", and
/// "later.toml" and "other.toml" that extend it and differ from 2001-04 on and from the start. They
/// run from 2000-01 to 2002-07, three replicates.
void write_tutorial_scenarios(const std::filesystem::path& folder);

/// A text attribute of a result file; "" if it has none.
std::string attribute_of(const std::filesystem::path& file, const std::string& name);

/// Names of the files and folders in a folder, sorted, but for what the program printed.
std::vector<std::string> names_in(const std::filesystem::path& folder);

/// Whether two result files hold the same numbers in all tables, and the same final states.
/// returns  "" or what differs
std::string difference_of_results(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace rumbo::test
