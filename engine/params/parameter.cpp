// See parameter.hpp.
#include "engine/params/parameter.hpp"

#include <algorithm>

#include "engine/base/error.hpp"

namespace rumbo {
namespace {

/// What is wrong with the plausible range of a declaration; "" if nothing is.
std::string fault_of_plausible(const ParameterDeclaration& declaration) {
  if (!declaration.plausible) return "";
  const PlausibleRange& range = *declaration.plausible;
  if (!declaration.not_varied.empty()) return "it has a plausible range and a reason for none";
  if (const std::string fault = fault_of(range); !fault.empty()) return "plausible: " + fault;
  if (range.low < declaration.minimum || range.high > declaration.maximum)
    return "the plausible range leaves minimum to maximum";
  return "";
}

}  // namespace

std::optional<size_t> IndexSpace::find(std::string_view label) const {
  const auto found = std::find(labels.begin(), labels.end(), label);
  if (found == labels.end()) return std::nullopt;
  return static_cast<size_t>(found - labels.begin());
}

ParameterId ParameterRegistry::declare(ParameterDeclaration declaration) {
  if (find(declaration.name))
    throw InputError("parameter '" + declaration.name + "' is declared twice");
  if (declaration.default_value < declaration.minimum ||
      declaration.default_value > declaration.maximum)
    throw InputError("parameter '" + declaration.name + "': the default lies outside its range");
  if (const std::string fault = fault_of_plausible(declaration); !fault.empty())
    throw InputError("parameter '" + declaration.name + "': " + fault);
  declarations_.push_back(std::move(declaration));
  return ParameterId{static_cast<uint32_t>(declarations_.size() - 1)};
}

std::optional<ParameterId> ParameterRegistry::find(std::string_view name) const {
  for (size_t i = 0; i < declarations_.size(); ++i)
    if (declarations_[i].name == name) return ParameterId{static_cast<uint32_t>(i)};
  return std::nullopt;
}

ParameterId ParameterRegistry::require(std::string_view name) const {
  if (const auto id = find(name)) return *id;
  std::string message = "there is no parameter '" + std::string(name) + "'";
  const std::string near = nearest_name(std::string(name), names());
  if (!near.empty()) message += "; did you mean '" + near + "'?";
  throw InputError(message);
}

std::vector<std::string> ParameterRegistry::names() const {
  std::vector<std::string> found;
  for (const auto& declaration : declarations_) found.push_back(declaration.name);
  return found;
}

ParameterValues::ParameterValues(const ParameterRegistry& registry,
                                 std::span<const IndexSpace> spaces) {
  for (const auto& declaration : registry.all()) {
    size_t count = 1;
    if (!declaration.dimension.empty()) {
      const auto space = std::find_if(spaces.begin(), spaces.end(), [&](const IndexSpace& s) {
        return s.name == declaration.dimension;
      });
      RUMBO_REQUIRE(space != spaces.end());
      count = space->labels.size();
    }
    values_.emplace_back(count, declaration.default_value);
  }
}

void ParameterValues::set_all(ParameterId id, double value) {
  std::fill(values_[id.value].begin(), values_[id.value].end(), value);
}

}  // namespace rumbo
