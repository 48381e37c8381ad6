// A made-up file of a sweep whose results are a known function of the parameters, for tests of what
// reads such files.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/designs/designs.hpp"
#include "engine/output/sweep_record.hpp"

namespace rumbo::test {

/// Scenarios "baseline" and "quota", a record a year of 2000 and 2001. Table `attempts` holds the
/// result in both years together, to a thousandth, half of it each year; `apprehensions` is the
/// same everywhere.
struct SampleSweep {
  Design design;
  uint32_t replicates = 1;
  /// scenario 0 or 1
  std::function<double(std::span<const double> shares, uint32_t scenario, size_t point,
                       uint32_t replicate)>
      result;
  std::vector<uint32_t> failed{};  ///< numbers of runs
};

/// Parameters "a", "b", ...: the range of a is 10 to 20 on a linear scale, central 15.
SweepRecord record_of(const SampleSweep& sweep);

void write_sweep_file(const std::filesystem::path& path, const SampleSweep& sweep);

/// A design by name, with parameters "a", "b", ...: {"n", 64}
Design sample_design(const std::string& kind, size_t n_parameters,
                     const std::map<std::string, std::vector<double>>& options);

/// Standard normal, one a subject and number, the same in every test.
double sample_noise(uint32_t subject, uint32_t number);

}  // namespace rumbo::test
