// Which corridors a policy on ways in is about. May include: scenario.
#pragma once
#include <vector>

#include "engine/base/error.hpp"
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {

/// Corridors named, and those to the destinations named.
inline std::vector<uint32_t> corridors_of(const Policy& policy, const LeverContext& context) {
  std::vector<uint32_t> found = policy.indices("corridors");
  const auto& labels = context.space("corridor").labels;
  const auto& places = context.space("place").labels;
  for (uint32_t place : policy.indices("places"))
    for (uint32_t c = 0; c < labels.size(); ++c)
      if (labels[c].ends_with("->" + places[place])) found.push_back(c);
  return found;
}

/// Places a year shared evenly among the corridors of a policy; who does not use them leaves them
/// unused. throws InputError if it names none
inline DatedChange shared_places(const Policy& policy, const LeverContext& context,
                                 const char* parameter, const char* field) {
  const auto which = corridors_of(policy, context);
  if (which.empty())
    throw InputError(std::string(field) + " needs corridors or places to be shared among");
  return context.change(policy, parameter, ChangeKind::add,
                        policy.number(field) / static_cast<double>(which.size()), which);
}

}  // namespace rumbo::migration
