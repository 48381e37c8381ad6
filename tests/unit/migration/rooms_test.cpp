// What a function may touch of the state is what its type says, and what a phase touches is read
// off the type of its function.
#include "models/migration/rooms.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "models/migration/person/verbs.hpp"
#include "models/migration/phase.hpp"
#include "models/migration/schedule.hpp"

using namespace rumbo;
using namespace rumbo::migration;

namespace {

template <class Seen>
concept SeesMoney = requires(Seen state) {
  state.money;
};
template <class Seen>
concept WritesMoney = requires(Seen state) {
  state.money.consumed = 1;
};

// From the whole state or from a caller's rooms, and never more than the caller has.
static_assert(std::constructible_from<Rooms<const Labour, Money>, State&>);
static_assert(std::constructible_from<Rooms<const Labour>, const State&>);
static_assert(!std::constructible_from<Rooms<Labour>, const State&>);
static_assert(std::constructible_from<Rooms<const Money>, Rooms<const Labour, Money>&>);
static_assert(!std::constructible_from<Rooms<Money>, Rooms<const Labour, const Money>&>);
static_assert(!std::constructible_from<Rooms<const Shocks>, Rooms<const Labour, Money>&>);

static_assert(SeesMoney<Rooms<const Money>> && !SeesMoney<Rooms<const Labour>>);
static_assert(WritesMoney<Rooms<Money>> && !WritesMoney<Rooms<const Money>>);
static_assert(!std::is_assignable_v<decltype((std::declval<Rooms<>&>().run.month)), Month>);

// A phase of persons writes what is kept for communities, its own part; nothing else, and of
// persons no more than the view gives.
using phase_detail::keeps_to_its_community;
static_assert(keeps_to_its_community<const Labour, Debts, Sums>);
static_assert(!keeps_to_its_community<Labour>);
static_assert(!keeps_to_its_community<const Persons> && !keeps_to_its_community<Persons>);

// Rows of a community are written by those who hold the right to: a phase of persons has that of
// its own community in its view, and no way to make another. All may read those of all.
template <class Table, class Index>
concept AddsRow = requires(Table table, Index index) {
  table[index].push_back({});
};
static_assert(AddsRow<Debts&, decltype(View::index)>);
static_assert(!AddsRow<Debts&, size_t> && !AddsRow<const Debts&, Own>);
static_assert(!std::constructible_from<Own, size_t> && !std::default_initializable<Everybodys>);
template <class Seen>
concept GivesRights = requires(Seen persons) {
  persons.own(0);
};
static_assert(!std::default_initializable<Persons> && !std::is_copy_constructible_v<Persons> &&
              !std::is_copy_assignable_v<Persons>);
static_assert(GivesRights<Persons&> && !GivesRights<const Persons&>);

// What a verb may touch is what rows registered for it.
static_assert(std::same_as<ChangingStatus, Rooms<Claims, RemovalCases>>);
static_assert(std::same_as<BeingFreed, Rooms<Captivity>>);
static_assert(
    std::same_as<Moving, Rooms<Claims, RemovalCases, SeasonWorkers, Captivity, Transitions>>);
static_assert(std::same_as<Dying, AllRows> && std::same_as<Leaving, AllRows>);
static_assert(!std::constructible_from<Dying, Moving&>);

void look_at_work(Rooms<const Labour, Money>, Month) {}
void pay(View&, Rooms<Debts, const Labour>) {}

}  // namespace

TEST_CASE("what a phase touches is read off its function", "[unit][model]") {
  const Phase<State, View> work = phase<look_at_work>(PhaseKind::table, "work");
  CHECK(work.rooms(false) == std::vector<std::string>{"labour"});
  CHECK(work.rooms(true) == std::vector<std::string>{"money"});
  CHECK(work.whole != nullptr);
  CHECK(work.community == nullptr);
  const Phase<State, View> paid = phase<pay>(PhaseKind::persons, "pay");
  CHECK(paid.rooms(false) == std::vector<std::string>{"labour"});
  CHECK(paid.rooms(true) == std::vector<std::string>{"debts", "persons"});
  CHECK(paid.whole == nullptr);
}

TEST_CASE("every phase of a month has a name and touches something", "[unit][model]") {
  std::set<std::string> names;
  for (const auto& one : migration_schedule().phases()) {
    INFO(one.name);
    CHECK(names.insert(one.name).second);
    CHECK_FALSE(one.rooms(true).empty());
  }
}
