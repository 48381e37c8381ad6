// Random-utility choice: multinomial and two-level nested logit.
//
// Promises: no overflow for any finite utility; an alternative with utility `closed`
// gets share exactly 0; sums run in index order, so the same input gives the same
// bits. Nothing is allocated: the caller gives the room for the result.
// May include: base, maths.
#pragma once
#include <cstddef>
#include <limits>
#include <span>

namespace rumbo::migration {

/// Utility of an alternative that is not open to this person.
constexpr double closed = -std::numeric_limits<double>::infinity();

/// Expected best utility (inclusive value) of a set of alternatives, ln sum exp(utility / scale) x
/// scale, without Euler's constant.
///
/// utility  [n_alternatives], no unit; `closed` = not open, never +infinity or NaN
/// scale    > 0; 1 = as estimated
/// returns  `closed` if nothing is open
/// source   [McFadden 1974], Frontiers in Econometrics, ch. 4; [Small and Rosen 1981]
double logsum(std::span<const double> utility, double scale = 1.0);

/// Probability that a person picks each alternative (multinomial logit).
///
/// utility  [n_alternatives], no unit; `closed` = not open
/// scale    > 0; 1 = as estimated, larger = closer to uniform
/// shares   [n_alternatives], written: >= 0, sums to 1 within 1e-12; all 0 if nothing is open
/// returns  the logsum
/// source   [McFadden 1974], Frontiers in Econometrics, ch. 4
double logit_shares(std::span<const double> utility, double scale, std::span<double> shares);

/// Probability that a person picks each alternative when those of a nest are close substitutes.
///
/// P(nest) = exp(lambda I_nest) / sum exp(lambda I), I_nest = ln sum exp(utility / lambda).
/// utility        [n_alternatives], the alternatives of a nest side by side
/// nest_begin     [n_nests + 1], first alternative of each nest, then n_alternatives
/// dissimilarity  lambda in (0, 1]; 1 = multinomial logit
/// shares         [n_alternatives], written as above
/// returns        logsum over nests
/// source         [McFadden 1978], Modelling the choice of residential location
double nested_logit_shares(std::span<const double> utility, std::span<const size_t> nest_begin,
                           double dissimilarity, std::span<double> shares);

/// The alternative that a uniform number falls on: the first with cumulative share > uniform.
///
/// shares   [n_alternatives], sum 1 (or 0 if nothing is open)
/// uniform  in [0, 1)
/// returns  an alternative with a positive share; n_alternatives if there is none
size_t pick(std::span<const double> shares, double uniform);

/// Relative change of the share of an alternative for a relative change of one of its attributes.
///
/// weight x attribute is the attribute's part in the utility; share in [0, 1].
/// source  closed form of the multinomial logit, weight x attribute x (1 - share)
constexpr double own_elasticity(double weight, double attribute, double share) {
  return weight * attribute * (1.0 - share);
}

}  // namespace rumbo::migration
