// Every lever: nothing at intensity 0, half and the whole of the change asked for on what it acts
// on and on nothing else, and a scenario file of its own that passes the check.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "models/migration/registry.hpp"
#include "tests/support/model_runs.hpp"
#include "tools/rumbo/describe.hpp"
#include "tools/rumbo/load.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// A policy of one lever, and what the whole of it makes of a parameter at a label.
struct Case {
  std::string lever;
  std::string keys;  ///< TOML besides id, lever, start and intensity
  std::string parameter;
  std::string label;     ///< acted on
  double whole;          ///< value at intensity 1
  std::string other;     ///< label not acted on; "" = all are
  bool is_share = true;  ///< half the intensity is half the way
};

const std::vector<Case> cases{
    {"border_control", "places = [\"USA\"]\nchange = \"+100%\"\n", "border.enforcement", "USA", 2,
     "MEX"},
    {"border_deployment", "routes = [\"tucson\", \"yuma\"]\nchange = \"+200%\"\n",
     "border.route_effort", "yuma", 3, "laredo"},
    {"route_rescue", "routes = [\"tucson\"]\nshare = 0.4\n", "border.rescue", "tucson", 0.4,
     "laredo"},
    {"route_rescue", "places = [\"ESP\"]\nshare = 0.4\n", "border.rescue_elsewhere", "ESP", 0.4,
     "PRT"},
    {"employer_sanctions", "places = [\"USA\"]\nrisk = 0.2\nfine_usd = 9000\n",
     "labour.sanction_risk", "USA", 0.2, "MEX"},
    {"employer_sanctions", "places = [\"USA\"]\nrisk = 0.2\nfine_usd = 9000\n",
     "labour.sanction_fine_usd", "USA", 9000, "MEX", false},
    {"labour_inspection", "places = [\"USA\"]\nchange = \"+100%\"\n", "labour.inspection", "USA", 2,
     "MEX"},
    {"remittance_cost", "places = [\"MEX\"]\nchange = \"-50%\"\n", "money.remittance_cost_factor",
     "MEX", 0.5, "USA"},
    {"remittance_cost", "places = [\"MEX\"]\ntarget = 0.05\n", "money.remittance_target_share",
     "MEX", 1, "USA"},
    {"remittance_cost", "places = [\"MEX\"]\ntarget = 0.05\n", "money.remittance_cost_target",
     "MEX", 0.05, "USA", false},
    {"trafficking_prosecution", "places = [\"MEX\"]\nchange = \"+200%\"\n",
     "trafficking.prosecution", "MEX", 3, "USA"},
    {"trafficking_prosecution", "places = [\"MEX\"]\npenalty_usd = 5e5\n",
     "trafficking.penalty_usd", "MEX", 5e5, "USA"},
    {"victim_protection", "places = [\"USA\"]\nshare = 0.8\nunconditional = true\n",
     "trafficking.protection", "USA", 0.8, "MEX"},
    {"victim_protection", "places = [\"USA\"]\nshare = 0.8\nunconditional = true\n",
     "trafficking.protection_unconditional", "USA", 1, "MEX", false},
    {"victim_protection", "places = [\"USA\"]\nshare = 0.8\nremoval_share = 0.1\n",
     "trafficking.removal_of_victims", "USA", 0.1, "MEX"},
    {"anti_xenophobia", "places = [\"USA\"]\nchange = \"-50%\"\n", "hostility.media", "USA", 0.5,
     "MEX"},
    {"child_protection", "places = [\"GTM\"]\nguardians = 0.5\npapers = 0.4\n",
     "household.guardians", "GTM", 0.5, "MEX"},
    {"child_protection", "places = [\"GTM\"]\nguardians = 0.5\npapers = 0.4\n",
     "household.minor_papers", "GTM", 0.4, "MEX"},
    {"origin_development", "places = [\"GTM\"]\nchange = \"+20%\"\ncredit_usd = 500\n",
     "development.income_factor", "GTM", 1.2, "MEX"},
    {"origin_development", "places = [\"GTM\"]\nchange = \"+20%\"\ncredit_usd = 500\n",
     "money.credit", "GTM", 2500, "MEX"},
    {"shelters", "places = [\"GTM\"]\nbeds = 100\nwork_help = 0.5\n", "trafficking.shelter_beds",
     "GTM", 100, "MEX"},
    {"shelters", "places = [\"GTM\"]\nbeds = 100\nwork_help = 0.5\n", "trafficking.work_help",
     "GTM", 0.5, "MEX"},
    {"anti_corruption", "change = \"-50%\"\n", "corruption.share", "MEX", 0.15, ""},
    {"demand_reduction", "places = [\"USA\"]\nchange = \"-20%\"\n", "trafficking.value_factor",
     "USA", 0.8, "MEX"},
    {"smuggling_prosecution", "places = [\"USA\"]\nprosecution_rate = 0.02\n",
     "smuggling.prosecution", "USA", 0.02, "MEX"},
    {"smuggling_prosecution", "penalty_usd = 3e5\n", "smuggling.penalty_usd", "", 3e5, ""},
    {"asset_confiscation", "places = [\"USA\"]\nshare = 0.5\n", "smuggling.seizure", "USA", 0.5,
     "MEX"},
    {"asset_confiscation", "places = [\"USA\"]\nshare = 0.5\nof = \"traffickers\"\n",
     "trafficking.seizure", "USA", 0.5, "MEX"},
    {"work_visa_quota", "corridors = [\"MEX->USA\"]\nvisas_per_year = 5000\n", "visas.work_added",
     "MEX->USA", 5000, "GTM->USA"},
    {"risk_campaign", "places = [\"GTM\"]\nreach = 0.1\ndanger = 3.0\n",
     "information.campaign_reach", "GTM", 0.1, "MEX"},
    {"risk_campaign", "places = [\"GTM\"]\nreach = 0.1\ndanger = 3.0\n",
     "information.campaign_danger", "GTM", 3, "MEX", false},
    {"legal_avenues_information", "places = [\"GTM\"]\nchange = \"+50%\"\n",
     "information.legal_awareness", "GTM", 1.5, "MEX"},
    {"asylum_access", "places = [\"USA\"]\naccess = 0.2\ndecisions = \"+100%\"\n", "asylum.access",
     "USA", 0.2, "MEX"},
    {"asylum_access", "places = [\"USA\"]\naccess = 0.2\ndecisions = \"+100%\"\n",
     "asylum.decisions_factor", "USA", 2, "MEX"},
    {"complementary_protection", "places = [\"USA\"]\nshare = 0.6\nrate = 0.5\n",
     "asylum.complementary", "USA", 0.6, "MEX"},
    {"complementary_protection", "places = [\"USA\"]\nshare = 0.6\nrate = 0.5\n",
     "asylum.protection_rate", "USA", 0.5, "MEX"},
    {"violence_prevention", "places = [\"SLV\"]\nchange = \"-40%\"\n", "shocks.violence", "SLV",
     0.6, "MEX"},
    {"deportation", "places = [\"USA\"]\nchange = \"+100%\"\n", "status.removal_rate", "USA", 0.01,
     "MEX"},
    {"due_process", "places = [\"USA\"]\nrelief = 0.2\ndelay_months = 4\n", "due_process.relief",
     "USA", 0.2, "MEX"},
    {"due_process", "places = [\"USA\"]\nrelief = 0.2\ndelay_months = 4\n",
     "due_process.delay_months", "USA", 4, "MEX"},
    {"due_process", "places = [\"USA\"]\nerror_change = \"-80%\"\n", "due_process.error", "USA",
     0.0004, "MEX"},
    {"detention_alternatives", "places = [\"USA\"]\nshare = 0.6\n", "detention.outside_share",
     "USA", 0.6, "MEX"},
    {"voluntary_return", "places = [\"USA\"]\nrate_per_year = 0.1\n", "return.assisted_rate", "USA",
     0.1, "MEX"},
    {"voluntary_return", "places = [\"USA\"]\nrate_per_year = 0.1\n", "return.assisted_grant",
     "USA", 1500, "MEX", false},
    {"reintegration", "places = [\"MEX\"]\nshare = 0.5\n", "return.reintegration", "MEX", 0.5,
     "USA"},
    {"seasonal_agreement", "corridors = [\"MEX->USA\", \"GTM->USA\"]\nplaces_per_year = 5000\n",
     "visas.seasonal_added", "MEX->USA", 2500, "SLV->USA"},
    {"seasonal_agreement", "corridors = [\"MEX->USA\"]\nplaces_per_year = 5000\noverstay = 0.04\n",
     "status.seasonal_overstay", "", 0.04, "", false},
    {"temporary_worker_agreement", "corridors = [\"MEX->USA\"]\nplaces_per_year = 5000\n",
     "visas.agreement_added", "MEX->USA", 5000, "GTM->USA"},
    {"temporary_worker_agreement", "corridors = [\"MEX->USA\"]\nplaces_per_year = 5000\n",
     "visas.employer_pays", "MEX->USA", 1, "GTM->USA", false},
    {"free_residence", "places = [\"NIC\", \"CRI\"]\nshare = 0.8\nfee_usd = 100\n",
     "visas.free_residence", "NIC->CRI", 0.8, "NIC->USA"},
    {"free_residence", "corridors = [\"NIC->CRI\"]\nfee_usd = 100\n", "visas.free_residence_fee",
     "NIC->CRI", 100, "CRI->NIC", false},
    {"family_reunification", "places = [\"USA\"]\nchange = \"+50%\"\n", "visas.family_factor",
     "MEX->USA", 1.5, "MEX->CAN"},
    {"family_reunification", "places = [\"USA\"]\nsponsor_share = 0.4\n", "visas.sponsor_share",
     "USA", 0.4, "CAN"},
    {"regularization", "places = [\"USA\"]\n", "regularization.share", "MEX->USA", 1, "MEX->ARG"},
    {"asset_confiscation", "places = [\"USA\"]\nshare = 0.5\n", "trafficking.seizure", "USA", 0.5,
     "MEX"},
    {"work_visa_quota", "corridors = [\"MEX->USA\"]\nchange = \"+20%\"\n", "visas.work_factor",
     "MEX->USA", 1.2, "GTM->USA"},
    {"work_visa_quota", "corridors = [\"MEX->USA\", \"GTM->USA\"]\nvisas_per_year = 5000\n",
     "visas.work_added", "MEX->USA", 2500, "SLV->USA"},
    {"risk_campaign", "places = [\"GTM\"]\nreach = 0.1\nexploitation = 2.0\n",
     "information.campaign_exploitation", "GTM", 2, "MEX", false},
    {"risk_campaign", "places = [\"GTM\"]\nreach = 0.1\ncredibility = 0.7\n",
     "information.campaign_credibility", "GTM", 0.7, "MEX", false},
    {"asylum_access", "places = [\"USA\"]\ndecisions = 5000\n", "asylum.decisions_added", "USA",
     5000, "MEX"},
    {"asylum_access", "places = [\"USA\"]\nwork_months = 12\n", "asylum.work_months", "USA", 12,
     "MEX"},
    {"seasonal_agreement",
     "corridors = [\"MEX->USA\"]\nplaces_per_year = 5000\nseason_months = 8\n",
     "status.season_months", "", 8, "", false},
    {"seasonal_agreement", "corridors = [\"MEX->USA\"]\nplaces_per_year = 5000\nrecall = 0.8\n",
     "status.season_recall", "", 0.8, "", false},
    {"seasonal_agreement",
     "corridors = [\"MEX->USA\"]\nplaces_per_year = 5000\nemployer_pays = 0.6\n",
     "visas.employer_pays", "MEX->USA", 0.6, "GTM->USA", false},
    {"free_residence", "places = [\"NIC\", \"CRI\"]\nshare = 0.8\n", "visas.free_residence",
     "CRI->NIC", 0.8, "CRI->USA"},
    {"regularization", "places = [\"USA\"]\n", "regularization.cutoff_month", "MEX->USA",
     Month::of(1995, 3).count(), "MEX->ARG", false},
    {"regularization", "places = [\"USA\"]\ncutoff = \"1993-05\"\n", "regularization.cutoff_month",
     "MEX->USA", Month::of(1993, 5).count(), "MEX->ARG", false},
    {"regularization", "places = [\"USA\"]\norigins = [\"MEX\"]\n", "regularization.first_month",
     "MEX->USA", Month::of(1995, 4).count(), "GTM->USA", false},
    {"regularization", "places = [\"USA\"]\nend = \"1995-12\"\n", "regularization.months",
     "MEX->USA", 8, "", false},
    {"regularization", "places = [\"USA\"]\nfee_usd = 300\n", "regularization.fee", "MEX->USA", 300,
     "MEX->ARG", false},
    {"regularization", "places = [\"USA\"]\ntake_up = 0.4\n", "regularization.take_up", "MEX->USA",
     0.4, "MEX->ARG", false},
};

