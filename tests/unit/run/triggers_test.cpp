// Policies that wait: when they come into force and when they end, month by month.
#include "engine/run/triggers.hpp"

#include <catch2/catch.hpp>

#include "engine/output/checkpoint.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using rumbo::test::ScratchFolder;

namespace {

const Month start = Month::of(2000, 1);

std::vector<TableDeclaration> tables() {
  const Axis place{"place", "a place", {"A", "B"}};
  return {{"events", "", "persons", {place}, CellMethod::sum, TableForm::dense, 1, ""},
          {"rows", "", "persons", {place}, CellMethod::sum, TableForm::sparse, 1, ""},
          {"state", "", "persons", {place}, CellMethod::point, TableForm::dense, 1, ""}};
}

WaitingPolicy policy(uint32_t table, int64_t level, int window = 1) {
  WaitingPolicy made;
  made.id = "p";
  made.trigger.series.table = table;
  made.trigger.series.method = tables()[table].method;
  made.trigger.series.chosen = {{0, 1}};  // B
  made.trigger.series.lengths = {2};
  made.trigger.level = static_cast<double>(level);
  made.trigger.window_months = window;
  made.start = start;
  made.changes = [](Month) { return std::vector<DatedChange>{}; };
  made.text = "p" + std::to_string(table) + " " + std::to_string(level);
  return made;
}

/// Goes through months in which B counts so many, A a hundred; a record every `period` months.
/// returns  one letter a month: 'X' in force, '.' not
std::string run(Triggers& triggers, const std::vector<int64_t>& counts, uint32_t table,
                int period = 12, Month from = start) {
  Tallies tallies(tables(), {true, true, true});
  std::string letters;
  for (size_t m = 0; m < counts.size(); ++m) {
    const Month month = from + static_cast<int>(m);
    triggers.begin_month(month, tallies);
    letters += triggers.in_force().empty() ? '.' : 'X';
    const bool is_record = (m + 1) % static_cast<size_t>(period) == 0;
    const bool is_state = tables()[table].method == CellMethod::point;
    if (!is_state || is_record || triggers.looks_at_states(month)) {
      tallies.local().add(table, 1, counts[m]);
      tallies.local().add(table, 0, 100);
    }
    triggers.end_month(month, tallies);
    if (is_record)
      tallies.record();
    else
      tallies.clear_points();
  }
  return letters;
}

std::string run(const WaitingPolicy& waiting, const std::vector<int64_t>& counts, int period = 12) {
  Triggers triggers({waiting});
  return run(triggers, counts, waiting.trigger.series.table, period);
}

}  // namespace

// Seen to fail when the counts of the whole record period were taken for those of the month.
TEST_CASE("a policy is in force after each month that passes its level", "[unit][run]") {
  const std::vector<int64_t> counts{1, 9, 1, 1, 9, 9, 1, 1};
  for (uint32_t table : {0, 1, 2})
    for (int period : {1, 3, 12}) {
      INFO("table " << table << " record every " << period);
      CHECK(run(policy(table, 5), counts, period) == "..X..XX.");
    }
}

TEST_CASE("a window adds up months and knows nothing before it is full", "[unit][run]") {
  CHECK(run(policy(0, 8, 3), {9, 9, 1, 1, 9, 1, 1, 1, 1}) == "...XXXXX.");
  CHECK(run(policy(0, 8, 3), {9, 9, 1, 1, 1, 1, 1, 1, 1}, 2) == "...XX....");
}

TEST_CASE("a policy lasts at least its least and at most its most months", "[unit][run]") {
  WaitingPolicy waiting = policy(0, 5);
  waiting.trigger.min_months = 3;
  CHECK(run(waiting, {9, 1, 1, 1, 1, 1}) == ".XXX..");
  CHECK(run(waiting, {9, 1, 1, 9, 9, 1, 1}) == ".XXXXX.");
  waiting.trigger.max_months = 4;
  // After its most months it waits until the series has turned once.
  CHECK(run(waiting, {9, 9, 9, 9, 9, 9, 9, 1, 9, 1, 1}) == ".XXXX....XX");
  CHECK(run(waiting, {9, 1, 1, 1, 1, 9, 1}) == ".XXX..X");
}

