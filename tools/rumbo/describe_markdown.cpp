// Reference pages in Markdown. See describe.hpp.
#include <fmt/format.h>

#include "tools/rumbo/describe.hpp"
#include "tools/rumbo/escape.hpp"

namespace rumbo {
namespace {

/// "border" of "border.apprehension"; for names without a dot, their kind.
std::string family_of(const Description& description) {
  const size_t dot = description.name.find('.');
  if (dot != std::string::npos) return description.name.substr(0, dot);
  return description.kind == "status" ? "statuses" : description.kind + "s";
}

/// Same lines under the same names, so that they can be columns.
bool is_alike(const Description& a, const Description& b) {
  if (family_of(a) != family_of(b) || a.lines.size() != b.lines.size()) return false;
  for (size_t i = 0; i < a.lines.size(); ++i)
    if (a.lines[i].first != b.lines[i].first) return false;
  return true;
}

std::string heading(const Description& first) {
  std::string names = "| name | meaning |", rule = "|---|---|";
  for (const auto& [label, text] : first.lines) {
    names += " " + cell_of_markdown(label) + " |";
    rule += "---|";
  }
  return names + "\n" + rule + "\n";
}

std::string row(const Description& description) {
  std::string text =
      fmt::format("| `{}` | {} |", description.name, cell_of_markdown(description.meaning));
  for (const auto& [label, value] : description.lines) text += " " + cell_of_markdown(value) + " |";
  return text + "\n";
}

}  // namespace

std::string as_markdown(const std::vector<Description>& descriptions) {
  std::string text, family;
  const Description* before = nullptr;
  for (const auto& description : descriptions) {
    if (family_of(description) != family) {
      family = family_of(description);
      text += fmt::format("{}## {}\n", text.empty() ? "" : "\n", family);
    }
    if (before == nullptr || !is_alike(*before, description)) text += "\n" + heading(description);
    text += row(description);
    before = &description;
  }
  return text;
}

}  // namespace rumbo
