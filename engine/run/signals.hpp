// Being told to stop: SIGTERM, SIGINT, SIGHUP and SIGUSR1 finish the step. May include: base, comm.
#pragma once
#include <stdexcept>

#include "engine/comm/comm.hpp"

namespace rumbo {

/// Exit status after a stop from which the same command, or --resume, goes on.
inline constexpr int exit_status_checkpoint = 75;

/// Thrown by long work that has no step to finish (making a population, reading tables).
class Stopped : public std::runtime_error {
 public:
  Stopped() : std::runtime_error("stopped by a signal") {}
};

/// While one lives, the four signals only set a flag; a second SIGINT kills as usual.
///
/// They may be nested: the outermost one forgets earlier signals and, at its end, gives the signals
/// back to whom they belonged. A SIGHUP that is ignored (nohup) stays ignored.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// Whether any rank of a run was told to stop; collective.
  bool arrived(const Comm& comm) const;
};

/// Whether this process was told to stop; false where no StopSignals lives.
bool told_to_stop();
/// Throws Stopped if this process was told to stop. May be called by any thread.
void leave_if_told_to_stop();

}  // namespace rumbo
