// Friends and far acquaintances: k matchings of a community, and f matchings of
// the communities of a place. Reading a tie gives the partner's published byte.
//
// May include: base, random, people.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/people/people.hpp"
#include "engine/random/draws.hpp"
#include "engine/ties/matching.hpp"

namespace rumbo {

/// The ties of a population; depends on seed, replicate and the communities of the start only.
class Ties {
 public:
  Ties() = default;
  /// n_friends, n_far  ties of each kind that a person has at most; 0 to 16
  Ties(const Draws& draws, const People& people, int n_friends, int n_far);

  int n_friends() const { return n_friends_; }
  int n_far() const { return n_far_; }

  /// Key of a community for its friend matchings; compute once for several persons.
  uint64_t community_key(const Community& community) const {
    return mix(key_ ^ (uint64_t{community.id} << 32));
  }
  /// Local index of a person's friend in matching j of its community.
  uint32_t friend_of(const Community& community, uint64_t community_key, uint32_t local,
                     int j) const {
    return partner_of(mix(community_key + static_cast<uint64_t>(j)), community.size_bits, local);
  }
  /// Every pair of friends of matching j of a community once, by local indices: visit(one, other).
  template <class Visit>
  void for_each_pair(const Community& community, uint64_t community_key, int j,
                     const Visit& visit) const {
    AllPairs(mix(community_key + static_cast<uint64_t>(j)), community.size_bits).for_each(visit);
  }
  /// Where an acquaintance is: number of the community, and the local index there.
  struct Far {
    uint32_t community = 0;
    uint32_t local = 0;
  };
  /// A person's acquaintance in far matching j, if they have one.
  /// A sibling has the far partners of the community it descends from.
  std::optional<Far> far_person(const Community& community, uint32_t local, int j) const;
  /// Their slot, or no_slot.
  uint32_t far_of(const People& people, const Community& community, uint32_t local, int j) const;

  static constexpr uint32_t no_slot = 0xffffffff;

 private:
  uint64_t key_ = 0;
  int n_friends_ = 0;
  int n_far_ = 0;
  std::vector<uint32_t> first_of_place_;  ///< [256] first community of each place
  std::vector<uint32_t> n_of_place_;      ///< [256] communities of each place at the start
};

}  // namespace rumbo
