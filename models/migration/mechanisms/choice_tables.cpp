// See choice_tables.hpp.
#include "models/migration/mechanisms/choice_tables.hpp"

#include "engine/maths/arrays.hpp"
#include "engine/maths/functions.hpp"

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
    channels[c] = is_open ? channel_weight[corridor][c] *
                                income_weight[corridor][kind][static_cast<size_t>(
                                    income_way(channel))]
                          : 0;
  }
}

}  // namespace rumbo::migration
