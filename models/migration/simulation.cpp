// See simulation.hpp.
#include "models/migration/simulation.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/run/digest.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/person/rows.hpp"
#include "models/migration/population/synthesis.hpp"
#include "models/migration/schedule.hpp"

namespace rumbo::migration {

MigrationSimulation::MigrationSimulation(std::shared_ptr<const EnsembleSetup> setup,
                                         size_t scenario, uint32_t replicate)
    : setup_(std::move(setup)),
      state_(start_state(*setup_, scenario, replicate)),
      next_(setup_->start) {}

MigrationSimulation::MigrationSimulation(const MigrationSimulation& other)
    : Simulation(other),
      setup_(other.setup_),
      state_(copy_state(*other.state_)),
      next_(other.next_) {}

MigrationSimulation::MigrationSimulation(const MigrationSimulation& start,
                                         std::shared_ptr<const EnsembleSetup> setup,
                                         size_t scenario)
    : MigrationSimulation(start) {
  RUMBO_REQUIRE(next_ == setup->start);
  setup_ = std::move(setup);
  follow_scenario(scenario);
}

void MigrationSimulation::step(PhaseObserver* observer) {
  run_month(*state_, next_, observer);
  ++next_;
}

void MigrationSimulation::visit(Archive& archive) {
  int32_t month = next_.count();
  archive.value("run/month", month);
  archive.require(month >= setup_->start.count() && month <= setup_->end.count(), "run/month",
                  "names a month outside the run");
  next_ = Month(month);
  save_state(*state_, archive, next_);
}

uint64_t MigrationSimulation::digest() {
  DigestArchive archive;
  visit(archive);
  return archive.digest();
}

std::vector<Month> record_months(Month start, Month end, bool is_monthly) {
  std::vector<Month> months;
  for (Month m = start; m < end; ++m)
    if (is_monthly || m.month_of_year() == 12 || m + 1 == end) months.push_back(m);
  return months;
}

namespace {

MemoryEstimate estimate_of(const EnsembleSetup& setup, size_t scenario) {
  const World& world = *setup.world_in(scenario);
  const auto& ids = migration_parameter_ids();
  const ParameterValues values = setup.plans[scenario].values_in(setup.start);
  const PopulationPlan plan =
      plan_population(world, setup.start, setup.scale, values.at(ids.population.least_persons));
  MemoryEstimate estimate;
  constexpr double dense = 19 + 1.0 / 8;
  double n_communities = 0;
  for (const auto& c : plan.communities) n_communities += c.n_communities;
  estimate.slots = slots_in_memory(world, plan, setup.start, setup.end);
  estimate.population = estimate.slots * dense;
  // Scratch of a month: woken lists of about 3% of the slots, requests, published bytes to rewrite.
  estimate.communities =
      n_communities *
          static_cast<double>(sizeof(CommunityMonth) + sizeof(Community) + bytes_of_side_tables()) +
      estimate.slots * 0.03 * 12;
  estimate.persons_at_start = plan.simulated_at_start;
  const double times =
      static_cast<double>(record_months(setup.start, setup.end, setup.is_monthly).size());
  const auto tables = migration_tables(world);
  for (size_t t = 0; t < tables.size(); ++t)
    if (setup.kept[t] && tables[t].form == TableForm::dense)
      estimate.results += static_cast<double>(tables[t].cells()) * 8 * (times + 3);
  constexpr double rows_a_year = 3;
  estimate.results += static_cast<double>(setup.panel) * sizeof(int32_t) * n_panel_columns *
                      (4 + rows_a_year * (setup.end - setup.start) / 12);
  return estimate;
}

}  // namespace

MemoryEstimate estimate_memory(const EnsembleSetup& setup) {
  MemoryEstimate most = estimate_of(setup, 0);
  for (size_t k = 1; k < setup.worlds.size(); ++k) {
    if (setup.worlds[k] == setup.worlds[0]) continue;
    const MemoryEstimate one = estimate_of(setup, k);
    if (one.slots > most.slots) most = one;
  }
  return most;
}

}  // namespace rumbo::migration
