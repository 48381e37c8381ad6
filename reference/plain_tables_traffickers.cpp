// A month of the market of traffickers, plainly; see plain_tables_carried.hpp. docs/model.md:
// Trafficking and abuse.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "models/migration/person/purpose.hpp"
#include "reference/plain_tables_carried.hpp"

namespace rumbo::migration {

namespace {

constexpr int64_t billionths = 1000000000;  ///< of a trafficker: the unit of fractions carried over

/// Adds to what is carried and takes the whole traffickers out of it.
int64_t whole_ones(int64_t& carried, int64_t added) {
  carried += added;
  const int64_t whole = carried / billionths;
  carried %= billionths;
  return whole;
}

int64_t in_billionths(double traffickers) {
  return static_cast<int64_t>(traffickers * static_cast<double>(billionths));
}

/// What one victim brings a trafficker who recruits at this factor on the usual cost, USD.
double brought_by_victim(const State& state, size_t cell, double cost) {
  const CellTerms& terms = state.captivity_tables.terms[cell];
  return terms.before_recruitment_usd - cost * terms.recruitment_usd;
}

/// Ends so many of a cell, each the one that a draw falls on; the last takes the place of who went.
/// n_ended  of the cell in the month so far
void end_traffickers(State& state, size_t cell, int64_t count, Business how, uint32_t& n_ended) {
  std::vector<uint32_t>& members = state.trafficking_market.members[cell];
  for (int64_t k = 0; k < count && !members.empty(); ++k) {
    const double u = state.draws.uniform(static_cast<uint32_t>(cell), state.month,
                                         purpose::trafficker_end, n_ended);
    ++n_ended;
    const auto which = static_cast<size_t>(u * static_cast<double>(members.size()));
    state.trafficking_market.traffickers[members[which]].business = how;
    std::swap(members[which], members.back());
    members.pop_back();
  }
}

/// Those who have lost for longer than they bear give up; one month without loss, and the row of
/// losses is at its end.
void give_up_after_losses(State& state, size_t cell) {
  const auto patience =
      static_cast<int>(state.value(state.parameters->trafficking.patience_months));
  std::vector<uint32_t> stay;
  for (const uint32_t who : state.trafficking_market.members[cell]) {
    Trafficker& t = state.trafficking_market.traffickers[who];
    const bool loses = brought_by_victim(state, cell, t.cost) < 0;
    t.months_of_loss = static_cast<uint16_t>(loses ? t.months_of_loss + 1 : 0);
    if (t.months_of_loss > patience)
      t.business = Business::given_up;
    else
      stay.push_back(who);
  }
  state.trafficking_market.members[cell] = stay;
}

/// Traffickers there might be: by residents of the place, or by those who leave it in a year.
double possible_traffickers(const State& state, size_t cell) {
  const auto& ids = state.parameters->trafficking;
  const size_t place = cell / n_reaches;
  if (cell == market_cell(place, Reach::inside))
    return state.value(ids.market) *
           (state.value(ids.recruiters_inside, place) *
            static_cast<double>(state.captivity_tables.residents[place]) / 1e6);
  return state.value(ids.market) *
         (state.value(ids.recruiters_abroad, place) *
          static_cast<double>(state.trafficking_market.leavers[place]) / 1e3);
}

void begin_trafficking(State& state, size_t cell, double cost) {
  TraffickingMarket& market = state.trafficking_market;
  uint32_t number = 0;
  if (market.vacant.empty()) {
    number = static_cast<uint32_t>(market.traffickers.size());
    market.traffickers.push_back({});
  } else {
    number = market.vacant.back();
    market.vacant.pop_back();
  }
  Trafficker& t = market.traffickers[number];
  t = Trafficker();
  t.cell = static_cast<uint16_t>(cell);
  t.business = Business::active;
  t.cost = cost;
  market.members[cell].push_back(number);
}

/// Some of those who might look whether it pays, each with a cost of their own, and begin if so.
void enter_where_it_pays(State& state, size_t cell) {
  const auto& ids = state.parameters->trafficking;
  TraffickingMarket& market = state.trafficking_market;
  const double missing =
      possible_traffickers(state, cell) - static_cast<double>(market.members[cell].size());
  const double look = std::max(0.0, missing) * monthly_probability(state.value(ids.entry_rate));
  const int64_t n = whole_ones(market.entry_carry[cell], in_billionths(look));
  for (int64_t k = 0; k < n; ++k) {
    const double luck = state.draws.normal(static_cast<uint32_t>(cell), state.month,
                                           purpose::trafficker_entry, static_cast<uint32_t>(k));
    const double cost = exp(state.value(ids.cost_spread) * luck);
    if (brought_by_victim(state, cell, cost) > 0) begin_trafficking(state, cell, cost);
  }
}

/// Numbers of those who ended last month are free: by now their victims have been let go.
void free_numbers(TraffickingMarket& market) {
  for (uint32_t who = 0; who < market.traffickers.size(); ++who) {
    Trafficker& t = market.traffickers[who];
    if (t.business == Business::none || t.business == Business::active) continue;
    t = Trafficker();
    market.vacant.push_back(who);
  }
}

/// What persons went through in the month, as the market sees it.
/// held  [trafficker] real persons
void note_victims(TraffickingMarket& market, const std::vector<int64_t>& held,
                  const CaptivityFlows& flows) {
  for (int64_t& n : market.held) n = 0;
  for (size_t who = 0; who < market.traffickers.size(); ++who)
    if (market.traffickers[who].business == Business::active)
      market.held[market.traffickers[who].cell] += held[who];
  market.freed = flows.freed;
  // Those who leave in a year: a month's leave each month by a twelfth, and the newest come in.
  for (size_t place = 0; place < market.leavers.size(); ++place)
    market.leavers[place] += flows.leavers[place] - market.leavers[place] / 12;
}

}  // namespace

void plain_traffickers(State& state, const std::vector<int64_t>& held,
                       const CaptivityFlows& flows) {
  TraffickingMarket& market = state.trafficking_market;
  free_numbers(market);
  note_victims(market, held, flows);
  const double quits = monthly_probability(state.value(state.parameters->trafficking.quit_rate));
  for (size_t cell = 0; cell < market.members.size(); ++cell) {
    uint32_t n_ended = 0;
    const int64_t convicted = whole_ones(market.conviction_carry[cell], flows.convictions[cell]);
    end_traffickers(state, cell, convicted, Business::convicted, n_ended);
    const double leave = static_cast<double>(market.members[cell].size()) * quits;
    const int64_t quit = whole_ones(market.quit_carry[cell], in_billionths(leave));
    end_traffickers(state, cell, quit, Business::given_up, n_ended);
    give_up_after_losses(state, cell);
    enter_where_it_pays(state, cell);
  }
}

}  // namespace rumbo::migration
