// Ranks that are threads of the test: sums and maxima go over them as they would over processes.
#pragma once
#include <algorithm>
#include <barrier>
#include <cstdint>
#include <span>
#include <thread>
#include <vector>

#include "engine/base/checked.hpp"
#include "engine/comm/comm.hpp"

namespace rumbo::test {

class ThreadRanks {
 public:
  explicit ThreadRanks(int n_ranks) : cells_(static_cast<size_t>(n_ranks)), barrier_(n_ranks) {
    for (int r = 0; r < n_ranks; ++r) ranks_.emplace_back(*this, r);
  }

  /// Calls body(comm) on every rank at once. What it throws ends the program, and Catch may be
  /// asked by one thread only: bodies leave what they found for the caller to check.
  template <class Body>
  void run(const Body& body) {
    std::vector<std::jthread> threads;
    for (const Rank& rank : ranks_)
      threads.emplace_back([&] { body(static_cast<const Comm&>(rank)); });
  }

 private:
  class Rank final : public Comm {
   public:
    Rank(ThreadRanks& all, int number) : all_(&all), number_(number) {}
    int rank() const override { return number_; }
    int n_ranks() const override { return static_cast<int>(all_->ranks_.size()); }
    void sum(std::span<int64_t> cells) const override {
      all_->reduce(number_, cells, saturating_add);
    }
    int64_t max(int64_t number) const override {
      all_->reduce(number_, {&number, 1}, [](int64_t a, int64_t b) { return std::max(a, b); });
      return number;
    }

   private:
    ThreadRanks* all_;
    int number_;
  };

  template <class Join>
  void reduce(int rank, std::span<int64_t> cells, const Join& join) {
    cells_[static_cast<size_t>(rank)] = cells;
    barrier_.arrive_and_wait();
    std::vector<int64_t> joined(cells_[0].begin(), cells_[0].end());
    for (size_t r = 1; r < cells_.size(); ++r)
      for (size_t c = 0; c < joined.size(); ++c) joined[c] = join(joined[c], cells_[r][c]);
    barrier_.arrive_and_wait();  // all have read what is written now
    std::copy(joined.begin(), joined.end(), cells.begin());
  }

  std::vector<std::span<int64_t>> cells_;  ///< [rank] what it brought to the reduction
  std::barrier<> barrier_;
  std::vector<Rank> ranks_;
};

}  // namespace rumbo::test
