// Households across places, illness and hostility in the running model.
#include <catch2/catch.hpp>
#include <map>
#include <tuple>

#include "models/migration/choice/mover.hpp"
#include "models/migration/hostility/hostility.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "tests/support/everybody.hpp"
#include "tests/support/harsh_world.hpp"
#include "tests/support/model_runs.hpp"
#include "tests/support/near.hpp"
#include "tests/support/one_month.hpp"
#include "tests/support/tiny_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// A small world whose people move a lot, with some parameters set.
struct Busy {
  std::unique_ptr<MigrationSimulation> simulation;
  ResultBlock block;
  explicit Busy(const std::string& parameters, int months = 24) {
    static const auto world = [] {
      TinyWorld tiny;
      tiny.places = {{"AAA", 60000, 3000}, {"BBB", 60000, 30000}};
      tiny.work_places = 3000;
      return tiny.load();
    }();
    SmallRun run;
    run.world = world;
    run.scale = 0.5;
    run.months = months;
    run.parameters = "\"decision.home_bias\" = 4.0\n" + parameters;
    simulation = run_of(setup_of(run), 0);
    block = simulation->take_results(0, 0);
    simulation->audit();
  }
  int64_t sum(Table table,
              const std::vector<std::pair<std::string, std::string>>& wanted = {}) const {
    return recorded(simulation->state(), block, table, wanted);
  }
};

}  // namespace

// Over the hazards of everybody, where there is no chance.
TEST_CASE("care that falls to women keeps women at home, and men as they were",
          "[property][model]") {
  OneMonth month;
  auto leaving_of = [&](const std::vector<Setting>& settings) {
    month.with(settings);
    std::array<double, n_sexes> sum{};
    for_everybody(month.state(), [&](View& view, uint32_t local) {
      const Facts f = view.facts[local];
      const int age = view.age(local), sex = static_cast<int>(f.sex());
      if (!f.is_foreign_born())
        sum[static_cast<size_t>(sex)] +=
            propensity(month.state(), f, age) *
            leaving_with_household(month.state().care, sex, age, care_at_home(view, local));
    });
    return sum;
  };
  const auto alone = leaving_of({{"household.decision", 0}});
  const auto cared = leaving_of(
      {{"household.care_women", 1}, {"household.care_men", 0}, {"household.without_children", 1}});
  CHECK(cared[0] < 0.9 * alone[0]);
  CHECK(cared[1] == Approx(alone[1]).epsilon(1e-12));
}

TEST_CASE("where women care fewer of them leave", "[property][model]") {
  const Busy without("\"household.decision\" = 0.0\n", 12);
  const Busy with(
      "\"household.care_women\" = 1.0\n\"household.care_men\" = 0.0\n"
      "\"household.without_children\" = 1.0\n",
      12);
  auto women_share = [](const Busy& run) {
    const auto women =
        static_cast<double>(run.sum(result_tables().moving.moves_by_channel, {{"sex", "female"}}));
    return women / static_cast<double>(run.sum(result_tables().moving.moves_by_channel));
  };
  CHECK(women_share(with) < women_share(without) - 0.02);
}

TEST_CASE("children go along with a parent, or stay behind, or go alone", "[property][model]") {
  const Busy none("\"household.children_along\" = 0.0\n\"household.children_with_carer\" = 0.0\n");
  const Busy all("\"household.children_along\" = 1.0\n\"household.children_with_carer\" = 1.0\n");
  CHECK(none.sum(result_tables().households.children_along) == 0);
  CHECK(all.sum(result_tables().households.children_along) > 200);
  CHECK(none.sum(result_tables().households.children_left_behind) > 200);
  CHECK(all.sum(result_tables().households.children_left_behind) <
        none.sum(result_tables().households.children_left_behind));
  CHECK(none.sum(result_tables().households.separated_parents) > 0);
  CHECK(none.sum(result_tables().households.minors_alone) > 0);
  // Every minor alone is one who moved; those who go along are not alone.
  CHECK(all.sum(result_tables().households.minors_alone) <=
        none.sum(result_tables().households.minors_alone) * 2);
  CHECK(all.sum(result_tables().moving.moves_by_age, {{"age_group", "0-14"}}) >
        none.sum(result_tables().moving.moves_by_age, {{"age_group", "0-14"}}));
}

