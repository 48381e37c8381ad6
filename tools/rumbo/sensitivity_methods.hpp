// What one output of a sweep says of each parameter, by each of four methods.
//
// May include: output, designs, sensitivity.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/base/named_enum.hpp"
#include "engine/sensitivity/estimate.hpp"
#include "tools/rumbo/point_values.hpp"

namespace rumbo {

enum class SensitivityMethod { morris, sobol, regression, emulator };
inline constexpr auto sensitivity_method_names = names_of<SensitivityMethod>();

/// How much one parameter matters.
struct Influence {
  size_t parameter = 0;  ///< index into the parameters of the sweep
  /// By which parameters are ranked: mu* in units of the output per whole range of the parameter,
  /// the total index, or the standardized coefficient (by its size).
  Estimate strength;
  Estimate shape;         ///< sigma in the same units, or the first-order index; else NaN
  Estimate direction;     ///< mu in the same units; else NaN
  bool is_noise = false;  ///< no larger than what chance alone gives; false where that is not known
};

/// What a method found; numbers that it does not have are nothing.
struct MethodFindings {
  SensitivityMethod method = SensitivityMethod::morris;
  std::vector<Influence> influences{};        ///< strongest first
  size_t n_used = 0, n_left_out = 0;          ///< of `unit`; those left out lack a run
  std::string unit{};                         ///< "effects", "base samples" or "points"
  bool knows_chance = false;                  ///< whether `is_noise` could be told
  std::optional<double> r2{}, adjusted_r2{};  ///< of the regression
  std::optional<double> q2{}, share_in_90{};  ///< of the emulator, each point from all others
  /// Standard deviations of a point's mean about the surface: as the emulator estimates it, and as
  /// the replicates show it, without the luck that all points share. In units of the output.
  std::optional<double> fitted_noise{}, replicate_noise{};
};

/// Level of all intervals.
inline constexpr double sensitivity_level = 0.90;

/// Whether the emulator can be asked about a design of this kind: its points must fill the cube.
bool fills_cube(const Design& design);

/// What keeps a method from a design, one sentence with what would fit; "" if nothing does.
std::string misfit(SensitivityMethod method, const Design& design);

/// What a method says. Points without a number are left out, as far as the method needs them.
///
/// throws InputError  too few points, or a parameter that never changes by itself
MethodFindings find_influences(SensitivityMethod method, const Design& design,
                               const PointValues& output);

}  // namespace rumbo
