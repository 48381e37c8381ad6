// Whole numbers held at their limits.
#include "engine/base/checked.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace rumbo;

namespace {

constexpr int64_t most = std::numeric_limits<int64_t>::max();

}  // namespace

// Guards against a plain cast: 2^63 gave the lowest number, under sanitizers an error.
TEST_CASE("a number becomes the nearest integer that can be held", "[unit][base]") {
  CHECK(saturating_cast<int64_t>(12.9) == 12);
  CHECK(saturating_cast<int64_t>(-12.9) == -12);
  CHECK(saturating_cast<int64_t>(9223372036854775807.0) == most);
  CHECK(saturating_cast<int64_t>(1e300) == most);
  CHECK(saturating_cast<int64_t>(-1e300) == std::numeric_limits<int64_t>::min());
  CHECK(saturating_cast<int64_t>(HUGE_VAL) == most);
  CHECK(saturating_cast<int64_t>(std::nan("")) == 0);
  CHECK(saturating_cast<uint64_t>(-1.0) == 0);
  CHECK(saturating_cast<uint64_t>(18446744073709551616.0) == std::numeric_limits<uint64_t>::max());
  CHECK(saturating_cast<int32_t>(3e9) == 2147483647);
  CHECK(rounded_count(2.5) == 3);
  CHECK(rounded_count(1e30) == most);
}

// Guards against + and *: they wrap around.
TEST_CASE("sums and products are held at the limits, which differ from a missing cell",
          "[unit][base]") {
  CHECK(saturating_add(most - 1, 1) == most);
  CHECK(saturating_add(most, 1) == most);
  CHECK(saturating_add(-most, -most) == -most);
  CHECK(saturating_add(-5, 3) == -2);
  CHECK(saturating_multiply(int64_t{1} << 40, int64_t{1} << 40) == most);
  CHECK(saturating_multiply(int64_t{1} << 40, -(int64_t{1} << 40)) == -most);
  CHECK(saturating_multiply(-3, 7) == -21);
  int64_t sum = 0;
  CHECK(add_fits(most - 2, 2, sum));
  CHECK(sum == most);
  CHECK_FALSE(add_fits(most, 1, sum));
}
