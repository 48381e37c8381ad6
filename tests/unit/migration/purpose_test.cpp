// Purposes of draws. That no two have one number, and whose numbers are whose, is seen to when they
// are declared.
#include "models/migration/person/purpose.hpp"

#include <catch2/catch.hpp>

using namespace rumbo;
using namespace rumbo::migration;

TEST_CASE("screened purposes keep their positions in the draw", "[unit][model]") {
  using namespace screened;
  const int positions[] = {death, birth, union_start, union_end, move, go_back, harm, status};
  for (int k = 0; k < n_screened_purposes; ++k) CHECK(positions[k] == k);
}
