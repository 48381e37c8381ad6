// Parameters, declared once: from this declaration come validation, help, the
// schema, the reference page and the attributes of results. May include: base, maths.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/named_enum.hpp"
#include "engine/params/plausible.hpp"

namespace rumbo {

/// How a value was come by. A figure recalled but not looked up ships as assumed.
enum class ParameterStatus { measured, calibrated, assumed };
inline constexpr auto parameter_status_names = names_of<ParameterStatus>();

/// The labels a parameter can be indexed by, in order: "place" -> {"ARG", ...}; given by the model.
struct IndexSpace {
  std::string name;  ///< singular; a policy names its scope by the plural, name + "s"
  std::vector<std::string> labels;
  std::string source{};  ///< file the labels come from, for messages; "" = unknown
  std::string parts{};   ///< space of both sides of a label "MEX->USA"; "" = labels are whole

  std::optional<size_t> find(std::string_view label) const;
};

/// What a parameter is.
struct ParameterDeclaration {
  std::string name{};     ///< dotted, "border.apprehension"
  std::string meaning{};  ///< one sentence
  std::string unit{};     ///< "1" if it has none
  double minimum = 0;     ///< inclusive
  double maximum = 1;     ///< inclusive
  double default_value = 0;
  ParameterStatus status = ParameterStatus::assumed;
  std::string source{};     ///< author, year, table or page; "assumed" with the reason if none
  std::string dimension{};  ///< name of an index space; "" = one value for all
  /// What is known leaves open; of a parameter with a value for each index, how far the whole may
  /// move together, from `central` (see moved())
  std::optional<PlausibleRange> plausible{};
  std::string not_varied{};    ///< why there is no plausible range ("a switch"); "" = there is one
  bool read_at_start = false;  ///< the making of a population reads it
};

/// Index of a declaration in its registry.
struct ParameterId {
  uint32_t value = 0xffffffff;  ///< none until declared: any use of it is out of range
  friend bool operator==(ParameterId, ParameterId) = default;
};

/// All declared parameters, in order of declaration.
class ParameterRegistry {
 public:
  /// throws InputError if the name is taken, the default lies outside minimum..maximum, or the
  /// plausible range does, is none by itself (see fault_of()), or is given with a reason why not
  ParameterId declare(ParameterDeclaration declaration);
  std::optional<ParameterId> find(std::string_view name) const;
  /// throws InputError with the nearest name if there is none
  ParameterId require(std::string_view name) const;
  const ParameterDeclaration& operator[](ParameterId id) const { return declarations_[id.value]; }
  const std::vector<ParameterDeclaration>& all() const { return declarations_; }
  std::vector<std::string> names() const;

 private:
  std::vector<ParameterDeclaration> declarations_;
};

/// A value of every parameter, for every index of its dimension.
class ParameterValues {
 public:
  ParameterValues() = default;
  /// Defaults of the registry; spaces give the number of values of each parameter.
  ParameterValues(const ParameterRegistry& registry, std::span<const IndexSpace> spaces);

  double at(ParameterId id, size_t index = 0) const { return values_[id.value][index]; }
  std::span<const double> all(ParameterId id) const { return values_[id.value]; }
  void set(ParameterId id, size_t index, double value) { values_[id.value][index] = value; }
  void set_all(ParameterId id, double value);
  size_t size() const { return values_.size(); }
  /// Saves, loads or digests the values under names that begin with `prefix`.
  void visit(Archive& archive, const std::string& prefix);
  friend bool operator==(const ParameterValues&, const ParameterValues&) = default;

 private:
  std::vector<std::vector<double>> values_;
};

}  // namespace rumbo
