// Accounts of money: what leaves one enters another, to the last cent.
//
// Each rank of a run has a ledger of its own: what its persons hold, pay and owe, and on the first
// what is booked once for all. Each balances by itself.
//
// May include: base, parallel, comm.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/checked.hpp"
#include "engine/base/money.hpp"
#include "engine/comm/comm.hpp"
#include "engine/parallel/parallel.hpp"

namespace rumbo {

/// Named accounts and the sums that passed between them.
///
/// Balances start at zero or at opening amounts booked against the account "opening";
/// their sum is zero at any time, because there is no way to change only one of them.
class Ledger {
 public:
  Ledger() = default;
  /// comm  the ranks of the run; outlives this
  explicit Ledger(std::vector<std::string> accounts, const Comm& comm = one_rank());

  /// One thread's transfers.
  class Local {
   public:
    /// amount  cents x weight; any sign
    /// throws RunError if an account would hold more than 64 bits of cents (92 thousand million
    /// million dollars)
    void transfer(size_t from, size_t to, AccountCents amount) {
      add(from, -amount);
      add(to, amount);
    }

   private:
    friend class Ledger;
    void add(size_t account, AccountCents amount) {
      if (!add_fits(balances_[account], amount, balances_[account])) refuse();
    }
    [[noreturn]] static void refuse();
    std::vector<AccountCents> balances_;
  };

  /// Transfers that every rank would make alike, such as what firms pay: booked once and not once a
  /// rank. Not inside a parallel loop.
  class Global {
   public:
    /// As Local::transfer().
    void transfer(size_t from, size_t to, AccountCents amount) {
      if (first_ != nullptr) first_->transfer(from, to, amount);
    }

   private:
    friend class Ledger;
    explicit Global(Local* first) : first_(first) {}
    Local* first_;  ///< null on all ranks but the first
  };

  Local& local() { return threads_.local(); }
  Global global() { return Global(comm_->is_first() ? &local() : nullptr); }
  /// Adds up threads; not inside a parallel loop. throws RunError as transfer() does
  void gather();
  /// Adds the balances of another rank of the same run. throws RunError as transfer() does
  void fold(Ledger& other);
  /// Balance of an account of this rank, as of the last gather().
  AccountCents balance(size_t account) const { return balances_[account]; }
  const std::vector<std::string>& accounts() const { return accounts_; }
  /// Sum of all balances: zero, or something is broken.
  AccountCents sum() const;
  void visit(Archive& archive);

 private:
  void add_balances(const std::vector<AccountCents>& other);

  const Comm* comm_ = &one_rank();
  std::vector<std::string> accounts_;
  std::vector<AccountCents> balances_;
  PerThread<Local> threads_;
};

}  // namespace rumbo
