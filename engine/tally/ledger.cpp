// See ledger.hpp.
#include "engine/tally/ledger.hpp"

#include <algorithm>
#include <numeric>

namespace rumbo {

Ledger::Ledger(std::vector<std::string> accounts)
    : accounts_(std::move(accounts)), balances_(accounts_.size()) {
  Local first;
  first.balances_.assign(accounts_.size(), 0);
  threads_ = PerThread<Local>(first);
}

void Ledger::gather() {
  threads_.for_each([&](Local& local) {
    for (size_t a = 0; a < balances_.size(); ++a) balances_[a] += local.balances_[a];
    std::fill(local.balances_.begin(), local.balances_.end(), 0);
  });
}

AccountCents Ledger::sum() const {
  return std::accumulate(balances_.begin(), balances_.end(), AccountCents{0});
}

void Ledger::visit(Archive& archive) {
  gather();
  archive.fixed("ledger/balances", std::span(balances_));
}

}  // namespace rumbo
