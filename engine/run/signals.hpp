// Being told to stop: SIGTERM, SIGINT and SIGUSR1 finish the step. May include: base, comm.
#pragma once

namespace rumbo {

/// Exit status after a checkpoint was written because of a signal or a time limit.
inline constexpr int exit_status_checkpoint = 75;

/// While it lives, the three signals only set a flag; a second SIGINT kills as usual.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// Whether any rank was told to stop.
  bool arrived() const;
};

}  // namespace rumbo
