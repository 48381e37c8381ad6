// See ledger.hpp.
#include "engine/tally/ledger.hpp"

#include <algorithm>
#include <numeric>

#include "engine/base/error.hpp"

namespace rumbo {

Ledger::Ledger(std::vector<std::string> accounts, const Comm& comm)
    : comm_(&comm), accounts_(std::move(accounts)), balances_(accounts_.size()) {
  Local first;
  first.balances_.assign(accounts_.size(), 0);
  threads_ = PerThread<Local>(first);
}

void Ledger::Local::refuse() {
  throw RunError(
      "more money than an account of 64 bits of cents can hold; use lower wages or fewer persons");
}

void Ledger::add_balances(const std::vector<AccountCents>& other) {
  for (size_t a = 0; a < balances_.size(); ++a)
    if (!add_fits(balances_[a], other[a], balances_[a])) Local::refuse();
}

void Ledger::gather() {
  threads_.for_each([&](Local& local) {
    add_balances(local.balances_);
    std::fill(local.balances_.begin(), local.balances_.end(), 0);
  });
}

void Ledger::fold(Ledger& other) {
  RUMBO_REQUIRE(accounts_ == other.accounts_);
  gather();
  other.gather();
  add_balances(other.balances_);
}

AccountCents Ledger::sum() const {
  return std::accumulate(balances_.begin(), balances_.end(), AccountCents{0});
}

void Ledger::visit(Archive& archive) {
  gather();
  archive.fixed("ledger/balances", std::span(balances_));
}

}  // namespace rumbo
