// The visible list of what happens in a month, and who may touch what.
//
// May include: base, parallel, people.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/month.hpp"
#include "engine/base/named_enum.hpp"
#include "engine/parallel/parallel.hpp"

namespace rumbo {

/// What a phase works on.
enum class PhaseKind {
  table,    ///< small dense arrays, one thread
  persons,  ///< communities in parallel: own persons, own request buffers
  ration,   ///< scarce things granted, one thread a thing
  commit    ///< outcomes applied, tallies reduced, published bytes written
};
inline constexpr auto phase_kind_names = names_of<PhaseKind>();

std::string phase_kind_name(PhaseKind kind);

/// A part of the state that a phase touches.
struct Access {
  std::string room;
  bool writes = false;
  /// Whether it holds something for each community. A phase of persons that writes it writes its
  /// own community's part; one that only reads it may read all parts.
  bool is_of_communities = false;
};

/// A phase over a model's state. Exactly one of the functions is set.
///
/// Local  one community as a phase sees it, made of the state and its number
template <class State, class Local>
struct Phase {
  std::string name;
  PhaseKind kind;
  std::vector<Access> uses;
  void (*whole)(State&, Month) = nullptr;       ///< table, ration, commit
  void (*community)(State&, Local&) = nullptr;  ///< persons, commit: one community

  /// Names of the rooms that it writes, or reads and does not write.
  std::vector<std::string> rooms(bool written) const {
    std::vector<std::string> names;
    for (const Access& access : uses)
      if (access.writes == written) names.push_back(access.room);
    return names;
  }
};

/// Told when each phase begins and ends, by its number: for measuring.
class PhaseObserver {
 public:
  virtual ~PhaseObserver() = default;
  virtual void begin(size_t phase) = 0;
  virtual void end(size_t phase) = 0;
};

/// Phases in order. Built once.
///
/// Refuses two phases of one name, and a race: phases of persons that follow each other run as one
/// loop, so none of them may read of others what another of them writes.
template <class State, class Local>
class Schedule {
 public:
  /// throws InputError naming the phases and the room
  explicit Schedule(std::vector<Phase<State, Local>> phases) : phases_(std::move(phases)) {
    std::set<std::string> names;
    for (const auto& phase : phases_) {
      RUMBO_REQUIRE((phase.whole == nullptr) != (phase.community == nullptr));
      RUMBO_REQUIRE(phase.kind != PhaseKind::persons || phase.community != nullptr);
      if (!names.insert(phase.name).second)
        throw InputError("two phases are called '" + phase.name + "'");
    }
    for (size_t first = 0; first < phases_.size(); first = after_run(first))
      for (size_t writer = first; writer < after_run(first); ++writer)
        for (size_t reader = first; reader < after_run(first); ++reader)
          refuse_race(phases_[writer], phases_[reader]);
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
              Local local(state, c);
              for (size_t p = first; p < after; ++p) phases_[p].community(state, local);
            },
            communities_at_least);
      if (observer != nullptr) observer->end(first);
    }
  }

  const std::vector<Phase<State, Local>>& phases() const { return phases_; }
  /// One line a phase: what stands in checkpoints as the schedule's identity.
  std::string text() const {
    std::string lines;
    for (const auto& phase : phases_) {
      lines += phase_kind_name(phase.kind) + " " + phase.name + "\n";
    }
    return lines;
  }

 private:
  static constexpr size_t communities_at_least = 8;  ///< a thread takes at a time

  static void refuse_race(const Phase<State, Local>& writer, const Phase<State, Local>& reader) {
    if (writer.kind != PhaseKind::persons) return;
    for (const Access& written : writer.uses)
      for (const Access& read : reader.uses)
        if (written.room == read.room && written.writes && !read.writes && read.is_of_communities)
          throw InputError("phase '" + reader.name + "' reads '" + read.room +
                           "' of everybody, which phase '" + writer.name +
                           "' of the same loop writes; put a phase between them that publishes it");
  }

  /// The phase after those that may run as one loop with this one.
  size_t after_run(size_t phase) const {
    size_t after = phase + 1;
    if (phases_[phase].kind != PhaseKind::persons) return after;
    while (after < phases_.size() && phases_[after].kind == PhaseKind::persons) ++after;
    return after;
  }

  std::vector<Phase<State, Local>> phases_;
};

}  // namespace rumbo
