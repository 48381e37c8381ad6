// Many runs in one file: the parts of a sweep, of which there would be too many one by one.
//
// A shard is a result file of some scenarios and some replicates. May include: base, tally.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/output/results.hpp"

namespace rumbo {

/// (scenario index, replicate number)
using RunKey = std::pair<uint32_t, uint32_t>;

/// Runs that were finished.
struct ShardRuns {
  std::vector<uint32_t> scenarios;   ///< indices, ascending
  std::vector<uint32_t> replicates;  ///< numbers, ascending
  /// One a scenario and replicate, scenario by scenario. Without events.
  std::vector<ResultBlock> blocks;
  std::map<RunKey, std::string> digests;  ///< of final states; those that are known
  double seconds = 0;                     ///< wall time of the sweep until the last was done
};

/// throws  RunError, one sentence with file and reason
void write_shard(const std::filesystem::path& path, const ResultsHeader& header,
                 const ShardRuns& runs);

/// What a shard holds, without its tables.
struct Shard {
  std::filesystem::path path;
  std::vector<uint32_t> scenarios;
  std::vector<uint32_t> replicates;
  std::map<RunKey, std::string> digests;
  double seconds = 0;
};

/// "shard-NAME-000001.h5"; name  letters, digits and '-'
std::string shard_name(const std::string& name, uint32_t number);
/// The shards in a folder, whatever run they are of, by name.
std::vector<std::filesystem::path> shard_files(const std::filesystem::path& folder);

/// The shards of a folder that are whole and of this header. One that is damaged is renamed to
/// NAME.damaged, so that its runs are made again; those of other runs are left out.
///
/// set_aside  takes a sentence for each damaged shard; may be null
std::vector<Shard> shards_of(const std::filesystem::path& folder, const ResultsHeader& header,
                             std::vector<std::string>* set_aside = nullptr);

/// All shards of a folder that are whole, whatever run they are of; damaged ones are left out.
std::vector<Shard> shards_of_any(const std::filesystem::path& folder);

/// Makes the result file of all scenarios and replicates of the header from shards; what is in
/// several of them is taken from the first.
///
/// must_stop  asked between shards; if it says so, nothing is made. May be empty
/// returns    whether the file was made
/// throws     RunError if a run is missing; an older file stays whole
bool merge_shards(const std::filesystem::path& path, const ResultsHeader& header,
                  const std::vector<Shard>& shards, const std::function<bool()>& must_stop = {});

}  // namespace rumbo
