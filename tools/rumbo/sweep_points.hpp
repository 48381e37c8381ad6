// The parameters that a sweep varies, and what scenarios are at each of its points.
//
// May include: engine/params, engine/designs, engine/scenario.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/designs/design.hpp"
#include "engine/output/sweep_record.hpp"
#include "engine/params/plan.hpp"
#include "engine/params/plausible.hpp"
#include "engine/scenario/scenario.hpp"
#include "tools/rumbo/sweep_file.hpp"

namespace rumbo {

/// What one column of a design moves.
struct SweepFactor {
  std::string name;  ///< "border.retry", "border.apprehension[MEX->USA]"
  ParameterId parameter;
  std::optional<uint32_t> index;  ///< none = all indices together, as moved() says
  PlausibleRange range;
};

/// The factors that a file asks for, those of single indices last, so that they have the last word.
/// Ranges are the scenario's own of [uncertainty], else the declared ones.
///
/// scenario  the first, the baseline
/// throws    InputError: a name that no parameter has (with the nearest), one without a range
std::vector<SweepFactor> factors_of(const SweepFile& file, const ParameterRegistry& registry,
                                    std::span<const IndexSpace> spaces, const Scenario& scenario);

/// Values of parameters, for every point, made by the kind of the design.
struct SweepPoints {
  std::vector<SweepFactor> factors;
  Design design;
  std::vector<double> values;  ///< [point][factor], in the parameter's unit

  size_t n() const { return design.n_runs(); }
  std::span<const double> at(size_t point) const {
    return std::span(values).subspan(point * factors.size(), factors.size());
  }
  SweepRecord record(uint32_t replicates, const ParameterRegistry& registry) const;
};

/// throws  InputError: the design's own mistakes, values of a file outside what a parameter allows
SweepPoints points_of(const SweepFile& file, const ParameterRegistry& registry,
                      std::vector<SweepFactor> factors);

/// A scenario's plan at a point: the values of the design over its own, policies as they are. Where
/// all indices move together a value that would leave what the parameter allows stays at the end.
ParameterPlan plan_at(const ParameterPlan& plan, const SweepPoints& points, size_t point,
                      const ParameterRegistry& registry);

/// CSV: names of the factors, one row a point, numbers as exact as they are.
std::string design_text(const SweepPoints& points);

}  // namespace rumbo
