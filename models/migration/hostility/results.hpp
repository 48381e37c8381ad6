// Tables of results: hostility to migrants.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct HostilityResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Table hostility = declare(measure_point("hostility", "hostility of residents to migrants, 0 to 1",
                                          "1", {axes.residence}, 1e-6, {mean_by("population")}));
};

}  // namespace rumbo::migration
