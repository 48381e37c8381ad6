// Work side by side that may be told to stop in its midst.
//
// May include: parallel, run.
#pragma once
#include <atomic>
#include <cstddef>

#include "engine/parallel/side_by_side.hpp"
#include "engine/run/signals.hpp"

namespace rumbo {

/// Calls body(i) for every i of [0, count), as for_each_side_by_side(), until one of them throws
/// Stopped; those that are under way then come to their own end.
///
/// returns  whether one was stopped
/// throws   the first error that is not Stopped, whether it came before or after a stop: a stop
///          hides no error
template <class Body>
bool for_each_until_stopped(const SideBySide& how, size_t count, const Body& body) {
  std::atomic<bool> is_stopped = false;
  for_each_side_by_side(how, count, [&](size_t i) {
    if (is_stopped) return;
    try {
      body(i);
    } catch (const Stopped&) {
      is_stopped = true;
    }
  });
  return is_stopped;
}

}  // namespace rumbo
