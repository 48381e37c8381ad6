// See sobol_indices.hpp.
#include "engine/sensitivity/sobol_indices.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "engine/sensitivity/checks.hpp"

namespace rumbo {
namespace {

/// What each base sample adds to the sums that indices are made of, [sample][term]: the results of
/// A and B, then for each parameter its terms of first order and in total, then those of pairs.
/// Results are taken from their mean, which leaves the expected values and lessens their scatter.
class Terms {
 public:
  Terms(const Design& design, std::span<const double> results)
      : rows_{design.width(), design.has_second_order}, width_(design.width()) {
    n_terms_ = 2 + 2 * width_ + (rows_.has_second_order ? width_ * (width_ - 1) / 2 : 0);
    for (size_t sample = 0; sample < design.n_groups; ++sample)
      if (is_complete(results, sample)) samples_.push_back(sample);
    for (const size_t sample : samples_)
      centre_ += (results[rows_.a(sample)] + results[rows_.b(sample)]) / 2;
    centre_ /= static_cast<double>(samples_.size());
    for (const size_t sample : samples_) add(results, sample);
  }

  size_t n_samples() const { return samples_.size(); }
  size_t n_indices() const { return n_terms_ - 2; }
  double centre() const { return centre_; }

  /// Variance over A and B of some samples, which may stand there several times.
  double variance(std::span<const size_t> units) const {
    const double n = 2 * static_cast<double>(units.size());
    double sum = 0, squares = 0;
    for (const size_t unit : units)
      for (size_t t = 0; t < 2; ++t) {
        const double y = terms_[unit * n_terms_ + t];
        sum += y;
        squares += y * y;
      }
    return (squares - sum * sum / n) / (n - 1);
  }

  /// Indices of first order and in total of each parameter by turns, then of pairs.
  void indices(std::span<const size_t> units, std::span<double> found) const {
    const double whole = variance(units) * static_cast<double>(units.size());
    std::vector<double> sums(n_terms_ - 2);
    for (const size_t unit : units)
      for (size_t t = 0; t < sums.size(); ++t) sums[t] += terms_[unit * n_terms_ + 2 + t];
    for (size_t t = 0; t < sums.size(); ++t)
      found[t] = whole > 0 ? sums[t] / whole : std::numeric_limits<double>::quiet_NaN();
    // What a pair accounts for is known together with what each of the two does.
    size_t at = 2 * width_;
    for (size_t i = 0; at < found.size() && i < width_; ++i)
      for (size_t j = i + 1; j < width_; ++j) found[at++] -= found[2 * i] + found[2 * j];
  }

 private:
  bool is_complete(std::span<const double> results, size_t sample) const {
    for (const double y : results.subspan(rows_.a(sample), rows_.per_sample()))
      if (!std::isfinite(y)) return false;
    return true;
  }

  void add(std::span<const double> results, size_t sample) {
    const auto y = [&](size_t row) { return results[row] - centre_; };
    const double a = y(rows_.a(sample)), b = y(rows_.b(sample));
    terms_.insert(terms_.end(), {a, b});
    for (size_t i = 0; i < width_; ++i) {
      const double mixed = y(rows_.a_with_b(sample, i));
      terms_.push_back(b * (mixed - a));
      terms_.push_back((a - mixed) * (a - mixed) / 2);
    }
    if (!rows_.has_second_order) return;
    for (size_t i = 0; i < width_; ++i)
      for (size_t j = i + 1; j < width_; ++j)
        terms_.push_back(y(rows_.b_with_a(sample, i)) * y(rows_.a_with_b(sample, j)) - a * b);
  }

  SaltelliRows rows_;
  size_t width_, n_terms_;
  std::vector<size_t> samples_;  ///< without a failed run
  double centre_ = 0;
  std::vector<double> terms_;
};

/// Indices from estimates in the order of Terms::indices.
void set_indices(const std::vector<Estimate>& estimates, size_t width, SobolIndices& found) {
  for (size_t i = 0; i < width; ++i) {
    found.first.push_back(estimates[2 * i]);
    found.total.push_back(estimates[2 * i + 1]);
  }
  size_t at = 2 * width;
  for (size_t i = 0; at < estimates.size() && i < width; ++i)
    for (size_t j = i + 1; j < width; ++j) found.pairs.push_back({i, j, estimates[at++]});
}

}  // namespace

SobolIndices sobol_indices(const Design& design, std::span<const double> results,
                           const BootstrapOptions& options) {
  check_layout("Sobol indices", design, DesignLayout::saltelli);
  check_results("Sobol indices", design, results);
  const Terms terms(design, results);
  SobolIndices found;
  found.n_samples = terms.n_samples();
  found.n_left_out = design.n_groups - found.n_samples;
  if (found.n_samples < 2)
    throw InputError(
        fmt::format("Sobol indices: {} of {} base samples have all their results; "
                    "expected at least 2",
                    found.n_samples, design.n_groups));
  set_indices(bootstrap(found.n_samples, terms.n_indices(), options,
                        [&](auto units, auto indices) { terms.indices(units, indices); }),
              design.width(), found);
  std::vector<size_t> all(found.n_samples);
  std::iota(all.begin(), all.end(), size_t{0});
  found.mean = terms.centre();
  found.variance = terms.variance(all);
  return found;
}

}  // namespace rumbo
