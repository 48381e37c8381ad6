// Looks at every living person of a state, one after the other.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::test {

/// Calls body(view, local) for everybody.
template <class Body>
void for_everybody(migration::State& state, const Body& body) {
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    migration::View view(state, c);
    for (uint32_t local = 0; local < view.community.size(); ++local)
      if (!view.key[local].is_free()) body(view, local);
  }
}

}  // namespace rumbo::test
