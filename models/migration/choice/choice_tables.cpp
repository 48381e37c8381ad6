// See choice_tables.hpp.
#include "models/migration/choice/choice_tables.hpp"

#include <algorithm>

#include "engine/maths/arrays.hpp"
#include "engine/maths/functions.hpp"
#include "models/migration/debts/debt.hpp"

namespace rumbo::migration {

double ChoiceTables::weigh_channels(size_t corridor, size_t kind, double affordable_usd,
                                    double ties, bool has_sponsor,
                                    std::array<double, n_chosen_channels>& channels) const {
  const double saved_share = cost_removed * ties / (1 + ties);
  // What ties save makes each channel more attractive, by these factors; all exponentials at once.
  std::array<double, n_chosen_channels> factor;
  if (saved_share > 0) {
    for (size_t c = 0; c < n_chosen_channels; ++c)
      factor[c] =
          std::min(most_log, cost_weight * (cost_usd[corridor][c] * saved_share) / dissimilarity);
    exp_each(factor);
  }
  double sum = 0;
  for (size_t c = 0; c < n_chosen_channels; ++c) {
    const auto channel = static_cast<Channel>(c);
    const double cost = cost_usd[corridor][c] * (1 - saved_share);
    channels[c] = 0;
    if (!open[corridor][c] || (channel == Channel::family && !has_sponsor) ||
        !is_payable(corridor, channel, cost, affordable_usd))
      continue;
    channels[c] = channel_weight[corridor][c] *
                  income_weight[corridor][kind][static_cast<size_t>(income_way(channel))];
    if (saved_share > 0) channels[c] *= factor[c];
    if (channel == Channel::smuggler_debt)
      channels[c] *=
          saved_share > 0
              ? factor_of_debt(corridor, cost - affordable_usd)
              : debt_factor[corridor][static_cast<size_t>(affordability_class(affordable_usd))];
    sum += channels[c];
  }
  return sum;
}

double ChoiceTables::nest(size_t corridor, size_t kind, double affordable_usd, double ties,
                          bool has_sponsor, std::array<double, n_chosen_channels>& channels) const {
  const double sum = weigh_channels(corridor, kind, affordable_usd, ties, has_sponsor, channels);
  if (sum <= 0) return 0;
  return exp(dissimilarity * log(sum) + (ties > 0 ? diaspora * log1p(ties) : 0));
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
