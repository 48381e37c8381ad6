// Tables of results: asylum.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/asylum/state.hpp"
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

/// Fixed-point unit of mean waits: thousandths of a month.
inline constexpr int wait_unit = 1000;

struct AsylumResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis asylum_outcome{"outcome", "decision on a claim of asylum", labels_of(asylum_outcome_names)};

  Table asylum_claims =
      declare(persons_sum("asylum_claims", "claims of asylum", {axes.origin, axes.residence}));
  Table asylum_decided = declare(persons_sum("asylum_decided", "decisions on claims of asylum",
                                             {axes.origin, axes.residence, asylum_outcome}));
  Table asylum_waited = declare(
      count_sum("asylum_waited", "months in the queue of claims decided, added up over persons",
                "person months", {axes.residence}));
  Table asylum_pending =
      declare(persons_point("asylum_pending", "persons who wait for a decision on asylum",
                            {axes.origin, axes.residence}));
  Table asylum_wait =
      declare(measure_point("asylum_wait", "mean time since the claim of those who wait", "months",
                            {axes.residence}, 1.0 / wait_unit, {mean_by("asylum_pending")}));
  Table asylum_turned_away = declare(
      persons_sum("asylum_turned_away", "persons turned away at a border who came to claim asylum",
                  {axes.origin, axes.destination}));
};

}  // namespace rumbo::migration
