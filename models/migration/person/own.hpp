// The right to write what is kept of the persons of a community.
//
// May include: base.
#pragma once
#include <cstddef>

namespace rumbo::migration {

struct Persons;

/// Number of a community whose rows its holder may write. Only Persons that may be written give one
/// (Persons::own), so a phase of persons, to which no type gives them, has that of its own
/// community, in its View, and none of another.
class Own {
 public:
  constexpr operator size_t() const { return number_; }  // NOLINT: it is a number to all who read

 private:
  friend struct Persons;
  constexpr explicit Own(size_t number) : number_(number) {}

  size_t number_;
};

/// The same of all communities.
class Everybodys {
 private:
  friend struct Persons;
  constexpr Everybodys() = default;
};

}  // namespace rumbo::migration
