// What the files of the markets of passages share: what a journey with a guide costs and risks,
// how fees form, which firms there are and which clients each expects.
//
// Others use smugglers.hpp. May include: the model's state, border.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/params/parameter.hpp"
#include "models/migration/border/attempts.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/journey/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/smuggling/fee_rules.hpp"
#include "models/migration/smuggling/state.hpp"
#include "models/migration/trafficking/state.hpp"

namespace rumbo::migration {

inline constexpr uint32_t most_firms = 64;     ///< at one border; also the step between their draws
inline constexpr double clients_of_firm = 10;  ///< a month; no more firms than this allows, assumed

/// A draw of the month of a firm, by its place among those of its border.
double firm_draw(Rooms<> state, size_t border, size_t firm, Purpose why, uint32_t index = 0);

/// Whether firms may form fees at all this month: smuggling.market is not 0.
bool has_firms(Rooms<> state);

// Fees and risk.

/// A journey with a guide as smugglers count on it, the way to the border included.
CrossingExpectation expect_guided(Rooms<const Journey> state, size_t border);
/// Share of officials at a place who take bribes.
double corruptible_share(Rooms<> state, size_t place);
/// Fall of clients for a rise of the fee, both relative: nested logit, seen by one border.
double fee_elasticity(Rooms<const ChoiceTables> state, const SmugglingMarket& market);
/// What bribes and punishment cost a firm per client who arrives, 2020 USD.
/// values  of the month, or those without any policy; clients  a month of the firm
double risk_usd(Rooms<const Journey, const Smuggling> state, const ParameterValues& values,
                size_t border, double clients);
/// Cost per client who arrives: what competition would bring the fee to, 2020 USD.
double breakeven_fee_at(Rooms<const Journey, const Smuggling> state, size_t border);
FeeRules fee_rules(Rooms<> state);
/// The month of a market with so many firms (effective number) and so much capacity.
MarketOutcome clear_border(Rooms<const ChoiceTables, const Journey, const Smuggling> state,
                           size_t border, double firms, double capacity);

// Firms.

/// Active firms of a border and the clients that each expects this month.
struct Offers {
  std::vector<double> capacity, reputation, clients;
  std::vector<size_t> firm;  ///< index into Smuggling::firms of the border
  double total = 0;          ///< capacity of all
};
/// requests  clients who ask in the month, real persons
Offers offers_at(Rooms<const Smuggling> state, size_t border, double requests);
/// The traits of a firm, by its draws of the month in which it begins.
Smuggler new_firm(Rooms<const Smuggling> state, size_t border, size_t number);
/// A month of every firm of a border: clients, profit, good name, temptation, growth.
void run_firms(
    Rooms<Sums, const Labour, const ChoiceTables, const Journey, Smuggling, const CaptivityTables>
        state,
    size_t border);
/// Convicted firms are closed and what is seized taken; those that lose money may give up.
void leave_market(Rooms<Sums, Smuggling> state, size_t border);
/// One would-be smuggler a month enters if they expect to earn their entry back.
void enter_market(
    Rooms<const ChoiceTables, const Journey, Smuggling, const TraffickingMarket> state,
    size_t border);

// Markets.

/// A market gets its firms once it is known how many ask, if there is room for rivals.
void open_market(Rooms<const Persons, const ChoiceTables, const Journey, Smuggling> state,
                 size_t border);
/// Guides by occasion again: too few ask for a trade of its own, or there is to be no market.
void close_market(Rooms<Smuggling> state, size_t border);

}  // namespace rumbo::migration
