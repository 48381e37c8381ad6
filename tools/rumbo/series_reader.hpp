// Reads series out of result files: one number a scenario and replicate.
//
// May include: output.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tools/rumbo/headlines.hpp"

namespace rumbo {

/// The numbers of one series in every run that was read.
struct SeriesValues {
  std::string name;
  std::string units;
  std::string table;
  /// scenario name -> replicate number -> value
  std::map<std::string, std::map<uint32_t, double>> values;
};

/// What a comparison needs of the files.
struct ReadSeries {
  std::vector<std::string> scenarios;  ///< in the order of the files
  std::vector<SeriesValues> series;    ///< in the order of the list
};

/// Reads from one or more files that hold runs of the same seed and record times.
///
/// tables  requests as in series_of_table(); empty = headline_series()
/// throws  InputError if the files cannot be compared (other seeds or times, a run twice)
ReadSeries read_series(const std::vector<std::filesystem::path>& files,
                       const std::vector<std::string>& tables);

}  // namespace rumbo
