// What a phase changes of persons and of their side tables is what the type of its function says.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "engine/run/digest.hpp"
#include "models/migration/person/saved_persons.hpp"
#include "models/migration/schedule.hpp"
#include "models/migration/state.hpp"
#include "tests/support/model_runs.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// The side tables by the room that holds them.
const std::map<std::string, std::string> room_of{{"applications", "applications"},
                                                 {"debts", "debts"},
                                                 {"captives", "captivity"},
                                                 {"abused", "captivity"},
                                                 {"claims", "claims"},
                                                 {"ill", "ill"},
                                                 {"apprehended", "observation"},
                                                 {"removal_cases", "removal_cases"},
                                                 {"seasons", "season_workers"},
                                                 {"residence_before_1", "transitions"},
                                                 {"residence_before_5", "transitions"}};

/// The column or side table that an array of an archive belongs to; "" if it is neither.
std::string column_of(const std::string& array) {
  const size_t slash = array.find('/');
  const std::string table = array.substr(0, slash);
  if (table == "people") return array.substr(slash + 1);
  return room_of.count(table) > 0 ? table : "";
}

/// Digests of persons and side tables only: those of all results would take long.
RunDigest digest_of_persons(State& state) {
  DigestArchive archive;
  Saved saved(archive, state, state.month);
  save_persons(saved, state);
  return {archive.by_name()};
}

/// Compares persons before and after each phase.
class Watcher final : public PhaseObserver {
 public:
  explicit Watcher(State& state) : state_(state), before_(digest_of_persons(state)) {}
  void begin(size_t) override {}
  void end(size_t phase) override {
    const RunDigest after = digest_of_persons(state_);
    // A new community makes every column longer.
    const bool is_longer =
        after.arrays.at("people/siblings") != before_.arrays.at("people/siblings");
    for (const auto& [array, digest] : after.arrays) {
      const std::string column = column_of(array);
      if (!is_longer && !column.empty() && digest != before_.arrays.at(array))
        seen_[phase].insert(column);
    }
    before_ = after;
  }
  /// [phase] columns that it changed
  const std::map<size_t, std::set<std::string>>& seen() const { return seen_; }

 private:
  State& state_;
  RunDigest before_;
  std::map<size_t, std::set<std::string>> seen_;
};

}  // namespace

// Many are held, debtors too, and come free, die or are sent home. Seen to fail with each of debts,
// captives, the abused, applications, claims and the ill left out of what ends may touch.
TEST_CASE("phases change no rooms but those they name", "[property][model]") {
  SmallRun run;
  run.scale = 0.0001;
  run.months = 24;
  run.parameters =
      "\"trafficking.recruiters_inside\" = 100.0\n\"trafficking.capacity\" = 50.0\n"
      "\"trafficking.death_rate\" = 0.02\n\"trafficking.debt_end_rate\" = "
      "0.3\n\"debt.bondage_share\" = 1.0\n"
      "\"debt.patience_months\" = 1\n\"debt.default_rate\" = 5.0\n\"abuse.rate\" = 1.0\n"
      "\"status.removal_rate\" = 0.3\n\"health.rate\" = 10.0\n"
      "\"visas.seasonal_added[MEX->USA]\" = 300000.0\n";
  MigrationSimulation simulation(setup_of(run), 0, 0);
  Watcher watcher(simulation.state());
  for (int month = 0; month < run.months; ++month) simulation.step(&watcher);
  const auto& phases = migration_schedule().phases();
  std::set<std::string> all;
  for (const auto& [phase, columns] : watcher.seen()) {
    const std::vector<std::string> written = phases[phase].rooms(true);
    for (const std::string& column : columns) {
      INFO(phases[phase].name << " changes " << column);
      const auto room = room_of.find(column);
      CHECK(std::count(written.begin(), written.end(),
                       room == room_of.end() ? "persons" : room->second) == 1);
      all.insert(column);
    }
  }
  CHECK(all.count("facts") == 1);
  for_each_side_table(simulation.state(), [&]<class Row>(const SideTable<Row>&) {
    INFO(Row::table);
    CHECK(room_of.count(Row::table) == 1);
  });
  for (const auto& [table, room] : room_of) {
    INFO(table);
    CHECK(all.count(table) == 1);
  }
}
