// Functions of arrays give the bits of the functions of numbers, whatever the length.
#include "engine/maths/arrays.hpp"

#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "engine/maths/functions.hpp"

namespace {

std::vector<uint64_t> bits_of(const std::vector<double>& numbers) {
  std::vector<uint64_t> bits;
  for (double x : numbers) bits.push_back(std::bit_cast<uint64_t>(x));
  return bits;
}

}  // namespace

TEST_CASE("exp of an array is exp of each, bit for bit", "[unit]") {
  for (size_t count : {0u, 1u, 2u, 3u, 4u, 5u, 4001u}) {
    std::vector<double> x, expected;
    for (size_t i = 0; i < count; ++i) {
      x.push_back(-720 + 0.3601 * static_cast<double>(i));
      expected.push_back(rumbo::exp(x.back()));
    }
    rumbo::exp_each(x);
    CHECK(bits_of(x) == bits_of(expected));
  }
}

TEST_CASE("log of an array is log of each, bit for bit, and of zero minus infinity", "[unit]") {
  std::vector<double> x{0}, expected{rumbo::log(0)};
  for (int i = 0; i < 4001; ++i) {
    x.push_back(1e-9 + 1.7e-3 * i * i);
    expected.push_back(rumbo::log(x.back()));
  }
  rumbo::log_each(x);
  CHECK(std::isinf(x.front()));
  CHECK(bits_of(x) == bits_of(expected));
}
