// Parameters that are declared where their handles are.
//
// May include: params.
#pragma once
#include <utility>

#include "engine/params/parameter.hpp"

namespace rumbo {

/// Base of a struct whose members are the handles of a subject's parameters, each with its
/// declaration as first value, so that a parameter is one place:
///
///     struct HealthParameters : ParameterGroup {
///       using ParameterGroup::ParameterGroup;
///       ParameterId recovery = declare({.name = "health.recovery", .meaning = ...});
///     };
///
/// They are declared in the order of the members. The registry outlives the construction alone.
class ParameterGroup {
 public:
  explicit ParameterGroup(ParameterRegistry& registry) : registry_(&registry) {}

 protected:
  using enum ParameterStatus;
  using enum RangeScale;
  /// throws InputError as ParameterRegistry::declare() does
  ParameterId declare(ParameterDeclaration declaration) const {
    return registry_->declare(std::move(declaration));
  }

 private:
  ParameterRegistry* registry_;
};

}  // namespace rumbo
