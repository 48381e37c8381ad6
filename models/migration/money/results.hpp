// Tables of results: remittances.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct MoneyResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Table remittances_sent = declare(
      money_sum("remittances_sent", "money sent, fees included", {axes.sender, axes.receiver}));
  Table remittance_fees =
      declare(money_sum("remittance_fees", "fees of sending money", {axes.sender, axes.receiver}));
  Table remittances_received =
      declare(money_sum("remittances_received", "money received", {axes.sender, axes.receiver}));
};

}  // namespace rumbo::migration
