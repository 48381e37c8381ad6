// What a room saves of a run, and what a file must say of it to be loaded: one line for both.
//
// May include: base, the model's run.
#pragma once
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/month.hpp"
#include "models/migration/run.hpp"

namespace rumbo::migration {

/// An archive of one run, and the run that is saved or loaded. A file may come from anywhere:
/// loading refuses numbers that no run comes to.
class Saved {
 public:
  /// next  the month that would be run first
  Saved(Archive& all, const Run& of, Month first) : archive(all), run(of), next(first) {}

  Archive& archive;
  const Run& run;
  Month next;

  /// Whole numbers of a length that follows from the world: persons, cents, millionths.
  void counts(const char* name, std::vector<int64_t>& values) {
    archive.fixed(name, std::span(values));
    require_in_range(name, values);
  }
  void count(const char* name, int64_t& value) {
    archive.value(name, value);
    require_in_range(name, {value});
  }
  /// Numbers of a length that follows from the world.
  void reals(const char* name, std::vector<double>& values) {
    archive.fixed(name, std::span(values));
    require_finite(name, values);
  }
  void real(const char* name, double& value) {
    archive.value(name, value);
    require_finite(name, {value});
  }

  /// Whether a month, by its number, was run or is the next.
  bool is_past(int month) const { return month <= next.count(); }
  /// Refuses what was loaded unless it holds; see Archive::require.
  void require(bool holds, const std::string& name, const char* what) const {
    archive.require(holds, name, what);
  }
  void require_finite(const char* name, const std::vector<double>& values) const {
    constexpr double most = 1e15;
    for (const double value : values)
      require(std::abs(value) <= most, name, "holds a number out of range");
  }
  /// Beyond what any count of a run comes to, and far enough from the ends of 64 bits that a
  /// month's changes can be added.
  void require_in_range(const char* name, const std::vector<int64_t>& values) const {
    constexpr int64_t most = int64_t{1} << 58;
    for (const int64_t value : values)
      require(value >= -most && value <= most, name, "holds a number out of range");
  }
};

}  // namespace rumbo::migration
