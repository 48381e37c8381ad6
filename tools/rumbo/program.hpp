// The `rumbo` command as a function. May include: CLI11.
#pragma once
#include <string>

namespace rumbo {

/// Runs one command line. Results go to standard output, everything else to standard error.
///
/// returns  0 done, 1 failed, 2 bad input, 75 stopped at a checkpoint, 141 the reader of standard
///          output went away
int run_program(int argc, const char* const* argv);

/// The command line that run_program() was given, as a shell would read it.
const std::string& command_line();

}  // namespace rumbo
