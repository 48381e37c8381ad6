// What the program says besides its results: one sentence a line, on standard error.
//
// Nothing here throws or stops the program, whatever standard error is. May include: spdlog.
#pragma once
#include <string>

namespace rumbo {

/// "note: ...": good to know. Hidden by --quiet.
void note(const std::string& sentence);
/// "warning: ...": the result may not be what was meant. Yellow on a terminal.
void warn(const std::string& sentence);
/// "rumbo: ...": why the program fails. Red on a terminal.
void complain(const std::string& sentence);
/// The sentence by itself: mistakes that begin with their place, and how a run ended.
void say(const std::string& sentence);

/// Whether notes are hidden.
void set_quiet(bool is_quiet);

}  // namespace rumbo
