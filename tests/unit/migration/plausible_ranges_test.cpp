// Every parameter of the model says how far it is open, or why it is not.
#include <catch2/catch.hpp>

#include "models/migration/registry.hpp"

using namespace rumbo;
using namespace rumbo::migration;

TEST_CASE("every parameter has a plausible range or a reason for none, not both", "[unit]") {
  size_t with_range = 0;
  for (const auto& declaration : migration_parameters().all()) {
    INFO(declaration.name);
    CHECK(declaration.plausible.has_value() == declaration.not_varied.empty());
    with_range += declaration.plausible.has_value();
  }
  CHECK(with_range > 200);
}

TEST_CASE("every plausible range has a source and is about the default", "[unit]") {
  for (const auto& declaration : migration_parameters().all()) {
    if (!declaration.plausible) continue;
    INFO(declaration.name);
    CHECK_FALSE(declaration.plausible->source.empty());
    CHECK(declaration.plausible->central == declaration.default_value);
  }
}

TEST_CASE("no source of a value holds the range, which has a field of its own", "[unit]") {
  for (const auto& declaration : migration_parameters().all()) {
    INFO(declaration.name << ": " << declaration.source);
    CHECK(declaration.source.find("range ") == std::string::npos);
  }
}
