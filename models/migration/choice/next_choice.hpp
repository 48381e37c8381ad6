// What those do who asked for their best alternatives, one after the other, and were refused.
//
// In a model of random utility no one's mind changes with a refusal: what is left is judged by the
// same tastes, and a person who preferred a way into a place likes that place, and leaving, better
// than the average person does. So a way that everyone is refused changes nothing: exactly those
// leave, for the same places, as if it had not existed. Other rooms may include it. May include:
// base, maths.
#pragma once
#include <array>
#include <cstddef>
#include <span>

namespace rumbo::migration {

inline constexpr size_t most_refused = 6;

/// A nest of alternatives (a destination) some of which were refused.
struct RefusedNest {
  double weight = 0;  ///< (sum exp(V / lambda))^lambda over all its alternatives, staying 1; >= 0
  double open = 0;    ///< share in the nest of those not refused, in [0, 1]
};
/// A refused alternative: its nest and its share in it, in [0, 1].
struct RefusedAlternative {
  size_t nest = 0;
  double share = 0;
};

/// The next choice: probability of any but staying, and what its place is drawn by.
struct NextChoice {
  double leave = 0;
  double elsewhere = 0;                      ///< factor on the weights of nests not refused
  std::array<double, most_refused> nests{};  ///< weight of what is open in each refused nest
};

/// Distribution of the best alternative that is left, given that all the refused are better and all
/// others worse: K(j, R) over its sum, K(j, R) = sum over S within R of (-1)^(|R| - |S|) P(j best
/// without S), with the probabilities P of the nested logit.
///
/// elsewhere      sum of the weights of nests without refusals, >= 0
/// nests          [n_nests], n_nests <= most_refused
/// refused        [n_refused], 0 to most_refused, all different, shares > 0
/// dissimilarity  lambda in (0, 1]
/// returns        never leaving if so many refusals are as good as impossible
/// source         polynomials of [Block and Marschak 1960], Random orderings and stochastic
/// theories
///                of responses; nested logit of [McFadden 1978]
NextChoice next_choice(double elsewhere, std::span<const RefusedNest> nests,
                       std::span<const RefusedAlternative> refused, double dissimilarity);

}  // namespace rumbo::migration
