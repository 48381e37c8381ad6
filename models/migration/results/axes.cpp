// See axes.hpp.
#include "models/migration/results/axes.hpp"

#include "models/migration/person/person.hpp"
#include "models/migration/registry.hpp"

namespace rumbo::migration {
namespace {

/// An axis needs a label, if only of nothing.
std::vector<std::string> some(std::vector<std::string> labels) {
  if (labels.empty()) labels.push_back("none");
  return labels;
}

}  // namespace

Axes::Axes(const World& world) {
  for (const auto& place : world.places) {
    for (Axis* axis :
         {&origin, &residence, &departure, &destination, &sender, &receiver, &recruiting_place})
      axis->labels.push_back(place.code);
  }
  const auto spaces = world.spaces();
  corridor.labels = some(spaces[2].labels);
  visa_corridor.labels = some(spaces[1].labels);
  route.labels = some(spaces[4].labels);
  leg.labels = some(spaces[5].labels);
  status.labels = labels_of(status_names);
  sex.labels = labels_of(sex_names);
  age_group.labels = labels_of(result_age_names);
  channel.labels = labels_of(channel_names);
  lever.labels = migration_levers().names();
}

}  // namespace rumbo::migration
