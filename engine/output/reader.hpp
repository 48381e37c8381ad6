// Reads result files (parts or whole) back: labels, texts, tables a block at a time.
//
// May include: base, tally.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/output/results.hpp"

namespace rumbo {

/// What kind of file of this program a path is; `other` for other HDF5 files. Throws RunError
/// if it is missing, torn or no HDF5 file.
enum class ReadableKind { results, checkpoint, other };
ReadableKind readable_kind(const std::filesystem::path& path);

/// An open result file.
class ResultsFile {
 public:
  /// Verifies the digest of the file, then every length, label and shape in it.
  ///
  /// throws  RunError if the file is missing, damaged, not complete, no result file of this
  /// program,
  ///         or says what no result file can; in one sentence, naming the dataset
  explicit ResultsFile(const std::filesystem::path& path);
  ~ResultsFile();
  ResultsFile(ResultsFile&&) noexcept;

  /// Scenarios, replicates, times, tables with their axes, groups of events, attributes.
  const ResultsHeader& header() const;

  /// The sentence to tell the user of a file of an older program, which has no digest; else "".
  const std::string& notice() const;
  /// sha256 of the file's bytes, as it ends with; it holds. Nothing if it has none.
  const std::optional<std::string>& digest() const;

  /// Index of a table in header().tables, -1 if there is none.
  int table_index(const std::string& name) const;

  /// The numbers of one (scenario, replicate) of a dense table in its units: [time][cell].
  ///
  /// scenario, replicate  indices into the header's lists
  std::vector<double> dense(int table, size_t scenario, size_t replicate) const;

  /// One nonzero cell of a sparse table.
  struct SparseRow {
    int32_t scenario = 0;   ///< index
    int32_t replicate = 0;  ///< index
    int32_t time = 0;       ///< index
    uint64_t cell = 0;      ///< row-major over the table's axes
    double value = 0;       ///< in the table's units
  };
  /// All rows of a sparse table. Throws RunError if an index is out of range.
  std::vector<SparseRow> sparse(int table) const;

  /// One column of a group of events, in its units; "scenario_index" and "replicate_index" too.
  /// throws RunError if there is no such group or column, or an index is out of range
  std::vector<double> event_column(const std::string& group, const std::string& column) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rumbo
