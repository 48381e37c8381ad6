// What every lever uses and costs: use is counted in a declared unit wherever the lever acts, and
// cost is counted, none, or said to be unknown.
#include <catch2/catch.hpp>
#include <set>

#include "models/migration/registry.hpp"
#include "tests/support/recorded_run.hpp"
#include "tools/rumbo/describe.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

struct Asked {
  const char* lever;
  const char* keys;
};

/// Every lever at places where it has something to act on.
const std::vector<Asked> asked{
    {"work_visa_quota", "corridors = [\"GTM->USA\"]\nvisas_per_year = 50000\n"},
    {"regularization", "places = [\"ARG\", \"CAN\"]\n"},
    {"border_control", "places = [\"USA\"]\nchange = \"+20%\"\n"},
    {"border_deployment", "routes = [\"tucson\"]\nchange = \"+50%\"\n"},
    {"route_rescue", "routes = \"*\"\nshare = 0.4\n"},
    {"employer_sanctions", "places = [\"USA\"]\nrisk = 0.2\nfine_usd = 9000\n"},
    {"labour_inspection", "places = [\"USA\"]\nchange = \"+100%\"\n"},
    {"remittance_cost", "places = [\"MEX\"]\nchange = \"-50%\"\n"},
    {"smuggling_prosecution", "places = [\"USA\"]\nprosecution_rate = 0.2\n"},
    {"asset_confiscation", "share = 0.5\n"},
    {"trafficking_prosecution", "places = [\"MEX\", \"USA\"]\nchange = \"+900%\"\n"},
    {"victim_protection", "places = [\"USA\", \"MEX\"]\nshare = 0.9\nunconditional = true\n"},
    {"shelters", "places = [\"GTM\"]\nbeds = 100\n"},
    {"anti_corruption", "change = \"-50%\"\n"},
    {"demand_reduction", "places = [\"USA\", \"MEX\"]\nchange = \"-20%\"\n"},
    {"asylum_access", "places = [\"USA\"]\ndecisions = \"+100%\"\n"},
    {"complementary_protection", "share = 0.9\nrate = 1.0\n"},
    {"violence_prevention", "places = [\"SLV\"]\nchange = \"-40%\"\n"},
    {"anti_xenophobia", "places = [\"USA\"]\nchange = \"-50%\"\n"},
    {"child_protection", "places = [\"GTM\", \"USA\"]\nguardians = 0.5\npapers = 0.4\n"},
    {"origin_development", "places = [\"GTM\"]\nchange = \"+20%\"\n"},
    {"deportation", "places = [\"USA\"]\nchange = \"+900%\"\n"},
    {"due_process", "relief = 0.2\n"},
    {"detention_alternatives", "share = 0.5\n"},
    {"voluntary_return", "places = [\"USA\"]\nrate_per_year = 0.2\n"},
    {"reintegration", "places = [\"MEX\"]\nshare = 0.5\n"},
    {"seasonal_agreement", "corridors = [\"MEX->USA\"]\nplaces_per_year = 400000\n"},
    {"temporary_worker_agreement", "corridors = [\"MEX->CAN\"]\nplaces_per_year = 100000\n"},
    {"free_residence", "corridors = [\"MEX->USA\"]\nshare = 0.3\nfee_usd = 50\n"},
    {"family_reunification", "places = [\"USA\"]\nchange = \"+100%\"\n"},
    {"risk_campaign", "places = [\"GTM\"]\nreach = 0.1\ndanger = 3.0\n"},
    {"legal_avenues_information", "places = [\"GTM\"]\nchange = \"+50%\"\n"}};

std::string all_of_them(Month start) {
  std::string text;
  for (const Asked& one : asked)
    text += std::string("[[policy]]\nid = \"") + one.lever + "\"\nlever = \"" + one.lever +
            "\"\nstart = \"" + start.text() + "\"\n" + one.keys;
  return text;
}

/// Sum of a lever's cells, missing if any is.
int64_t sum_of(const RecordedRun& run, Table table, size_t lever) {
  const auto& dense = run.block.tables[table].dense;
  int64_t sum = 0;
  for (size_t i = lever; i < dense.size(); i += migration_levers().all().size()) {
    if (dense[i] == missing_cell) return missing_cell;
    sum += dense[i];
  }
  return sum;
}

}  // namespace

// Guards against the seven levers that counted no use: anti_corruption, anti_xenophobia,
// asset_confiscation, child_protection, demand_reduction, origin_development, violence_prevention.
TEST_CASE("every lever counts what it uses where it acts, and nothing where it does not",
          "[property][model][accounts]") {
  SmallRun run;
  run.months = 30;
  run.scale = 0.0002;
  run.parameters = "\"border.agents[USA]\" = 8580.0\n";
  run.policies = {all_of_them(run.start + 2)};
  const auto setup = setup_of(run);
  const RecordedRun without(setup, 0), with(setup, 1);
  const auto& levers = migration_levers().all();
  for (size_t l = 0; l < levers.size(); ++l) {
    const LeverDeclaration& lever = levers[l];
    INFO(lever.name);
    CHECK(sum_of(without, result_tables().policy_use.policy_units, l) == 0);
    CHECK(sum_of(without, result_tables().policy_use.policy_cost, l) == 0);
    if (lever.name == "parameter_change") continue;  // of any parameter: has no unit
    CHECK(lever.cost_unit != "");
    const int64_t used = sum_of(with, result_tables().policy_use.policy_units, l),
                  cost = sum_of(with, result_tables().policy_use.policy_cost, l);
    CHECK(used > 0);
    if (lever.public_cost() == PublicCost::unknown)
      CHECK(cost == missing_cell);
    else
      CHECK(static_cast<double>(cost) / 100 ==
            Approx(static_cast<double>(used) / policy_unit * lever.cost_per_unit_usd)
                .epsilon(1e-4)
                .margin(1));
  }
}

TEST_CASE("every lever is among those whose accounts are tried", "[property][accounts]") {
  std::set<std::string> tried;
  for (const Asked& one : asked) tried.insert(one.lever);
  for (const auto& lever : migration_levers().all())
    if (lever.name != "parameter_change") CHECK(tried.count(lever.name) == 1);
  CHECK(tried.size() == 32);
}

TEST_CASE("what a lever costs is said in its description", "[cli][accounts]") {
  const auto cost_of = [](const char* name) {
    for (const auto& [key, text] : describe(*migration_levers().find(name)).lines)
      if (key == "cost") return text;
    return std::string();
  };
  CHECK(cost_of("regularization") == "300 USD per case");
  CHECK(cost_of("violence_prevention").substr(0, 29) == "unknown; use is counted by re");
  CHECK(cost_of("asset_confiscation") == "none; use is counted by 1,000 USD taken");
  CHECK(cost_of("parameter_change") == "unknown; use is not counted");
}
