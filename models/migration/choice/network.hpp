// What ties abroad do: cheaper and likelier moves.
//
// Pure functions. M is the tie index of a person towards a destination, >= 0.
// May include: maths.
#pragma once
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// Weights of strong ties (kin) and weak ties (community).
/// source  ratio of [Palloni and others 2001], as recalled: assumed
struct TieWeights {
  double strong = 5;
  double weak = 1;
};

/// Tie index towards a place. strong, weak  ties there, >= 0 (may be decayed, so not whole)
constexpr double tie_index(double strong, double weak, const TieWeights& weights = {}) {
  return weights.strong * strong + weights.weak * weak;
}

/// Strength left of a tie after years apart; 1 at 0 years.
///
/// decay   per year, >= 0 (0.1; source: form of [Klabunde 2014])
inline double tie_strength(double years_apart, double decay) {
  return rumbo::exp(-decay * years_apart);
}

/// Cost of moving that ties leave, in the unit of `cost`.
///
/// most_saved  share that endless ties would take away, in [0, 1] (gamma)
/// returns     cost (1 - gamma M / (1 + M)), between cost and cost (1 - gamma)
constexpr double cost_with_ties(double cost, double ties, double most_saved) {
  return cost * (1 - most_saved * ties / (1 + ties));
}

/// Utility of ties at a destination, elasticity x ln(1 + M); 0 without ties.
/// elasticity  of the flow to the diaspora (0.4 to 1.0)
/// source      sign of [Beine, Docquier and Ozden 2011]; the value is recalled, assumed
inline double ties_utility(double ties, double elasticity) {
  return elasticity * rumbo::log1p(ties);
}

}  // namespace rumbo::migration
