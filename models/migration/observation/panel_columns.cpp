// The group of events of the panel, as result files declare it.
#include "models/migration/observation/panel.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

/// What a column holds. It is called as its enumerator; one that repeats an axis has its labels.
EventColumn panel_column(PanelColumn column, const Axes& a) {
  constexpr double cents = 0.01;
  const std::string name(panel_column_names[static_cast<size_t>(column)]);
  const auto index = [&](const Axis& axis) {
    return EventColumn{name, axis.long_name, "1", 1, axis.labels};
  };
  switch (column) {
    case PanelColumn::person:
      return {name, "number in the panel, the same in all scenarios of a replicate", "1"};
    case PanelColumn::order:
      return {name, "number of the event in that life", "1"};
    case PanelColumn::month:
      return {name, "first day of the month", "days since 2000-01-01"};
    case PanelColumn::event:
      return {name, "what happened", "1", 1, labels_of(life_event_names)};
    case PanelColumn::departure:
      return index(a.departure);
    case PanelColumn::destination:
      return index(a.destination);
    case PanelColumn::channel:
      return index(a.channel);
    case PanelColumn::status:
      return index(a.status);
    case PanelColumn::sex:
      return index(a.sex);
    case PanelColumn::skill:
      return index(a.skill);
    case PanelColumn::age:
      return {name, "age in completed years", "years"};
    case PanelColumn::count:
      return {name, "how many times: apprehensions of a journey, else 1", "1"};
    case PanelColumn::amount:
      return {name, "money: wealth at the end of a year, a debt", "2020 USD", cents};
    case PanelColumn::weight:
      return {name, "persons that this one stands for", "persons"};
  }
  return {};
}

}  // namespace

std::vector<EventDeclaration> migration_events(const World& world) {
  const Axes a(world);
  EventDeclaration panel;
  panel.name = "panel";
  panel.long_name = "life histories of some persons, victims of trafficking left out";
  panel.source = "simulated persons chosen by chance, none of them real";
  for (size_t column = 0; column < n_panel_columns; ++column)
    panel.columns.push_back(panel_column(static_cast<PanelColumn>(column), a));
  return {panel};
}

}  // namespace rumbo::migration
