// The group of events of the panel, as result files declare it.
#include "engine/base/error.hpp"
#include "models/migration/observation/panel.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

constexpr double cents = 0.01;

}  // namespace

std::vector<EventDeclaration> migration_events(const World& world) {
  const Axes a(world);
  const auto index = [](const Axis& axis) {
    return EventColumn{axis.name, axis.long_name, "1", 1, axis.labels};
  };
  EventDeclaration panel;
  panel.name = "panel";
  panel.long_name = "life histories of some persons, victims of trafficking left out";
  panel.source = "simulated persons chosen by chance, none of them real";
  panel.columns = {{"person", "number in the panel, the same in all scenarios of a replicate", "1"},
                   {"order", "number of the event in that life", "1"},
                   {"month", "first day of the month", "days since 2000-01-01"},
                   {"event", "what happened", "1", 1, labels_of(life_event_names)},
                   index(a.departure),
                   index(a.destination),
                   index(a.channel),
                   index(a.status),
                   index(a.sex),
                   index(a.skill),
                   {"age", "age in completed years", "years"},
                   {"count", "how many times: apprehensions of a journey, else 1", "1"},
                   {"amount", "money: wealth at the end of a year, a debt", "2020 USD", cents},
                   {"weight", "persons that this one stands for", "persons"}};
  RUMBO_REQUIRE(panel.columns.size() == n_panel_columns);
  return {panel};
}

}  // namespace rumbo::migration
