// Which rooms a function may touch: its type says it, and it can reach nothing else.
//
// May include: the model's run.
#pragma once
#include <concepts>
#include <type_traits>
#include <utility>

#include "models/migration/run.hpp"

namespace rumbo::migration {

/// A room as a function that asked for it sees it: a reference under the room's name. Each room
/// makes its own with RUMBO_ROOM.
template <class Room>
struct Seat;

template <class T, class Room>
concept IsRoom = std::same_as<std::remove_const_t<T>, Room>;

/// Makes a type a room of the state, called `name` there and wherever it may be touched.
#define RUMBO_ROOM(Type, name) RUMBO_SEAT(Type, name, false)

/// The same of a room that holds something for each community: a phase of persons may write its own
/// community's part.
#define RUMBO_ROOM_OF_COMMUNITIES(Type, name) RUMBO_SEAT(Type, name, true)

#define RUMBO_SEAT(Type, name, by_community)                                      \
  template <IsRoom<Type> Room>                                                    \
  struct Seat<Room> {                                                             \
    static constexpr const char* room_name = #name;                               \
    static constexpr bool is_of_communities = by_community;                       \
    Room& name;                                                                   \
    template <class Source>                                                       \
    static decltype(auto) in(Source& source) {                                    \
      return (source.name);                                                       \
    }                                                                             \
    template <class Source>                                                       \
    requires std::convertible_to<decltype((std::declval<Source&>().name)), Room&> \
    explicit Seat(Source& source) : name(source.name) {}                          \
  };

template <class... R>
struct Rooms;

namespace rooms_detail {

/// Whether rooms give what one more would: the room itself, or a room that may be written where it
/// is only read.
template <class Room, class... R>
constexpr bool gives = (std::same_as<R, Room> || ...) ||
                       (std::same_as<R, std::remove_const_t<Room>> || ...);

template <class Found, class... More>
struct Union {
  using type = Found;
};
template <class... R, class First, class... More>
struct Union<Rooms<R...>, First, More...>
    : Union<std::conditional_t<gives<First, R...>, Rooms<R...>, Rooms<R..., First>>, More...> {};

}  // namespace rooms_detail

/// The rooms that a function reads (const) and writes, beside the run, which all may read. Made of
/// the whole state, or of the rooms of a caller that may touch at least these:
///
///     double hazard(Rooms<const Labour> state, size_t place);   // reads state.labour
///
/// Reaching another room, writing one that was asked for as const, or calling a function that
/// asks for more, does not compile.
template <class... R>
struct Rooms : Seat<R>... {
  /// These and those of some more that are not among them.
  template <class... More>
  using And = typename rooms_detail::Union<Rooms, More...>::type;

  const Run& run;

  template <class Source>
  requires(!std::same_as<std::remove_const_t<Source>, Rooms> &&
           (std::constructible_from<Seat<R>, Source&> && ...)) Rooms(Source& source)
      : Seat<R>(source)..., run(run_of(source)) {}  // NOLINT: meant to convert

  double value(ParameterId id, size_t index = 0) const { return run.value(id, index); }
  size_t n_places() const { return run.n_places(); }

 private:
  template <class Source>
  static const Run& run_of(const Source& source) {
    if constexpr (std::derived_from<Source, Run>)
      return source;
    else
      return source.run;
  }
};

}  // namespace rumbo::migration
