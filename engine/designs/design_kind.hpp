// A kind of design: what it is called, what it takes, how many runs it has, how it is made.
//
// May include: base, tables.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/designs/design.hpp"

namespace rumbo {

/// A number that a kind of design takes.
struct DesignOption {
  std::string name;
  std::string meaning;  ///< one sentence without its full stop
  double low, high;     ///< inclusive
  /// If it is not given; nothing = it must be given.
  std::optional<double> value{};
  bool is_whole = true;
  bool is_of_each = false;  ///< one for all parameters, or one for each, in their order
};

/// What is wanted.
struct DesignRequest {
  std::string kind;
  /// Of parameters. Of a file: those that its header may name; empty = any.
  std::vector<std::string> names{};
  std::map<std::string, std::vector<double>> options{};  ///< by name
  std::string path{};                                    ///< of kind file
  /// Of what is drawn: the same seed gives the same design on every machine.
  uint32_t seed = 0;
};

/// A request that is good as far as one looks at each of its numbers alone.
class DesignSettings {
 public:
  DesignSettings(const DesignRequest& request, std::map<std::string, std::vector<double>> options)
      : request_(&request), options_(std::move(options)) {}

  const std::vector<std::string>& names() const { return request_->names; }
  const std::string& path() const { return request_->path; }
  size_t width() const { return request_->names.size(); }
  uint32_t seed() const { return request_->seed; }
  double number(const std::string& option) const { return options_.at(option).front(); }
  size_t whole(const std::string& option) const { return static_cast<size_t>(number(option)); }
  bool is_on(const std::string& option) const { return number(option) != 0; }
  /// Of an option that may differ between parameters.
  double number_of(const std::string& option, size_t parameter) const {
    const auto& numbers = options_.at(option);
    return numbers.size() == 1 ? numbers.front() : numbers[parameter];
  }

 private:
  const DesignRequest* request_;
  std::map<std::string, std::vector<double>> options_;
};

struct DesignKind {
  std::string name;
  std::string meaning;  ///< one sentence without its full stop
  std::string source;   ///< "[Morris 1991]", or "" for what needs none
  std::vector<DesignOption> options{};
  bool is_read = false;  ///< from a file
  /// How many runs it would have; may be more than can be made.
  /// throws InputError  settings that do not go together
  double (*n_runs)(const DesignSettings&) = nullptr;
  /// Called only where n_runs has not thrown and is not too large. Sets the values and what
  /// belongs to the layout; kind and names are set already, except the names of a file.
  void (*make)(const DesignSettings&, Design&) = nullptr;
};

}  // namespace rumbo
