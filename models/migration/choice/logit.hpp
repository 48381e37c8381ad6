// Random-utility choice: the multinomial logit. Nests: choice/choice_tables.hpp.
//
// Promises: no overflow for any finite utility; an alternative with utility `closed` gets share
// exactly 0; sums run in index order, so the same input gives the same bits. Nothing is allocated:
// the caller gives the room for the result. Other rooms may include it. May include: base, maths.
#pragma once
#include <limits>
#include <span>

namespace rumbo::migration {

/// Utility of an alternative that is not open to this person.
constexpr double closed = -std::numeric_limits<double>::infinity();

/// Probability that a person picks each alternative (multinomial logit).
///
/// utility  [n_alternatives], no unit; `closed` = not open
/// scale    > 0; 1 = as estimated, larger = closer to uniform
/// shares   [n_alternatives], written: >= 0, sums to 1 within 1e-12; all 0 if nothing is open
/// returns  the logsum
/// source   [McFadden 1974], Frontiers in Econometrics, ch. 4
double logit_shares(std::span<const double> utility, double scale, std::span<double> shares);

/// Relative change of the share of an alternative for a relative change of one of its attributes.
///
/// weight x attribute is the attribute's part in the utility; share in [0, 1].
/// source  closed form of the multinomial logit, weight x attribute x (1 - share)
constexpr double own_elasticity(double weight, double attribute, double share) {
  return weight * attribute * (1.0 - share);
}

}  // namespace rumbo::migration