// Counted again by hand: those who share a household and a place share a roof. Seen to fail when a
// household was counted at each member without a right.
TEST_CASE("a household of mixed status is counted once, where it lives", "[property][model]") {
  SmallRun run = harsh_run("\"abuse.rate\" = 0.0\n");
  run.months = 24;
  const RecordedRun ran(run);
  struct Roof {
    int without_right = 0, with_right = 0;
    int64_t weight = 0;
  };
  // By community, first member of the household and place.
  std::map<std::tuple<size_t, uint32_t, unsigned>, Roof> roofs;
  for_everybody(ran.state(), [&](const View& view, uint32_t local) {
    uint32_t first = local;
    view.households.for_each_other(local, [&](uint32_t other) { first = std::min(first, other); });
    const Facts f = view.facts[local];
    Roof& roof = roofs[{view.index, first, f.residence()}];
    const bool is_without = f.status() == Status::irregular || f.status() == Status::detained;
    ++(is_without ? roof.without_right : roof.with_right);
    roof.weight = view.weight;
  });
  int64_t mixed = 0, crowded = 0;
  for (const auto& [where, roof] : roofs) {
    if (roof.without_right == 0 || roof.with_right == 0) continue;
    mixed += roof.weight;
    crowded += roof.without_right > 1 ? 1 : 0;
  }
  CHECK(crowded > 10);
  CHECK(ran.sum(result_tables().households.mixed_status_households) == mixed);
}

TEST_CASE("sexual violence is a part of violence, by sex", "[property][model]") {
  SmallRun run;
  run.months = 12;
  run.scale = 0.0001;
  run.parameters =
      "\"transit.sexual_violence_women\" = 1.0\n\"transit.sexual_violence_men\" = 0.0\n";
  auto simulation = run_of(setup_of(run), 0);
  const ResultBlock block = simulation->take_results(0, 0);
  auto sum = [&](Table table, const char* axis, const char* label) {
    return recorded(simulation->state(), block, table, {{axis, label}});
  };
  const int64_t women = sum(result_tables().journey.violence_by_sex, "sex", "female"),
                men = sum(result_tables().journey.violence_by_sex, "sex", "male");
  CHECK(women > 0);
  CHECK(men > 0);
  CHECK(women + men == sum(result_tables().journey.transit_events, "transit_event", "violence"));
  CHECK(sum(result_tables().journey.sexual_violence, "sex", "female") == women);
  CHECK(sum(result_tables().journey.sexual_violence, "sex", "male") == 0);
  CHECK(sum(result_tables().journey.sexual_violence_expected, "sex", "male") == 0);
}

TEST_CASE("journeys, captivity and abuse make ill, and nobody is where they do not",
          "[property][model]") {
  SmallRun run;
  run.months = 24;
  run.scale = 0.0001;
  run.policies = {
      "[[policy]]\nid = \"h\"\nlever = \"parameter_change\"\nparameter = \"health.rate\"\n"
      "value = 6.0\nstart = \"1995-01\"\n",
      "[[policy]]\nid = \"h\"\nlever = \"parameter_change\"\nparameter = \"health.rate\"\n"
      "value = 0.0\nstart = \"1995-01\"\n"};
  const auto setup = setup_of(run);
  auto ill = run_of(setup, 1), well = run_of(setup, 2);
  const ResultBlock of_ill = ill->take_results(0, 0), of_well = well->take_results(0, 0);
  for (const char* exposure : {"journey", "captivity", "abuse"})
    CHECK(recorded(ill->state(), of_ill, result_tables().health.ill_new, {{"exposure", exposure}}) >
          0);
  CHECK(recorded(ill->state(), of_ill, result_tables().health.ill_without_care) > 0);
  CHECK(recorded(ill->state(), of_ill, result_tables().health.ill_without_care) <
        recorded(ill->state(), of_ill, result_tables().health.ill));
  CHECK(recorded(well->state(), of_well, result_tables().health.ill_new) == 0);
  CHECK_NOTHROW(ill->audit());
  // A mark without a row is noticed.
  for_everybody(ill->state(), [&](View& view, uint32_t local) {
    if (view.slot(local) % 1000 == 0) view.mark(local, Mark::ill, !view.facts[local].is_ill());
  });
  CHECK_THROWS(ill->audit());
}

