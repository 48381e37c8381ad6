// Accounts of money: what leaves one enters another, to the last cent.
//
// May include: base, parallel, comm.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/checked.hpp"
#include "engine/base/money.hpp"
#include "engine/parallel/parallel.hpp"

namespace rumbo {

/// Named accounts and the sums that passed between them.
///
/// Balances start at zero or at opening amounts booked against the account "opening";
/// their sum is zero at any time, because there is no way to change only one of them.
class Ledger {
 public:
  Ledger() = default;
  explicit Ledger(std::vector<std::string> accounts);

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

  Local& local() { return threads_.local(); }
  /// Adds up threads; not inside a parallel loop. throws RunError as transfer() does
  void gather();
  /// Balance of an account over all ranks, as of the last gather().
  AccountCents balance(size_t account) const { return balances_[account]; }
  const std::vector<std::string>& accounts() const { return accounts_; }
  /// Sum of all balances: zero, or something is broken.
  AccountCents sum() const;
  void visit(Archive& archive);

 private:
  std::vector<std::string> accounts_;
  std::vector<AccountCents> balances_;
  PerThread<Local> threads_;
};

}  // namespace rumbo
