// Loops over communities on all threads. What they compute must not depend on
// which thread does what: own data, or integers added up.
// May include: base; the only room with oneTBB.
#pragma once
#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

#include "engine/parallel/race_notes.hpp"

namespace rumbo {

/// Threads this process may use, at least 1: SLURM_CPUS_PER_TASK if set, else its affinity mask;
/// not more than its control groups give it processors (engine/base/limits.hpp).
int available_threads();

/// Threads that loops use at most, whatever is asked for: four for each of those available, and at
/// least 64. More would only wait for each other, and each keeps counters of its own (PerThread).
int most_threads();
/// Threads that loops may use now.
int allowed_threads();

/// Holds the number of threads of every parallel loop while it lives.
class ThreadLimit {
 public:
  /// n_threads  held in 1 to most_threads()
  explicit ThreadLimit(int n_threads);

 private:
  std::unique_ptr<tbb::global_control> control_;
};

/// How loops of one run are spread while other runs go on beside it.
class LoopThreads {
 public:
  /// n_threads  1 = on the calling thread, without oneTBB; else as many, which no other run uses
  explicit LoopThreads(int n_threads);

  /// Calls body(), whose loops are spread so.
  template <class Body>
  void execute(const Body& body) const {
    if (arena_) return arena_->execute(body);
    const Alone alone;
    body();
  }
  /// Whether loops of the calling thread run on it alone.
  static bool is_alone() { return is_alone_; }

 private:
  struct Alone {
    Alone() { is_alone_ = true; }
    ~Alone() { is_alone_ = false; }
  };
  static thread_local bool is_alone_;
  mutable std::optional<tbb::task_arena> arena_;
};

/// Calls body(begin, end) on pieces of [0, count) of at least `grain`, in any order and in
/// parallel.
template <class Body>
void parallel_ranges(size_t count, size_t grain, const Body& body) {
  if (LoopThreads::is_alone()) {
    if (count > 0) body(size_t{0}, count);
    return;
  }
  [[maybe_unused]] const RaceNotes notes;
  tbb::parallel_for(tbb::blocked_range<size_t>(0, count, grain),
                    [&](const tbb::blocked_range<size_t>& range) {
                      const RaceNotes::Piece piece(notes);
                      body(range.begin(), range.end());
                    });
}

/// Calls body(i) for every i of [0, count) in parallel.
template <class Body>
void parallel_for_each(size_t count, const Body& body, size_t grain = 1) {
  parallel_ranges(count, grain, [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) body(i);
  });
}

/// One T a thread that comes to need it, made by copying a first one; for sums of integers.
template <class T>
class PerThread {
 public:
  explicit PerThread(T first = T()) : copies_(std::move(first)) {}

  T& local() { return copies_.local(); }
  template <class Body>
  void for_each(const Body& body) {
    for (auto& copy : copies_) body(copy);
  }
  void clear() { copies_.clear(); }

 private:
  tbb::enumerable_thread_specific<T> copies_;
};

}  // namespace rumbo
