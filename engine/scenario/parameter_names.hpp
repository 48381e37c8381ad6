// Parameters as a scenario names them: "border.apprehension[MEX->USA]", one index or several by a
// pattern, or the bare name. May include: base, params.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/params/parameter.hpp"
#include "engine/scenario/mistakes.hpp"

namespace rumbo {

/// A name as written, in its two parts.
struct ParameterName {
  std::string name;
  std::string label{};  ///< between the brackets, a label or a pattern; "" without

  bool is_pattern() const { return label.find('*') != std::string::npos; }
  std::string text() const { return name + (label.empty() ? "" : "[" + label + "]"); }
};

/// Splits "a.b[X]"; notes brackets that do not match.
///
/// section  for messages, "parameters"
std::optional<ParameterName> split_name(const std::string& written, const std::string& section,
                                        const SourceLocation& where, Findings& mistakes);

/// The indices that a name means; one "none" for the bare name; empty if it is wrong, or if there
/// are no spaces, as the world could not be read.
std::vector<std::optional<uint32_t>> indices_of(const ParameterName& written,
                                                const SourceLocation& where,
                                                const ParameterDeclaration& declaration,
                                                std::span<const IndexSpace> spaces,
                                                Findings& mistakes);

/// "border.apprehension[MEX->USA]", or the bare name without an index.
std::string full_name(const ParameterDeclaration& declaration, std::optional<uint32_t> index,
                      std::span<const IndexSpace> spaces);

}  // namespace rumbo
