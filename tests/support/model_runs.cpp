// See model_runs.hpp.
#include "tests/support/model_runs.hpp"

#include <fmt/format.h>

#include "engine/run/digest.hpp"
#include "engine/scenario/scenario.hpp"
#include "models/migration/registry.hpp"
#include "tests/support/scenario_files.hpp"

namespace rumbo::test {

using namespace migration;

namespace {

/// A scenario text over a world.
Scenario scenario_of(const World& world, const SmallRun& run, const std::string& policies) {
  const ScenarioFiles files;
  files.write("tables/places.csv", "");
  const std::string path = files.write(
      "scenario.toml",
      "[time]\nstart = \"" + run.start.text() + "\"\nend = \"" + (run.start + run.months).text() +
          "\"\n[tables]\nfolder = \"tables\"\n[parameters]\n" + run.parameters + "\n" + policies);
  const auto spaces = world.spaces();
  const auto& registry = migration_parameters();
  return check_scenario(read_document(path), registry, migration_levers(), spaces,
                        world.base_values(registry), migration_tables(world));
}

}  // namespace

std::shared_ptr<const World> americas() {
  static const auto world = load_world({std::string(RUMBO_SOURCE_DIR) + "/scenarios/americas", {}});
  return world;
}

std::shared_ptr<EnsembleSetup> setup_of(const SmallRun& run) {
  auto setup = std::make_shared<EnsembleSetup>();
  setup->world = run.world ? run.world : americas();
  const auto add = [&](const std::string& policies) {
    const Scenario scenario = scenario_of(*setup->world, run, policies);
    setup->plans.push_back(scenario.plan);
    setup->waiting.push_back(scenario.waiting);
  };
  add("");
  for (const auto& policies : run.policies) add(policies);
  setup->start = run.start;
  setup->end = run.start + run.months;
  setup->scale = run.scale;
  setup->seed = run.seed;
  setup->is_monthly = run.is_monthly;
  setup->wakes_everybody = run.wakes_everybody;
  setup->many_slots = run.many_slots;
  setup->panel = run.panel;
  setup->kept.assign(migration_tables(*setup->world).size(), true);
  return setup;
}

namespace {

/// Of them, those on removal, return and seasons.
std::string levers_on_returns(Month start) {
  const auto policy = [&](const char* lever, int month, const char* keys) {
    return fmt::format("[[policy]]\nid = \"{0}\"\nlever = \"{0}\"\nstart = \"{1}\"\n{2}\n", lever,
                       (start + month).text(), keys);
  };
  return policy("deportation", 2, "places = [\"USA\", \"MEX\"]\nchange = \"+900%\"") +
         policy("due_process", 4, "relief = 0.2\ndelay_months = 2\nerror_change = 0.2") +
         policy("detention_alternatives", 5, "share = 0.3") +
         policy("voluntary_return", 6, "places = [\"USA\"]\nrate_per_year = 0.2") +
         policy("reintegration", 3, "places = [\"MEX\"]\nshare = 0.5") +
         policy("seasonal_agreement", 1,
                "corridors = [\"MEX->USA\", \"GTM->USA\"]\nplaces_per_year = 400000\n"
                "season_months = 3\noverstay = 0.1\nrecall = 0.9");
}

}  // namespace

std::string all_levers(Month start) {
  return "[[policy]]\nid = \"amnesty\"\nlever = \"regularization\"\nplaces = [\"USA\", \"ARG\"]\n"
         "start = \"" +
         (start + 3).text() + "\"\nend = \"" + (start + 12).text() +
         "\"\ntake_up = 0.8\nfee_usd = 100\n"
         "[[policy]]\nid = \"visas\"\nlever = \"work_visa_quota\"\nplaces = [\"USA\", \"CAN\"]\n"
         "start = \"" +
         (start + 5).text() +
         "\"\nvisas_per_year = 100000\n"
         "[[policy]]\nid = \"border\"\nlever = \"border_control\"\nplaces = [\"USA\", \"MEX\"]\n"
         "start = \"" +
         (start + 7).text() +
         "\"\nramp_months = 6\nchange = \"+100%\"\n"
         "[[policy]]\nid = \"fees\"\nlever = \"parameter_change\"\n"
         "parameter = \"smuggling.fee_factor\"\nvalue = 1.5\nstart = \"" +
         (start + 9).text() + "\"\n" + levers_on_returns(start);
}

std::unique_ptr<MigrationSimulation> run_of(const std::shared_ptr<EnsembleSetup>& setup,
                                            size_t scenario, uint32_t replicate) {
  auto simulation = std::make_unique<MigrationSimulation>(setup, scenario, replicate);
  run_until(*simulation, setup->end);
  return simulation;
}

void run_until(Simulation& simulation, Month month) {
  while (simulation.month() < month) simulation.step();
}

std::string RunDigest::difference(const RunDigest& other) const {
  std::string names;
  for (const auto& [name, digest] : arrays) {
    const auto found = other.arrays.find(name);
    if (found == other.arrays.end() || found->second != digest) names += name + " ";
  }
  for (const auto& [name, digest] : other.arrays)
    if (arrays.count(name) == 0) names += name + " ";
  return names;
}

RunDigest digest_of(Simulation& simulation) {
  DigestArchive archive;
  simulation.visit(archive);
  return {archive.by_name()};
}

int64_t recorded(const State& state, const ResultBlock& block, Table table,
                 const std::vector<std::pair<std::string, std::string>>& wanted) {
  const TableDeclaration& declaration = state.sums.tallies.tables()[table];
  const TableData& data = block.tables[table];
  const size_t cells = declaration.cells();
  const auto is_wanted = [&](uint64_t cell) {
    for (size_t a = declaration.axes.size(); a-- > 0;) {
      const Axis& axis = declaration.axes[a];
      const std::string& label = axis.labels[cell % axis.labels.size()];
      cell /= axis.labels.size();
      for (const auto& [name, value] : wanted)
        if (name == axis.name && value != label) return false;
    }
    return true;
  };
  const bool is_point = declaration.method == CellMethod::point;
  int64_t sum = 0;
  for (size_t i = is_point ? data.dense.size() - cells : 0; i < data.dense.size(); ++i)
    if (data.dense[i] != 0 && is_wanted(i % cells)) sum += data.dense[i];
  for (const auto& row : data.rows)
    if (is_wanted(row.cell)) sum += row.value;
  return sum;
}

}  // namespace rumbo::test
