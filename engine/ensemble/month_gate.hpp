// Lets several threads run months side by side, and one of them look at all runs between months.
//
// May include: std only.
#pragma once
#include <condition_variable>
#include <mutex>

namespace rumbo {

/// Inside, a thread may change its run; alone, a thread finds all runs at the end of a month.
class MonthGate {
 public:
  /// Held while a run is made, stepped, forked or handed over.
  class Inside {
   public:
    explicit Inside(MonthGate& gate) : gate_(gate) {
      std::unique_lock lock(gate_.mutex_);
      gate_.changed_.wait(lock, [&] { return !gate_.is_closed_; });
      ++gate_.n_inside_;
    }
    ~Inside() {
      const std::lock_guard lock(gate_.mutex_);
      --gate_.n_inside_;
      gate_.changed_.notify_all();
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

   private:
    MonthGate& gate_;
  };

  /// Held by a thread that is not inside: it waits for those who are, and keeps out all others.
  class Alone {
   public:
    explicit Alone(MonthGate& gate) : gate_(gate) {
      std::unique_lock lock(gate_.mutex_);
      gate_.changed_.wait(lock, [&] { return !gate_.is_closed_; });
      gate_.is_closed_ = true;
      gate_.changed_.wait(lock, [&] { return gate_.n_inside_ == 0; });
    }
    ~Alone() {
      const std::lock_guard lock(gate_.mutex_);
      gate_.is_closed_ = false;
      gate_.changed_.notify_all();
    }
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

   private:
    MonthGate& gate_;
  };

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int n_inside_ = 0;
  bool is_closed_ = false;
};

}  // namespace rumbo
