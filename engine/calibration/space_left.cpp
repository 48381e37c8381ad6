// See space_left.hpp.
#include "engine/calibration/space_left.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/base/error.hpp"
#include "engine/designs/sobol_points.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
/// A level that falls by less than this share of itself is the last one.
constexpr double least_fall_of_level = 1e-4;
/// Walkers of a level come from each other: so many of them tell as much as one that does not.
constexpr double walkers_like_one = 2;

/// A search under way.
struct Search {
  const RegionScore& score;
  const SpaceOptions& options;
  Walkers walkers{};
  uint32_t n_swept = 0;
  double log_share = 0, variance_of_log = 0;
  SpaceLeft found{};

  void note_nearest();
  void sweep(double bound) { move_walkers(walkers, score, bound, options.seed, n_swept++); }
  /// The volume has shrunk to a share, of which n walkers told.
  void shrink_to(double share, double n) {
    log_share += log(share);
    variance_of_log += (1 - share) / (share * n);
  }
};

void Search::note_nearest() {
  const auto least = std::min_element(walkers.scores.begin(), walkers.scores.end());
  if (!found.nearest.empty() && *least >= found.least_score) return;
  const auto at = walkers.point(static_cast<size_t>(least - walkers.scores.begin()));
  found.least_score = *least;
  found.nearest.assign(at.begin(), at.end());
}

/// Keeps the walkers with the least scores, the least first.
void keep_lowest(Walkers& walkers, size_t n) {
  std::vector<size_t> order(walkers.count());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return walkers.scores[a] < walkers.scores[b]; });
  Walkers kept{walkers.width};
  for (size_t i = 0; i < n; ++i) kept.add(walkers.point(order[i]), walkers.scores[order[i]]);
  walkers = std::move(kept);
}

size_t count_inside(const Walkers& walkers, double bound) {
  return static_cast<size_t>(std::count_if(walkers.scores.begin(), walkers.scores.end(),
                                           [&](double score) { return score <= bound; }));
}

/// Repeats walkers until there are n of them.
void repeat_walkers(Walkers& walkers, size_t n) {
  const size_t n_first = walkers.count();
  for (size_t i = n_first; i < n; ++i) {
    const std::vector<double> point(walkers.point(i % n_first).begin(),
                                    walkers.point(i % n_first).end());
    walkers.add(point, walkers.scores[i % n_first]);
  }
}

void look_at_even_points(Search& search, size_t width, double bound) {
  search.walkers = {width};
  search.walkers.points = sobol_points(search.options.n_even, width, true, search.options.seed);
  for (size_t i = 0; i < search.options.n_even; ++i)
    search.walkers.scores.push_back(search.score(
        std::span<const double>(search.walkers.points).subspan(i * width, width), bound));
}

/// Spreads the lowest walkers over what lies below the highest of them. Returns that level.
double go_down(Search& search, size_t n_kept, uint32_t n_sweeps) {
  keep_lowest(search.walkers, n_kept);
  const double level = search.walkers.scores.back();
  repeat_walkers(search.walkers, search.options.n_walkers);
  for (uint32_t i = 0; i < n_sweeps; ++i) search.sweep(level);
  search.note_nearest();
  return level;
}

/// Goes down until so many walkers are inside, half of them if 0. Returns whether they are.
bool descend(Search& search, size_t n_wanted) {
  const size_t n = search.options.n_walkers, most_levels = search.options.most_levels;
  double n_told = static_cast<double>(search.walkers.count()), level = infinity;
  size_t n_kept = n;
  while (search.found.n_levels++ < most_levels) {
    const auto n_here = static_cast<double>(search.walkers.count());
    const size_t n_inside = count_inside(search.walkers, 1);
    if (n_inside >= (n_wanted > 0 ? n_wanted : n_kept)) {
      search.shrink_to(static_cast<double>(n_inside) / n_here, n_told);
      keep_lowest(search.walkers, n_inside);
      return true;
    }
    const double before = level;
    level = go_down(search, n_kept, search.options.n_sweeps);
    const auto n_more = static_cast<double>(most_levels - search.found.n_levels);
    if (before < infinity && level - 1 > n_more * (before - level)) return false;
    if (level > before * (1 - least_fall_of_level)) return false;
    search.shrink_to(static_cast<double>(n_kept) / n_here, n_told);
    n_kept = n / 2;
    n_told = static_cast<double>(n) / walkers_like_one;
  }
  return false;
}

/// Goes down to the least score in large steps, of which no share follows. Returns whether a walker
/// is inside after all.
bool hurry_down(Search& search) {
  const size_t n_kept = std::max<size_t>(3, search.options.n_walkers / 16);
  const uint32_t n_sweeps = std::max<uint32_t>(4, search.options.n_sweeps / 3);
  double before = infinity;
  for (size_t level = 0; level < search.options.most_levels; ++level) {
    const double now = go_down(search, n_kept, n_sweeps);
    if (search.found.least_score <= 1) return true;
    if (now > before * (1 - least_fall_of_level)) return false;
    before = now;
  }
  return false;
}

/// Of the walkers' steps, [sweep][walker][parameter].
double largest_r_hat(const std::vector<double>& steps, size_t n_walkers, size_t width) {
  const size_t n_steps = steps.size() / (n_walkers * width);
  double largest = 0;
  std::vector<double> draws(n_walkers * n_steps);
  for (size_t parameter = 0; parameter < width; ++parameter) {
    for (size_t walker = 0; walker < n_walkers; ++walker)
      for (size_t step = 0; step < n_steps; ++step)
        draws[walker * n_steps + step] = steps[(step * n_walkers + walker) * width + parameter];
    largest = std::max(largest, r_hat(draws, n_walkers));
  }
  return largest;
}

