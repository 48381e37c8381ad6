// What a function may touch of the state is what its type says, and what a phase touches is read
// off the type of its function.
#include "models/migration/rooms.hpp"

#include <catch2/catch.hpp>
#include <set>

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

void look_at_work(Rooms<const Labour, Money>, Month) {}
void pay(View&, Rooms<Debts, const Labour>) {}

}  // namespace

TEST_CASE("what a phase touches is read off its function", "[unit][model]") {
  const Phase<State> work = phase<look_at_work>(PhaseKind::table, "work");
  CHECK(work.rooms(false) == std::vector<std::string>{"labour"});
  CHECK(work.rooms(true) == std::vector<std::string>{"money"});
  CHECK(work.whole != nullptr);
  CHECK(work.community == nullptr);
  const Phase<State> paid = phase<pay>(PhaseKind::persons, "pay");
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
