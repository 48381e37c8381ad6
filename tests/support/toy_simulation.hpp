// A simulation of one number, for tests of what runs simulations: each month adds what its
// scenario says to a sum, so that a run that skips or repeats a month is seen at once.
#pragma once
#include <atomic>
#include <memory>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/run/simulation.hpp"

namespace rumbo::test {

/// What the toys of a test share: the scenarios, and how many months they ran in all.
struct ToyLog {
  std::vector<std::pair<Month, int64_t>> scenarios;  ///< from that month on, that amount; else 1
  std::atomic<int> months_run = 0;
  std::atomic<int> made = 0;
  std::atomic<int> audits = 0;
  std::pair<size_t, int64_t> fails_in{99, 0};  ///< scenario and replicate whose months fail
};

class ToySimulation final : public Simulation {
 public:
  ToySimulation(ToyLog& log, size_t scenario, uint32_t replicate, Month start)
      : log_(&log),
        scenario_(scenario),
        replicate_(replicate),
        sum_(1000 * replicate),
        month_(start) {
    ++log.made;
  }

  std::unique_ptr<Simulation> fork() const override {
    return std::make_unique<ToySimulation>(*this);
  }
  void follow_scenario(size_t scenario) override { scenario_ = scenario; }
  void step() override {
    if (log_->fails_in == std::pair(scenario_, replicate_)) throw RunError("no room");
    const auto& [from, amount] = log_->scenarios[scenario_];
    sum_ = 3 * sum_ + (month_ >= from ? amount : 1);
    sum_ %= 1000003;
    ++month_;
    ++log_->months_run;
  }
  Month month() const override { return month_; }
  uint64_t n_persons() const override { return 1; }
  void visit(Archive& archive) override {
    int32_t month = month_.count();
    archive.value("toy/month", month);
    archive.value("toy/sum", sum_);
    month_ = Month(month);
  }
  ResultBlock take_results(uint32_t scenario, uint32_t replicate) override {
    return {scenario, replicate, {TableData{{sum_}, {}}}};
  }
  uint64_t digest() override { return static_cast<uint64_t>(sum_); }
  void audit() override { ++log_->audits; }

 private:
  ToyLog* log_;
  size_t scenario_;
  int64_t replicate_;
  int64_t sum_;
  Month month_;
};

}  // namespace rumbo::test
