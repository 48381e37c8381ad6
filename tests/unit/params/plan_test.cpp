// Dated changes: composition, ramps, exactness at 0 and 1, ranges and first differences.
#include "engine/params/plan.hpp"

#include <catch2/catch.hpp>
#include <cstring>
#include <map>

#include "engine/base/error.hpp"

using namespace rumbo;

namespace {

const Month january = Month::of(2000, 1);

/// Two parameters: "wage" for all, "fee" by corridor.
struct PlanWorld {
  std::vector<IndexSpace> spaces{{"corridor", {"A->B", "B->A"}, "", ""}};
  ParameterRegistry registry;
  ParameterId wage, fee;
  ParameterValues base;

  PlanWorld() {
    wage = registry.declare(
        {"wage", "a wage", "USD", 0, 100, 10, ParameterStatus::assumed, "test", ""});
    fee = registry.declare(
        {"fee", "a fee", "USD", 0, 100, 20, ParameterStatus::assumed, "test", "corridor"});
    base = ParameterValues(registry, spaces);
  }
};

DatedChange change(ParameterId id, ChangeKind kind, double amount, int start_after = 0) {
  DatedChange made;
  made.parameter = id;
  made.kind = kind;
  made.amount = amount;
  made.start = january + start_after;
  made.policy = "p";
  return made;
}

double wage_after(const PlanWorld& world, const std::vector<DatedChange>& changes, int months) {
  return ParameterPlan(world.base, changes).values_in(january + months).at(world.wage);
}

/// Keeps arrays in memory; saving and loading share the code path of checkpoints.
class MemoryArchive : public Archive {
 public:
  bool loading = false;

 protected:
  void visit(const std::string& name, ElementType type, const void* data, size_t count,
             const std::function<void*(size_t)>& place) override {
    auto& bytes = stored_[name];
    const size_t width = element_size(type);
    if (!loading) {
      bytes.resize(count * width);
      if (count) std::memcpy(bytes.data(), data, bytes.size());
    } else if (void* memory = place(bytes.size() / width); !bytes.empty()) {
      std::memcpy(memory, bytes.data(), bytes.size());
    }
  }

 private:
  std::map<std::string, std::vector<char>> stored_;
};

}  // namespace

TEST_CASE("a change holds from its start until its end", "[unit]") {
  PlanWorld world;
  auto set = change(world.wage, ChangeKind::set, 30, 2);
  set.end = january + 5;
  CHECK(wage_after(world, {set}, 1) == 10);
  CHECK(wage_after(world, {set}, 2) == 30);
  CHECK(wage_after(world, {set}, 4) == 30);
  CHECK(wage_after(world, {set}, 5) == 10);
}

TEST_CASE("each kind of change moves a share of the way", "[unit]") {
  PlanWorld world;
  auto set = change(world.wage, ChangeKind::set, 30);
  auto add = change(world.wage, ChangeKind::add, 4);
  auto multiply = change(world.wage, ChangeKind::multiply, 3);
  CHECK(wage_after(world, {add}, 0) == 14);
  CHECK(wage_after(world, {multiply}, 0) == 30);
  set.intensity = add.intensity = multiply.intensity = 0.25;
  CHECK(wage_after(world, {set}, 0) == 15);
  CHECK(wage_after(world, {add}, 0) == 11);
  CHECK(wage_after(world, {multiply}, 0) == 15);
}

TEST_CASE("a ramp reaches equal shares each month and all in its last", "[unit]") {
  PlanWorld world;
  auto add = change(world.wage, ChangeKind::add, 8, 1);
  add.ramp_months = 4;
  const std::vector<double> expected{10, 12, 14, 16, 18, 18};
  for (int i = 0; i < 6; ++i)
    CHECK(wage_after(world, {add}, i) == expected[static_cast<size_t>(i)]);
}

TEST_CASE("changes compose by start, then in the order listed", "[unit]") {
  PlanWorld world;
  const auto late = change(world.wage, ChangeKind::set, 5, 3);
  const auto twice = change(world.wage, ChangeKind::multiply, 2, 1);
  const auto plus = change(world.wage, ChangeKind::add, 1, 1);
  CHECK(wage_after(world, {twice, plus}, 1) == 21);
  CHECK(wage_after(world, {plus, twice}, 1) == 22);
  CHECK(wage_after(world, {late, plus, twice}, 3) == 5);
}

TEST_CASE("intensity 0 changes nothing, not even the last bit", "[property]") {
  PlanWorld world;
  world.base.set(world.wage, 0, 0.1 + 0.2);
  auto set = change(world.wage, ChangeKind::set, 77.7);
  set.intensity = 0;
  const ParameterPlan plan(world.base, {set}), bare(world.base, {});
  CHECK(plan.values_in(january) == world.base);
  CHECK(plan.change_months(january, january + 12).empty());
  CHECK_FALSE(first_difference(world.registry, plan, bare, january, january + 12));
}

TEST_CASE("a change with indices leaves the others alone", "[unit]") {
  PlanWorld world;
  auto one = change(world.fee, ChangeKind::set, 50);
  one.indices = {1};
  const auto values = ParameterPlan(world.base, {one}).values_in(january);
  CHECK(values.at(world.fee, 0) == 20);
  CHECK(values.at(world.fee, 1) == 50);
}

