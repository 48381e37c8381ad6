// Plausible ranges: what a range may be, and how values move within it.
#include "engine/params/plausible.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/base/error.hpp"
#include "engine/params/parameter.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

const PlausibleRange linear_range{1, 2, 5, RangeScale::linear, "test"};
const PlausibleRange log_range{1, 3, 100, RangeScale::log, "test"};
const PlausibleRange logit_range{0.1, 0.3, 0.9, RangeScale::logit, "test"};

double odds_logarithm(double share) {
  return std::log(share / (1 - share));
}

ParameterDeclaration declared_with(const PlausibleRange& range) {
  ParameterDeclaration made;
  made.name = "a.b";
  made.maximum = 10;
  made.default_value = 2;
  made.plausible = range;
  return made;
}

void declare_alone(const ParameterDeclaration& declaration) {
  ParameterRegistry().declare(declaration);
}

}  // namespace

TEST_CASE("a share of the way is taken on the scale of the range", "[unit]") {
  CHECK(at_share(linear_range, 0.25) == Approx(2).epsilon(1e-14));
  CHECK(at_share(log_range, 0.5) == Approx(10).epsilon(1e-14));
  CHECK(at_share(logit_range, 0.5) == Approx(0.5).epsilon(1e-14));
  CHECK(odds_logarithm(at_share(logit_range, 0.25)) ==
        Approx(0.5 * odds_logarithm(0.1)).epsilon(1e-12));
}

TEST_CASE("the ends of a range are met to the bit, and nothing passes them", "[unit]") {
  for (const PlausibleRange& range : {linear_range, log_range, logit_range}) {
    CHECK(at_share(range, 0) == range.low);
    CHECK(at_share(range, 1) == range.high);
    for (double share = 0; share <= 1; share += 1.0 / 64) {
      CHECK(at_share(range, share) >= range.low);
      CHECK(at_share(range, share) <= range.high);
    }
    CHECK(at_share(range, 1 - 1e-16) <= range.high);
  }
}

TEST_CASE("an index moves as the whole does, on the scale of the range", "[unit]") {
  CHECK(moved(7, linear_range, 5) == 10);
  CHECK(moved(0.5, log_range, 6) == 1);
  CHECK(odds_logarithm(moved(0.6, logit_range, 0.5)) ==
        Approx(odds_logarithm(0.6) - odds_logarithm(0.3)).epsilon(1e-12));
}

TEST_CASE("a move to the central value changes nothing, to the bit", "[unit]") {
  CHECK(moved(0.1, linear_range, 2) == 0.1);
  CHECK(moved(0.7, log_range, 3) == 0.7);
  CHECK(moved(0.123456789, logit_range, 0.3) == 0.123456789);
}

TEST_CASE("what is not there, or certain, stays so", "[unit]") {
  CHECK(moved(0, log_range, 100) == 0);
  CHECK(moved(0, logit_range, 0.9) == 0);
  CHECK(moved(1, logit_range, 0.1) == 1);
}

TEST_CASE("a range that is none is named", "[unit]") {
  CHECK(fault_of(linear_range).empty());
  CHECK(fault_of({1, 1, 5, RangeScale::log, ""}).empty());  // central may be an end
  CHECK(fault_of({0.1, 0.9, 0.9, RangeScale::logit, ""}).empty());
  CHECK_THAT(fault_of({5, 5, 5, RangeScale::linear, ""}), Contains("low 5 is not below high 5"));
  CHECK_THAT(fault_of({1, 6, 5, RangeScale::linear, ""}),
             Contains("central 6 lies outside 1 to 5"));
  CHECK_THAT(fault_of({1, 0.5, 5, RangeScale::linear, ""}), Contains("central 0.5 lies outside"));
  CHECK_THAT(fault_of({1, NAN, 5, RangeScale::linear, ""}), Contains("lies outside"));
  CHECK_THAT(fault_of({0, 1, 5, RangeScale::log, ""}), Contains("not above 0"));
  CHECK_THAT(fault_of({0, 0.5, 0.9, RangeScale::logit, ""}), Contains("not within 0 and 1"));
  CHECK_THAT(fault_of({0.1, 0.5, 1, RangeScale::logit, ""}), Contains("not within 0 and 1"));
}

TEST_CASE("a parameter is declared with a range within its limits, or with a reason for none",
          "[unit]") {
  CHECK_NOTHROW(declare_alone(declared_with(linear_range)));
  CHECK_THROWS_WITH(declare_alone(declared_with({5, 2, 1, RangeScale::linear, ""})),
                    StartsWith("parameter 'a.b': plausible: low 5 is not below high 1"));
  CHECK_THROWS_WITH(declare_alone(declared_with({1, 2, 11, RangeScale::linear, ""})),
                    Contains("leaves minimum to maximum"));
  CHECK_THROWS_WITH(declare_alone(declared_with({-1, 2, 5, RangeScale::linear, ""})),
                    Contains("leaves minimum to maximum"));
  ParameterDeclaration both = declared_with(linear_range);
  both.not_varied = "a switch";
  CHECK_THROWS_WITH(declare_alone(both), Contains("a plausible range and a reason for none"));
}

TEST_CASE("scales are named", "[unit]") {
  CHECK(scale_name(RangeScale::logit) == "logit");
  CHECK(scale_named("log") == RangeScale::log);
  CHECK_FALSE(scale_named("logs"));
}
