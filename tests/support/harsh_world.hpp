// Two small places where traffickers are many, so that shares of their victims are seen well.
#pragma once
#include <string>

#include "tests/support/recorded_run.hpp"
#include "tests/support/tiny_world.hpp"

namespace rumbo::test {

/// A monthly run over them at full scale. more  lines of [parameters]
inline SmallRun harsh_run(const std::string& more = "") {
  TinyWorld tiny;
  tiny.places = {{"AAA", 60000, 4000}, {"BBB", 60000}};
  tiny.stock = 4000;
  tiny.irregular_share = 0.6;
  SmallRun run;
  run.world = tiny.load();
  run.scale = 1;
  run.is_monthly = true;
  run.parameters =
      "\"trafficking.recruiters_inside\" = 3000.0\n\"trafficking.recruiters_abroad\" = 30.0\n" +
      more;
  return run;
}

}  // namespace rumbo::test