TEST_CASE("change months are those of starts, ramps and ends", "[unit]") {
  PlanWorld world;
  auto ramped = change(world.wage, ChangeKind::add, 1, 2);
  ramped.ramp_months = 3;
  ramped.end = january + 8;
  const ParameterPlan plan(world.base, {ramped, change(world.fee, ChangeKind::add, 1, 4)});
  const std::vector<Month> expected{january + 2, january + 3, january + 4, january + 8};
  CHECK(plan.change_months(january, january + 12) == expected);
  CHECK(plan.change_months(january + 3, january + 8) ==
        std::vector<Month>{january + 3, january + 4});
}

TEST_CASE("the first difference names month, parameter, index and both values", "[unit]") {
  PlanWorld world;
  auto one = change(world.fee, ChangeKind::set, 50, 7);
  one.indices = {1};
  const ParameterPlan with(world.base, {one}), without(world.base, {});
  const auto found = first_difference(world.registry, with, without, january, january + 12);
  REQUIRE(found);
  CHECK(found->month == january + 7);
  CHECK(found->parameter == "fee");
  CHECK(found->index == 1);
  CHECK(found->a == 50);
  CHECK(found->b == 20);
  CHECK_FALSE(first_difference(world.registry, with, without, january, january + 7));
}

TEST_CASE("plans written differently but worth the same do not differ", "[unit]") {
  PlanWorld world;
  ParameterValues richer = world.base;
  richer.set(world.wage, 0, 30);
  const ParameterPlan a(richer, {}), b(world.base, {change(world.wage, ChangeKind::set, 30)});
  CHECK_FALSE(first_difference(world.registry, a, b, january, january + 12));
  const auto before = first_difference(world.registry, a, b, january - 1, january + 12);
  REQUIRE(before);
  CHECK(before->month == january - 1);
}

TEST_CASE("values out of range name the month and the policies at work", "[unit]") {
  PlanWorld world;
  auto first = change(world.wage, ChangeKind::add, 60);
  first.policy = "first";
  auto second = change(world.wage, ChangeKind::add, 60, 5);
  second.policy = "second";
  second.ramp_months = 2;
  const ParameterPlan plan(world.base, {first, second});
  const auto found = plan.out_of_range(world.registry, january, january + 12);
  REQUIRE(found.size() == 1);
  CHECK(found[0].month == january + 6);
  CHECK(found[0].value == 130);
  CHECK(found[0].policies == std::vector<std::string>{"first", "second"});
  CHECK(plan.out_of_range(world.registry, january, january + 6).empty());
}

TEST_CASE("a plan comes back from an archive as it was", "[unit]") {
  PlanWorld world;
  auto one = change(world.fee, ChangeKind::multiply, 1.5, 7);
  one.indices = {1, 0};
  one.end = january + 9;
  one.policy = "a-name";
  ParameterPlan saved(world.base, {one, change(world.wage, ChangeKind::add, 2)}), loaded;
  MemoryArchive archive;
  saved.visit(archive);
  archive.loading = true;
  loaded.visit(archive);
  CHECK(loaded.base() == saved.base());
  CHECK(loaded.changes() == saved.changes());
}

TEST_CASE("the first change that only one plan lists", "[unit][params]") {
  const PlanWorld world;
  const auto set = [&](int start, double amount) {
    return change(world.wage, ChangeKind::set, amount, start);
  };
  const auto first = [&](const std::vector<DatedChange>& a, const std::vector<DatedChange>& b) {
    return first_other_change(ParameterPlan(world.base, a), ParameterPlan(world.base, b), january);
  };
  CHECK_FALSE(first({}, {}));
  CHECK_FALSE(first({set(3, 5)}, {set(3, 5)}));
  CHECK(first({set(3, 5)}, {}) == january + 3);
  CHECK(first({set(3, 5)}, {set(3, 5), set(8, 1)}) == january + 8);
  CHECK(first({set(3, 5)}, {set(3, 6)}) == january + 3);
  CHECK(first({set(-9, 5)}, {}) == january);  // at work from the start
  auto over = set(-9, 5);
  over.end = january;
  CHECK_FALSE(first({over}, {}));
  // To the value that is there already: at another base it would differ.
  const std::vector<DatedChange> same{set(2, 10)};
  CHECK_FALSE(first_difference(world.registry, ParameterPlan(world.base, same),
                               ParameterPlan(world.base, {}), january, january + 60));
  CHECK(first(same, {}) == january + 2);
}

TEST_CASE("plans start alike if all that the start reads is equal", "[unit][params]") {
  PlanWorld world;
  ParameterDeclaration declared{"read", "read at the start",      "1",    0, 9,
                                1,      ParameterStatus::assumed, "test", ""};
  declared.read_at_start = true;
  const ParameterId read = world.registry.declare(declared);
  world.base = ParameterValues(world.registry, world.spaces);
  const ParameterPlan plain(world.base, {});
  ParameterValues other_wage = world.base, other_read = world.base;
  other_wage.set(world.wage, 0, 50);
  other_read.set(read, 0, 2);
  const auto alike = [&](const ParameterPlan& other) {
    return std::pair(start_alike(world.registry, plain, other, january),
                     start_alike_at_any_base(world.registry, plain, other, january));
  };
  CHECK(alike({other_wage, {}}) == std::pair(true, true));
  CHECK(alike({other_read, {}}) == std::pair(false, false));
  CHECK(alike({world.base, {change(read, ChangeKind::set, 3)}}) == std::pair(false, false));
  CHECK(alike({world.base, {change(read, ChangeKind::set, 3, 4)}}) == std::pair(true, true));
  CHECK(alike({world.base, {change(read, ChangeKind::set, 1)}}) == std::pair(true, false));
}
