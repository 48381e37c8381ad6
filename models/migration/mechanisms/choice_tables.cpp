// See choice_tables.hpp.
#include "models/migration/mechanisms/choice_tables.hpp"

#include "engine/maths/functions.hpp"

namespace rumbo::migration {

double ChoiceTables::nest(size_t corridor, size_t kind, double affordable_usd, double ties,
                          bool has_sponsor, std::array<double, n_chosen_channels>& channels) const {
  const double saved_share = cost_removed * ties / (1 + ties);
  double sum = 0;
  for (size_t c = 0; c < n_chosen_channels; ++c) {
    channels[c] = 0;
    const bool is_family = static_cast<Channel>(c) == Channel::family;
    if (!open[corridor][c] || (is_family && !has_sponsor)) continue;
    const double saved = cost_usd[corridor][c] * saved_share;
    if (cost_usd[corridor][c] - saved > affordable_usd) continue;
    channels[c] =
        channel_weight[corridor][c] *
        income_weight[corridor][kind][static_cast<size_t>(income_way(static_cast<Channel>(c)))];
    if (saved > 0) channels[c] *= exp(cost_weight * saved / dissimilarity);
    sum += channels[c];
  }
  if (sum <= 0) return 0;
  const double weight_without_diaspora = exp(dissimilarity * log(sum));
  return ties > 0 ? weight_without_diaspora * exp(diaspora * log1p(ties)) : weight_without_diaspora;
}

}  // namespace rumbo::migration
