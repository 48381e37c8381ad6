// See identity.hpp.
#include "engine/output/identity.hpp"

#include <fmt/format.h>

#include <map>
#include <sstream>

#include "engine/output/provenance.hpp"

namespace rumbo {

namespace {

/// A digest is long; its first digits tell two apart.
constexpr size_t digits_shown = 12;

std::map<std::string, std::string> lines_of(const std::string& text) {
  std::map<std::string, std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    const auto colon = line.find(": ");
    if (colon != std::string::npos) lines[line.substr(0, colon)] = line.substr(colon + 2);
  }
  return lines;
}

std::string shortened(const std::string& value) {
  constexpr size_t longest = 60;
  return value.size() == 64       ? value.substr(0, digits_shown)
         : value.size() > longest ? value.substr(0, longest) + "..."
                                  : value;
}

}  // namespace

const std::string& program_digest() {
  static const std::string digest = sha256_of_file("/proc/self/exe");
  return digest;
}

IdentityLines program_identity() {
  const BuildFacts& build = build_facts();
  return {{"program", build.version + ", commit " + build.git_commit},
          {"executable", program_digest()}};
}

std::string identity_text(const IdentityLines& lines) {
  std::string text;
  for (const auto& [what, value] : lines) text += what + ": " + value + "\n";
  return text;
}

std::string identity_difference(const std::string& theirs, const std::string& mine) {
  if (theirs == mine) return "";
  auto saved = lines_of(theirs);
  std::string differences;
  const auto add = [&](const std::string& what, const std::string& a, const std::string& b) {
    differences += fmt::format("{}{} ({}, here {})", differences.empty() ? "" : "; ", what,
                               shortened(a), shortened(b));
  };
  for (const auto& [what, value] : lines_of(mine)) {
    const auto found = saved.find(what);
    if (found == saved.end())
      add(what, "not known", value);
    else if (found->second != value)
      add(what, found->second, value);
  }
  return differences.empty() ? "it was written with lines that this program does not have"
                             : differences;
}

}  // namespace rumbo
