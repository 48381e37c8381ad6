// The `rumbo` command as a function. May include: CLI11.
#pragma once

namespace rumbo {

/// Runs one command line. Results go to standard output, everything else to standard error.
///
/// returns  0 done, 1 failed, 2 bad input, 75 stopped at a checkpoint
int run_program(int argc, const char* const* argv);

}  // namespace rumbo
