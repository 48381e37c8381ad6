// Tables of results: moves between places.
//
// May include: results, what this room calls things.
#pragma once
#include <cstdint>

#include "engine/base/named_enum.hpp"
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

/// Stages of a move, in funnel.
enum class Stage : uint8_t { wanted, could_not_pay, refused, attempted, arrived };
inline constexpr int n_stages = n_of<Stage>;
inline constexpr auto stage_names = names_of<Stage>();

struct MovingResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis stage{"stage", "stage of a move", labels_of(stage_names)};

  Table moves = declare(sparse_sum(
      "moves", "moves between places",
      {axes.origin, axes.departure, axes.destination, axes.channel, axes.sex, axes.age_group}));
  Table moves_by_channel =
      declare(persons_sum("moves_by_channel", "moves by place of birth",
                          {axes.origin, axes.destination, axes.channel, axes.sex}));
  Table moves_by_age = declare(persons_sum("moves_by_age", "moves by age",
                                           {axes.departure, axes.destination, axes.age_group}));
  Table funnel = declare(with(persons_sum("funnel", "from wanting to move to arriving",
                                          {axes.origin, axes.destination, stage}),
                              {summed, summed, apart}));
};

}  // namespace rumbo::migration
