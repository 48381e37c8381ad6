// Policies that wait, during a run: what they saw, and since when they are in force.
//
// Before a month it is decided by what was counted up to the month before; nothing is remembered
// of the months before a policy's start, so runs that part there are the runs that never shared a
// month. May include: base, params, scenario, tally, comm.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/params/plan.hpp"
#include "engine/scenario/trigger.hpp"
#include "engine/tally/tallies.hpp"

namespace rumbo {

class Triggers {
 public:
  Triggers() = default;
  explicit Triggers(std::vector<WaitingPolicy> policies);

  bool empty() const { return policies_ == nullptr || policies_->empty(); }
  /// Waits for what another scenario waits for; what both wait for goes on as it is.
  void follow(std::vector<WaitingPolicy> policies);

  /// Before anything happens in the month: what is in force in it. Not inside a parallel loop.
  void begin_month(Month month, Tallies& tallies);
  /// Whether tables of states must be filled at the end of the month to be looked at.
  bool looks_at_states(Month month) const;
  /// When all of the month has been counted, before it is recorded.
  void end_month(Month month, Tallies& tallies);

  /// Ids of the policies in force this month, and their levers.
  std::vector<const WaitingPolicy*> in_force() const;
  /// The plan with what is in force this month; the plan itself if nothing is.
  ParameterPlan with_those_in_force(const ParameterPlan& plan) const;

  /// Saves, loads or digests. Loading takes over what was saved of each policy that waits here too;
  /// the others begin anew.
  void visit(Archive& archive);

 private:
  /// One policy's progress.
  struct Progress {
    enum class Stage : uint8_t { waits, in_force, spent };
    Stage stage = Stage::waits;  ///< spent: has lasted as long as it may, until the series turns
    Month since;                 ///< stage in_force: its first month
    std::vector<int64_t> seen;   ///< the latest months watched, at most the window, oldest first
    int64_t before_month = 0;    ///< counts of the record period when the month began
  };

  bool watches(size_t policy, Month month) const;
  void decide(size_t policy, Month month);

  std::shared_ptr<const std::vector<WaitingPolicy>> policies_;
  std::vector<Progress> progress_;
};

/// Tables that any of the policies looks at: they are counted whatever is recorded.
std::vector<bool> with_watched(std::vector<bool> kept, std::span<const WaitingPolicy> policies);

}  // namespace rumbo
