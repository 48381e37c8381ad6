// Whom recruiters look for, what finding a victim costs, who believes the offer.
//
// Pure functions. Forms and weights are assumed; the sign of local emigration is that of [Mahmoud
// and Trebesch 2010]. Other rooms may include it. May include: base, maths.
#pragma once

namespace rumbo::migration {

/// What makes a person vulnerable, each in [0, 1]; also the weights of these, >= 0.
struct Vulnerability {
  double poverty = 0;           ///< depth below the poverty line, as a share of it
  double minor = 0;             ///< 1 if under 18
  double female = 0;            ///< 1 if a woman or girl
  double without_papers = 0;    ///< 1 without documents of identity or status
  double irregular_intent = 0;  ///< 1 if about to go irregularly
  double broken_household = 0;  ///< 1 if alone or with a parent missing
  double displaced = 0;         ///< 1 if displaced
};

/// Weights of the score. Assumed: factors named in the debate on trafficking, none with a measured
/// size.
constexpr Vulnerability vulnerability_weights{.poverty = 0.25,
                                              .minor = 0.15,
                                              .female = 0.10,
                                              .without_papers = 0.15,
                                              .irregular_intent = 0.15,
                                              .broken_household = 0.10,
                                              .displaced = 0.10};

/// Weighted mean of the components, in [0, 1]; 0 if all weights are 0.
double vulnerability_score(const Vulnerability& person,
                           const Vulnerability& weights = vulnerability_weights);

/// Relative chance of being approached, exp(focus x score).
/// focus  >= 0; 0 = recruiters take anyone
double approach_weight(double vulnerability, double focus);

/// What finding and bringing one victim costs. All assumed.
struct RecruitmentRules {
  double base_usd = 3000;         ///< a person not vulnerable, where no one emigrates; >= 0
  double most_saved = 0.5;        ///< share saved with a person at score 1, in [0, 1]
  double half_emigration = 0.05;  ///< share of the community abroad that halves the cost, > 0
};

/// base (1 - most_saved score) / (1 + emigration / half_emigration): an offer to go is believed
/// and carried out easily where many go.
///
/// vulnerability     score in [0, 1]; local_emigration  share of the community abroad, >= 0
/// source            sign of [Mahmoud and Trebesch 2010]; the form is assumed
double recruitment_cost_usd(const RecruitmentRules& rules, double vulnerability,
                            double local_emigration);

/// A false offer as the person sees it. Utilities as in choice/logit.hpp.
struct DeceptiveOffer {
  double smuggler_utility = 0;  ///< of going with an honest smuggler
  double bonus = 1;             ///< promised on top: a job, no fee; assumed
  double believed_risk = 0;     ///< of exploitation, bias x true risk, in [0, 1]
  double harm = 0;              ///< utility lost if exploited, >= 0
  double credence = 1;          ///< probability that the offer is believed at all, in [0, 1]
};

/// Probability of accepting, credence / (1 + exp(alternative - offer)), offer = smuggler + bonus -
/// believed risk x harm.
///
/// best_alternative  logsum of all else, staying included; `closed` (choice/logit.hpp) = nothing
/// else Information works through beliefs alone: one who fears too much accepts more often once
/// told the truth.
double acceptance_probability(const DeceptiveOffer& offer, double best_alternative);

}  // namespace rumbo::migration
