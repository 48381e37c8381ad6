// Design `morris`: trajectories in which one parameter after the other moves.
#include <fmt/format.h>

#include "engine/designs/drawing.hpp"
#include "engine/designs/kinds.hpp"

namespace rumbo {
namespace {

double count_steps(const DesignSettings& settings) {
  if (settings.whole("levels") % 2 != 0)
    throw InputError(
        fmt::format("morris: levels: found {}; expected an even number, with which "
                    "all levels are as likely",
                    settings.whole("levels")));
  return settings.number("trajectories") * static_cast<double>(settings.width() + 1);
}

/// Levels from which a trajectory goes, and whether parameters go up: a step is half the levels, so
/// those who go up begin in the lower half.
struct Start {
  std::vector<size_t> level;
  std::vector<bool> goes_up;
};

Start drawn_start(size_t width, size_t half, const Draws& draws, uint32_t trajectory) {
  Start start{std::vector<size_t>(width), std::vector<bool>(width)};
  for (uint32_t i = 0; i < width; ++i) {
    start.goes_up[i] = drawn_below(2, draws, trajectory, purpose::design_direction, i) == 1;
    const size_t low = drawn_below(half, draws, trajectory, purpose::design_place, i);
    start.level[i] = start.goes_up[i] ? low : low + half;
  }
  return start;
}

void make_trajectories(const DesignSettings& settings, Design& design) {
  const size_t width = settings.width(), levels = settings.whole("levels"), half = levels / 2;
  design.layout = DesignLayout::trajectories;
  design.n_groups = settings.whole("trajectories");
  const Draws draws(settings.seed(), 0);
  const auto note = [&](const std::vector<size_t>& point) {
    for (const size_t level : point)
      design.values.push_back(static_cast<double>(level) / static_cast<double>(levels - 1));
  };
  for (uint32_t trajectory = 0; trajectory < design.n_groups; ++trajectory) {
    auto [level, goes_up] = drawn_start(width, half, draws, trajectory);
    note(level);
    for (const size_t i : drawn_order(width, draws, trajectory)) {
      level[i] = goes_up[i] ? level[i] + half : level[i] - half;
      note(level);
    }
  }
}

}  // namespace

DesignKind morris_design() {
  return {"morris",
          "trajectories from a random point, along which one parameter after the other moves by "
          "p / (2 (p - 1)) of its range, p being the levels",
          "[Morris 1991]",
          {{.name = "trajectories", .meaning = "trajectories", .low = 1, .high = 1e6},
           {.name = "levels",
            .meaning = "levels of each parameter, an even number",
            .low = 2,
            .high = 1000,
            .value = 4}},
          false,
          count_steps,
          make_trajectories};
}

}  // namespace rumbo
