// What statistics see beside what is, and how people fare: shares of the truth, limits, no effect
// on anybody.
#include "models/migration/observation/observation.hpp"

#include <catch2/catch.hpp>

#include "models/migration/journey/journey.hpp"
#include "models/migration/observation/state.hpp"
#include "tests/support/model_runs.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// A run in which many cross a border and many die of it.
SmallRun deadly_run(const std::string& parameters, double home_bias = 0.0) {
  SmallRun run;
  run.months = 12;
  run.parameters = "\"decision.consideration_rate\" = 0.3\n\"decision.home_bias\" = " +
                   std::to_string(home_bias) +
                   "\n\"decision.value_of_life\" = 0.0\n\"border.death\" = 0.02\n"
                   "\"transit.danger_factor\" = 20.0\n\"status.removal_rate\" = 0.5\n" +
                   parameters;
  return run;
}

struct Seen {
  std::unique_ptr<MigrationSimulation> simulation;
  ResultBlock block;

  int64_t of(Table table,
             const std::vector<std::pair<std::string, std::string>>& which = {}) const {
    return recorded(simulation->state(), block, table, which);
  }
};

Seen seen(const SmallRun& run) {
  Seen found{run_of(setup_of(run), 0), {}};
  found.block = found.simulation->take_results(0, 0);
  return found;
}

/// Residents at the end of whom something is so.
template <class Is>
int64_t residents(const Seen& seen, const Is& is) {
  int64_t count = 0;
  State& state = seen.simulation->state();
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const View view(state, c);
    for (uint32_t local = 0; local < view.community.size(); ++local)
      if (!view.key[local].is_free() && is(view, local)) count += view.weight;
  }
  return count;
}

}  // namespace

TEST_CASE("recorded deaths are the share of deaths that is asked for", "[property][model]") {
  const Seen all = seen(deadly_run("\"observation.deaths_recorded\" = 1.0\n"));
  const int64_t at_border = all.of(result_tables().border.border_deaths);
  const int64_t on_the_way =
      all.of(result_tables().journey.transit_events, {{"transit_event", "death"}});
  CHECK(at_border > 0);
  // Few die there: looked for among the expected.
  CHECK(all.of(result_tables().observation.recorded_deaths_expected,
               {{"death_place", "on_the_way"}}) > 0);
  CHECK(all.of(result_tables().observation.recorded_deaths, {{"death_place", "at_the_border"}}) ==
        at_border);
  CHECK(all.of(result_tables().observation.recorded_deaths, {{"death_place", "on_the_way"}}) ==
        on_the_way);
  CHECK(all.of(result_tables().observation.recorded_deaths_expected,
               {{"death_place", "at_the_border"}}) ==
        all.of(result_tables().border.border_deaths_expected));
  CHECK(all.of(result_tables().observation.recorded_deaths_by_route) ==
        all.of(result_tables().border.deaths_expected_by_route));

  const Seen half = seen(deadly_run("\"observation.deaths_recorded\" = 0.5\n"));
  CHECK(half.of(result_tables().border.border_deaths) == at_border);
  const int64_t recorded_deaths = half.of(result_tables().observation.recorded_deaths);
  CHECK(recorded_deaths > 0);
  CHECK(recorded_deaths < at_border + on_the_way);
  // Rounded once a journey.
  CHECK(static_cast<double>(half.of(result_tables().observation.recorded_deaths_by_route)) ==
        Approx(0.5 *
               static_cast<double>(all.of(result_tables().observation.recorded_deaths_by_route)))
            .epsilon(1e-3));

  const Seen none = seen(deadly_run("\"observation.deaths_recorded\" = 0.0\n"));
  CHECK(none.of(result_tables().observation.recorded_deaths) == 0);
  CHECK(none.of(result_tables().observation.recorded_deaths_expected) == 0);
}

