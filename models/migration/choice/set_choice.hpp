// Parts of the month's tables of choice: which ways in are open and what they cost, what each is
// worth, and the sums that the hazard of leaving of each person comes from. May include: rooms, the
// state of the rooms it names.
#pragma once
#include <array>

#include "engine/base/month.hpp"
#include "models/migration/asylum/state.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/choice/income.hpp"
#include "models/migration/information/state.hpp"
#include "models/migration/journey/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/shocks/state.hpp"
#include "models/migration/smuggling/state.hpp"
#include "models/migration/trafficking/state.hpp"
#include "models/migration/visas/state.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

/// Index of a channel in arrays by channel.
constexpr size_t at(Channel c) {
  return static_cast<size_t>(c);
}

/// Sets the money cost of each channel of a corridor, USD, and which are open.
void set_costs(
    Rooms<const Labour, ChoiceTables, const Journey, const Smuggling, const Asylum> state,
    size_t corridor, const Rights& rights);
/// What the weights of all corridors from a place have in common, this month.
struct OriginTerms {
  double home_bias = 0;                       ///< utility of the place that is home
  double shock = 0;                           ///< utility that a shock there puts on leaving
  double exploitation_usd = 0;                ///< expected loss of an emigrant to traffickers
  std::array<double, n_belief_items> bias{};  ///< believed over true, as far as beliefs weigh
  std::array<double, n_safety_measures> safety{};
  double log_awareness = 0;  ///< of legal ways
  double log_grounds = 0;    ///< share with grounds for asylum
  double log_visit = 0;      ///< chance of a visa for a visit
  /// More go in the months when most do, beyond what risks and wages say.
  double season_utility = 0;
};
OriginTerms origin_terms(Rooms<const InformationTables, const TraffickingMarket, const Shocks,
                               const Asylum, const Census>
                             state,
                         size_t origin);
/// Sets the weight of each channel of a corridor but for income, and how it changes with beliefs.
/// Costs and what is open are those of set_costs().
void set_channel_weights(Rooms<const InformationTables, ChoiceTables, const Visas, const Journey,
                               const Smuggling, const Census>
                             state,
                         size_t corridor, const Rights& rights, const OriginTerms& from);

/// How incomes weigh this month, and what they are worth at home.
struct IncomeTerms {
  IncomeUtility form = IncomeUtility::linear;
  double weight = 0;                                 ///< per k$ a year, or per log unit
  double season = 0;                                 ///< share of a year that a season is
  double per_level = 0;                              ///< change of a believed wage per level
  std::array<double, ChoiceTables::n_kinds> home{};  ///< utility by kind
};
IncomeTerms income_terms(Rooms<const Labour, const InformationTables> state, size_t origin);
/// Sets what incomes make of each way of a corridor, for each kind of persons.
/// bias  wage as believed at home over the true one, > 0
void set_income_weights(Rooms<const Labour, ChoiceTables, const Journey> state, size_t corridor,
                        const IncomeTerms& terms, double bias);

/// Sums of an origin over what each corridor is worth to each group.
void add_up(Rooms<const Ties, ChoiceTables> state, size_t origin);

}  // namespace rumbo::migration
