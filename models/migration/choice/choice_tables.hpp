// What moving to each place by each channel is worth this month, by group of persons.
//
// Weights are relative to staying (weight 1): exp(lambda I_d) of the nested logit of docs/model.md:
// Destination and channel. What differs by person beyond their group are their ties:
// nest_with_ties(). Other rooms may include it. May include: base, maths.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "engine/base/named_enum.hpp"
#include "models/migration/choice/network.hpp"
#include "models/migration/information/beliefs.hpp"
#include "models/migration/labour/skills.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// What a household can pay, in classes; an alternative is open if its cost is at most the class's
/// lower edge (2020 USD at market rates; edges assumed).
inline constexpr int n_affordability_classes = 8;
inline constexpr std::array<double, n_affordability_classes> affordability_usd{
    0, 300, 700, 1200, 2000, 3500, 6000, 10000};
constexpr int affordability_class(double usd) {
  int k = n_affordability_classes - 1;
  while (k > 0 && usd < affordability_usd[static_cast<size_t>(k)]) --k;
  return k;
}

/// Ways to a destination by what they earn: with a right, alone, with a smuggler, for a season.
enum class IncomeWay : uint8_t { regular, alone, smuggler, season };
inline constexpr int n_income_ways = n_of<IncomeWay>;
constexpr IncomeWay income_way(Channel c) {
  return c == Channel::alone      ? IncomeWay::alone
         : is_guided(c)           ? IncomeWay::smuggler
         : c == Channel::seasonal ? IncomeWay::season
                                  : IncomeWay::regular;
}

/// Strong and weak ties of a person at one destination.
struct TiesAt {
  uint8_t place = 0;
  double index = 0;          ///< M (docs/model.md: Ties)
  bool has_sponsor = false;  ///< a household member there with a right to stay
};

/// Largest logarithm of the factor that a person's own beliefs put on what leaving is worth to
/// their group: so that bounds exist.
inline constexpr double largest_belief_log = 0.9;

/// Logarithm below which a weight counts as nothing.
inline constexpr double log_of_closed = -700;
/// No weight and no factor on one is larger than by this, so that their products stay finite.
inline constexpr double most_log = 200;

struct ChoiceTables {
  static constexpr int n_kinds =
      static_cast<int>(n_skills) * n_earnings_classes;  ///< skill x earnings

  std::array<double, 120> age_factor{};  ///< [years] propensity to move, 1 at its peak
  double female_factor = 1;
  std::array<double, n_stay_years> tie_strength{};  ///< [years since a person left]
  bool must_pay = true;                             ///< false: everyone can pay everything
  double dissimilarity = 1;
  double cost_weight = 0;            ///< per USD
  double diaspora = 0;               ///< elasticity to 1 + M
  double cost_removed = 0;           ///< largest share
  double most_ties = 50;             ///< M is capped here, so that bounds exist
  double consideration = 0;          ///< hazard a month at the peak age
  double debt_rate = 0;              ///< interest a month
  double largest_belief_factor = 1;  ///< that own beliefs can put on what leaving is worth

  std::vector<std::array<bool, n_chosen_channels>> open;  ///< [corridor] family: needs a sponsor
  std::vector<std::array<double, n_chosen_channels>> cost_usd;  ///< [corridor]
  std::vector<double> debt_limit_usd;    ///< [corridor] most that is lent for the passage
  std::vector<double> debt_payment_usd;  ///< [corridor] paid back a month
  /// [corridor][affordability] factor on the weight of going on debt: interest on what is missing
  /// of the price without ties
  std::vector<std::array<double, n_affordability_classes>> debt_factor;
  /// [corridor] exp(V / lambda) without income
  std::vector<std::array<double, n_chosen_channels>> channel_weight;
  /// [corridor][kind][way] exp(weight x income gap / lambda)
  std::vector<std::array<std::array<double, n_income_ways>, n_kinds>> income_weight;
  /// [corridor][kind][way] change of utility per level of what is believed of wages
  std::vector<std::array<std::array<double, n_income_ways>, n_kinds>> wage_slope;
  /// [corridor][channel][item] the same of the other items; of wages it is 0 here
  std::vector<std::array<std::array<double, n_belief_items>, n_chosen_channels>> cost_slope;
  /// [place][kind][item] change of the logarithm of the sum over destinations per level
  std::vector<std::array<std::array<double, n_belief_items>, n_kinds>> belief_slope;
  /// [corridor][kind][affordability] weight of the destination without ties
  std::vector<std::array<std::array<double, n_affordability_classes>, n_kinds>> weight;
  /// [place][kind][affordability] sum over destinations
  std::vector<std::array<std::array<double, n_affordability_classes>, n_kinds>> total;
  /// [place][kind] largest sums that any means and ties can give: with household members away, and
  /// with friends and acquaintances only
  std::vector<std::array<double, n_kinds>> most_with_kin, most_without_kin;
  /// [place] the largest of most_with_kin
  std::vector<double> largest_total;

  /// The nest of a corridor for a person: channel weights written, destination's weight returned.
  /// affordable_usd  what the person can pay: the lower edge of a class, or endless; channels
  /// [n_chosen_channels] exp(V / lambda), 0 if closed
  double nest(size_t corridor, size_t kind, double affordable_usd, double ties, bool has_sponsor,
              std::array<double, n_chosen_channels>& channels) const;
  /// Factor on a channel's weight that interest on so much debt makes, exp(V / lambda).
  double factor_of_debt(size_t corridor, double owed_usd) const;
  /// Sets debt_factor of a corridor from its price, limit and payment.
  void set_debt_factors(size_t corridor);
  /// The channel weights of nest(), written; returns their sum.
  double weigh_channels(size_t corridor, size_t kind, double affordable_usd, double ties,
                        bool has_sponsor, std::array<double, n_chosen_channels>& channels) const;
  /// Whether a person can pay a channel that costs so much. Who can pay a smuggler does not borrow.
  bool is_payable(size_t corridor, Channel channel, double cost, double affordable) const {
    if (channel != Channel::smuggler_debt) return cost <= affordable;
    return cost > affordable && cost - debt_limit_usd[corridor] <= affordable;
  }
  /// Cost of a channel after what ties save, USD.
  double cost_with_ties(size_t corridor, Channel channel, double ties) const {
    return migration::cost_with_ties(cost_usd[corridor][static_cast<size_t>(channel)], ties,
                                     cost_removed);
  }
};
RUMBO_ROOM(ChoiceTables, choice)

constexpr size_t person_kind(Facts f) {
  return f.skill() * n_earnings_classes + f.earnings();
}

}  // namespace rumbo::migration
