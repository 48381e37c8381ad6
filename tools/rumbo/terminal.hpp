// Colours where a person reads, plain text everywhere else. May include: std only.
#pragma once
#include <cstdio>
#include <string>

namespace rumbo {

/// Whether the stream is a terminal and NO_COLOR (https://no-color.org) is not set.
bool has_colours(std::FILE* stream);
std::string bold(std::FILE* stream, const std::string& text);

}  // namespace rumbo