TEST_CASE("how it is observed changes nobody", "[property][model]") {
  const auto state_of = [](const std::string& parameters) {
    RunDigest digest = digest_of(*run_of(setup_of(deadly_run(parameters)), 0));
    std::erase_if(digest.arrays,
                  [](const auto& array) { return array.first.rfind("tally/", 0) == 0; });
    return digest;
  };
  CHECK_SAME_RUN(state_of(""),
                 state_of("\"observation.deaths_recorded\" = 1.0\n\"observation.survey_one_in\" = "
                          "1\n\"observation.welfare_one_in\" = 0\n"));
}

TEST_CASE("every apprehension is of somebody apprehended before, or not", "[property][model]") {
  // returns those that were the second or later of one journey
  const auto repeated = [](const std::string& retry) {
    const Seen run = seen(deadly_run("\"border.retry\" = " + retry + "\n"));
    const int64_t all = run.of(result_tables().border.apprehensions);
    const int64_t first =
        run.of(result_tables().observation.recidivism, {{"apprehended", "first"}});
    const int64_t again =
        run.of(result_tables().observation.recidivism, {{"apprehended", "again"}});
    const int64_t on_one_journey = all - run.of(result_tables().border.persons_apprehended);
    CHECK(first + again == all);
    CHECK(first > 0);
    CHECK(again > on_one_journey);  // some set out once more within the year
    return on_one_journey;
  };
  CHECK(repeated("0.0") == 0);
  CHECK(repeated("0.9") > 0);
}

// Nobody journeys of its own; one person is apprehended now, after 12 months, and after 13 more.
// Seen to fail when apprehensions were remembered for a century.
TEST_CASE("an apprehension is remembered for a year and no longer", "[property][model]") {
  SmallRun run;
  run.months = 27;
  run.parameters = "\"decision.consideration_rate\" = 0.0\n\"demography.mortality_factor\" = 0.0\n";
  MigrationSimulation simulation(setup_of(run), 0, 0);
  State& state = simulation.state();
  JourneyResult journey;
  journey.has_come = true;
  journey.crossing.apprehensions = 1;
  for (int month = 0; month < run.months; ++month) {
    simulation.step();
    if (month != 0 && month != 12 && month != 25) continue;
    View view(state, 0);
    uint32_t somebody = 0;
    while (view.key[somebody].is_free()) ++somebody;
    observe_journey(view, state, somebody, 0, journey, false);
  }
  const int64_t weight = View(state, 0).weight;
  const ResultBlock block = simulation.take_results(0, 0);
  CHECK(recorded(state, block, result_tables().observation.recidivism,
                 {{"apprehended", "first"}}) == 2 * weight);
  CHECK(recorded(state, block, result_tables().observation.recidivism,
                 {{"apprehended", "again"}}) == weight);
}

TEST_CASE("a survey of everybody counts them, a survey of nobody none", "[property][model]") {
  const auto of = [](const Seen& run, const char* answer) {
    return run.of(result_tables().observation.survey, {{"answer", answer}});
  };
  const Seen everybody = seen(deadly_run("\"observation.survey_one_in\" = 1\n"));
  const auto at_home = [](const View& view, uint32_t local) {
    return !view.facts[local].is_foreign_born() && !view.facts[local].is_held() &&
           view.age(local) >= 15;
  };
  CHECK(of(everybody, "asked") == residents(everybody, at_home));
  CHECK(of(everybody, "was_abroad") == residents(everybody, [&](const View& view, uint32_t local) {
          return at_home(view, local) && view.facts[local].has_returned();
        }));
  CHECK(of(everybody, "was_removed") > 0);
  CHECK(of(everybody, "was_removed") <= of(everybody, "was_abroad"));
  CHECK(of(everybody, "kin_abroad") > 0);

  const Seen sample = seen(deadly_run("\"observation.survey_one_in\" = 10\n"));
  CHECK(static_cast<double>(of(sample, "asked")) ==
        Approx(0.1 * static_cast<double>(of(everybody, "asked"))).epsilon(0.05));
  CHECK(of(seen(deadly_run("\"observation.survey_one_in\" = 0\n")), "asked") == 0);
}

