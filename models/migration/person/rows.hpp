// The rooms that keep rows of persons: one list, from which follows what is done with all of them.
//
// What a row holds, which verbs end it and who bears it stand with the row, in its room. May
// include: rooms, the state of the rooms that keep rows of persons.
#pragma once
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <vector>

#include "models/migration/asylum/state.hpp"
#include "models/migration/debts/state.hpp"
#include "models/migration/health/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/removal/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/seasons/state.hpp"
#include "models/migration/trafficking/state.hpp"
#include "models/migration/transitions/state.hpp"
#include "models/migration/visas/state.hpp"

namespace rumbo::migration {

template <class... Room>
struct RoomList {};

/// In the order of archives.
using RoomsWithRows = RoomList<Applications, Debts, Claims, IllRows, RemovalCases, SeasonWorkers,
                               Captivity, Observation, Transitions>;

namespace rows_detail {

/// A room that is a table of rows itself.
template <class Room>
struct TablesOf {
  static constexpr bool ends(Verb verb) { return Room::row::ended_by.has(verb); }
  template <class Seen, class Visit>
  static void each(Seen& room, const Visit& visit) {
    visit(room);
  }
};

/// A room that names its tables.
template <class Room>
requires requires {
  Room::tables();
}
struct TablesOf<Room> {
  template <class Table>
  static constexpr bool ends(Table Room::*, Verb verb) {
    return Table::row::ended_by.has(verb);
  }
  static constexpr bool ends(Verb verb) {
    return std::apply([&](auto... table) { return (ends(table, verb) || ...); }, Room::tables());
  }
  template <class Seen, class Visit>
  static void each(Seen& room, const Visit& visit) {
    std::apply([&](auto... table) { (visit(room.*table), ...); }, Room::tables());
  }
};

template <Verb verb, class Found, class... Rest>
struct EndedIn;
template <Verb verb, class... Found>
struct EndedIn<verb, Rooms<Found...>> {
  using type = Rooms<Found...>;
};
template <Verb verb, class... Found, class First, class... Rest>
struct EndedIn<verb, Rooms<Found...>, First, Rest...>
    : EndedIn<
          verb,
          std::conditional_t<TablesOf<First>::ends(verb), Rooms<Found..., First>, Rooms<Found...>>,
          Rest...> {};

template <Verb verb, class... Room>
auto ended_in(RoomList<Room...>) -> typename EndedIn<verb, Rooms<>, Room...>::type;

template <Verb verb, class Source, class Visit, class... Room>
void each_ended(Source& state, const Visit& visit, RoomList<Room...>) {
  const auto of_room = [&]<class R>(std::type_identity<R>) {
    if constexpr (TablesOf<R>::ends(verb))
      TablesOf<R>::each(Seat<R>::in(state), [&]<class Row>(SideTable<Row>& table) {
        if constexpr (Row::ended_by.has(verb)) visit(table);
      });
  };
  (of_room(std::type_identity<Room>()), ...);
}

template <class Source, class Visit, class... Room>
void each_table(Source& state, const Visit& visit, RoomList<Room...>) {
  (TablesOf<Room>::each(Seat<Room>::in(state), visit), ...);
}

template <class Room>
constexpr size_t n_tables() {
  if constexpr (requires { Room::tables(); })
    return std::tuple_size_v<decltype(Room::tables())>;
  else
    return 1;
}
template <class... Room>
constexpr size_t n_tables(RoomList<Room...>) {
  return (n_tables<Room>() + ...);
}

template <class... Room>
auto all_of(RoomList<Room...>) -> Rooms<Room...>;

}  // namespace rows_detail

/// The rooms where a verb may end rows.
template <Verb verb>
using RoomsEndedBy = decltype(rows_detail::ended_in<verb>(RoomsWithRows()));

/// All rooms that keep rows of persons.
using AllRows = decltype(rows_detail::all_of(RoomsWithRows()));

/// Calls `visit(table)` for every side table of persons but that of the panel, which is there for
/// those who are traced only. state  the state, or rooms with all of them
template <class Source, class Visit>
void for_each_side_table(Source& state, const Visit& visit) {
  rows_detail::each_table(state, visit, RoomsWithRows());
}

/// Calls `visit(table)` for the tables with rows that a verb ends.
template <Verb verb, class Source, class Visit>
void for_each_table_ended_by(Source& state, const Visit& visit) {
  rows_detail::each_ended<verb>(state, visit, RoomsWithRows());
}

/// Whether a person must have a row of this kind, by what their facts say; rows that no fact tells
/// of say so (is_unmarked).
template <class Row>
concept IsBorne = requires {
  Row::mark;
}
|| requires {
  Row::is_borne(Facts());
};
template <IsBorne Row>
constexpr bool bears_row(Facts facts) {
  if constexpr (requires { Row::mark; })
    return bears(facts, Row::mark);
  else
    return Row::is_borne(facts);
}

/// Bytes of the side tables of one community where no one has a row.
constexpr size_t bytes_of_side_tables() {
  return rows_detail::n_tables(RoomsWithRows()) * sizeof(std::vector<char>);
}

/// Side tables of so many communities, and the scratch of a month.
void resize_side_tables(AllRows::And<Persons> state, size_t n_communities);

}  // namespace rumbo::migration
