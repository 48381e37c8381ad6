// Oligopoly of smugglers and their temptations: closed forms, for tests of what the model computes.
#pragma once
#include <algorithm>
#include <cmath>

namespace rumbo::oracle {

/// Clients of all firms in Cournot competition on the line fee = highest - slope x clients.
inline double cournot_clients(double highest, double slope, double firms, double cost) {
  return firms * std::max(0.0, highest - cost) / ((firms + 1) * slope);
}

/// Rise of the Cournot fee per dollar of cost.
inline double cournot_pass_through(double firms) {
  return firms / (firms + 1);
}

/// Number of firms at which the profit of one is the cost of entry of the same period.
inline double free_entry_firms(double highest, double slope, double cost, double entry_cost) {
  return std::max(0.0, (highest - cost) / std::sqrt(slope * entry_cost) - 1);
}

/// Share of smugglers who exploit where gains differ between them exponentially.
/// source  selection by the capacity to exploit as in [Tamura 2010]; the form is assumed
inline double exploiting_share(double deterrent, double mean_gain) {
  return std::exp(-deterrent / mean_gain);
}

/// Elasticity between two points.
inline double arc_elasticity(double before, double after, double cause_before, double cause_after) {
  return std::log(after / before) / std::log(cause_after / cause_before);
}

}  // namespace rumbo::oracle
