// See ties.hpp.
#include "engine/ties/ties.hpp"

#include <algorithm>

namespace rumbo {

Ties::Ties(const Draws& draws, const People& people, int n_friends, int n_far)
    : n_friends_(n_friends), n_far_(n_far), first_of_place_(256), n_of_place_(256) {
  const auto words = draws.block(0, Month(0), purpose::tie_key);
  key_ = uint64_t{words[0]} << 32 | words[1];
  for (size_t c = people.n_first_communities(); c-- > 0;) {
    const Community& community = people.communities()[c];
    first_of_place_[community.home] = static_cast<uint32_t>(c);
    ++n_of_place_[community.home];
  }
}

std::optional<Ties::Far> Ties::far_person(const Community& community, uint32_t local, int j) const {
  const uint64_t place_key =
      mix(key_ + 0x51ed2701 + (uint64_t{community.home} << 8) + static_cast<uint64_t>(j));
  const uint32_t partner = partner_among(place_key, n_of_place_[community.home], community.rank);
  if (partner == community.rank) return std::nullopt;
  const uint64_t low = std::min(partner, community.rank), high = std::max(partner, community.rank);
  const KeyedPermutation permutation(mix(place_key ^ (low << 32 | high)), community.size_bits);
  const uint32_t other = community.rank == low ? permutation(local) : permutation.inverse(local);
  return Far{first_of_place_[community.home] + partner, other};
}

uint32_t Ties::far_of(const People& people, const Community& community, uint32_t local,
                      int j) const {
  const auto far = far_person(community, local, j);
  return far ? people.communities()[far->community].slot(far->local) : no_slot;
}

}  // namespace rumbo
