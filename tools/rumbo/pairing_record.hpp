// What a result file records of a scenario, so that others can be told to be its pair or not.
// May include: models/migration.
#pragma once
#include <map>
#include <optional>
#include <string>

#include "tools/rumbo/load.hpp"

namespace rumbo {

/// JSON: "title"; "digest" (sha256 of all base values, before policies); "parameters" (the value of
/// each, or a digest where it has several, and those set for one label); "tables" (name of each
/// file of the world and its digest); "first_difference" ("2001-03", or null if it never differs).
///
/// digests           file -> sha256, all of the world's files
/// first_difference  from the first scenario of the file
std::string pairing_record(const LoadedScenario& loaded,
                           const std::map<std::string, std::string>& digests,
                           const std::optional<Month>& first_difference);

}  // namespace rumbo
