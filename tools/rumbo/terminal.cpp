// See terminal.hpp.
#include "tools/rumbo/terminal.hpp"

#include <unistd.h>

#include <cstdlib>

namespace rumbo {
namespace {

std::string coloured(std::FILE* stream, const std::string& text, const char* code) {
  if (!has_colours(stream)) return text;
  return std::string("\033[") + code + "m" + text + "\033[0m";
}

}  // namespace

bool has_colours(std::FILE* stream) {
  const char* refused = std::getenv("NO_COLOR");
  return ::isatty(::fileno(stream)) != 0 && (refused == nullptr || *refused == '\0');
}

std::string bold(std::FILE* stream, const std::string& text) {
  return coloured(stream, text, "1");
}

std::string dim(std::FILE* stream, const std::string& text) {
  return coloured(stream, text, "2");
}

std::string red(std::FILE* stream, const std::string& text) {
  return coloured(stream, text, "31");
}

}  // namespace rumbo
