// Threads that do whole runs beside each other.
//
// May include: parallel.
#pragma once
#include <atomic>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

#include "engine/parallel/parallel.hpp"

namespace rumbo {

/// How many runs go on at once, and how many threads the loops of each have.
struct SideBySide {
  int at_once = 1;
  int threads_each = 1;  ///< of loops, if there are several runs at once
};

/// Calls body() once on each of `at_once` threads, and waits for them; on the calling thread, with
/// all threads for its loops, if that is one. Where the system gives fewer threads, as many do, the
/// calling one if there is no other.
/// throws  what the first of them threw
template <class Body>
void run_side_by_side(const SideBySide& how, const Body& body) {
  if (how.at_once <= 1) return body();
  std::mutex mutex;
  std::exception_ptr first;
  const auto guarded = [&] {
    try {
      LoopThreads(how.threads_each).execute(body);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!first) first = std::current_exception();
    }
  };
  std::vector<std::thread> threads;
  threads.reserve(static_cast<size_t>(how.at_once));
  try {
    for (int i = 0; i < how.at_once; ++i) threads.emplace_back(guarded);
  } catch (const std::system_error&) {  // those that are there do it
  } catch (const std::bad_alloc&) {
  }
  if (threads.empty()) guarded();
  for (auto& thread : threads) thread.join();
  if (first) std::rethrow_exception(first);
}

/// Calls body(i) for every i of [0, count), the next one by whatever thread is free. After an error
/// no more are begun.
template <class Body>
void for_each_side_by_side(const SideBySide& how, size_t count, const Body& body) {
  std::atomic<size_t> next = 0;
  run_side_by_side(how, [&] {
    for (size_t i = next++; i < count; i = next++) {
      try {
        body(i);
      } catch (...) {
        next = count;
        throw;
      }
    }
  });
}

}  // namespace rumbo
