// See labour/labour_market.hpp.
#include "models/migration/labour/labour_market.hpp"

#include <fmt/core.h>

#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"

namespace rumbo::migration {
namespace {

/// Natives of a skill below this share of their start, or of all natives at the start, have no
/// further effect; keeps wages finite where all have left.
constexpr double least_native_share = 1e-3;
constexpr double least_skill_share = 1e-6;

/// One number a skill, as Eigen sees it. Sums are written out: their order is part of the results.
using Skills = Eigen::Array<double, n_skills, 1>;

Eigen::Map<const Skills> vector_of(const BySkill& values) {
  return Eigen::Map<const Skills>(values.data());
}

Eigen::Map<Skills> vector_of(BySkill& values) {
  return Eigen::Map<Skills>(values.data());
}

double total(const BySkill& values) {
  return values[0] + values[1] + values[2];
}

/// CES of two inputs with weights a and 1 - a.
double ces(double a, double x, double y, double inverse_substitution) {
  const double exponent = 1 - inverse_substitution;
  const double sum = a * rumbo::pow(x, exponent) + (1 - a) * rumbo::pow(y, exponent);
  return rumbo::pow(sum, 1 / exponent);
}

double ces(const BySkill& weight, const BySkill& x, double inverse_substitution) {
  const double exponent = 1 - inverse_substitution;
  BySkill parts;
  vector_of(parts) = vector_of(weight) * vector_of(x).unaryExpr([&](double of_skill) {
    return rumbo::pow(of_skill, exponent);
  });
  return rumbo::pow(total(parts), 1 / exponent);
}

void check_start(size_t place, const LabourStart& start) {
  auto refuse = [&](const char* what) {
    throw InputError(fmt::format("labour market of place {}: {}", place, what));
  };
  for (size_t j = 0; j < n_skills; ++j) {
    if (!(start.natives[j] >= 0 && start.immigrants[j] >= 0))
      refuse("numbers of workers must not be negative");
    if (!(start.native_wage[j] > 0)) refuse("starting wages must be above 0");
  }
  if (!(total(start.natives) > 0)) refuse("there must be native workers at the start");
  if (!(start.immigrant_wage_ratio > 0)) refuse("the wage ratio of immigrants must be above 0");
  if (!(start.labour_share > 0 && start.labour_share <= 1))
    refuse("the labour share must lie in (0, 1]");
}

}  // namespace

LabourMarket::LabourMarket(size_t n_places, const LabourParameters& parameters)
    : parameters_(parameters),
      inverse_native_immigrant_(1 / parameters.native_immigrant_substitution),
      inverse_skill_(1 / parameters.skill_substitution),
      places_(n_places),
      capital_(n_places, 0.0) {
  if (!(parameters.native_immigrant_substitution > 1.001 && parameters.skill_substitution > 1.001))
    throw InputError("labour: elasticities of substitution must be above 1.001");
  if (!(parameters.capital_half_life_years >= 0))
    throw InputError("labour: the half-life of capital must not be negative");
  if (!(parameters.displacement >= 0 && parameters.least_immigrant_share > 0))
    throw InputError(
        "labour: displacement must not be negative and the least share of immigrants must be above "
        "0");
}

LabourMarket::Supply LabourMarket::floored(const BySkill& natives, const BySkill& immigrants,
                                           const BySkill& least) const {
  Supply supply;
  vector_of(supply.natives) = vector_of(natives).max(vector_of(least));
  vector_of(supply.immigrants) =
      vector_of(immigrants).max(parameters_.least_immigrant_share * vector_of(supply.natives));
  return supply;
}

void LabourMarket::compose(const Technology& technology, Supply& supply) const {
  for (size_t j = 0; j < n_skills; ++j)
    supply.composite[j] = ces(technology.native_weight[j], supply.natives[j], supply.immigrants[j],
                              inverse_native_immigrant_);
  supply.labour = ces(technology.skill_weight, supply.composite, inverse_skill_);
}

std::array<double, 2> LabourMarket::relative_wages(const Technology& technology,
                                                   const Supply& supply, size_t skill) const {
  const double composite = supply.composite[skill];
  const double price =
      technology.skill_weight[skill] * rumbo::pow(supply.labour / composite, inverse_skill_);
  const double weight = technology.native_weight[skill];
  const double natives =
      weight * rumbo::pow(composite / supply.natives[skill], inverse_native_immigrant_);
  const double immigrants =
      (1 - weight) * rumbo::pow(composite / supply.immigrants[skill], inverse_native_immigrant_);
  return {price * natives, price * immigrants};
}

void LabourMarket::calibrate(size_t place, const LabourStart& start) {
  check_start(place, start);
  Technology& technology = places_.at(place);
  for (size_t j = 0; j < n_skills; ++j)
    technology.least_natives[j] =
        std::max(least_native_share * start.natives[j], least_skill_share * total(start.natives));
  Supply supply = floored(start.natives, start.immigrants, technology.least_natives);
  for (size_t j = 0; j < n_skills; ++j) set_weights(technology, start, supply, j);
  vector_of(technology.skill_weight) /= total(technology.skill_weight);
  compose(technology, supply);
  technology.capital_share = 1 - start.labour_share;
  technology.wage_level = start.native_wage[0] / relative_wages(technology, supply, 0)[0];
  capital_[place] = supply.labour;
}

void LabourMarket::set_weights(Technology& technology, const LabourStart& start,
                               const Supply& supply, size_t skill) const {
  const double natives = supply.natives[skill];
  const double immigrants = supply.immigrants[skill];
  // Weights of natives and immigrants follow from the ratio of their wages, the weight of the
  // skill from the price of its composite; the common scale of the latter is set afterwards.
  const double ratio =
      start.immigrant_wage_ratio * rumbo::pow(immigrants / natives, inverse_native_immigrant_);
  const double native_weight = 1 / (1 + ratio);
  const double composite = ces(native_weight, natives, immigrants, inverse_native_immigrant_);
  const double price = start.native_wage[skill] /
                       (native_weight * rumbo::pow(composite / natives, inverse_native_immigrant_));
  technology.native_weight[skill] = native_weight;
  technology.skill_weight[skill] = price * rumbo::pow(composite, inverse_skill_);
  technology.start_supply[skill] = natives + immigrants;
}

LabourMarket::Supply LabourMarket::supply_in(const Technology& technology,
                                             const LabourConditions& conditions) const {
  BySkill natives{}, immigrants{};
  const auto growth = vector_of(conditions.natural_growth);
  vector_of(natives) = vector_of(conditions.natives) / growth;
  vector_of(immigrants) =
      (vector_of(conditions.regular) + vector_of(conditions.irregular)) / growth;
  Supply supply = floored(natives, immigrants, technology.least_natives);
  compose(technology, supply);
  return supply;
}

LabourOutcome LabourMarket::clear(size_t place, const LabourConditions& conditions) const {
  const Technology& technology = places_[place];
  RUMBO_ASSERT(technology.wage_level > 0);
  const Supply supply = supply_in(technology, conditions);
  const double deepening =
      rumbo::pow(capital_ratio(place, supply.labour), technology.capital_share);
  const double level = technology.wage_level * conditions.wage_index * deepening;
  LabourOutcome outcome;
  outcome.labour = supply.labour;
  for (size_t j = 0; j < n_skills; ++j) {
    const auto [native, immigrant] = relative_wages(technology, supply, j);
    outcome.wage[j] = {level * native, level * immigrant,
                       level * immigrant * (1 - conditions.irregular_penalty)};
    const double crowding = (supply.natives[j] + supply.immigrants[j]) / technology.start_supply[j];
    const double jobs =
        (1 - conditions.unemployment) * rumbo::pow(crowding, -parameters_.displacement);
    outcome.employment[j] = std::min(1.0, jobs);
  }
  return outcome;
}

void LabourMarket::adjust_capital(size_t place, double labour, double months) {
  const double left =
      remaining_share(parameters_.capital_half_life_years, months / months_per_year);
  capital_[place] = labour * rumbo::pow(capital_ratio(place, labour), left);
}

double LabourMarket::capital_ratio(size_t place, double labour) const {
  return capital_[place] / labour;
}

}  // namespace rumbo::migration
