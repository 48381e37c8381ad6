// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing beyond U+10FFFF.
//
// May include: std.
#pragma once
#include <cstddef>
#include <string_view>

namespace rumbo {

/// Bytes of the character that begins at `at`, 1 to 4; 0 if none does.
/// at  below the size of the text
size_t utf8_length(std::string_view text, size_t at);

/// Bytes before the first that is not UTF-8; all of them if the text is.
size_t valid_utf8(std::string_view text);

}  // namespace rumbo
