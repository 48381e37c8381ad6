// Functions of which sensitivity indices are known in closed form; inputs are shares in [0, 1].
#pragma once
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

namespace rumbo::oracle {

/// [Ishigami and Homma 1990], a = 7, b = 0.1: of three inputs from -pi to pi the third acts only
/// together with the first.
struct Ishigami {
  static constexpr double a = 7, b = 0.1;
  static constexpr double pi = std::numbers::pi, pi4 = pi * pi * pi * pi, pi8 = pi4 * pi4;
  static constexpr double variance = a * a / 8 + b * pi4 / 5 + b * b * pi8 / 18 + 0.5;
  static constexpr double alone_1 = 0.5 * (1 + b * pi4 / 5) * (1 + b * pi4 / 5);
  static constexpr double alone_2 = a * a / 8;
  static constexpr double pair_13 = b * b * pi8 * (1.0 / 18 - 1.0 / 50);
  static constexpr double first[3] = {alone_1 / variance, alone_2 / variance, 0};
  static constexpr double total[3] = {(alone_1 + pair_13) / variance, alone_2 / variance,
                                      pair_13 / variance};
  static constexpr double mean = a / 2;

  static double of(std::span<const double> shares) {
    const auto angle = [&](size_t i) { return (2 * shares[i] - 1) * pi; };
    const double third = angle(2), sine = std::sin(angle(1));
    return std::sin(angle(0)) * (1 + b * third * third * third * third) + a * sine * sine;
  }
};

/// The g function [Saltelli and Sobol 1995]: the smaller its number, the more an input matters.
struct SobolG {
  std::vector<double> numbers;

  double of(std::span<const double> shares) const {
    double product = 1;
    for (size_t i = 0; i < numbers.size(); ++i)
      product *= (std::fabs(4 * shares[i] - 2) + numbers[i]) / (1 + numbers[i]);
    return product;
  }
  double alone(size_t i) const { return 1 / (3 * (1 + numbers[i]) * (1 + numbers[i])); }
  double variance() const {
    double product = 1;
    for (size_t i = 0; i < numbers.size(); ++i) product *= 1 + alone(i);
    return product - 1;
  }
  double first(size_t i) const { return alone(i) / variance(); }
  double total(size_t i) const { return alone(i) / (1 + alone(i)) * (variance() + 1) / variance(); }
  double pair(size_t i, size_t j) const { return alone(i) * alone(j) / variance(); }
};

}  // namespace rumbo::oracle
