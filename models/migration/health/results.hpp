// Tables of results: illness.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/health/state.hpp"
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct HealthResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis exposure{"exposure", "what made ill", labels_of(exposure_names)};

  Table ill = declare(persons_point("ill", "persons ill from the journey, captivity or abuse",
                                    {axes.residence, axes.status, axes.sex}));
  Table ill_new = declare(persons_sum("ill_new", "persons who fell ill of these",
                                      {axes.residence, exposure, axes.sex}));
  Table ill_deaths = declare(persons_sum(
      "ill_deaths", "deaths beyond those of others of the same age", {axes.residence, axes.sex}));
  Table ill_without_care = declare(persons_point(
      "ill_without_care", "of the ill, those without care", {axes.residence, axes.status}));
};

}  // namespace rumbo::migration
