// The visible list of what happens in a month, and who may touch what.
//
// May include: base, parallel, people.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/month.hpp"
#include "engine/parallel/parallel.hpp"

namespace rumbo {

/// What a phase works on.
enum class PhaseKind {
  table,    ///< small dense arrays, one thread
  persons,  ///< communities in parallel: own persons, own request buffers
  ration,   ///< scarce things granted, one thread a thing
  commit    ///< outcomes applied, tallies reduced, published bytes written
};

std::string phase_kind_name(PhaseKind kind);

/// A mechanism's work in a phase, with the columns and side tables it reads and writes.
/// Persons see their own state as it is now and others' as published.
struct Behaviour {
  std::string name;
  std::vector<std::string> reads;
  std::vector<std::string> writes;
};

/// A phase over a model's state. Exactly one of the functions is set.
template <class State>
struct Phase {
  std::string name;
  PhaseKind kind;
  std::vector<Behaviour> behaviours;
  void (*whole)(State&, Month) = nullptr;              ///< table, ration, commit
  void (*community)(State&, Month, size_t) = nullptr;  ///< persons, commit: one community
};

/// Told when each phase begins and ends, by its number: for measuring.
class PhaseObserver {
 public:
  virtual ~PhaseObserver() = default;
  virtual void begin(size_t phase) = 0;
  virtual void end(size_t phase) = 0;
};

/// Phases in order. Built once; refuses two writers of one column in a phase.
template <class State>
class Schedule {
 public:
  /// throws InputError naming phase, column and both behaviours
  explicit Schedule(std::vector<Phase<State>> phases) : phases_(std::move(phases)) {
    for (const auto& phase : phases_) {
      std::map<std::string, std::string> writer;
      for (const auto& behaviour : phase.behaviours) {
        for (const auto& column : behaviour.writes) {
          const auto [other, is_first] = writer.emplace(column, behaviour.name);
          if (!is_first)
            throw InputError("phase '" + phase.name + "': both '" + other->second + "' and '" +
                             behaviour.name + "' write '" + column + "'; put them in two phases");
        }
      }
      RUMBO_REQUIRE((phase.whole == nullptr) != (phase.community == nullptr));
    }
  }

  /// All phases of one month.
  ///
  /// Phases of persons that follow each other run as one loop, all of them for one community
  /// before the next, while it is in the cache: nothing that others see changes in between.
  /// n_communities  called before each loop over communities: commits may add some
  /// observer       optional; not owned. With one, each phase runs alone, with the same results
  template <class Count>
  void run_month(State& state, Month month, const Count& n_communities,
                 PhaseObserver* observer = nullptr) const {
    for (size_t first = 0, after = 0; first < phases_.size(); first = after) {
      after = observer == nullptr ? after_run(first) : first + 1;
      if (observer != nullptr) observer->begin(first);
      if (phases_[first].whole != nullptr)
        phases_[first].whole(state, month);
      else
        parallel_for_each(
            n_communities(),
            [&](size_t c) {
              for (size_t p = first; p < after; ++p) phases_[p].community(state, month, c);
            },
            communities_at_least);
      if (observer != nullptr) observer->end(first);
    }
  }

  const std::vector<Phase<State>>& phases() const { return phases_; }
  /// One line a phase: what stands in checkpoints as the schedule's identity.
  std::string text() const {
    std::string lines;
    for (const auto& phase : phases_) {
      lines += phase_kind_name(phase.kind) + " " + phase.name + ":";
      for (const auto& behaviour : phase.behaviours) lines += " " + behaviour.name;
      lines += "\n";
    }
    return lines;
  }

 private:
  static constexpr size_t communities_at_least = 8;  ///< a thread takes at a time

  /// The phase after those that may run as one loop with this one.
  size_t after_run(size_t phase) const {
    size_t after = phase + 1;
    if (phases_[phase].kind != PhaseKind::persons) return after;
    while (after < phases_.size() && phases_[after].kind == PhaseKind::persons) ++after;
    return after;
  }

  std::vector<Phase<State>> phases_;
};

}  // namespace rumbo
