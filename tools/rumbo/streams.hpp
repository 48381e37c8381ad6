// Standard input, output and error as they should be, whatever the program was started with.
// May include: std only.
#pragma once

namespace rumbo {

/// Exit status of a program whose reader went away (`rumbo list levers | head -1`).
inline constexpr int exit_status_pipe = 128 + 13;

/// Occupies descriptors 0, 1 and 2 where they are closed, so that no data file gets one of them: a
/// missing output fails when written to, messages to a missing standard error are dropped.
void open_missing_streams();

enum class OutputState { written, reader_is_gone, failed };
/// Whether all that was printed has arrived. Sets errno where it has not.
OutputState finish_output();

}  // namespace rumbo
