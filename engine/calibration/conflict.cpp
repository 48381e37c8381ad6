// See conflict.hpp.
#include "engine/calibration/conflict.hpp"

#include <algorithm>

#include "engine/base/error.hpp"

namespace rumbo {
namespace {

/// Looks for what is left without some targets.
class Removals {
 public:
  Removals(std::span<const Wave> waves, size_t n_parameters, const SpaceOptions& options)
      : waves_(waves), n_parameters_(n_parameters), options_(options) {}

  size_t n_targets() const { return waves_.front().targets().size(); }

  SpaceLeft left_without(const std::vector<size_t>& removed, size_t n_points = 0) const {
    std::vector<bool> is_taken(n_targets(), true);
    for (const size_t target : removed) is_taken[target] = false;
    const NotRuledOut region(waves_, is_taken);
    return space_left(
        [&](std::span<const double> point, double bound) { return region.score(point, bound); },
        n_parameters_, n_points, options_);
  }
  bool is_possible_without(const std::vector<size_t>& removed) const {
    return !left_without(removed).points.empty();
  }

 private:
  std::span<const Wave> waves_;
  size_t n_parameters_;
  const SpaceOptions& options_;
};

bool contains(const std::vector<size_t>& numbers, size_t number) {
  return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

std::vector<size_t> with(std::vector<size_t> numbers, size_t number) {
  numbers.push_back(number);
  return numbers;
}

std::vector<size_t> without(std::vector<size_t> numbers, size_t number) {
  std::erase(numbers, number);
  return numbers;
}

/// Whether one removal is better than another: something is left, and more; else a nearer miss.
bool is_better(const SpaceLeft& one, const SpaceLeft& other) {
  if (one.points.empty() != other.points.empty()) return other.points.empty();
  if (!one.points.empty()) return one.share.value > other.share.value;
  return one.least_score < other.least_score;
}

/// The target whose removal helps most.
size_t best_removal(const Removals& search, const std::vector<size_t>& removed) {
  size_t best = search.n_targets();
  SpaceLeft left;
  for (size_t target = 0; target < search.n_targets(); ++target) {
    if (contains(removed, target)) continue;
    SpaceLeft now = search.left_without(with(removed, target));
    if (best < search.n_targets() && !is_better(now, left)) continue;
    best = target;
    left = std::move(now);
  }
  return best;
}

/// Targets that can be removed in place of one of the removed.
std::vector<size_t> all_parties(const Removals& search, const std::vector<size_t>& removed) {
  std::vector<size_t> parties = removed;
  for (const size_t kept : removed)
    for (size_t target = 0; target < search.n_targets(); ++target)
      if (!contains(parties, target) &&
          search.is_possible_without(with(without(removed, kept), target)))
        parties.push_back(target);
  std::sort(parties.begin(), parties.end());
  return parties;
}

}  // namespace

Conflict find_conflict(std::span<const Wave> waves, size_t n_parameters,
                       const SpaceOptions& options) {
  RUMBO_REQUIRE(!waves.empty());
  const Removals search(waves, n_parameters, options);
  Conflict found;
  while (found.removed.size() < search.n_targets() && !search.is_possible_without(found.removed))
    found.removed.push_back(best_removal(search, found.removed));
  for (const size_t target : std::vector<size_t>(found.removed))
    if (search.is_possible_without(without(found.removed, target)))
      found.removed = without(found.removed, target);
  std::sort(found.removed.begin(), found.removed.end());
  found.in_conflict = all_parties(search, found.removed);
  found.left = search.left_without(found.removed, 1);
  return found;
}

}  // namespace rumbo
