// Skill groups and what a year of schooling is worth. Pure functions. Other rooms may include it.
// May include: base, maths.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/base/named_enum.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// Schooling in three groups: up to primary, secondary, beyond.
enum class Skill : uint8_t { low, middle, high };
inline constexpr size_t n_skills = n_of<Skill>;
inline constexpr auto skill_names = names_of<Skill>();

/// One value for each skill, in the order of `Skill`.
using BySkill = std::array<double, n_skills>;

/// Years of schooling that stand for a group; assumed.
constexpr BySkill default_schooling_years = {5, 11, 16};
/// Gain of earnings per year of schooling (log points); the world average, as recalled: assumed.
/// source  [Psacharopoulos and Patrinos 2004], Education Economics 12(2), 111-134
constexpr double default_schooling_return = 0.10;

/// Wage of each skill where a standard worker with `standard_years` of schooling earns
/// `standard_wage`; the unit of the wage is kept.
///
/// schooling_return  log points per year
/// source            [Mincer 1974], Schooling, Experience and Earnings
inline BySkill skill_wages(double standard_wage, double standard_years,
                           const BySkill& years = default_schooling_years,
                           double schooling_return = default_schooling_return) {
  BySkill wages{};
  for (size_t j = 0; j < n_skills; ++j)
    wages[j] = standard_wage * rumbo::exp(schooling_return * (years[j] - standard_years));
  return wages;
}

}  // namespace rumbo::migration
