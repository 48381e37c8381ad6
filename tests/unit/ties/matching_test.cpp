// Ties from keyed permutations: matchings, friends and acquaintances, and the network they make.
#include "engine/ties/matching.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <queue>
#include <set>

#include "engine/ties/ties.hpp"

using namespace rumbo;

namespace {

using Network = std::vector<std::set<uint32_t>>;

/// The friends of a community as a graph.
Network friends_of(const Ties& ties, const Community& community) {
  Network network(community.size());
  const uint64_t key = ties.community_key(community);
  for (uint32_t i = 0; i < community.size(); ++i)
    for (int j = 0; j < ties.n_friends(); ++j)
      network[i].insert(ties.friend_of(community, key, i, j));
  return network;
}

/// Number of triangles, each once.
double triangles(const Network& network) {
  double count = 0;
  for (uint32_t i = 0; i < network.size(); ++i)
    for (uint32_t j : network[i])
      for (uint32_t k : network[j])
        if (i < j && j < k && network[i].count(k) > 0) ++count;
  return count;
}

double mean_path_length(const Network& network) {
  double sum = 0, pairs = 0;
  for (uint32_t start = 0; start < network.size(); ++start) {
    std::vector<int> distance(network.size(), -1);
    std::queue<uint32_t> next;
    distance[start] = 0;
    next.push(start);
    for (; !next.empty(); next.pop())
      for (uint32_t other : network[next.front()])
        if (distance[other] < 0) {
          distance[other] = distance[next.front()] + 1;
          next.push(other);
        }
    for (int d : distance) {
      sum += d > 0 ? d : 0;
      pairs += d > 0;
    }
  }
  return sum / pairs;
}

}  // namespace

TEST_CASE("a keyed permutation is one, and its inverse undoes it", "[unit][ties]") {
  for (int bits = 1; bits <= 10; ++bits)
    for (uint64_t key : {UINT64_C(0), UINT64_C(1), UINT64_C(0x123456789abcdef0), ~UINT64_C(0)}) {
      const KeyedPermutation permutation(mix(key), bits);
      std::set<uint32_t> seen;
      for (uint32_t i = 0; i < 1u << bits; ++i) {
        CHECK(permutation(i) < 1u << bits);
        CHECK(permutation.inverse(permutation(i)) == i);
        seen.insert(permutation(i));
      }
      CHECK(seen.size() == size_t{1} << bits);
    }
  const KeyedPermutation wide(99, 32);
  for (uint32_t i : {0u, 1u, 0x80000000u, 0xffffffffu}) CHECK(wide.inverse(wide(i)) == i);
}

TEST_CASE("a matching pairs everybody with somebody else", "[unit][ties]") {
  for (int bits = 5; bits <= 10; ++bits)
    for (uint64_t key = 0; key < 20; ++key)
      for (uint32_t i = 0; i < 1u << bits; ++i) {
        const uint32_t other = partner_of(mix(key), bits, i);
        CHECK(other < 1u << bits);
        CHECK(other != i);
        CHECK(partner_of(mix(key), bits, other) == i);
      }
}

TEST_CASE("among any number at most one is left over", "[unit][ties]") {
  for (uint32_t count = 0; count < 70; ++count)
    for (uint64_t key = 0; key < 5; ++key) {
      uint32_t alone = 0;
      for (uint32_t i = 0; i < count; ++i) {
        const uint32_t other = partner_among(mix(key), count, i);
        REQUIRE(other < count);
        CHECK(partner_among(mix(key), count, other) == i);
        alone += other == i;
      }
      CHECK(alone == count % 2);
    }
}

// A partner is uniform over the 31 others: chi-square with 30 degrees of freedom, whose s.e. is
// sqrt(2 x 30). Seen to fail (with 660) where the rounds of the permutation differed by a constant.
TEST_CASE("everybody is met equally often over many matchings", "[unit][statistical][ties]") {
  constexpr int n_keys = 2000;
  std::vector<double> met(32);
  for (uint64_t key = 0; key < n_keys; ++key) ++met[partner_of(mix(key), 5, 7)];
  CHECK(met[7] == 0);
  double chi_square = 0;
  const double expected = n_keys / 31.0;
  for (size_t k = 0; k < met.size(); ++k)
    if (k != 7) chi_square += (met[k] - expected) * (met[k] - expected) / expected;
  CHECK(std::fabs(chi_square - 30) < 4 * std::sqrt(60.0));
}

