// Reads series out of result files: one number a scenario, replicate and record time.
//
// May include: output.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/output/sweep_record.hpp"
#include "tools/rumbo/headlines.hpp"
#include "tools/rumbo/pairing.hpp"
#include "tools/rumbo/window.hpp"

namespace rumbo {

/// What is wanted of the files.
struct SeriesRequest {
  std::vector<std::filesystem::path> files;
  std::vector<std::string> tables;    ///< "NAME" or "NAME:AXIS:AXIS"; empty = headline_series()
  std::vector<Selection> selections;  ///< of every series
  std::vector<std::string> splits;    ///< axes that every series is split by
};

/// The numbers of one row in every run that was read.
struct SeriesValues {
  std::string name;
  std::string units;
  std::string table;
  bool is_state = false;  ///< of a time; else events of a record period
  bool is_count = false;  ///< made of simulated persons, each of the weight of the run
  Occasions occasions;    ///< months in which it is counted
  /// scenario name -> replicate number -> [record]; not a number where a mean is over no one
  std::map<std::string, std::map<uint32_t, std::vector<double>>> values;
};

/// What a comparison needs of the files.
struct ReadSeries {
  std::vector<std::string> scenarios;  ///< in the order of the files
  std::vector<SeriesValues> series;    ///< in the order of the list
  Records records;
  double person = 0;  ///< largest weight of a person; 0 = unknown
  std::map<std::string, std::vector<PairingFacts>> facts;  ///< of each scenario, one a file
  std::vector<std::string> notes;                          ///< what was left out, whole sentences
  std::optional<SweepRecord> sweep;  ///< of a file that holds one, which is then the only file
};

/// Reads from one or more files with the same record times.
///
/// throws  InputError if the request cannot be met, a run is there twice, times differ or
///         a sweep is read beside other files
ReadSeries read_series(const SeriesRequest& request);

}  // namespace rumbo
