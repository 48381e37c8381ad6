// Tables of results: removal and detention.
//
// May include: results, what this room calls things.
#pragma once
#include <cstdint>

#include "engine/base/named_enum.hpp"
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

/// What happens in a case for removal, in removal_cases.
enum class CaseEvent : uint8_t { opened, detained, waits_outside, removed, won, absconded };
inline constexpr int n_case_events = n_of<CaseEvent>;
inline constexpr auto case_event_names = names_of<CaseEvent>();

struct RemovalResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis case_event{"case_event", "what happens in a case for removal", labels_of(case_event_names)};

  Table detained =
      declare(persons_point("detained", "persons detained by the authorities", {axes.residence}));
  Table detention_months = declare(
      count_sum("detention_months", "time in detention", "person months", {axes.residence}));
  Table removal_cases =
      declare(with(persons_sum("removal_cases", "what happened in cases for removal",
                               {axes.residence, case_event}),
                   {summed, apart}));
  Table removals_wrongful =
      declare(persons_sum("removals_wrongful", "residents with a right to stay who were removed",
                          {axes.origin, axes.residence}));
};

}  // namespace rumbo::migration
