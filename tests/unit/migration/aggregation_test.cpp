// Every table of the model says how its cells are put together, and none adds up what has no sum.
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "engine/tally/aggregation_text.hpp"
#include "models/migration/results/results.hpp"

using namespace rumbo;

namespace {

std::vector<TableDeclaration> tables_of_two_places() {
  migration::World world;
  world.places.resize(2);
  world.places[0].code = "AAA";
  world.places[1].code = "BBB";
  return migration::migration_tables(world);
}

/// What is not summed, worked out by hand: [table] aggregation as a file says it.
const std::map<std::string, std::string> not_summed = {
    {"asylum_wait", "time: last residence: mean(asylum_pending)"},
    {"beliefs", "time: last residence: none belief_item: none"},
    {"employment", "time: last residence: none skill: none"},
    {"funnel", "time: sum origin: sum destination: sum stage: none"},
    {"hostility", "time: last residence: mean(population)"},
    {"irregular_employment", "time: last residence: none skill: none"},
    {"policy_units", "time: sum lever: none"},
    {"removal_cases", "time: sum residence: sum case_event: none"},
    {"seasons", "time: sum residence: sum season_event: none"},
    {"shock_force", "time: last residence: maximum shock: maximum"},
    {"smuggler_concentration", "time: last corridor: none"},
    {"smuggler_fee", "time: last corridor: mean(smuggler_clients)"},
    {"survey", "time: sum residence: sum answer: none"},
    {"transit_events", "time: sum leg: sum transit_event: none"},
    {"transit_events_expected", "time: sum leg: sum transit_event: none"},
    {"trigger_months", "time: sum lever: none"},
    {"vulnerability", "time: last residence: sum component: none sex: sum age_group: sum"},
    {"wage", "time: last residence: none skill: none status_group: none"},
    {"welfare", "time: last residence: none skill: none welfare_part: none"}};

}  // namespace

// Guards against sums of shares and prices: employment 132.9, a fee of 373,539.
TEST_CASE("tables are put together as their meaning allows", "[unit][model]") {
  std::set<std::string> found;
  for (const auto& table : tables_of_two_places()) {
    INFO(table.name);
    const auto special = not_summed.find(table.name);
    if (special != not_summed.end()) {
      CHECK(aggregation_text(table) == special->second);
      found.insert(table.name);
      continue;
    }
    for (size_t axis = 0; axis < table.axes.size(); ++axis)
      CHECK(table.aggregation(axis).kind == AggregationKind::sum);
    // Only counts, durations of persons and flows or stocks of money are summed.
    const std::set<std::string> counted = {
        "persons", "persons a month", "attempts",   "apprehensions", "cases",
        "firms",   "person months",   "households", "2020 USD",      "traffickers"};
    CHECK(counted.count(table.units) == 1);
  }
  CHECK(found.size() == not_summed.size());
}

TEST_CASE("what has unit 1 or is a price is never summed over an axis", "[unit][model]") {
  const std::set<std::string> prices = {"wage", "smuggler_fee"};
  for (const auto& table : tables_of_two_places())
    for (size_t axis = 0; axis < table.axes.size(); ++axis) {
      INFO(table.name << " over " << table.axes[axis].name);
      if (table.units == "1" || prices.count(table.name) > 0)
        CHECK(table.aggregation(axis).kind != AggregationKind::sum);
    }
}

TEST_CASE("weights are dense tables with an axis to line up by", "[unit][model]") {
  const auto tables = tables_of_two_places();
  for (const auto& table : tables) {
    CHECK(table.over.size() <= table.axes.size());
    for (size_t axis = 0; axis < table.over.size(); ++axis) {
      if (table.over[axis].kind != AggregationKind::mean) continue;
      INFO(table.name);
      bool found = false;
      for (const auto& other : tables)
        if (other.name == table.over[axis].weights)
          for (const auto& its : other.axes)
            found = found || (its.name == table.axes[axis].name && other.form == TableForm::dense);
      CHECK(found);
    }
  }
}
