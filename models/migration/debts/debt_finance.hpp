// How much is lent for a passage: what a lender can enforce, and what is worth borrowing.
//
// The literature disagrees on the sign of border control and deportation here; both
// signs follow from the limits below, by parameters alone. Pure functions; 2020 US
// dollars, present values. May include: base, maths.
//
// Pledge. A debtor who runs away keeps (1 - phi) of free earnings w_L; one who stays keeps bonded
// earnings w_I less the debt D. He stays if D <= w_I - (1 - phi) w_L: reduced form of [Friebel and
// Guriev 2006]. A higher phi (deportation) raises the limit and the flow; a costlier passage C cuts
// own payment by as much as C and debt not at all, so its part in the flow rises.
// Gain. With interest m per dollar borrowed, going on debt D = C - W from wealth W is worth it if
// gain - W - (1 + m) D >= 0, that is D <= (gain - C) / m: no one borrows unless the gain is large
// relative to the cost. Where this limit is the lower one and W is uniform up to B, debt to own
// payment is (gain - C) / (m (B - C)): it falls with C if gain < B (its slope has the sign of gain
// - B), and falls with phi by removal_loss / m, the signs of [Djajic and Vinogradova 2014].
#pragma once
#include <cstdint>

namespace rumbo::migration {

/// What a debtor has to pledge and to gain; all assumed unless the caller says otherwise.
struct DebtTerms {
  double bonded_earnings_usd = 0;  ///< w_I: in work that the lender controls, >= 0
  double free_earnings_usd = 0;    ///< w_L: after running away, >= 0
  double escape_loss = 0;          ///< phi: share of these that running away costs, in [0, 1]
  double gain_usd = 0;             ///< of being abroad over staying, before paying the passage
  double removal_loss_usd = 0;     ///< what is taken from that gain at phi = 1, >= 0
  double interest = 0;  ///< m: over the whole debt per dollar (interest_per_dollar), >= 0
};

/// Which limits hold.
enum class DebtLimit : uint8_t {
  pledge,           ///< what the lender can enforce
  pledge_and_gain,  ///< and what leaves the migrant better off than staying
};

/// Most that the lender can enforce, max(0, w_I - (1 - phi) w_L).
double enforceable_debt_usd(const DebtTerms& terms);

/// Most that is worth borrowing for a passage, (gain - removal loss phi - cost) / interest, at
/// least 0; without interest infinite, or 0 if the gain is below the cost.
double worthwhile_debt_usd(const DebtTerms& terms, double passage_cost_usd);

/// Most that is lent and borrowed for a passage.
double debt_limit_usd(const DebtTerms& terms, double passage_cost_usd, DebtLimit limit);

}  // namespace rumbo::migration