TEST_CASE("hostility takes from wages, adds to abuse and violence, and silences victims",
          "[property][model]") {
  OneMonth month;
  const size_t usa = americas()->find("USA")->index(), mex = americas()->find("MEX")->index();
  auto set = [&](double level) {
    month.state().hostility.level.assign(americas()->n_places(), level);
  };
  auto wage = [&](const State& state, WorkerGroup group) {
    const size_t cell = worker_cell(usa, 0, 0);
    return state.labour.market_wage[cell + static_cast<size_t>(group)] /
           state.labour.market_wage[cell];
  };
  auto violence = [&](const State& state) {
    double sum = 0;
    for (size_t leg = 0; leg < americas()->legs.size(); ++leg)
      if (americas()->legs[leg].to == mex) sum += state.journey.tables.legs[2 * leg].violence;
    return sum;
  };
  set(0.5);
  const State& off = month.with("hostility.weight", 0);
  const double regular = wage(off, WorkerGroup::regular),
               irregular = wage(off, WorkerGroup::irregular),
               abuse = off.captivity_tables.abuse_irregular[usa], before = violence(off);
  const State& on = month.with("hostility.weight", 1);
  CHECK(wage(on, WorkerGroup::regular) == Approx(regular * (1 - 0.04 * 0.5)));
  CHECK(wage(on, WorkerGroup::irregular) == Approx(irregular * (1 - 0.1 * 0.5)));
  CHECK(on.captivity_tables.abuse_irregular[usa] > abuse * 1.4);
  CHECK(violence(on) == Approx(before * 1.25));
  // A person born there is heard as before.
  Facts native;
  native.set_birthplace(static_cast<unsigned>(usa));
  native.set_residence(static_cast<unsigned>(usa));
  Facts migrant = native;
  migrant.set_birthplace(static_cast<unsigned>(mex));
  migrant.set_status(Status::permanent);
  int heard[2][2] = {};
  for (const double level : {0.0, 1.0}) {
    set(level);
    const State& state = month.with("trafficking.reporting", 0.5);
    for (uint32_t person = 0; person < 2000; ++person)
      for (const bool is_migrant : {false, true})
        heard[level > 0][is_migrant] +=
            aftermath_of(state, is_migrant ? migrant : native, WayOut::escape, person)
                .is_identified;
  }
  CHECK(heard[1][0] == heard[0][0]);
  CHECK(heard[1][1] < heard[0][1] * 0.6);
}

// Two years say what people are used to; then four times as many come.
TEST_CASE("more arrivals than people are used to raise hostility, unless nothing spreads it",
          "[property][model]") {
  auto after_opening = [](double media, int64_t times) {
    OneMonth month;
    month.with("hostility.media", media);
    State& state = month.state();
    const size_t usa = americas()->find("USA")->index();
    start_hostility(state);
    state.hostility.months = 0;
    const int64_t usual = state.census.population[usa] / 1200;  // a hundredth a year
    for (int m = 0; m < 60; ++m) {
      state.hostility.arrivals[usa] = m < 24 ? usual : usual * times;
      renew_hostility(state);
    }
    return state.hostility.level[usa];
  };
  CHECK(after_opening(1, 1) == near(0, 1e-6));
  const double risen = after_opening(1, 4);
  CHECK(risen > 0.1);
  CHECK(after_opening(2, 4) > risen);
  CHECK(after_opening(1, 8) > risen);
  CHECK(after_opening(0, 4) == 0);
}

TEST_CASE("guardians and papers make minors less vulnerable, and nobody else",
          "[property][model]") {
  OneMonth month;
  const auto mex = static_cast<unsigned>(americas()->find("MEX")->index());
  Facts f;
  f.set_birthplace(static_cast<unsigned>(americas()->find("GTM")->index()));
  f.set_residence(mex);
  f.set_status(Status::irregular);
  auto vulnerability = [&](const State& state, int age) {
    return vulnerability_of(state, f, age, true, false);
  };
  const State& without = month.with("household.guardians", 0);
  const double minor = vulnerability(without, 15), adult = vulnerability(without, 30);
  const State& guarded = month.with("household.guardians", 1);
  CHECK(vulnerability(guarded, 15) == Approx(minor - 0.25));
  CHECK(vulnerability(guarded, 30) == adult);
  const State& papers = month.with("household.minor_papers", 1);
  CHECK(vulnerability(papers, 15) == Approx(minor - 0.15));
  CHECK(vulnerability(papers, 30) == adult);
}
