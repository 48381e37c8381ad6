// TOML text to document nodes; the only user of the parser. May include: base.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "engine/scenario/document.hpp"

namespace rumbo {

/// What could be read of a text.
struct TomlReading {
  DocumentNode root;              ///< without the lines that are wrong
  std::vector<Finding> mistakes;  ///< places that are not TOML
};

/// A whole file. Lines that are not TOML are noted and left out, with what stands under a heading
/// that is wrong, and the rest is read; at most 20 are noted.
TomlReading read_toml(const std::string& text, const std::string& file, uint32_t layer);

/// One value as it may stand after `=`; nothing if the text is not one.
std::optional<DocumentNode> parse_toml_value(const std::string& text, const SourceLocation& where,
                                             uint32_t layer);

}  // namespace rumbo
