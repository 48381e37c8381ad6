// See smuggling/fee_rules.hpp.
#include "models/migration/smuggling/fee_rules.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"
#include "models/migration/journey/routes.hpp"

namespace rumbo::migration {
namespace {

/// Those of this month's applicants who would go at a fee.
double clients_at(const MarketMonth& month, DemandShape shape, double fee_usd) {
  if (shape == DemandShape::isoelastic)
    return month.requests * rumbo::pow(fee_usd / month.fee_usd, -month.elasticity);
  return month.requests * std::max(0.0, 1 + month.elasticity * (1 - fee_usd / month.fee_usd));
}

/// Fee at which as many would go as there is room for (capacity > 0); 0 if no one asks.
double clearing_fee_usd(const MarketMonth& month, DemandShape shape) {
  if (month.requests <= 0) return 0.0;
  const double share = month.capacity / month.requests;
  if (shape == DemandShape::isoelastic)
    return month.fee_usd * rumbo::pow(share, -1 / month.elasticity);
  return month.fee_usd * (1 + (1 - share) / month.elasticity);
}

double cournot_fee_of_month(const MarketMonth& month, DemandShape shape) {
  if (month.requests <= 0) return month.fee_usd;
  if (shape == DemandShape::isoelastic)
    return isoelastic_fee_usd(month.breakeven_usd, month.firms, month.elasticity);
  const auto demand = linear_demand_at(month.requests, month.fee_usd, month.elasticity);
  return cournot_fee_usd(demand, month.firms, month.breakeven_usd);
}

/// Fee asked this month, before the floor of cost; firms and capacity > 0.
double asked_fee_usd(const FeeRules& rules, const MarketMonth& month) {
  switch (rules.rule) {
    case FeeRule::cournot:
      return std::max(cournot_fee_of_month(month, rules.shape),
                      clearing_fee_usd(month, rules.shape));
    case FeeRule::posted_price:
      return month.fee_usd;
    case FeeRule::competitive:
      return month.breakeven_usd;
    case FeeRule::capacity_bound:
      return clearing_fee_usd(month, rules.shape);
  }
  return month.fee_usd;
}

}  // namespace

LinearDemand linear_demand_at(double clients, double fee_usd, double elasticity) {
  RUMBO_ASSERT(clients > 0 && fee_usd > 0 && elasticity > 0);
  return {.highest_fee_usd = fee_usd * (1 + 1 / elasticity),
          .slope_usd = fee_usd / (elasticity * clients)};
}

double cournot_fee_usd(const LinearDemand& demand, double firms, double cost_usd) {
  RUMBO_ASSERT(firms >= 0);
  return std::max(cost_usd, (demand.highest_fee_usd + firms * cost_usd) / (firms + 1));
}

double isoelastic_fee_usd(double cost_usd, double firms, double elasticity) {
  if (!(firms * elasticity > 1))
    throw InputError(
        fmt::format("{} smugglers with a fee elasticity of demand of {} have no Cournot fee: their "
                    "product must be above 1; use linear demand or another fee rule",
                    firms, elasticity));
  return cost_usd / (1 - 1 / (firms * elasticity));
}

double effective_firms(std::span<const double> clients) {
  const double index = concentration(clients);
  return index > 0 ? 1 / index : 0.0;
}

double posted_fee_usd(const MarketMonth& month, double adjustment) {
  RUMBO_ASSERT(adjustment >= 0);
  const double larger = std::max(month.requests, month.capacity);
  const double excess = larger > 0 ? (month.requests - month.capacity) / larger : 0.0;
  return std::max(month.breakeven_usd, month.fee_usd * rumbo::exp(adjustment * excess));
}

MarketOutcome clear_market(const FeeRules& rules, const MarketMonth& month) {
  RUMBO_ASSERT(month.fee_usd > 0 && month.elasticity > 0 && month.breakeven_usd > 0);
  const double remembered = std::max(month.fee_usd, month.breakeven_usd);
  if (month.firms <= 0 || month.capacity <= 0) return {remembered, 0, remembered};
  MarketOutcome outcome;
  outcome.fee_usd = std::max(month.breakeven_usd, asked_fee_usd(rules, month));
  outcome.clients =
      std::min({month.requests, month.capacity, clients_at(month, rules.shape, outcome.fee_usd)});
  outcome.next_fee_usd = rules.rule == FeeRule::posted_price
                             ? posted_fee_usd(month, rules.adjustment)
                             : outcome.fee_usd;
  return outcome;
}

}  // namespace rumbo::migration
