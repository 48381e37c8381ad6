// Phases made of functions, whose types say what they touch.
//
// A function is a phase of the whole state if it takes rooms and the month, and a phase of each
// community if it takes a view of one. May include: run, the model's state.
#pragma once
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/run/schedule.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/state.hpp"

namespace rumbo::migration {
namespace phase_detail {

template <class... R>
std::vector<Access> uses_of(Rooms<R...> (*)() = nullptr) {
  return {Access{Seat<R>::room_name, !std::is_const_v<R>, Seat<R>::is_of_communities}...};
}

/// Persons of a community may write what is kept for their own community, and nothing else. Others
/// are seen as they were published.
template <class... R>
constexpr bool keeps_to_its_community = ((std::is_const_v<R> || Seat<R>::is_of_communities) &&
                                         ...) &&
                                        (!std::is_same_v<std::remove_const_t<R>, Persons> && ...);

template <auto Run_>
struct Made;

template <class... R, void (*F)(Rooms<R...>, Month)>
struct Made<F> {
  static std::vector<Access> uses() { return uses_of<R...>(); }
  static void whole(State& state, Month month) { F(state, month); }
  static constexpr void (*community)(State&, View&) = nullptr;
};

/// The one that changes the run itself.
template <class... R, void (*F)(Rooms<R...>, Run&, Month)>
struct Made<F> {
  static std::vector<Access> uses() {
    std::vector<Access> all = uses_of<R...>();
    all.push_back({"run", true, false});
    return all;
  }
  static void whole(State& state, Month month) { F(state, state, month); }
  static constexpr void (*community)(State&, View&) = nullptr;
};

template <class... R, void (*F)(View&, Rooms<R...>)>
struct Made<F> {
  static_assert(keeps_to_its_community<R...>,
                "a phase of persons writes what is kept for its own community only");
  static std::vector<Access> uses() {
    std::vector<Access> all = uses_of<R...>();
    all.push_back({Seat<Persons>::room_name, true, true});
    return all;
  }
  static void community(State& state, View& view) { F(view, state); }
  static constexpr void (*whole)(State&, Month) = nullptr;
};

template <void (*F)(View&)>
struct Made<F> {
  static std::vector<Access> uses() { return {{Seat<Persons>::room_name, true, true}}; }
  static void community(State&, View& view) { F(view); }
  static constexpr void (*whole)(State&, Month) = nullptr;
};

}  // namespace phase_detail

/// A phase made of a function; what it touches is read off the types of its arguments.
template <auto F>
Phase<State, View> phase(PhaseKind kind, const char* name) {
  using Made = phase_detail::Made<F>;
  return {name, kind, Made::uses(), Made::whole, Made::community};
}

}  // namespace rumbo::migration
