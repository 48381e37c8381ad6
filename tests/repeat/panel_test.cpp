// The panel: the same rows on any number of threads, after a resume and in a fork; it changes no
// person; the same persons in every scenario; nobody who was held.
#include "models/migration/observation/panel.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "engine/output/checkpoint.hpp"
#include "engine/parallel/parallel.hpp"
#include "tests/support/model_runs.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using migration::LifeEvent;
using migration::MigrationSimulation;
using migration::PanelColumn;

namespace {

/// Two years in which much happens to 3,000 traced persons.
SmallRun traced_run() {
  SmallRun run;
  run.months = 24;
  run.panel = 3000;
  run.policies = {all_levers(run.start)};
  run.parameters =
      "\"decision.consideration_rate\" = 0.3\n\"decision.home_bias\" = 0.0\n"
      "\"debt.limit_rule\" = 1\n";
  return run;
}

EventRows rows_of(const std::shared_ptr<migration::EnsembleSetup>& setup, size_t scenario) {
  const auto simulation = run_of(setup, scenario);
  return simulation->take_results(static_cast<uint32_t>(scenario), 0).events.at(0);
}

const std::vector<int32_t>& column(const EventRows& rows, PanelColumn which) {
  return rows.columns[static_cast<size_t>(which)];
}

std::map<LifeEvent, int> counts(const EventRows& rows) {
  std::map<LifeEvent, int> found;
  for (const int32_t event : column(rows, PanelColumn::event)) ++found[LifeEvent(event)];
  return found;
}

}  // namespace

TEST_CASE("one, two and four threads trace the same lives", "[repeat][model]") {
  const auto setup = setup_of(traced_run());
  const auto with = [&](int n_threads) {
    const ThreadLimit limit(n_threads);
    return rows_of(setup, 1).columns;
  };
  const auto one = with(1);
  CHECK((one == with(2)));
  CHECK((one == with(4)));
}

TEST_CASE("tracing changes nobody", "[repeat][model]") {
  SmallRun run = traced_run();
  RunDigest with = digest_of(*run_of(setup_of(run), 1));
  std::erase_if(with.arrays, [](const auto& array) { return array.first.rfind("panel/", 0) == 0; });
  run.panel = 0;
  CHECK_SAME_RUN(with, digest_of(*run_of(setup_of(run), 1)));
}

TEST_CASE("a traced run that is saved and taken up again, or forked, tells the same",
          "[repeat][model]") {
  const auto setup = setup_of(traced_run());
  const auto straight = rows_of(setup, 0).columns;
  const ScratchFolder folder;
  MigrationSimulation first(setup, 0, 0);
  run_until(first, setup->start + 7);
  {
    SaveArchive archive(folder / "state.h5");
    first.visit(archive);
    archive.commit();
  }
  run_until(first, setup->start + 11);
  const auto fork = first.fork();
  for (Simulation* one : {static_cast<Simulation*>(&first), fork.get()}) {
    run_until(*one, setup->end);
    CHECK((one->take_results(0, 0).events.at(0).columns == straight));
  }
  MigrationSimulation second(setup, 0, 0);
  LoadArchive archive(folder / "state.h5");
  second.visit(archive);
  archive.finish();
  run_until(second, setup->end);
  CHECK((second.take_results(0, 0).events.at(0).columns == straight));
}

TEST_CASE("scenarios trace the same persons, a smaller panel the first of a larger",
          "[repeat][model]") {
  SmallRun run = traced_run();
  run.months = 1;
  const auto first_rows = [](const EventRows& rows) {
    std::map<int32_t, std::vector<int32_t>> persons;
    for (size_t i = 0; i < rows.size(); ++i)
      if (LifeEvent(column(rows, PanelColumn::event)[i]) == LifeEvent::traced)
        for (const auto& c : rows.columns) persons[rows.columns[0][i]].push_back(c[i]);
    return persons;
  };
  const auto large = first_rows(rows_of(setup_of(run), 0));
  CHECK(large.size() <= 3000);
  CHECK(large.size() > 2900);  // those held at the start, or in the month, are left out
  CHECK((large == first_rows(rows_of(setup_of(run), 1))));
  run.panel = 10;
  for (const auto& [person, row] : first_rows(rows_of(setup_of(run), 0)))
    CHECK((large.at(person) == row));
}

