// The accounts between which money moves.
//
// Other rooms may include it. May include: base.
#pragma once
#include <cstdint>

#include "engine/base/named_enum.hpp"

namespace rumbo::migration {

/// Accounts of money. `owed` is what persons owe in all and `lent` its mirror: a claim comes into
/// being, grows by interest, and ends by payment or loss between these two.
enum class Account : uint8_t {
  persons,
  employers,
  consumption,
  senders_fees,
  visas,
  smugglers,
  travel,
  estates,
  abroad,
  opening,
  lenders,
  traffickers,
  officials,
  robbers,
  states,
  owed,
  lent
};
inline constexpr int n_accounts = n_of<Account>;
inline constexpr auto account_names =
    names_of<Account>({{Account::senders_fees, "fees of senders"}});

}  // namespace rumbo::migration
