// See axes.hpp.
#include "models/migration/results/axes.hpp"

#include <algorithm>
#include <string_view>

#include "models/migration/labour/labour_market.hpp"
#include "models/migration/labour/skills.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/registry.hpp"

namespace rumbo::migration {
namespace {

/// An axis needs a label, if only of nothing.
std::vector<std::string> some(std::vector<std::string> labels) {
  if (labels.empty()) labels.push_back("none");
  return labels;
}

/// What parameters are indexed by, by its name in the world.
std::vector<std::string> labels_in(const std::vector<IndexSpace>& spaces, std::string_view name) {
  return some(std::ranges::find(spaces, name, &IndexSpace::name)->labels);
}

}  // namespace

Axes::Axes(const World& world) {
  for (const auto& place : world.places) {
    for (Axis* axis :
         {&origin, &residence, &departure, &destination, &sender, &receiver, &recruiting_place})
      axis->labels.push_back(place.code);
  }
  const auto spaces = world.spaces();
  border.labels = labels_in(spaces, "border");
  corridor.labels = labels_in(spaces, "corridor");
  route.labels = labels_in(spaces, "route");
  leg.labels = labels_in(spaces, "leg");
  status.labels = labels_of(status_names);
  sex.labels = labels_of(sex_names);
  age_group.labels = labels_of(result_age_names);
  channel.labels = labels_of(channel_names);
  skill.labels = labels_of(skill_names);
  status_group.labels = labels_of(worker_group_names);
  lever.labels = migration_levers().names();
}

}  // namespace rumbo::migration
