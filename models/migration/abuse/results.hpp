// Tables of results: abuse at work.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct AbuseResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Table abused = declare(
      persons_point("abused", "workers abused at work", {axes.residence, axes.status, axes.sex}));
  Table abuse_new = declare(persons_sum("abuse_new", "workers whose work turned abusive",
                                        {axes.residence, axes.status, axes.sex}));
};

}  // namespace rumbo::migration
