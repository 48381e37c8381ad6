// See choice_tables.hpp.
#include "models/migration/mechanisms/choice_tables.hpp"

#include <algorithm>

#include "engine/maths/arrays.hpp"
#include "engine/maths/functions.hpp"
#include "models/migration/theory/debt.hpp"

namespace rumbo::migration {

double ChoiceTables::nest(size_t corridor, size_t kind, double affordable_usd, double ties,
                          bool has_sponsor, std::array<double, n_chosen_channels>& channels) const {
  const double saved_share = cost_removed * ties / (1 + ties);
  // What ties save makes each channel more attractive, by these factors; all exponentials at once.
  std::array<double, n_chosen_channels> factor;
  for (size_t c = 0; c < n_chosen_channels; ++c)
    factor[c] = cost_weight * (cost_usd[corridor][c] * saved_share) / dissimilarity;
  if (saved_share > 0) exp_each(factor);
  double sum = 0;
  for (size_t c = 0; c < n_chosen_channels; ++c) {
    channels[c] = 0;
    const bool is_family = static_cast<Channel>(c) == Channel::family;
    if (!open[corridor][c] || (is_family && !has_sponsor)) continue;
    if (!is_payable(corridor, static_cast<Channel>(c), cost_usd[corridor][c] * (1 - saved_share),
                    affordable_usd))
      continue;
    channels[c] =
        channel_weight[corridor][c] *
        income_weight[corridor][kind][static_cast<size_t>(income_way(static_cast<Channel>(c)))];
    if (saved_share > 0) channels[c] *= factor[c];
    if (static_cast<Channel>(c) == Channel::smuggler_debt)
      channels[c] *=
          saved_share > 0
              ? factor_of_debt(corridor, cost_usd[corridor][c] * (1 - saved_share) - affordable_usd)
              : debt_factor[corridor][static_cast<size_t>(affordability_class(affordable_usd))];
    sum += channels[c];
  }
  if (sum <= 0) return 0;
  return exp(dissimilarity * log(sum) + (ties > 0 ? diaspora * log1p(ties) : 0));
}

void ChoiceTables::channels_without_ties(size_t corridor, size_t kind, double affordable_usd,
                                         std::array<double, n_chosen_channels>& channels) const {
  for (size_t c = 0; c < n_chosen_channels; ++c) {
    const auto channel = static_cast<Channel>(c);
    const bool is_open = open[corridor][c] && channel != Channel::family &&
                         is_payable(corridor, channel, cost_usd[corridor][c], affordable_usd);
    channels[c] = is_open
                      ? channel_weight[corridor][c] *
                            income_weight[corridor][kind][static_cast<size_t>(income_way(channel))]
                      : 0;
    if (is_open && channel == Channel::smuggler_debt)
      channels[c] *=
          debt_factor[corridor][static_cast<size_t>(affordability_class(affordable_usd))];
  }
}

double ChoiceTables::factor_of_debt(size_t corridor, double owed_usd) const {
  const double interest =
      owed_usd * weighed_interest(owed_usd, debt_rate, debt_payment_usd[corridor]);
  return exp(std::max(log_of_closed, -cost_weight * interest / dissimilarity));
}

void ChoiceTables::set_debt_factors(size_t corridor) {
  constexpr auto debt = static_cast<size_t>(Channel::smuggler_debt);
  for (size_t a = 0; a < n_affordability_classes; ++a) {
    const bool is_taken =
        open[corridor][debt] && is_payable(corridor, Channel::smuggler_debt,
                                           cost_usd[corridor][debt], affordability_usd[a]);
    debt_factor[corridor][a] =
        is_taken ? factor_of_debt(corridor, cost_usd[corridor][debt] - affordability_usd[a]) : 1;
  }
}

}  // namespace rumbo::migration
