// The presets of eras: they name parameters there are, within their ranges, in the Americas.
#include "models/migration/presets.hpp"

#include <catch2/catch.hpp>

#include "engine/scenario/scenario.hpp"
#include "models/migration/journey/journey.hpp"
#include "models/migration/registry.hpp"
#include "tests/support/model_runs.hpp"
#include "tests/support/one_month.hpp"
#include "tests/support/scenario_files.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

Scenario scenario_with(const std::string& preset) {
  const ScenarioFiles files;
  files.write("tables/places.csv", "");
  const auto path = files.write("era.toml", "preset = \"" + preset +
                                                "\"\n[time]\nstart = \"2000-01\"\nend = "
                                                "\"2001-01\"\n[tables]\nfolder = \"tables\"\n");
  const auto spaces = americas()->spaces();
  const auto& registry = migration_parameters();
  return check_scenario(read_document(path), registry, migration_levers(), spaces,
                        americas()->base_values(registry), {}, migration_presets());
}

size_t mexico_usa() {
  const auto& borders = americas()->borders;
  for (size_t b = 0; b < borders.size(); ++b)
    if (americas()->places[borders[b].origin].code == "MEX" &&
        americas()->places[borders[b].destination].code == "USA")
      return b;
  FAIL("no such border");
  return 0;
}

}  // namespace

TEST_CASE("every preset is good in the Americas and says where its values come from",
          "[unit][model]") {
  REQUIRE(migration_presets().size() == 4);
  for (const auto& preset : migration_presets()) {
    INFO(preset.name);
    CHECK(scenario_with(preset.name).parameters.size() == preset.values.size());
    for (const auto& value : preset.values) CHECK(!value.source.empty());
  }
}

// docs/model.md: Eras of the border. Apprehension per attempt of all, guided or not, and who is
// apprehended again.
TEST_CASE("presets give the probabilities of their eras", "[theory][model]") {
  struct Seen {
    const char* preset;
    double guided, apprehension, again;
  };
  const size_t border = mexico_usa();
  for (const Seen& seen :
       {Seen{"circular80", 0.55, 0.35, 0.3325}, Seen{"deterrence00", 0.85, 0.45, 0.3825},
        Seen{"consequence16", 0.95, 0.70, 0.245}, Seen{"expulsion21", 0.95, 0.70, 0.273}}) {
    INFO(seen.preset);
    const ParameterValues values = scenario_with(seen.preset).plan.base();
    const auto& ids = migration_parameter_ids().border;
    const double alone = values.at(ids.apprehension, border);
    const double of_all = alone * (1 - values.at(ids.guide_effect) * seen.guided);
    CHECK(of_all == Approx(seen.apprehension).epsilon(1e-9));
    CHECK(of_all * values.at(ids.retry, border) == Approx(seen.again).epsilon(1e-9));
  }
}

TEST_CASE("a fixed year of enforcement holds whatever year it is", "[property][model]") {
  OneMonth month;
  const size_t border = mexico_usa();
  const auto apprehension = [&](double year) {
    return border_apprehension(
        month.with({{"border.enforcement_year", year}, {"routes.congestion_flow", 0}}), border,
        false);
  };
  const double own = apprehension(0), of_1995 = apprehension(1995), of_2000 = apprehension(2000);
  CHECK(own == of_1995);  // the month is of 1995
  CHECK(own < of_2000);
}