TEST_CASE("a policy is watched from its start and over at its end", "[unit][run]") {
  WaitingPolicy waiting = policy(0, 5);
  waiting.start = start + 2;
  waiting.end = start + 5;
  CHECK(run(waiting, {9, 9, 9, 9, 9, 9, 9}) == "...XX..");
}

TEST_CASE("saved and loaded in any month it goes on the same", "[unit][run][repeat]") {
  const std::vector<int64_t> counts{9, 1, 9, 9, 9, 1, 1, 9, 9, 1, 1, 1, 9, 1};
  WaitingPolicy waiting = policy(0, 10, 2);
  waiting.trigger.min_months = 2;
  waiting.trigger.max_months = 3;
  const std::string whole = run(waiting, counts, 1);
  CHECK(whole.find('X') != std::string::npos);
  for (size_t stop = 1; stop < counts.size(); ++stop) {
    const ScratchFolder folder;
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(stop);
    Triggers first({waiting}), second({waiting});
    const std::string before = run(first, {counts.begin(), middle}, 0, 1);
    {
      SaveArchive archive(folder / "t.h5");
      first.visit(archive);
      archive.commit();
    }
    LoadArchive archive(folder / "t.h5");
    second.visit(archive);
    archive.finish();
    const Month from = start + static_cast<int>(stop);
    CHECK(before + run(second, {middle, counts.end()}, 0, 1, from) == whole);
    // A run that waits for something else as well takes over only what is its own.
    Triggers third({policy(1, 3)});
    third.follow({policy(1, 3), waiting});
    LoadArchive again(folder / "t.h5");
    third.visit(again);
    CHECK(run(third, {middle, counts.end()}, 0, 1, from) == whole.substr(stop));
  }
}

TEST_CASE("who follows another scenario keeps what both wait for", "[unit][run]") {
  Triggers triggers({policy(0, 5)});
  CHECK(run(triggers, {1, 1, 9}, 0, 1) == "...");
  Triggers other = triggers;
  other.follow({policy(1, 5)});
  triggers.follow({policy(1, 5), policy(0, 5)});
  CHECK(run(triggers, {1, 1}, 0, 1, start + 3) == "X.");
  CHECK(run(other, {1, 1}, 0, 1, start + 3) == "..");
}

TEST_CASE("watched tables are counted whatever is recorded", "[unit][run]") {
  const std::vector<WaitingPolicy> policies{policy(2, 1)};
  CHECK(with_watched({true, false, false}, policies) == std::vector<bool>{true, false, true});
}

// Guards: a missing cell was taken for a number far below every level.
TEST_CASE("a state without a value brings nothing into force and ends what is", "[unit][run]") {
  const ScratchFolder folder;
  WaitingPolicy waiting = policy(2, 5);
  waiting.trigger.comparison = Relation::below;
  Triggers triggers({waiting});
  Tallies tallies(tables(), {true, true, true});
  std::string letters;
  for (const int64_t count : {9, 3, 3, 0, 0, 3, 3}) {
    const Month month = start + static_cast<int>(letters.size());
    triggers.begin_month(month, tallies);
    letters += triggers.in_force().empty() ? '.' : 'X';
    if (count == 0)
      tallies.set_missing(2, 1);
    else
      tallies.local().add(2, 1, count);
    triggers.end_month(month, tallies);
    tallies.clear_points();
    // A month without a value is kept in a checkpoint as any other.
    SaveArchive saved(folder / "t.h5");
    triggers.visit(saved);
    saved.commit();
    LoadArchive loaded(folder / "t.h5");
    CHECK_NOTHROW(triggers.visit(loaded));
  }
  CHECK(letters == "..XX..X");
}
