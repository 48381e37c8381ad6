// Where results come from: program, machine, inputs; and digests of texts and files.
//
// Kept out of every digest of results, so that equal results have equal digests.
// May include: base.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/output/results.hpp"

namespace rumbo {

/// sha256 as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);
/// sha256 of a file's bytes. Throws RunError if it cannot be read.
std::string sha256_of_file(const std::filesystem::path& path);

/// How this program was built; the commit is read at build time ("unknown" outside a repository).
struct BuildFacts {
  std::string version;     ///< "0.1.0"
  std::string git_commit;  ///< 40 digits, with "-dirty" appended if files had been changed
  std::string compiler;
  std::string flags;
  std::string libraries;  ///< "HDF5 1.10.8, oneTBB 2021.8, ..."
};
const BuildFacts& build_facts();

/// What only the run knows about itself.
struct RunFacts {
  std::string title;
  std::string question;
  std::string command_line;
  uint64_t seed = 0;
  int threads = 1;
  int ranks = 1;
  /// Files that were read and their digests, in order.
  std::vector<std::pair<std::string, std::string>> input_digests;
};

/// The root attributes of a result file: Conventions, title, question, history, source, version,
/// commit, compiler, flags, libraries, hostname, slurm_job_id (if any), threads, ranks, seed, rng,
/// input_digests (JSON), created (ISO 8601, UTC), command_line.
std::vector<ResultAttribute> provenance(const RunFacts& facts);

/// A command line as a POSIX shell reads it back; bytes that are no UTF-8 and control characters as
/// $'\\xE9', so that the text is always UTF-8.
std::string shell_quoted(const std::vector<std::string>& words);

/// One title for a file of several scenarios: "the first; against: the second; the third".
/// Equal titles count once, empty ones not at all.
std::string title_of_scenarios(const std::vector<std::string>& titles);

/// Now, as "2026-01-31T12:00:00Z".
std::string now_utc();

}  // namespace rumbo
