// Smugglers as firms at one border: profit, entry, exit, good name, shares of clients.
//
// Costs and the break-even fee are in smuggling/breakeven_fee.hpp, the fee in
// smuggling/fee_rules.hpp. Pure functions; 2020 US dollars, months. Other rooms may include it. May
// include: base, maths.
#pragma once
#include <cstdint>
#include <span>

#include "models/migration/border/attempts.hpp"
#include "models/migration/smuggling/breakeven_fee.hpp"

namespace rumbo::migration {

/// Expected punishment of a month per client; what SmugglingCost::punishment_usd takes.
///
/// prosecution  probability per month of being convicted, in [0, 1]; penalty_usd  >= 0
/// clients      of the firm this month; fewer than one counts as one
double punishment_per_client_usd(double prosecution, double penalty_usd, double clients);

/// Expected profit of a month: only those who arrive pay.
///
/// clients  of the firm, >= 0; fixed_usd  cost of staying in business a month, >= 0
/// returns  clients (fee P(entry) - cost per client) - fixed
double smuggler_profit_usd(double clients, double fee_usd, const SmugglingCost& cost,
                           const CrossingExpectation& journey, double fixed_usd);

/// Value today of a payment at the end of each of some months.
///
/// discount  per month, >= 0; months  >= 0, may be infinite if discount > 0
/// returns   monthly (1 - (1 + discount)^-months) / discount; monthly x months at discount 0
double present_value_usd(double monthly_usd, double discount, double months);

/// Who enters. All assumed.
struct EntryRules {
  double entry_cost_usd = 20000;  ///< contacts, guides, safe houses; >= 0
  double horizon_months = 24;     ///< counted on, >= 0
  double discount = 0.02;         ///< per month, >= 0
  double rate = 0.1;              ///< per month, of a would-be smuggler who sees a gain, >= 0
};

/// Whether expected profit pays for entry: its present value is above the cost of entry.
bool pays_to_enter(const EntryRules& rules, double monthly_profit_usd);

/// Probability that a would-be smuggler enters this month; 0 if it does not pay.
double entry_probability(const EntryRules& rules, double monthly_profit_usd);

/// Who leaves. All assumed.
struct ExitRules {
  int32_t patience_months = 3;  ///< months of loss in a row before any firm leaves, >= 1
  double rate = 0.25;           ///< per month from then on, >= 0
};

/// Months of loss in a row after a month with this profit; a profit of 0 or more ends the row.
constexpr int32_t months_of_loss_after(int32_t months_of_loss, double profit_usd) {
  return profit_usd < 0 ? months_of_loss + 1 : 0;
}

/// Probability that a firm gives up this month.
double exit_probability(const ExitRules& rules, int32_t months_of_loss);

/// How clients learn whom to trust. All assumed.
struct ReputationRules {
  double memory_loss = 0.1;  ///< weight of the newest month in the name, in (0, 1] (rho)
  double weight = 2;         ///< log odds of being chosen per unit of name, >= 0
  double told = 0.5;         ///< probability that a client's fate becomes known, in [0, 1]
  double discount = 0.02;    ///< per month, > 0
};

/// Good name after a month, (1 - rho) name + rho outcome; both in [0, 1], 1 = all treated well.
constexpr double reputation_after(double reputation, double outcome, double memory_loss) {
  return (1 - memory_loss) * reputation + memory_loss * outcome;
}

/// Value of the clients lost because one client was treated badly.
///
/// One bad fate among n clients lowers the outcome by 1 / n if told, the name by rho / n next
/// month and rho (1 - rho)^t / n later, the clients by n weight (1 - share) times that: n cancels
/// and the sum over months is rho / (discount + rho). To first order in the loss.
/// margin_usd  expected profit per client, >= 0; market_share  of the firm, in [0, 1]
double future_clients_usd(const ReputationRules& rules, double margin_usd, double market_share);

/// Clients of each firm: in proportion to capacity x exp(weight name), no firm above its capacity;
/// what a full firm cannot take goes to the others.
///
/// clients   to share out, >= 0; what exceeds all capacity stays unserved
/// capacity  [n_firms], >= 0; reputation  [n_firms], in [0, 1]
/// taken     [n_firms], written: expected clients; sums to min(clients, all capacity)
void share_clients(double clients, std::span<const double> capacity,
                   std::span<const double> reputation, double weight, std::span<double> taken);

}  // namespace rumbo::migration
