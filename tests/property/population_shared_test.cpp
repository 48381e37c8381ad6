// Scenarios that differ from the first month on may begin with one population: what is made with
// other values of a parameter that does not say that the making reads it is the same.
#include <catch2/catch.hpp>

#include "models/migration/registry.hpp"
#include "tests/support/model_runs.hpp"
#include "tests/support/tiny_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// Another value that is allowed, for all indices.
ParameterPlan with_another(const ParameterPlan& plan, ParameterId id) {
  const ParameterDeclaration& declared = migration_parameters()[id];
  ParameterValues values = plan.base();
  for (size_t i = 0; i < values.all(id).size(); ++i) {
    const double value = values.at(id, i);
    const double step = std::max({std::abs(value) / 2, (declared.maximum - declared.minimum) / 64});
    const double up = std::min(declared.maximum, value + step);
    values.set(id, i, up > value ? up : std::max(declared.minimum, value - step));
  }
  return {values, plan.changes()};
}

std::shared_ptr<EnsembleSetup> tiny_setup() {
  TinyWorld tiny;
  tiny.places = {{"AAA", 60000, 3000}, {"BBB", 60000, 30000}};
  tiny.stock = 2000;
  tiny.irregular_share = 0.3;
  SmallRun run;
  run.world = tiny.load();
  run.scale = 0.01;
  run.months = 3;
  run.panel = 5;
  run.policies = {""};
  return setup_of(run);
}

/// What differs after two months, with another value of a parameter in scenario 1, between a run
/// made anew and one that begins with the population of the first.
std::string difference_of_shared(const std::shared_ptr<EnsembleSetup>& setup,
                                 const MigrationSimulation& first) {
  MigrationSimulation anew(setup, 1, 0);
  const auto shared = first.fork();
  shared->follow_scenario(1);
  run_until(anew, setup->start + 2);
  run_until(*shared, setup->start + 2);
  return digest_of(anew).difference(digest_of(*shared));
}

/// Goes through all parameters; returns how many of those read at the start make a difference.
size_t check_all_parameters(const std::shared_ptr<EnsembleSetup>& setup) {
  const ParameterRegistry& all = migration_parameters();
  const MigrationSimulation first(setup, 0, 0);
  size_t n_differences = 0;
  for (uint32_t p = 0; p < all.all().size(); ++p) {
    const ParameterDeclaration& declared = all.all()[p];
    INFO(declared.name);
    setup->plans[1] = with_another(setup->plans[0], ParameterId{p});
    if (!first_difference(all, setup->plans[0], setup->plans[1], setup->start, setup->end))
      continue;  // has one value only
    CHECK(start_alike(all, setup->plans[0], setup->plans[1], setup->start) !=
          declared.read_at_start);
    const std::string difference = difference_of_shared(setup, first);
    if (!declared.read_at_start) CHECK(difference == "");
    n_differences += difference.empty() ? 0 : 1;
  }
  return n_differences;
}

}  // namespace

TEST_CASE("a scenario that begins with the population of the first is as if made anew",
          "[property][model]") {
  CHECK(check_all_parameters(tiny_setup()) > 10);
}

TEST_CASE("the same of the Americas", "[.slow][property][model]") {
  SmallRun run;
  run.scale = 0.00001;
  run.months = 3;
  run.panel = 5;
  run.policies = {""};
  CHECK(check_all_parameters(setup_of(run)) > 10);
}
