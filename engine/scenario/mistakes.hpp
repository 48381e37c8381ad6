// Reading values of a document with all their mistakes collected, never thrown
// one by one. Each reader gives the value, or notes what is wrong and gives nothing.
// May include: base, params.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/month.hpp"
#include "engine/params/parameter.hpp"
#include "engine/scenario/document.hpp"

namespace rumbo {

/// What is wrong with a document, one sentence each, and what is legal but suspicious.
class Findings {
 public:
  void add(const SourceLocation& where, const std::string& sentence) {
    found_.push_back({where, sentence});
  }
  /// Notes what may be meant but most likely is not.
  void warn(const SourceLocation& where, const std::string& sentence) {
    warned_.push_back({where, sentence});
  }
  /// "<front> '<name>'; did you mean '<near>'?" or, if none is near, "; expected one of ...".
  ///
  /// first  names among which the nearest is looked for before `valid`
  void add_unknown(const SourceLocation& where, const std::string& front, const std::string& name,
                   const std::vector<std::string>& valid,
                   const std::vector<std::string>& first = {});
  size_t count() const { return found_.size(); }
  /// Each with its place; file by file as they came up, and in a file from its first line on.
  std::vector<std::string> messages() const { return in_order(found_); }
  /// The same of warnings.
  std::vector<std::string> warnings() const { return in_order(warned_); }

 private:
  static std::vector<std::string> in_order(const std::vector<Finding>& findings);
  std::vector<Finding> found_, warned_;
};

/// A text of a user as a message shows it: shortened, on one line, without control characters.
std::string shown(const std::string& text);

/// A range of numbers, both ends included unless `above_minimum`.
struct NumberRange {
  double minimum = 0;
  double maximum = 1;
  std::string unit = "1";
  bool above_minimum = false;

  bool holds(double value) const;
  /// "0 to 1", "more than 0 and at most 1", "0 to 500 USD", "0 USD or more"
  std::string text() const;
};

/// name  the full name for messages ("time.start", "border.apprehension[MEX->USA]")
std::optional<double> read_number(const DocumentNode& node, const std::string& name,
                                  const NumberRange& range, Findings& mistakes);
std::optional<int64_t> read_whole(const DocumentNode& node, const std::string& name,
                                  int64_t minimum, int64_t maximum, Findings& mistakes);
std::optional<Month> read_month(const DocumentNode& node, const std::string& name,
                                Findings& mistakes);
std::optional<std::string> read_text(const DocumentNode& node, const std::string& name,
                                     Findings& mistakes);
std::optional<bool> read_truth(const DocumentNode& node, const std::string& name,
                               Findings& mistakes);

/// "found a string", "found 2.5", "found 'x'": a value as a message shows it.
std::string found_text(const DocumentNode& node);

/// Labels of a space: one string or a list of them; '*' stands for any part of a label.
///
/// returns  indices, ascending, each once; empty if anything was wrong
std::vector<uint32_t> read_labels(const DocumentNode& node, const std::string& name,
                                  const IndexSpace& space, std::span<const IndexSpace> spaces,
                                  Findings& mistakes);

/// Indices of the labels that fit a pattern, in which '*' stands for any characters.
std::vector<uint32_t> fitting_labels(const std::string& pattern,
                                     std::span<const std::string> labels);

/// Indices of the labels that `pattern` names; notes what is wrong as "<name>: no place 'X'; ...".
std::vector<uint32_t> find_labels(const std::string& pattern, const SourceLocation& where,
                                  const std::string& name, const IndexSpace& space,
                                  std::span<const IndexSpace> spaces, Findings& mistakes);

}  // namespace rumbo
