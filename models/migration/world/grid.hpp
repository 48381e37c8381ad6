// Small dense arrays by place, year or age. May include: base.
#pragma once
#include <cstddef>
#include <vector>

namespace rumbo::migration {

/// A dense array of doubles with up to four indices, row-major.
class Grid {
 public:
  Grid() = default;
  explicit Grid(size_t a, size_t b = 1, size_t c = 1, size_t d = 1, double first = 0)
      : b_(b), c_(c), d_(d), cells_(a * b * c * d, first) {}

  double& operator()(size_t i, size_t j = 0, size_t k = 0, size_t l = 0) {
    return cells_[((i * b_ + j) * c_ + k) * d_ + l];
  }
  double operator()(size_t i, size_t j = 0, size_t k = 0, size_t l = 0) const {
    return cells_[((i * b_ + j) * c_ + k) * d_ + l];
  }
  std::vector<double>& cells() { return cells_; }
  const std::vector<double>& cells() const { return cells_; }

 private:
  size_t b_ = 1, c_ = 1, d_ = 1;
  std::vector<double> cells_;
};

}  // namespace rumbo::migration
