// Tables of results: what happens on the way to a border.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/journey/state.hpp"
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct JourneyResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis transit_event{"transit_event", "what happened on a leg", labels_of(transit_event_names)};

  Table transit_events = declare(with(
      persons_sum("transit_events", "persons affected by an event on a leg of the way to a border",
                  {axes.leg, transit_event}),
      {summed, apart}));
  Table transit_events_expected = declare(
      with(expected_sum("transit_events_expected",
                        "sum of the hazards of what may happen on a leg of the way to a border",
                        {axes.leg, transit_event}),
           {summed, apart}));
  Table extorted = declare(
      money_sum("extorted", "money taken by extortion on the way to a border", {axes.border}));
  Table violence_by_sex = declare(persons_sum(
      "violence_by_sex", "persons who suffered violence on a leg of the way to a border",
      {axes.leg, axes.sex}));
  Table sexual_violence = declare(persons_sum(
      "sexual_violence", "of them, those who suffered sexual violence", {axes.leg, axes.sex}));
  Table sexual_violence_expected =
      declare(expected_sum("sexual_violence_expected",
                           "sum of the hazards of sexual violence on a leg", {axes.leg, axes.sex}));
};

}  // namespace rumbo::migration
