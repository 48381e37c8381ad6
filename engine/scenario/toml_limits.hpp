// What a scenario file may not have too much of: nesting, parts of a key, keys.
//
// The parser's tree is walked by functions that call themselves, so a tree thousands deep would
// end the program. May include: base.
#pragma once
#include <optional>
#include <string>

#include "engine/scenario/document.hpp"

namespace rumbo {

inline constexpr int most_nested = 16;      ///< brackets within brackets
inline constexpr int most_key_parts = 16;   ///< of "a.b.c"
inline constexpr int most_values = 50'000;  ///< keys, items of lists and headings in one file

/// The first thing in a text of TOML that is beyond these limits.
std::optional<Finding> beyond_limits(const std::string& text, const std::string& file);

/// The first character beyond ASCII outside of quotes and comments. TOML has none there, and the
/// parser (toml++ 3.3) runs into undefined behaviour on some of them.
std::optional<Finding> unquoted_character(const std::string& text, const std::string& file);

}  // namespace rumbo
