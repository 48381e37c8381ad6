// Document nodes as texts; see document.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "engine/scenario/document.hpp"

namespace rumbo {
namespace {

std::string quoted(const std::string& text) {
  std::string made = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      made += '\\';
      made += c;
    } else if (c == '\n') {
      made += "\\n";
    } else if (c == '\t') {
      made += "\\t";
    } else if (byte < 0x20 || byte == 0x7f) {
      made += fmt::format("\\u{:04X}", byte);
    } else {
      made += c;
    }
  }
  return made + "\"";
}

}  // namespace

std::string toml_key(const std::string& key) {
  const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-';
  });
  return bare ? key : quoted(key);
}

const DocumentNode* DocumentNode::find(std::string_view key) const {
  for (const auto& [name, value] : entries)
    if (name == key) return &value;
  return nullptr;
}

DocumentNode* DocumentNode::find(std::string_view key) {
  return const_cast<DocumentNode*>(static_cast<const DocumentNode*>(this)->find(key));
}

std::string kind_name(DocumentNode::Kind kind) {
  switch (kind) {
    case DocumentNode::Kind::text:
      return "a string";
    case DocumentNode::Kind::whole:
      return "a whole number";
    case DocumentNode::Kind::real:
      return "a number";
    case DocumentNode::Kind::truth:
      return "true or false";
    case DocumentNode::Kind::list:
      return "a list";
    case DocumentNode::Kind::section:
      return "a section";
    case DocumentNode::Kind::date:
      return "a date";
  }
  return "";
}

std::string as_toml(const DocumentNode& node) {
  std::string made;
  switch (node.kind) {
    case DocumentNode::Kind::text:
      return quoted(node.text);
    case DocumentNode::Kind::date:
      return node.text;
    case DocumentNode::Kind::whole:
      return fmt::format("{}", node.whole);
    case DocumentNode::Kind::real:
      return fmt::format("{}", node.real);
    case DocumentNode::Kind::truth:
      return node.truth ? "true" : "false";
    case DocumentNode::Kind::list:
      for (const auto& item : node.items) made += (made.empty() ? "" : ", ") + as_toml(item);
      return "[" + made + "]";
    case DocumentNode::Kind::section:
      for (const auto& [key, value] : node.entries)
        made += (made.empty() ? "" : ", ") + toml_key(key) + " = " + as_toml(value);
      return "{" + made + "}";
  }
  return made;
}

}  // namespace rumbo
