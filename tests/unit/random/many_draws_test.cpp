// The vectorised blocks and prefixes are the words of Draws::block, on every instruction set.
#include "engine/random/many_draws.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>

#include "engine/base/error.hpp"

using namespace rumbo;

TEST_CASE("every instruction set gives the words of the plain generator", "[unit][random]") {
  const Draws draws(0xdeadbeef, 77);
  const Month month(1812);
  for (const auto name : screening_instruction_sets()) {
    INFO(std::string(name));
    use_screening_instruction_set(name);
    for (const size_t count : {1, 2, 15, 16, 17, 32, 33, 48, 100, 256}) {
      const size_t room = (count + screening_stride - 1) / screening_stride * screening_stride;
      std::vector<uint32_t> subjects(room);
      for (size_t i = 0; i < room; ++i)
        subjects[i] = i % 3 == 0 ? static_cast<uint32_t>(i)
                                 : 0xfffffff0u - 1000003u * static_cast<uint32_t>(i);
      std::vector<ScreeningPrefixes> found(room);
      screening_prefixes(draws, subjects.data(), count, month, found.data());
      for (size_t i = 0; i < count; ++i) {
        const auto words = draws.block(subjects[i], month, purpose::screening);
        const auto single = screening_prefixes(draws, subjects[i], month);
        CHECK(std::memcmp(words.data(), &found[i], sizeof words) == 0);
        CHECK(std::memcmp(words.data(), &single, sizeof words) == 0);
      }
      std::vector<DrawBlock> blocks(room);
      draw_blocks(draws, subjects.data(), count, month, Purpose{123}, blocks.data());
      for (size_t i = 0; i < count; ++i) {
        const auto words = draws.block(subjects[i], month, Purpose{123});
        CHECK(std::memcmp(words.data(), &blocks[i], sizeof words) == 0);
      }
    }
  }
  use_screening_instruction_set(screening_instruction_sets().back());
}

TEST_CASE("an instruction set that the processor lacks is refused", "[unit][random][bad_input]") {
  CHECK_THROWS_WITH(use_screening_instruction_set("sse9"),
                    "this processor has no instruction set 'sse9'");
  CHECK(screening_instruction_sets().front() == "plain");
}

TEST_CASE("the uniform behind a prefix begins with it", "[unit][random]") {
  const Draws draws(1, 2);
  for (uint32_t person = 0; person < 1000; ++person) {
    const auto prefixes = screening_prefixes(draws, person, Month(3));
    for (int p = 0; p < n_screened_purposes; ++p) {
      const double u = screened_uniform(draws, person, Month(3), p, prefixes.prefix[p]);
      CHECK(std::floor(u * 65536) == prefixes.prefix[p]);
    }
  }
}

// s.e. of the correlation of two independent purposes over n persons: 1 / sqrt(n). Seen to fail
// when two purposes shared their prefix.
TEST_CASE("screened purposes are independent of each other", "[unit][statistical][random]") {
  const Draws draws(4, 4);
  constexpr int n = 50000;
  double cross[n_screened_purposes][n_screened_purposes] = {};
  for (uint32_t person = 0; person < n; ++person) {
    const auto prefixes = screening_prefixes(draws, person, Month(9));
    double x[n_screened_purposes];
    for (int p = 0; p < n_screened_purposes; ++p)
      x[p] = (screened_uniform(draws, person, Month(9), p, prefixes.prefix[p]) - 0.5) *
             std::sqrt(12.0);
    for (int p = 0; p < n_screened_purposes; ++p)
      for (int q = 0; q < p; ++q) cross[p][q] += x[p] * x[q] / n;
  }
  for (int p = 0; p < n_screened_purposes; ++p)
    for (int q = 0; q < p; ++q) CHECK(std::fabs(cross[p][q]) < 4 / std::sqrt(n));
}
