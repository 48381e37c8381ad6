// The market of smugglers at one border: what they ask, how many they take along.
//
// One switch chooses how the fee forms; every way uses this month's requests, and none
// sells below cost. Pure functions; 2020 US dollars, clients a month.
// The cost here is the break-even fee, cost per client / P(entry) (smuggling/breakeven_fee.hpp):
// paid on arrival, n clients bring n (F P - c) = P n (F - c / P), so c / P stands where
// textbooks of oligopoly have the marginal cost. May include: base, maths.
#pragma once
#include <cstdint>
#include <span>

namespace rumbo::migration {

/// Demand as a straight line: fee = highest - slope x clients.
struct LinearDemand {
  double highest_fee_usd = 0;  ///< no one goes at this fee, > 0
  double slope_usd = 0;        ///< fall of the fee that brings one client more, > 0
};

/// The line through an observed point that has its elasticity there.
///
/// clients     at the fee, > 0; fee_usd  > 0
/// elasticity  fall of clients for a rise of the fee, both relative, > 0 (a size, without sign)
/// returns     highest = fee (1 + 1 / elasticity), slope = fee / (elasticity clients)
LinearDemand linear_demand_at(double clients, double fee_usd, double elasticity);

/// Fee of equal firms in Cournot competition with linear demand, (highest + n cost) / (n + 1).
///
/// firms    >= 0, may be a fraction (effective_firms); 0 = no one offers: the highest fee
/// returns  at least the cost, also where the cost is above what anyone would pay
/// source   [Cournot 1838]; [Auriol and Mesnard 2016] for smugglers
double cournot_fee_usd(const LinearDemand& demand, double firms, double cost_usd);

/// Cournot fee where the elasticity is the same at every fee, cost / (1 - 1 / (n elasticity)).
///
/// It is also where cournot_fee_usd comes to rest when each month draws its line anew with this
/// elasticity; the distance shrinks by (1 + 1 / elasticity) / (n + 1) a month.
/// throws  InputError if n elasticity <= 1: any fee would be raised again
double isoelastic_fee_usd(double cost_usd, double firms, double elasticity);

/// Firms of equal size that are as concentrated as these, 1 / HHI of their shares of clients.
/// clients  [n_firms], >= 0; 0 is returned if no firm has a client
double effective_firms(std::span<const double> clients);

/// How the fee forms.
enum class FeeRule : uint8_t {
  cournot,         ///< firms foresee what their quantity does to the fee
  posted_price,    ///< a posted fee moves with excess demand, month by month
  competitive,     ///< cost alone; too many requests are rationed
  capacity_bound,  ///< the fee at which exactly the capacity is asked for, at least the cost
};

/// What demand is taken to be away from the observed point.
enum class DemandShape : uint8_t { linear, isoelastic };

struct FeeRules {
  FeeRule rule = FeeRule::posted_price;
  DemandShape shape = DemandShape::linear;
  double adjustment = 0.2;  ///< log fee per month at full excess demand, >= 0 (phi; assumed)
};

/// One month of one market.
struct MarketMonth {
  double requests = 0;  ///< clients who ask at the posted fee, >= 0
  double fee_usd = 0;   ///< posted before the month, > 0
  double elasticity =
      0.5;           ///< of requests to the fee, > 0; own_elasticity (choice/logit.hpp) is safest:
                     ///< it grows with the fee, so that even one firm has a highest fee
  double firms = 0;  ///< effective number, >= 0
  double capacity = 0;       ///< clients that all firms together can take, >= 0
  double breakeven_usd = 0;  ///< cost per client / P(entry), > 0
};

struct MarketOutcome {
  double fee_usd = 0;       ///< asked of this month's clients, paid on arrival
  double clients = 0;       ///< expected; at most the requests and the capacity
  double next_fee_usd = 0;  ///< what those who decide next month hear
};

/// Fee and clients of a month.
///
/// Those who asked leave if the fee turns out higher than posted; if it turns out lower, others
/// hear of it next month. Without firms or capacity no one goes and the fee is only remembered.
/// throws  InputError for Cournot with isoelastic demand and n elasticity <= 1
MarketOutcome clear_market(const FeeRules& rules, const MarketMonth& month);

/// Posted fee after a month: d ln fee = adjustment x (requests - capacity) / the larger of both.
///
/// Changes by at most a factor exp(adjustment), never below `breakeven_usd`. Near balance the log
/// distance shrinks by 1 - adjustment x elasticity a month: keep the product below 1.
double posted_fee_usd(const MarketMonth& month, double adjustment);

}  // namespace rumbo::migration
