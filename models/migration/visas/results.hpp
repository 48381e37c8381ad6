// Tables of results: visas.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct VisasResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis visa_kind{"visa_kind", "kind of visa", labels_of(visa_kind_names)};

  Table visas_applied =
      declare(persons_sum("visas_applied", "applications for visas", {axes.corridor, visa_kind}));
  Table visas_granted =
      declare(persons_sum("visas_granted", "visas granted", {axes.corridor, visa_kind}));
};

}  // namespace rumbo::migration
