// A made-up world of two places whose figures a test changes before it looks at tables made of
// them.
#pragma once
#include <functional>
#include <memory>

#include "tests/support/one_month.hpp"
#include "tests/support/tiny_world.hpp"

namespace rumbo::test {

/// Places and corridors of the world: AAA is 0 and BBB 1, AAA->BBB is corridor and border 0.
inline constexpr size_t aaa = 0, bbb = 1, a_to_b = 0, b_to_a = 1;

/// The tiny world after a test's changes to what was read. The first month is January 1995.
inline std::shared_ptr<const migration::World> hand_world(
    const std::function<void(migration::World&)>& change = {}, const TinyWorld& tiny = {}) {
  auto world = std::make_shared<migration::World>(*tiny.load());
  if (change) change(*world);
  return world;
}

}  // namespace rumbo::test
