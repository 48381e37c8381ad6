// Tables of results: births and deaths.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct DemographyResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Table births = declare(persons_sum("births", "births", {axes.residence}));
  Table deaths =
      declare(persons_sum("deaths", "deaths, at borders too", {axes.residence, axes.sex}));
};

}  // namespace rumbo::migration
