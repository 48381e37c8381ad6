// Tables of results: what is believed.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/information/beliefs.hpp"
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct InformationResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis belief_item{"belief_item", "what is believed", labels_of(belief_item_names)};

  Table beliefs = declare(
      measure_point("beliefs", "what adults at home believe over what is true, geometric mean", "1",
                    {axes.residence, belief_item}, 1e-6, {apart, apart}));
};

}  // namespace rumbo::migration
