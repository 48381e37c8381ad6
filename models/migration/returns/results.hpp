// Tables of results: going home, and going again.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct ReturnsResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis trip{"trip", "first departure from home, or after a return", {"first", "later"}};
  Axis stay_end{"stay_end", "how a stay ended", {"returned", "removed"}};

  Table trips =
      declare(persons_sum("trips", "departures from home that led abroad", {axes.origin, trip}));
  Table stays_ended = declare(persons_sum("stays_ended", "stays abroad that ended at home",
                                          {axes.origin, axes.residence, stay_end}));
  Table stay_months = declare(count_sum("stay_months", "length of those stays", "person months",
                                        {axes.origin, axes.residence, stay_end}));
  Table assisted_returns = declare(
      persons_sum("assisted_returns", "residents who went back by a programme that paid for it",
                  {axes.origin, axes.residence}));
  Table return_grants = declare(money_sum("return_grants", "grants to them", {axes.residence}));
};

}  // namespace rumbo::migration
