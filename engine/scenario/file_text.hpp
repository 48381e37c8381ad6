// Text files that a user names: read whole, or refused with the reason.
//
// A scenario may come from anywhere: a folder, a pipe, a device, a file that may not be read, one
// without end and one that is no text are told apart. May include: base.
#pragma once
#include <cstddef>
#include <string>

#include "engine/base/error.hpp"

namespace rumbo {

inline constexpr size_t largest_scenario_bytes = 4u << 20;

/// The reason of unreadable() for a path where nothing is.
inline constexpr const char* no_such_file = "no such file";

/// Why a path cannot be read as a file: no_such_file, "is a folder; expected a file",
/// "may not be read: permission denied"; "" if it can.
std::string unreadable(const std::string& path);

/// The text of a file in UTF-8, without a byte order mark.
/// throws InputError  larger than `most_bytes`, or not UTF-8, with line and column
std::string read_text_file(const std::string& path, size_t most_bytes = largest_scenario_bytes);

}  // namespace rumbo
