// Labels of index spaces by name or pattern; see mistakes.hpp.
#include <algorithm>
#include <set>

#include "engine/scenario/mistakes.hpp"

namespace rumbo {
namespace {

const std::string arrow = "->";

/// Whether `text` fits `pattern`, in which '*' stands for any characters; in time that grows with
/// the product of their lengths, whatever the pattern.
bool fits(std::string_view pattern, std::string_view text) {
  size_t p = 0, t = 0, star = std::string_view::npos, after = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      after = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++after;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::string with_article(const std::string& noun) {
  const bool vowel = !noun.empty() && std::string("aeiou").find(noun.front()) != std::string::npos;
  return (vowel ? "an " : "a ") + noun;
}

std::string no_such(const std::string& label, const IndexSpace& space) {
  std::string sentence = "no " + space.name + " '" + shown(label) + "'; expected " +
                         with_article(space.name) +
                         (space.source.empty() ? "" : " of " + space.source);
  if (!space.parts.empty() && label.find(arrow) == std::string::npos && !space.labels.empty())
    return sentence + ", written like '" + space.labels.front() + "'";
  const std::string near = nearest_name(label, space.labels);
  return sentence + (near.empty() || near == label ? "" : "; did you mean '" + near + "'?");
}

/// What is wrong with the sides of "MEX->UAS"; nothing if both are known or patterns.
std::vector<std::string> wrong_sides(const std::string& label, const IndexSpace& space,
                                     std::span<const IndexSpace> spaces) {
  const auto sides = std::find_if(spaces.begin(), spaces.end(),
                                  [&](const IndexSpace& s) { return s.name == space.parts; });
  const size_t middle = label.find(arrow);
  std::vector<std::string> wrong;
  if (space.parts.empty() || sides == spaces.end() || middle == std::string::npos) return wrong;
  for (const std::string& side : {label.substr(0, middle), label.substr(middle + arrow.size())})
    if (side.find('*') == std::string::npos && !sides->find(side))
      wrong.push_back(no_such(side, *sides));
  return wrong;
}

}  // namespace

std::vector<uint32_t> fitting_labels(const std::string& pattern,
                                     std::span<const std::string> labels) {
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < labels.size(); ++i)
    if (fits(pattern, labels[i])) found.push_back(i);
  return found;
}

std::vector<uint32_t> find_labels(const std::string& pattern, const SourceLocation& where,
                                  const std::string& name, const IndexSpace& space,
                                  std::span<const IndexSpace> spaces, Findings& mistakes) {
  std::vector<uint32_t> found;
  if (pattern.find('*') == std::string::npos) {
    if (const auto index = space.find(pattern)) found.push_back(static_cast<uint32_t>(*index));
  } else {
    found = fitting_labels(pattern, space.labels);
  }
  if (found.empty()) {
    const std::vector<std::string> wrong = wrong_sides(pattern, space, spaces);
    for (const auto& side : wrong) mistakes.add(where, name + ": " + side);
    if (wrong.empty()) mistakes.add(where, name + ": " + no_such(pattern, space));
  }
  return found;
}

std::vector<uint32_t> read_labels(const DocumentNode& node, const std::string& name,
                                  const IndexSpace& space, std::span<const IndexSpace> spaces,
                                  Findings& mistakes) {
  std::set<uint32_t> found;
  bool complete = true;
  const auto one = [&](const DocumentNode& item) {
    const auto text = read_text(item, name, mistakes);
    const auto indices = text ? find_labels(*text, item.where, name, space, spaces, mistakes)
                              : std::vector<uint32_t>{};
    complete = complete && !indices.empty();
    found.insert(indices.begin(), indices.end());
  };
  if (node.kind != DocumentNode::Kind::list) {
    one(node);
  } else {
    for (const auto& item : node.items) one(item);
    if (node.items.empty())
      mistakes.add(node.where, name + ": found an empty list; expected at least one " + space.name);
  }
  if (!complete) return {};
  return {found.begin(), found.end()};
}

}  // namespace rumbo
