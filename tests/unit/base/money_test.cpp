// Dollars and cents: rounded once, the same both ways, never out of range.
#include "engine/base/money.hpp"

#include <catch2/catch.hpp>

#include "engine/base/archive.hpp"
#include "engine/base/ids.hpp"

using namespace rumbo;

TEST_CASE("dollars become cents by rounding half away from zero", "[unit][base]") {
  CHECK(cents_from_usd(12.34) == 1234);
  CHECK(cents_from_usd(-12.34) == -1234);
  CHECK(cents_from_usd(0.125) == 13);
  CHECK(cents_from_usd(-0.125) == -13);
  CHECK(cents_from_usd(0.004) == 0);
  CHECK(cents_from_usd(1e12) == 2147483647);
  CHECK(cents_from_usd(-1e12) == -2147483647);
  CHECK(usd_from_cents(-150) == -1.5);
  for (int cents = -100000; cents < 100000; cents += 37)
    CHECK(cents_from_usd(usd_from_cents(cents)) == cents);
}

TEST_CASE("types of archived elements are told apart by width and sign", "[unit][base]") {
  CHECK(element_type<int8_t>() == ElementType::i8);
  CHECK(element_type<uint16_t>() == ElementType::u16);
  CHECK(element_type<int64_t>() == ElementType::i64);
  CHECK(element_type<double>() == ElementType::f64);
  CHECK(element_size(element_type<uint32_t>()) == 4);
  CHECK(element_size(ElementType::f64) == 8);
}

TEST_CASE("ids compare by value and are not numbers", "[unit][base]") {
  CHECK(PlaceId(3) == PlaceId(3));
  CHECK(PlaceId(3) < PlaceId(4));
  CHECK(PersonId(7).index() == 7);
  CHECK_FALSE(std::is_convertible_v<PlaceId, CommunityId>);
  CHECK_FALSE(std::is_convertible_v<int, PlaceId>);
}
