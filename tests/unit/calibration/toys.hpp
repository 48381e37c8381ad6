// Simulators of two parameters whose answers are known, for tests of calibration.
#pragma once
#include <cmath>
#include <string>
#include <vector>

#include "engine/calibration/waves.hpp"
#include "engine/random/draws.hpp"

namespace rumbo::test {

/// A standard normal number of its own for each point, replicate and target.
inline double toy_noise(std::span<const double> x, uint32_t replicate, uint32_t target) {
  uint32_t subject = 0;
  for (const double share : x) subject = subject * 2654435761u + uint32_t(share * 4294967295.0);
  return Draws(11, replicate).normal(subject, Month(0), Purpose{201}, target);
}

/// Results are means with normal noise of a deviation.
template <class Means>
Simulator noisy(Means means, double deviation) {
  return [means, deviation](std::span<const double> x, uint32_t replicate) {
    std::vector<double> results = means(x);
    for (uint32_t i = 0; i < results.size(); ++i)
      results[i] += deviation * toy_noise(x, replicate, i);
    return results;
  };
}

inline std::vector<std::string> toy_parameters(size_t n) {
  std::vector<std::string> names;
  for (size_t i = 0; i < n; ++i) names.push_back("p" + std::to_string(i));
  return names;
}

/// How a surface without noise is emulated best.
inline EmulatorOptions smooth_emulator() {
  return {.correlation = Correlation::squared_exponential, .mean = EmulatorMean::linear};
}

}  // namespace rumbo::test
