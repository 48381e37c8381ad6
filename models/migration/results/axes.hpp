// The axes that tables of results share. An axis of one mechanism stands in its room.
//
// May include: tally, the model's vocabulary.
#pragma once
#include <string>
#include <vector>

#include "engine/tally/table.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

template <class Names>
std::vector<std::string> labels_of(const Names& names) {
  return {names.begin(), names.end()};
}

/// The axes that tables share.
struct Axes {
  /// Labels of places, corridors, borders, routes and legs are those of the world.
  explicit Axes(const World& world);

  Axis origin{"origin", "place of birth", {}};
  Axis residence{"residence", "place of residence", {}};
  Axis departure{"departure", "place left", {}};
  Axis destination{"destination", "place entered", {}};
  Axis sender{"sender", "place money is sent from", {}};
  Axis receiver{"receiver", "place money is sent to", {}};
  Axis border{"corridor", "border crossed irregularly", {}};
  Axis route{"route", "way across a border that has several", {}};
  Axis leg{"leg", "part of the way to a border", {}};
  Axis corridor{"visa_corridor", "declared corridor", {}};
  Axis status{"status", "legal status", {}};
  Axis sex{"sex", "sex", {}};
  Axis age_group{"age_group", "age in completed years", {}};
  Axis channel{"channel", "way of moving", {}};
  Axis skill{"skill", "schooling", {}};
  Axis status_group{"status_group", "born here, or immigrant by right to stay", {}};
  Axis recruiting_place{"place", "place where traffickers recruit", {}};
  Axis lever{"lever", "lever", {}};
};

}  // namespace rumbo::migration