// Seen to fail when everybody who ever came back counted.
TEST_CASE("the survey tells those back within the year from those back for longer",
          "[property][model]") {
  SmallRun run = deadly_run("\"observation.survey_one_in\" = 1\n");
  const int64_t first_year =
      seen(run).of(result_tables().observation.survey, {{"answer", "back_in_year"}});
  run.months = 24;
  const Seen both = seen(run);
  const int now = both.simulation->state().month.count();
  const auto is_back = [&](const View& view, uint32_t local) {
    return !view.facts[local].is_foreign_born() && !view.facts[local].is_held() &&
           view.age(local) >= 15 && view.facts[local].has_returned();
  };
  const int64_t lately = residents(both, [&](const View& view, uint32_t local) {
    return is_back(view, local) && now - view.arrival[local] < 12;
  });
  CHECK(lately < residents(both, is_back));
  // Runs of other lengths have other communities, so the first year is the same by chance only.
  CHECK(static_cast<double>(
            both.of(result_tables().observation.survey, {{"answer", "back_in_year"}})) ==
        Approx(static_cast<double>(first_year + lately)).epsilon(0.01));
  CHECK(
      static_cast<double>(both.of(result_tables().observation.survey, {{"answer", "was_abroad"}})) >
      1.05 * static_cast<double>(first_year + lately));
}

TEST_CASE("components of vulnerability are counted of the foreign-born", "[property][model]") {
  const Seen run = seen(deadly_run("\"observation.debt_months\" = 0\n"));
  const auto of = [&](const char* component) {
    return run.of(result_tables().observation.vulnerability, {{"component", component}});
  };
  const auto counted = [&](const auto& is) {
    return residents(run, [&](const View& view, uint32_t local) {
      return view.facts[local].is_foreign_born() && is(view.facts[local]);
    });
  };
  CHECK(of("persons") == counted([](Facts) { return true; }));
  CHECK(of("irregular") == counted([](Facts f) { return is_without_right(f.status()); }));
  CHECK(of("indebted") == counted([](Facts f) { return f.is_indebted(); }));
  CHECK(of("held") == counted([](Facts f) { return f.is_held(); }));
  CHECK(of("indebted") > 0);
  CHECK(of("no_kin") > 0);
  CHECK(of("no_kin") < of("persons"));
  CHECK(of("minor_alone") > 0);
  CHECK(run.of(result_tables().observation.vulnerability,
               {{"component", "minor_alone"}, {"age_group", "25-34"}}) == 0);
  const Seen far = seen(deadly_run("\"observation.debt_months\" = 600\n"));
  CHECK(far.of(result_tables().observation.vulnerability, {{"component", "indebted"}}) <
        of("indebted"));
}

TEST_CASE("poor at work are those below the line, welfare is of a sample", "[property][model]") {
  const Seen none =
      seen(deadly_run("\"observation.poverty_line\" = 0\n\"observation.welfare_one_in\" = 0\n"));
  CHECK(none.of(result_tables().observation.working_poor) == 0);
  CHECK(none.of(result_tables().observation.welfare) == 0);
  const Seen all =
      seen(deadly_run("\"observation.poverty_line\" = 1000\n\"observation.welfare_one_in\" = 1\n"));
  int64_t workers = 0;
  for (const int64_t count : all.simulation->state().labour.workers) workers += count;
  CHECK(all.of(result_tables().observation.working_poor) >
        4 * workers * 9 / 10);  // quarters; a few earn more
  CHECK(all.of(result_tables().observation.working_poor) <= 4 * workers);
  const auto part = [&](const char* name) {
    return all.of(result_tables().observation.welfare, {{"welfare_part", name}});
  };
  CHECK(part("persons") == expected_unit * residents(all, [](const View& view, uint32_t local) {
                             return may_leave_home(view.facts[local]) && view.age(local) >= 15;
                           }));
  CHECK(part("income") > part("persons"));  // more than 1,000 dollars a year
  CHECK(part("freedom_to_move") > 0);
  // To whom home is worth more than all else, being free to leave is worth nothing.
  const Seen closed = seen(deadly_run("\"observation.welfare_one_in\" = 1\n", 20.0));
  CHECK(closed.of(result_tables().observation.welfare, {{"welfare_part", "freedom_to_move"}}) <
        part("freedom_to_move") / 100);
}