std::string text_of(const Case& lever, double intensity, Month start) {
  return "[[policy]]\nid = \"one\"\nlever = \"" + lever.lever + "\"\nstart = \"" + start.text() +
         "\"\nintensity = " + std::to_string(intensity) + "\n" + lever.keys;
}

size_t index_of(const ParameterDeclaration& declaration, const std::string& label) {
  if (declaration.dimension.empty()) return 0;
  for (const auto& space : americas()->spaces())
    if (space.name == declaration.dimension) return space.find(label).value();
  throw InputError("no space " + declaration.dimension);
}

}  // namespace

TEST_CASE("a lever moves what it acts on in proportion to its intensity", "[property][model]") {
  const auto& registry = migration_parameters();
  for (const Case& lever : cases) {
    INFO(lever.lever << " on " << lever.parameter);
    SmallRun run;
    const Month start = run.start + 3;
    run.policies = {text_of(lever, 0, start), text_of(lever, 0.5, start), text_of(lever, 1, start)};
    const auto setup = setup_of(run);
    const ParameterId id = registry.require(lever.parameter);
    const size_t at = index_of(registry[id], lever.label);
    const double before = setup->plans[0].base().at(id, at);
    CHECK(setup->plans[0].values_in(start) == setup->plans[1].values_in(start));
    const double half = setup->plans[2].values_in(start).at(id, at),
                 whole = setup->plans[3].values_in(start).at(id, at);
    CHECK(whole == Approx(lever.whole).epsilon(1e-12));
    CHECK(half == Approx(lever.is_share ? before + (whole - before) / 2 : whole).epsilon(1e-12));
    CHECK(setup->plans[3].values_in(start - 1) == setup->plans[0].values_in(start - 1));
    if (!lever.other.empty()) {
      const size_t elsewhere = index_of(registry[id], lever.other);
      CHECK(setup->plans[3].values_in(start).at(id, elsewhere) ==
            setup->plans[0].base().at(id, elsewhere));
    }
  }
}

