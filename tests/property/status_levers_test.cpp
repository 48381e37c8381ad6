// Levers on removal, return and ways in that end or repeat: each moves what it acts on, half of it
// less than the whole, and its use is counted.
#include <catch2/catch.hpp>

#include "models/migration/registry.hpp"
#include "tests/support/model_runs.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

using Cells = std::vector<std::pair<std::string, std::string>>;

/// A lever, and what it is seen in.
struct Seen {
  std::string lever;
  std::string keys;
  Table table;
  Cells cells;
  int sign = 1;                 ///< of its effect
  std::string parameters = "";  ///< of the baseline too
};

const std::vector<Seen> levers{
    {"deportation",
     "places = [\"USA\"]\nchange = \"+900%\"\n",
     result_tables().returns.stays_ended,
     {{"stay_end", "removed"}, {"residence", "USA"}}},
    {"due_process",
     "places = [\"USA\"]\nrelief = 0.9\n",
     result_tables().removal.removal_cases,
     {{"case_event", "won"}, {"residence", "USA"}},
     1,
     "\"status.removal_rate\" = 0.2\n"},
    {"due_process",
     "places = [\"USA\"]\nerror_change = \"-100%\"\n",
     result_tables().removal.removals_wrongful,
     {{"residence", "USA"}},
     -1,
     "\"status.removal_rate\" = 0.2\n\"due_process.error\" = 0.3\n"},
    {"detention_alternatives",
     "places = [\"USA\"]\nshare = 0.9\n",
     result_tables().removal.detention_months,
     {{"residence", "USA"}},
     -1,
     "\"status.removal_rate\" = 0.2\n\"detention.share\" = 1.0\n"},
    {"voluntary_return",
     "places = [\"USA\"]\nrate_per_year = 0.4\n",
     result_tables().returns.assisted_returns,
     {{"residence", "USA"}}},
    {"reintegration",
     "places = [\"MEX\"]\nshare = 1.0\n",
     result_tables().returns.trips,
     {{"origin", "MEX"}, {"trip", "later"}},
     -1,
     "\"return.reintegration_effect\" = 1.0\n"},
    {"seasonal_agreement",
     "corridors = [\"MEX->USA\"]\nplaces_per_year = 400000\n",
     result_tables().seasons.seasons,
     {{"season_event", "came_first"}}},
    {"temporary_worker_agreement",
     "corridors = [\"MEX->USA\"]\nplaces_per_year = 800000\n",
     result_tables().visas.visas_granted,
     {{"visa_corridor", "MEX->USA"}, {"visa_kind", "work"}}},
    {"free_residence",
     "places = [\"MEX\", \"USA\"]\nfee_usd = 50\n",
     result_tables().moving.moves_by_channel,
     {{"origin", "MEX"}, {"destination", "USA"}, {"channel", "right_of_entry"}}},
    {"family_reunification",
     "places = [\"USA\"]\nchange = \"+400%\"\n",
     result_tables().visas.visas_granted,
     {{"visa_kind", "family"}}}};

std::string policy(const Seen& one, Month start, double intensity) {
  return "[[policy]]\nid = \"p\"\nlever = \"" + one.lever + "\"\nstart = \"" + start.text() +
         "\"\nintensity = " + std::to_string(intensity) + "\n" + one.keys;
}

}  // namespace

TEST_CASE("levers on removal, return and seasons move what they act on", "[property][model]") {
  for (const Seen& one : levers) {
    INFO(one.lever << " " << one.keys);
    SmallRun run;
    run.months = 24;
    run.scale = 0.0002;
    run.parameters = one.parameters;
    run.policies = {policy(one, run.start, 0), policy(one, run.start, 0.5),
                    policy(one, run.start, 1)};
    const auto setup = setup_of(run);
    std::vector<int64_t> seen, used;
    for (size_t scenario : {size_t{1}, size_t{2}, size_t{3}}) {
      auto simulation = run_of(setup, scenario);
      const ResultBlock block = simulation->take_results(0, 0);
      seen.push_back(one.sign * recorded(simulation->state(), block, one.table, one.cells));
      used.push_back(recorded(simulation->state(), block, result_tables().policy_use.policy_units,
                              {{"lever", one.lever}}));
      CHECK_NOTHROW(simulation->audit());
    }
    INFO(seen[0] << " " << seen[1] << " " << seen[2]);
    CHECK(seen[0] < seen[2]);
    CHECK(seen[0] <= seen[1]);
    CHECK(seen[1] <= seen[2]);
    CHECK(used[0] == 0);
    // What is lowered only is not used: error_change leaves relief as it is.
    if (one.table != result_tables().removal.removals_wrongful) CHECK(used[2] > 0);
  }
}
