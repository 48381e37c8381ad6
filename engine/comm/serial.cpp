// One rank: what it has is already the sum.
#include "engine/comm/comm.hpp"

namespace rumbo {

int rank() {
  return 0;
}
int n_ranks() {
  return 1;
}
void sum_over_ranks(std::span<int64_t>) {}
int64_t max_over_ranks(int64_t number) {
  return number;
}

}  // namespace rumbo