TEST_CASE("far ties are mutual, outside the community and within the place", "[unit][ties]") {
  const std::vector<CommunityPlan> plans{{2, 5, 5, 1}, {9, 6, 4, 1}, {11, 5, 1, 1}};
  People people(plans);
  const Ties ties(Draws(3, 1), people, 4, 3);
  int met = 0, unmet = 0;
  for (const auto& community : people.communities()) {
    for (uint32_t local = 0; local < community.size(); ++local)
      for (int j = 0; j < 3; ++j) {
        const auto far = ties.far_person(community, local, j);
        const uint32_t slot = ties.far_of(people, community, local, j);
        CHECK((slot == Ties::no_slot) == !far);
        if (!far) {
          ++unmet;
          continue;
        }
        ++met;
        const Community& other = people.communities()[far->community];
        CHECK(slot == other.slot(far->local));
        CHECK(other.home == community.home);
        CHECK(other.id != community.id);
        CHECK(ties.far_of(people, other, far->local, j) == community.slot(local));
      }
  }
  CHECK(unmet == 3 * (32 + 32));  // one community of five is left over in each, and the only one
  CHECK(met == 3 * (4 * 32 + 4 * 64));
}

TEST_CASE("a sibling has the far partners of the community it descends from", "[unit][ties]") {
  const std::vector<CommunityPlan> plans{{2, 5, 4, 1}};
  People people(plans);
  const Ties ties(Draws(3, 1), people, 4, 1);
  const size_t sibling = people.add_sibling(2);
  for (uint32_t local = 0; local < 32; ++local)
    CHECK(ties.far_of(people, people.communities()[sibling], local, 0) ==
          ties.far_of(people, people.communities()[2], local, 0));
}

// A union of k random perfect matchings of n points: pairs of points that two matchings share are
// expected k (k - 1) / 4 x n / (n - 1), about Poisson, each taking one from the degree of both;
// triangles (three points, three different matchings) k (k - 1) (k - 2) / 6 times
// n (n - 2) / (n - 1)^2, about Poisson too; paths are log(n) / log(k - 1) long to within half a
// step. Seen to fail with friends i xor 1 to i xor 6.
TEST_CASE("friends make a random regular graph", "[unit][statistical][ties]") {
  constexpr int k = 6, n_communities = 20;
  const std::vector<CommunityPlan> plans{{1, 9, n_communities, 1}};
  const People people(plans);
  const Ties ties(Draws(8, 8), people, k, 0);
  double shared = 0, found = 0, path = 0;
  const double n = 512;
  for (const auto& community : people.communities()) {
    const Network network = friends_of(ties, community);
    for (const auto& friends : network) {
      CHECK(friends.size() >= 2);
      shared += k - static_cast<double>(friends.size());
    }
    found += triangles(network);
    if (community.id < 3) path += mean_path_length(network) / 3;
  }
  const double expected_shared = n_communities * n * (k * (k - 1) / 2.0) / (n - 1);
  CHECK(std::fabs(shared - expected_shared) < 4 * std::sqrt(2 * expected_shared));
  const double expected_triangles =
      n_communities * k * (k - 1) * (k - 2) / 6.0 * n * (n - 2) / ((n - 1) * (n - 1));
  CHECK(std::fabs(found - expected_triangles) < 4 * std::sqrt(expected_triangles));
  CHECK(std::fabs(path - std::log(n) / std::log(k - 1.0)) < 0.5);
}

// Seen to fail: with the last step of the inverse left out for one of the two only.
TEST_CASE("all pairs of a matching are those that partners are found by", "[unit][ties]") {
  for (int bits = 2; bits <= 16; ++bits) {
    const uint64_t key = mix(static_cast<uint64_t>(bits) + 12345);
    std::vector<int> met(size_t{1} << bits);
    bool are_partners = true;
    AllPairs(key, bits).for_each([&](uint32_t one, uint32_t other) {
      are_partners = are_partners && partner_of(key, bits, one) == other;
      ++met[one];
      ++met[other];
    });
    CHECK(are_partners);
    CHECK(std::count(met.begin(), met.end(), 1) == std::ssize(met));
  }
}