TEST_CASE("lives begin once, go on in order, and end once", "[property][model]") {
  const EventRows rows = rows_of(setup_of(traced_run()), 0);
  const auto& person = column(rows, PanelColumn::person);
  const auto& order = column(rows, PanelColumn::order);
  const auto& month = column(rows, PanelColumn::month);
  const auto& event = column(rows, PanelColumn::event);
  for (size_t i = 0; i < rows.size(); ++i) {
    const bool is_first = i == 0 || person[i] != person[i - 1];
    REQUIRE((LifeEvent(event[i]) == LifeEvent::traced) == is_first);
    REQUIRE(order[i] == (is_first ? 0 : order[i - 1] + 1));
    if (is_first) continue;
    REQUIRE(month[i] >= month[i - 1]);
    REQUIRE(LifeEvent(event[i - 1]) != LifeEvent::died);
    REQUIRE(LifeEvent(event[i - 1]) != LifeEvent::left);
  }
}

// Everybody traced: what happened to them is what the tables count, but for what those born during
// the year do.
TEST_CASE("a panel of everybody agrees with the tables of results", "[property][model]") {
  SmallRun run = traced_run();
  run.panel = 10000000;
  run.months = 12;
  run.parameters += "\"trafficking.market\" = 0\n\"household.children_along\" = 0\n";
  const auto setup = setup_of(run);
  const auto simulation = run_of(setup, 0);
  const ResultBlock block = simulation->take_results(0, 0);
  const EventRows& rows = block.events.at(0);
  std::map<LifeEvent, int64_t> told;
  for (size_t i = 0; i < rows.size(); ++i)
    told[LifeEvent(column(rows, PanelColumn::event)[i])] +=
        int64_t{column(rows, PanelColumn::weight)[i]} * column(rows, PanelColumn::count)[i];
  using migration::result_tables;
  using migration::Table;
  const auto counted = [&](Table table, const std::string& axis, const std::string& label) {
    return recorded(simulation->state(), block, table, {{axis, label}});
  };
  const auto& state = simulation->state();
  const auto is_nearly = [](int64_t told_of, int64_t all) {
    return told_of > 0 && told_of <= all && told_of * 100 >= all * 97;
  };
  CHECK(is_nearly(told[LifeEvent::journey],
                  recorded(state, block, result_tables().border.apprehensions)));
  CHECK(is_nearly(told[LifeEvent::moved],
                  recorded(state, block, result_tables().moving.funnel, {{"stage", "arrived"}})));
  CHECK(told[LifeEvent::regularized] ==
        counted(result_tables().status.status_changes, "status_change", "regularized"));
  CHECK(told[LifeEvent::expired] > 0);
  // Of those born or come during the year some die.
  CHECK(told[LifeEvent::died] <= recorded(state, block, result_tables().demography.deaths));
  CHECK(told[LifeEvent::died] * 10 > recorded(state, block, result_tables().demography.deaths) * 8);
}

TEST_CASE("nobody who was ever held is told of", "[property][model]") {
  SmallRun run = traced_run();
  run.parameters += "\"trafficking.recruiters_inside\" = 3000.0\n";
  const auto setup = setup_of(run);
  const auto simulation = run_of(setup, 0);
  const auto left_out = simulation->state().observation.panel.left_out;
  const EventRows rows = simulation->take_results(0, 0).events.at(0);
  const auto& person = column(rows, PanelColumn::person);
  const std::set<int32_t> told(person.begin(), person.end());
  int n_left_out = 0;
  for (size_t i = 0; i < left_out.size(); ++i) {
    n_left_out += left_out[i];
    REQUIRE(told.count(static_cast<int32_t>(i)) == (left_out[i] != 0 ? 0u : 1u));
  }
  CHECK(n_left_out > 0);
  CHECK(counts(rows)[LifeEvent::traced] == static_cast<int>(left_out.size()) - n_left_out);
}
