// Parts of the markets of passages, plainly (plain_tables_carried.hpp): what a passage with a guide
// costs, which firm takes which clients along, how fees form, which firms exploit.
//
// May include: models/migration.
#pragma once
#include <cstddef>
#include <vector>

#include "engine/params/parameter.hpp"
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// Whether smugglers may form firms at all: smuggling.market is not 0.
bool plain_has_firms(const State& state);

/// C = (c_journey + c_attempt E(attempts)) / P(entry), USD: the fee without firms. The costs are
/// such that it is the fee of the table at the effort of 2000.
double plain_cost_without_firms(const State& state, size_t border);
/// What bribes and punishment cost a firm for each client who arrives, USD.
/// values  of the month, or those without any policy; clients  a month of the firm
double plain_passage_risk(const State& state, const ParameterValues& values, size_t border,
                          double clients);
/// Cost of a firm of usual size for each client who arrives, USD.
double plain_passage_cost(const State& state, size_t border);

/// Clients that each firm of a border expects of those who ask in a month; those that are closed
/// have none.
std::vector<double> plain_clients_of_firms(const State& state, size_t border);
/// Clients a month that all firms of a border can take.
double plain_room_of_firms(const State& state, size_t border);

/// Sum of squared shares; 0 if there are none.
double plain_concentration(const std::vector<double>& clients);
/// Firms of equal size that are as concentrated; 0 if no firm has a client.
double plain_equal_firms(const std::vector<double>& clients);

/// Fall of clients for a rise of the fee at a border, both relative.
double plain_fee_elasticity(const State& state, size_t border);

/// What clients of a month pay, and what those who decide next month hear, USD.
struct PlainFee {
  double today = 0;
  double next = 0;
};
/// With so many equal firms that can take so many clients.
PlainFee plain_fee_of_firms(const State& state, size_t border, double firms, double room);

/// Whether exploiting a client brings a firm more than it costs.
/// share  of the firm in the clients of the border
bool plain_turns_to_exploiting(const State& state, size_t border, const Smuggler& firm,
                               double share);

}  // namespace rumbo::migration
