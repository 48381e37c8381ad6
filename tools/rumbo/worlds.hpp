// Scenarios with tables of their own beside others: what must be the same, and what differs.
// May include: models/migration.
#pragma once
#include <string>
#include <vector>

#include "tools/rumbo/load.hpp"

namespace rumbo {

/// Whether two scenarios were read from the same tables.
bool have_same_tables(const LoadedScenario& a, const LoadedScenario& b);

/// Why two scenarios cannot be run together, though each can alone: results are kept by the same
/// places, corridors, borders, routes and legs. One sentence each, about `other`.
std::vector<std::string> unlike_worlds(const LoadedScenario& first, const LoadedScenario& other);

/// A sentence if the persons made for `other` are not those of `first`, so that the two differ by
/// chance too; "" if they are the same.
std::string unlike_persons(const LoadedScenario& first, const LoadedScenario& other);

}  // namespace rumbo
