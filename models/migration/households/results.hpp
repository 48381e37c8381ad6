// Tables of results: families across places.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct HouseholdsResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Table children_left_behind = declare(persons_point(
      "children_left_behind", "children under 15 a parent of whose household lives elsewhere",
      {axes.residence}));
  Table separated_parents = declare(persons_point(
      "separated_parents", "persons a child under 15 of whose household lives elsewhere",
      {axes.residence}));
  Table mixed_status_households =
      declare(count_point("mixed_status_households",
                          "households at a place with members with and without a right to stay",
                          "households", {axes.residence}));
  Table minors_alone = declare(persons_sum(
      "minors_alone", "minors who came to a place where no adult of their household lives",
      {axes.departure, axes.destination}));
  Table children_along =
      declare(persons_sum("children_along", "children under 15 who came along with a parent",
                          {axes.departure, axes.destination}));
};

}  // namespace rumbo::migration
