// The text of a file, or one sentence about why there is none. May include: base.
#pragma once
#include <string>

#include "engine/base/error.hpp"

namespace rumbo {

/// UTF-8 text of a file with "\n" at the end of each line, without a byte order mark.
/// throws InputError  no such file, a folder, a file that may not be read, text that is not UTF-8
///                    (with line and byte)
std::string read_text(const std::string& path);

}  // namespace rumbo
