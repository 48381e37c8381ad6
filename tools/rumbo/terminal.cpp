// See terminal.hpp.
#include "tools/rumbo/terminal.hpp"

#include <unistd.h>

#include <cstdlib>

namespace rumbo {

bool has_colours(std::FILE* stream) {
  const char* refused = std::getenv("NO_COLOR");
  return ::isatty(::fileno(stream)) != 0 && (refused == nullptr || *refused == '\0');
}

std::string bold(std::FILE* stream, const std::string& text) {
  return has_colours(stream) ? "\033[1m" + text + "\033[0m" : text;
}

}  // namespace rumbo
