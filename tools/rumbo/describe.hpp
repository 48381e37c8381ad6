// Everything that has a name, described in text and JSON from its declaration.
// May include: models/migration.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "engine/params/parameter.hpp"
#include "engine/scenario/lever.hpp"
#include "engine/scenario/preset.hpp"
#include "engine/tally/table.hpp"

namespace rumbo {

/// A described thing: its heading and its lines, "unit: USD".
struct Description {
  std::string kind;  ///< "parameter", "lever", "table", "input", "channel", "preset", "status",
                     ///< "phase", "key"
  std::string name;
  std::string meaning;  ///< one sentence
  std::vector<std::pair<std::string, std::string>> lines;
};

Description describe(const ParameterDeclaration& parameter);
Description describe(const LeverDeclaration& lever);
Description describe(const TableDeclaration& table);
Description describe(const PresetDeclaration& preset);

/// The keys of every policy ("when", "ramp_months").
std::vector<Description> policy_keys();

/// What happens in a month, in its order; and what a person may be where they live.
std::vector<Description> phases_of_a_month();
std::vector<Description> statuses_of_persons();

/// All parameters, levers, tables of results, channels, presets, statuses, phases and keys of
/// policies, in this order.
std::vector<Description> all_descriptions();

std::string as_text(const Description& description);
/// A list of objects as JSON.
std::string as_json(const std::vector<Description>& descriptions);
/// Tables, one a family of parameters or a kind of other things.
std::string as_markdown(const std::vector<Description>& descriptions);

/// "0 to 1", "0 USD or more": range and unit of a parameter or field.
std::string range_text(double minimum, double maximum, const std::string& unit);

/// "MEX, GTM, USA".
std::string joined(const std::vector<std::string>& names);

}  // namespace rumbo
