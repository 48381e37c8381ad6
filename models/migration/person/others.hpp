// What a person may see of others.
//
// May include: people, ties, the model's persons.
#pragma once
#include <cstdint>

#include "engine/people/people.hpp"
#include "models/migration/person/persons.hpp"

namespace rumbo::migration {

/// All persons, as published at the end of last month: the bytes, and the ties between far friends.
class Others {
 public:
  explicit Others(const People& people) : people_(&people) {}

  /// [slot] see published_alive() and its like
  const uint8_t* published() const { return people_->published().data(); }
  /// Slot of a far friend.
  uint32_t far_friend(const Ties& ties, const Community& community, uint32_t local,
                      int number) const {
    return ties.far_of(*people_, community, local, number);
  }

 private:
  const People* people_;
};

/// Made of all persons: nothing of the state is called so.
template <>
struct Seat<const Others> {
  static constexpr const char* room_name = "others";
  static constexpr bool is_of_communities = false;
  Others others;
  template <class Source>
  requires requires(Source& source) { source.persons.people; } || requires(Source& source) {
    source.others;
  }
  explicit Seat(Source& source) : others(of(source)) {}

 private:
  template <class Source>
  static Others of(Source& source) {
    if constexpr (requires { source.others; })
      return source.others;
    else
      return Others(source.persons.people);
  }
};

}  // namespace rumbo::migration