TEST_CASE("every lever at no intensity is the baseline bit for bit", "[repeat][property][model]") {
  SmallRun run;
  run.months = 8;
  std::string all;
  for (size_t i = 0; i < cases.size(); ++i) {
    std::string one = text_of(cases[i], 0, run.start + 2);
    all += one.replace(one.find("\"one\""), 5, "\"p" + std::to_string(i) + "\"");
  }
  run.policies = {all};
  const auto setup = setup_of(run);
  CHECK_SAME_RUN(digest_of(*run_of(setup, 0)), digest_of(*run_of(setup, 1)));
}

TEST_CASE("every lever is tried here and has a scenario file of its own", "[property][cli]") {
  const std::string folder = std::string(RUMBO_SOURCE_DIR) + "/scenarios/policies/";
  for (const auto& lever : migration_levers().all()) {
    if (lever.name == "parameter_change") continue;
    INFO(lever.name);
    CHECK(std::any_of(cases.begin(), cases.end(),
                      [&](const Case& one) { return one.lever == lever.name; }));
    CHECK_FALSE(lever.acts_on.empty());
    for (const auto& parameter : lever.acts_on) {
      INFO(parameter);
      CHECK(std::any_of(cases.begin(), cases.end(), [&](const Case& one) {
        return one.lever == lever.name && one.parameter == parameter;
      }));
    }
    CHECK(lever.evidence != "");
    CHECK(lever.source != "");
    REQUIRE(std::filesystem::exists(folder + lever.name + ".toml"));
    const Scenario scenario = load_scenario(folder + lever.name + ".toml").scenario;
    CHECK(scenario.question != "");
    const auto uses = [&](const Policy& policy) {
      return policy.lever == lever.name && policy.enabled && policy.source != "";
    };
    CHECK(std::any_of(scenario.policies.begin(), scenario.policies.end(), uses));
  }
}

TEST_CASE("every key that a policy may have is explained", "[cli]") {
  std::vector<std::string> explained;
  for (const auto& key : policy_keys()) explained.push_back(key.name);
  std::vector<std::string> accepted = common_policy_keys();
  std::sort(explained.begin(), explained.end());
  std::sort(accepted.begin(), accepted.end());
  CHECK(explained == accepted);
}