/// Sweeps the walkers over the region and takes points from the later sweeps.
void walk_inside(Search& search, size_t n_points) {
  Walkers& walkers = search.walkers;
  repeat_walkers(walkers, search.options.n_walkers);
  const size_t n = walkers.count(), width = walkers.width;
  for (uint32_t i = 0; i < search.options.n_sweeps; ++i) search.sweep(1);
  std::vector<double> steps;
  const size_t n_taken = (n_points + n - 1) / n;
  const size_t n_sweeps = std::max<size_t>(search.options.n_sweeps, n_taken);
  for (size_t i = 0; i < n_sweeps; ++i) {
    search.sweep(1);
    steps.insert(steps.end(), walkers.points.begin(), walkers.points.end());
  }
  search.found.r_hat = largest_r_hat(steps, n, width);
  for (size_t i = 0; i < n_points; ++i) {
    const size_t sweep = n_sweeps - 1 - (i / n) * (n_sweeps / std::max<size_t>(n_taken, 1));
    const auto from = steps.begin() + static_cast<long>((sweep * n + i % n) * width);
    search.found.points.insert(search.found.points.end(), from, from + static_cast<long>(width));
  }
}

/// Points from where walkers are inside.
void take_walkers(Search& search, size_t n_points) {
  const size_t n_inside = count_inside(search.walkers, 1);
  keep_lowest(search.walkers, n_inside);
  // One that was inside may have moved out again at a higher level.
  if (n_inside == 0) search.walkers.add(search.found.nearest, search.found.least_score);
  if (n_points > 0) return walk_inside(search, n_points);
  search.found.points = std::move(search.walkers.points);
}

/// The interval of a share that is a product of shares.
Estimate product_of_levels(const Search& search) {
  const double reach =
      normal_quantile((1 + search.options.level) / 2) * std::sqrt(search.variance_of_log);
  return {exp(search.log_share),
          {exp(search.log_share - reach), std::min(1.0, exp(search.log_share + reach))}};
}

/// Takes the region from even points of which n_inside lie in it.
void take_even_points(Search& search, size_t n_inside, size_t n_points) {
  const SpaceOptions& options = search.options;
  search.found.share = {static_cast<double>(n_inside) / static_cast<double>(options.n_even),
                        share_interval(n_inside, options.n_even, options.level)};
  Walkers inside{search.walkers.width};
  for (size_t i = 0; i < options.n_even; ++i)
    if (search.walkers.scores[i] <= 1)
      inside.add(search.walkers.point(i), search.walkers.scores[i]);
  search.walkers = std::move(inside);
  search.note_nearest();
  if (n_inside < n_points) return walk_inside(search, n_points);
  search.found.points = std::move(search.walkers.points);
  if (n_points > 0) search.found.points.resize(n_points * search.walkers.width);
}

}  // namespace

SpaceLeft space_left(const RegionScore& score, size_t width, size_t n_points,
                     const SpaceOptions& options) {
  RUMBO_REQUIRE(width > 0 && options.n_walkers >= 8 && options.n_walkers <= options.n_even &&
                options.n_sweeps >= 4 && options.level > 0 && options.level < 1);
  Search search{score, options};
  look_at_even_points(search, width, 1);
  const size_t n_inside = count_inside(search.walkers, 1);
  if (n_inside >= (n_points > 0 ? least_even_inside : 1)) {
    take_even_points(search, n_inside, n_points);
    return std::move(search.found);
  }
  look_at_even_points(search, width, infinity);
  search.note_nearest();
  if (descend(search, n_points == 0 ? 1 : 0))
    search.found.share = product_of_levels(search);
  else if (hurry_down(search))
    search.found.share = {exp(search.log_share), {0, exp(search.log_share)}};
  else
    search.found.share = {0, {0, share_interval(0, options.n_even, options.level).high}};
  if (search.found.least_score <= 1) take_walkers(search, n_points);
  return std::move(search.found);
}

ConfidenceInterval share_interval(size_t n_inside, size_t n, double level) {
  RUMBO_REQUIRE(n > 0 && n_inside <= n);
  const double z = normal_quantile((1 + level) / 2), all = static_cast<double>(n);
  const double share = static_cast<double>(n_inside) / all, z2 = z * z / all;
  const double centre = (share + z2 / 2) / (1 + z2);
  const double reach = z / (1 + z2) * std::sqrt(share * (1 - share) / all + z2 / (4 * all));
  return {n_inside == 0 ? 0 : centre - reach, n_inside == n ? 1 : centre + reach};
}

double r_hat(std::span<const double> draws, size_t n_chains) {
  const size_t n_steps = draws.size() / n_chains;
  RUMBO_REQUIRE(n_chains > 1 && n_steps > 1);
  double mean = 0, mean_square = 0, within = 0;
  for (size_t chain = 0; chain < n_chains; ++chain) {
    const auto own = draws.subspan(chain * n_steps, n_steps);
    const double centre = std::accumulate(own.begin(), own.end(), 0.0) / double(n_steps);
    for (const double x : own) within += (x - centre) * (x - centre);
    mean += centre / double(n_chains);
    mean_square += centre * centre / double(n_chains);
  }
  within /= double(n_chains) * double(n_steps - 1);
  const double between = (mean_square - mean * mean) * double(n_chains) / double(n_chains - 1);
  if (!(within > 0)) return between > 0 ? infinity : 1;
  return std::sqrt(double(n_steps - 1) / double(n_steps) + between / within);
}

}  // namespace rumbo
