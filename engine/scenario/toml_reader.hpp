// TOML text to document nodes; the only user of the parser. May include: base.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "engine/scenario/document.hpp"

namespace rumbo {

/// A whole file. throws InputError with the place of the first thing that is not TOML
DocumentNode parse_toml(const std::string& text, const std::string& file, uint32_t layer);

/// One value as it may stand after `=`; nothing if the text is not one.
std::optional<DocumentNode> parse_toml_value(const std::string& text, const SourceLocation& where,
                                             uint32_t layer);

}  // namespace rumbo
