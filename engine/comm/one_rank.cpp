// One rank: what it has is already the sum.
#include "engine/comm/comm.hpp"

namespace rumbo {
namespace {

class OneRank final : public Comm {
 public:
  int rank() const override { return 0; }
  int n_ranks() const override { return 1; }
  void sum(std::span<int64_t>) const override {}
  int64_t max(int64_t number) const override { return number; }
};

}  // namespace

const Comm& one_rank() {
  static const OneRank only;
  return only;
}

}  // namespace rumbo
