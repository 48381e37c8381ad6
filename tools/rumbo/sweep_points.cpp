// See sweep_points.hpp.
#include "tools/rumbo/sweep_points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/designs/designs.hpp"
#include "engine/scenario/mistakes.hpp"
#include "engine/scenario/parameter_names.hpp"

namespace rumbo {
namespace {

/// Everything that could be varied: the scenario's ranges, and the declared ones of the others.
std::vector<SweepFactor> all_factors(const ParameterRegistry& registry,
                                     std::span<const IndexSpace> spaces, const Scenario& scenario) {
  std::vector<SweepFactor> factors;
  for (uint32_t p = 0; p < registry.all().size(); ++p) {
    const ParameterDeclaration& declared = registry.all()[p];
    std::optional<PlausibleRange> range = declared.plausible;
    for (const auto& uncertain : scenario.uncertain)
      if (uncertain.parameter == ParameterId{p} && !uncertain.index) range = uncertain.range;
    if (range) factors.push_back({declared.name, ParameterId{p}, std::nullopt, *range});
  }
  for (const auto& uncertain : scenario.uncertain)
    if (uncertain.index)
      factors.push_back({full_name(registry[uncertain.parameter], uncertain.index, spaces),
                         uncertain.parameter, uncertain.index, uncertain.range});
  return factors;
}

bool fits(const std::string& pattern, const std::string& name) {
  const std::vector<std::string> one{name};
  return !fitting_labels(pattern, one).empty();
}

/// Marks the factors that a name means; notes a name that means none.
void mark(const WrittenName& written, const std::vector<SweepFactor>& factors, const char* key,
          const ParameterRegistry& registry, std::vector<bool>& marked, Findings& mistakes) {
  bool found = false;
  for (size_t i = 0; i < factors.size(); ++i)
    if (fits(written.name, factors[i].name)) found = marked[i] = true;
  if (found) return;
  if (const auto id = registry.find(written.name); id && !registry[*id].not_varied.empty())
    return mistakes.add(written.where,
                        fmt::format("{}: '{}' has no plausible range: {}; give it one in "
                                    "[uncertainty] of the first scenario",
                                    key, written.name, registry[*id].not_varied));
  std::vector<std::string> names;
  for (const auto& factor : factors) names.push_back(factor.name);
  mistakes.add_unknown(written.where, fmt::format("{}: no parameter with a range", key),
                       written.name, names);
}

/// A parameter by name, with a label or without, whether or not it has a range: of a CSV file.
std::optional<SweepFactor> named_factor(const std::string& name, const SourceLocation& where,
                                        const ParameterRegistry& registry,
                                        std::span<const IndexSpace> spaces,
                                        const std::vector<SweepFactor>& known, Findings& mistakes) {
  const auto found = std::ranges::find(known, name, &SweepFactor::name);
  if (found != known.end()) return *found;
  const auto written = split_name(name, "design", where, mistakes);
  if (!written) return std::nullopt;
  const auto id = registry.find(written->name);
  if (!id) {
    mistakes.add_unknown(where, "no parameter", written->name, registry.names());
    return std::nullopt;
  }
  const ParameterDeclaration& declared = registry[*id];
  const auto indices = indices_of(*written, where, declared, spaces, mistakes);
  if (indices.size() != 1) return std::nullopt;
  // Without a range of its own, all it may be.
  const PlausibleRange all{declared.minimum,
                           std::clamp(declared.default_value, declared.minimum, declared.maximum),
                           declared.maximum, RangeScale::linear, "what the parameter allows"};
  return SweepFactor{name, *id, indices.front(), declared.plausible.value_or(all)};
}

/// The share of the way from low to high that a value is at; NaN outside.
double share_of(const PlausibleRange& range, double value) {
  if (!(value >= range.low && value <= range.high)) return std::nan("");
  double low = 0, high = 1;
  for (int i = 0; i < 60; ++i) {  // at_share() rises
    const double middle = (low + high) / 2;
    (at_share(range, middle) <= value ? low : high) = middle;
  }
  return value == range.low ? 0 : value == range.high ? 1 : (low + high) / 2;
}

void check_values(const SweepPoints& points, const ParameterRegistry& registry) {
  Findings mistakes;
  for (size_t p = 0; p < points.n(); ++p)
    for (size_t f = 0; f < points.factors.size(); ++f) {
      const ParameterDeclaration& declared = registry[points.factors[f].parameter];
      const double value = points.at(p)[f];
      if (value >= declared.minimum && value <= declared.maximum) continue;
      mistakes.add(points.design.where(p, f),
                   fmt::format("{}: found {}; expected {} to {} {}", points.factors[f].name, value,
                               declared.minimum, declared.maximum, declared.unit));
    }
  if (mistakes.count() > 0) throw InputError(mistakes.messages());
}

const char* layout_name(DesignLayout layout) {
  switch (layout) {
    case DesignLayout::trajectories:
      return "trajectories";
    case DesignLayout::saltelli:
      return "saltelli";
    case DesignLayout::single_runs:
      break;
  }
  return "single_runs";
}

}  // namespace

std::vector<SweepFactor> factors_of(const SweepFile& file, const ParameterRegistry& registry,
                                    std::span<const IndexSpace> spaces, const Scenario& scenario) {
  const std::vector<SweepFactor> all = all_factors(registry, spaces, scenario);
  Findings mistakes;
  if (file.design.kind == "file") {
    const Design design = make_design(file.design);
    std::vector<SweepFactor> factors;
    for (const auto& name : design.names)
      if (auto factor =
              named_factor(name, {file.design.path, 1, 0}, registry, spaces, all, mistakes))
        factors.push_back(std::move(*factor));
    if (mistakes.count() > 0) throw InputError(mistakes.messages());
    return factors;
  }
  std::vector<bool> taken(all.size(), file.parameters.empty()), left_out(all.size(), false);
  for (const auto& name : file.parameters)
    mark(name, all, "design.parameters", registry, taken, mistakes);
  for (const auto& name : file.without)
    mark(name, all, "design.without", registry, left_out, mistakes);
  std::vector<SweepFactor> factors;
  for (size_t i = 0; i < all.size(); ++i)
    if (taken[i] && !left_out[i]) factors.push_back(all[i]);
  if (factors.empty() && mistakes.count() == 0)
    mistakes.add(file.design_where, "design: no parameter is left to vary");
  if (mistakes.count() > 0) throw InputError(mistakes.messages());
  return factors;
}

SweepPoints points_of(const SweepFile& file, const ParameterRegistry& registry,
                      std::vector<SweepFactor> factors) {
  SweepPoints points;
  DesignRequest request = file.design;
  if (request.kind != "file")
    for (const auto& factor : factors) request.names.push_back(factor.name);
  points.factors = std::move(factors);
  try {
    points.design = make_design(request);
  } catch (const InputError& error) {
    if (request.kind == "file") throw;
    std::vector<std::string> placed;
    for (const auto& message : error.messages())
      placed.push_back(file.design_where.prefix() + "design: " + message);
    throw InputError(placed);
  }
  points.values = points.design.values;
  if (points.design.are_shares)
    for (size_t p = 0; p < points.n(); ++p)
      for (size_t f = 0; f < points.factors.size(); ++f)
        points.values[p * points.factors.size() + f] =
            at_share(points.factors[f].range, points.design.run(p)[f]);
  check_values(points, registry);
  return points;
}

ParameterPlan plan_at(const ParameterPlan& plan, const SweepPoints& points, size_t point,
                      const ParameterRegistry& registry) {
  ParameterValues values = plan.base();
  for (size_t f = 0; f < points.factors.size(); ++f) {
    const SweepFactor& factor = points.factors[f];
    const ParameterDeclaration& declared = registry[factor.parameter];
    const double to = points.at(point)[f];
    if (factor.index) {
      values.set(factor.parameter, *factor.index, to);
    } else if (declared.dimension.empty()) {
      values.set(factor.parameter, 0, to);
    } else {
      for (size_t i = 0; i < values.all(factor.parameter).size(); ++i)
        values.set(factor.parameter, i,
                   std::clamp(moved(plan.base().at(factor.parameter, i), factor.range, to),
                              declared.minimum, declared.maximum));
    }
  }
  return {std::move(values), plan.changes()};
}

SweepRecord SweepPoints::record(uint32_t replicates, const ParameterRegistry& registry) const {
  SweepRecord record;
  record.kind = design.kind;
  record.layout = layout_name(design.layout);
  record.n_groups = design.n_groups;
  record.has_second_order = design.has_second_order;
  record.replicates = replicates;
  for (const auto& factor : factors)
    record.parameters.push_back({factor.name, registry[factor.parameter].unit, factor.range.low,
                                 factor.range.central, factor.range.high,
                                 scale_name(factor.range.scale)});
  record.values = values;
  record.shares = design.values;
  if (!design.are_shares)
    for (size_t i = 0; i < values.size(); ++i)
      record.shares[i] = share_of(factors[i % factors.size()].range, values[i]);
  return record;
}

std::string design_text(const SweepPoints& points) {
  std::string text;
  for (size_t f = 0; f < points.factors.size(); ++f)
    text += (f == 0 ? "" : ",") + points.factors[f].name;
  text += "\n";
  for (size_t p = 0; p < points.n(); ++p) {
    for (size_t f = 0; f < points.factors.size(); ++f)
      text += fmt::format("{}{}", f == 0 ? "" : ",", points.at(p)[f]);
    text += "\n";
  }
  return text;
}

}  // namespace rumbo
