// Changes of residence over one and five years, counted once more from where all persons lived on
// both dates.
#include "models/migration/transitions/transitions.hpp"

#include <fmt/format.h>

#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <vector>

#include "tests/support/model_runs.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// Who is in a slot. Two persons who had it one after the other are told apart by what never
/// changes of one.
struct Resident {
  bool is_there = false;
  std::array<int, 5> lasting{};  ///< month and place of birth, sex, skill, earnings
  unsigned residence = 0;
  int weight = 0;
};

std::vector<Resident> residents_of(State& state) {
  std::vector<Resident> all;
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const View view(state, c);
    for (uint32_t local = 0; local < view.community.size(); ++local) {
      const Facts f = view.facts[local];
      if (view.key[local].is_free())
        all.emplace_back();
      else
        all.push_back({true,
                       {view.key[local].birth().count(), static_cast<int>(f.birthplace()),
                        static_cast<int>(f.sex()), static_cast<int>(f.skill()),
                        static_cast<int>(f.earnings())},
                       f.residence(),
                       static_cast<int>(view.weight)});
    }
  }
  return all;
}

using Changes = std::map<std::array<unsigned, 3>, int64_t>;

/// Those who are in both, by place of birth, residence before and residence now. A person who took
/// the slot of another since is not the same: born since, or come since as another.
Changes changes_between(const std::vector<Resident>& before, const std::vector<Resident>& now) {
  Changes changes;
  for (size_t i = 0; i < before.size(); ++i) {
    const Resident &a = before[i], &b = now[i];
    if (a.is_there && b.is_there && a.lasting == b.lasting && a.residence != b.residence)
      changes[{static_cast<unsigned>(a.lasting[1]), a.residence, b.residence}] += a.weight;
  }
  return changes;
}

void add(Changes& to, const Changes& more) {
  for (const auto& [cell, count] : more) to[cell] += count;
}

/// As the results hold them.
Changes counted(const State& state, const ResultBlock& block, Table table) {
  Changes changes;
  const auto n = static_cast<unsigned>(state.n_places());
  for (const auto& row : block.tables[table].rows) {
    const auto cell = static_cast<unsigned>(row.cell);
    changes[{cell / n / n, cell / n % n, cell % n}] += row.value;
  }
  return changes;
}

/// "" or the first cell in which two counts differ.
std::string difference(const Changes& a, const Changes& b) {
  Changes all = a;
  for (const auto& [cell, count] : b) all[cell] -= count;
  for (const auto& [cell, count] : all)
    if (count != 0)
      return fmt::format("born in {}, lived in {}, lives in {}: {} more", cell[0], cell[1], cell[2],
                         count);
  return "";
}

SmallRun busy_run(Month start, int months) {
  SmallRun run;
  run.start = start;
  run.months = months;
  run.scale = 0.0001;
  run.parameters =
      "\"decision.consideration_rate\" = 0.3\n\"return.rate_irregular\" = 1.0\n"
      "\"status.removal_rate\" = 0.3\n";
  return run;
}

}  // namespace

// Seen to fail when a second move overwrote the first, and when persons of the start counted as
// having come in a period that began with the run.
TEST_CASE("transitions are what two censuses of the same persons would give", "[property][model]") {
  const Month begin = GENERATE(Month::of(1999, 11), Month::of(2000, 7));
  INFO(begin.text());
  const SmallRun run = busy_run(begin, 70);
  const auto setup = setup_of(run);
  MigrationSimulation simulation(setup, 0, 0);
  State& state = simulation.state();
  std::vector<Resident> a_year_ago, five_years_ago;
  Changes one_year, five_years;
  while (simulation.month() < setup->end) {
    const Month next = simulation.month();
    // The state at the end of June: before July is run.
    if (next.month_of_year() == 7) {
      const std::vector<Resident> now = residents_of(state);
      if (!a_year_ago.empty()) add(one_year, changes_between(a_year_ago, now));
      a_year_ago = now;
      if (next.year() % 5 == 0) {
        if (!five_years_ago.empty()) add(five_years, changes_between(five_years_ago, now));
        five_years_ago = now;
      }
    }
    simulation.step();
  }
  const ResultBlock block = simulation.take_results(0, 0);
  CHECK(one_year.size() > 100);
  CHECK(five_years.size() > 100);
  CHECK(difference(counted(state, block, result_tables().transitions.one_year), one_year) == "");
  CHECK(difference(counted(state, block, result_tables().transitions.five_years), five_years) ==
        "");
}

TEST_CASE("a period that began before the run is not counted", "[property][model]") {
  const SmallRun run = busy_run(Month::of(2000, 8), 11);  // to the end of June 2001
  const auto setup = setup_of(run);
  MigrationSimulation simulation(setup, 0, 0);
  run_until(simulation, setup->end);
  const ResultBlock block = simulation.take_results(0, 0);
  CHECK(recorded(simulation.state(), block, result_tables().moving.moves) > 0);
  CHECK(recorded(simulation.state(), block, result_tables().transitions.one_year) == 0);
  CHECK(recorded(simulation.state(), block, result_tables().transitions.five_years) == 0);
}
