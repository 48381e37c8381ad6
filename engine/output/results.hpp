// Result files: one small file a (scenario, replicate), merged into one file an ensemble.
//
// Every file is HDF5 that is also valid netCDF-4, appears under its name only
// when complete, says so in the attribute run_status, written last, and ends
// with a digest of its bytes.
// May include: base, tally.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/month.hpp"
#include "engine/output/sweep_record.hpp"
#include "engine/tally/events.hpp"
#include "engine/tally/table.hpp"

namespace rumbo {

/// An attribute of a result file. Seeds and digests are texts: R loses 64-bit integers.
struct ResultAttribute {
  std::string name;
  std::variant<std::string, int64_t, double> value;
};

/// A scenario as result files remember it.
struct ScenarioRecord {
  std::string name;    ///< label on the scenario axis, unique in a file
  std::string digest;  ///< sha256 of its canonical form with seed and scale; decides on resuming
  std::string toml;    ///< as resolved, each value with where it came from
  std::string source_toml;  ///< as written
  /// JSON: what other runs must share with it to be paired, and from when on it differs from the
  /// first scenario of its file; "" in files of older programs.
  std::string pairing = {};
};

/// All that a result file holds besides the numbers.
struct ResultsHeader {
  std::vector<ScenarioRecord> scenarios;  ///< the first is the baseline unless said otherwise
  std::vector<uint32_t> replicates;       ///< numbers, ascending
  Month start;                            ///< first month of the run
  /// The LAST month of each record period, ascending. The time coordinate is the first day of that
  /// month; time_bounds says where the period begins and ends.
  std::vector<Month> times;
  std::vector<TableDeclaration> tables;
  std::vector<ResultAttribute> attributes;    ///< root attributes, see provenance.hpp
  std::vector<EventDeclaration> events = {};  ///< groups of events, after the tables
  std::optional<SweepRecord> sweep = {};      ///< of a sweep: what its runs were made with
};

/// Refuses a header that no reader could use: axis names that repeat in a table, are keywords of
/// Python or R, or stand for different labels in two tables; names of tables that repeat.
///
/// throws  RunError, one sentence
void check_header(const ResultsHeader& header);

/// A table's declaration in words, without what is read by people only: equal texts, equal tables.
std::string declaration_text(const TableDeclaration& table);

/// sha256 of what makes the part of one scenario reusable: its digest, the program, times, tables.
std::string part_digest(const ResultsHeader& header, uint32_t scenario);

/// Where the part of a scenario (index) and replicate (number) lies in `folder`.
std::filesystem::path part_path(const std::filesystem::path& folder, uint32_t scenario,
                                uint32_t replicate);

/// What a part says of its run besides the tables; it lives and dies with the part.
struct PartFacts {
  std::string state_digest;  ///< of the final state, 16 hexadecimal digits; "" = not known
  double seconds = 0;        ///< wall time of the whole run until the part was done
};

/// Writes one (scenario, replicate) as its own complete file.
///
/// block   scenario is an index into header.scenarios, replicate a number of header.replicates;
///         tables in the order and of the sizes that the header declares
/// throws  RunError, one sentence with file and reason; an older file at `path` stays whole
void write_part(const std::filesystem::path& path, const ResultsHeader& header,
                const ResultBlock& block, const PartFacts& facts = {});
/// Throws RunError if the part cannot be read.
PartFacts facts_of_part(const std::filesystem::path& path);

/// Makes the result file of all scenarios and replicates of the header from the parts in `folder`.
///
/// must_stop  asked between parts; if it says so, nothing is made. May be empty
/// returns    whether the file was made
/// throws     RunError if a part is missing, damaged or of another scenario; an older file stays
/// whole
bool merge_parts(const std::filesystem::path& path, const ResultsHeader& header,
                 const std::filesystem::path& folder, const std::function<bool()>& must_stop = {});

/// The parts in `folder` that are complete and belong to this header, as (scenario, replicate). A
/// part that is damaged is renamed to NAME.damaged, so that it is made again.
///
/// set_aside  takes a sentence for each damaged part; may be null
std::vector<std::pair<uint32_t, uint32_t>> finished_parts(
    const std::filesystem::path& folder, const ResultsHeader& header,
    std::vector<std::string>* set_aside = nullptr);

}  // namespace rumbo
