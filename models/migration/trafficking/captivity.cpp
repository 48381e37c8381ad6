// Victims: taken, held month by month, freed, and what follows. docs/model.md: Trafficking and
// abuse.
#include "models/migration/trafficking/captivity.hpp"

#include <algorithm>

#include "engine/base/checked.hpp"
#include "engine/base/error.hpp"
#include "models/migration/abuse/abuse.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/policy_use/results.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/results/result_group.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/smuggling/smugglers.hpp"
#include "models/migration/status/status.hpp"
#include "models/migration/trafficking/trafficking.hpp"

namespace rumbo::migration {
namespace {

size_t group_cell(Facts f, int age) {
  return static_cast<size_t>(f.sex()) * n_result_ages + static_cast<size_t>(result_age(age));
}

void move_money(View& view, Account from, Account to, int64_t cents) {
  view.ledger().transfer(static_cast<size_t>(from), static_cast<size_t>(to), cents * view.weight);
}

void pay_bribe(View& view, size_t place, Cents cents) {
  move_money(view, Account::traffickers, Account::officials, cents);
  view.tally().add(result_tables().trafficking.trafficking_bribes, place, cents * view.weight);
  view.tally().add(result_tables().trafficking.trafficking_profit, place, -cents * view.weight);
}

/// Cases that policies bring beyond those of police work as it was.
void count_cases(View& view, size_t place) {
  const auto& ids = view.run.parameters->trafficking;
  const double cases = view.run.value(ids.detection, place) *
                       view.run.value(ids.prosecution, place) *
                       share_by_policy(view, ids.prosecution, place);
  int64_t& sum = view.captivity_flows().cases[0];
  sum = saturating_add(
      sum,
      saturating_multiply(saturating_cast<int64_t>(cases * static_cast<double>(conviction_unit)),
                          view.weight));
}

void add_convictions(View& view, size_t cell, const Detected& detected) {
  int64_t& sum = view.captivity_flows().convictions[cell];
  sum = saturating_add(sum, saturating_multiply(detected.convictions, view.weight));
}

/// What a victim yields this month, and what holding them risks.
void exploit(View& view, Rooms<Sums, const TraffickingMarket, const CaptivityTables> state,
             const Captive& captive) {
  const size_t place = view.facts[captive.local].residence();
  const CaptivityTables& t = state.captivity_tables;
  const Cents value = t.value[place][static_cast<size_t>(captive.purpose)];
  move_money(view, Account::employers, Account::traffickers, value);
  move_money(view, Account::traffickers, Account::consumption, t.keep);
  view.tally().add(result_tables().trafficking.trafficking_profit, place,
                   (value - t.keep) * view.weight);
  const double lost_usd = t.value_lost_usd[place][static_cast<size_t>(captive.purpose)];
  add_policy_use(view.flows(), "demand_reduction",
                 lost_usd / 1000 * static_cast<double>(view.weight));
  if (captive.trafficker == no_trafficker) return;
  count_cases(view, place);
  const size_t cell = state.trafficking_market.traffickers[captive.trafficker].cell;
  const double probability = detection_of(state, place, cell);
  const Detected detected = detected_expected(state, probability, place);
  add_convictions(view, cell, detected);
  add_policy_use(view.flows(), "anti_corruption",
                 bribes_avoided(state, place, probability * static_cast<double>(view.weight)));
  pay_bribe(view, place, detected.bribe);
}

/// The case goes to court, or an official is paid to see that it does not.
void prosecute(View& view, Rooms<Sums, const TraffickingMarket> state, size_t place,
               uint32_t trafficker) {
  view.tally().add(result_tables().trafficking.traffickers_prosecuted, place, view.weight);
  if (trafficker == no_trafficker) return;
  const size_t cell = state.trafficking_market.traffickers[trafficker].cell;
  const double convicted = state.value(state.run.parameters->trafficking.convicted, place);
  const Detected detected = detected_expected(state, convicted, place);
  add_convictions(view, cell, detected);
  add_policy_use(view.flows(), "anti_corruption",
                 bribes_avoided(state, place, convicted * static_cast<double>(view.weight)));
  pay_bribe(view, place, detected.bribe);
}

const Captive& captive_of(const Look& view, Rooms<const Captivity> state, uint32_t local) {
  const auto& captives = state.captivity.captives[view.number];
  const auto found = std::find_if(captives.begin(), captives.end(),
                                  [&](const Captive& c) { return c.local == local; });
  RUMBO_REQUIRE(found != captives.end());
  return *found;
}

/// Protection, removal, or captivity again.
void follow_up(
    View& view,
    Dying::And<Sums, const TraffickingMarket, const CaptivityTables, const Hostility> state,
    uint32_t local, WayOut how, const Captive& captive) {
  const Facts f = view.facts[local];
  const size_t place = f.residence();
  const Aftermath after = aftermath_of(state, f, how, view.person(local).value());
  if (after.is_identified) {
    view.tally().add(result_tables().trafficking.victims_identified, place, view.weight);
    view.flows().identified[place] += view.weight;
  }
  if (after.is_prosecuted) prosecute(view, state, place, captive.trafficker);
  if (after.is_protected)
    count_policy_use(
        state, "victim_protection",
        static_cast<int64_t>(
            static_cast<double>(view.weight * policy_unit) *
            share_by_policy(state, state.run.parameters->trafficking.protection, place)));
  if (after.is_protected && f.status() == Status::irregular)
    set_status(view, state, local, Status::temporary, StatusChange::protected_victim);
  if (after.is_removed)
    bring_home(view, state, local, Channel::removal);
  else if (after.is_again)
    hold(view, state, local, WayIn::again);
}

}  // namespace

void put_in_captivity(View& view, BeingHeld::And<const TraffickingMarket> state, uint32_t local,
                      Month since, uint32_t trafficker) {
  take_captive(view, state, local);
  const Facts f = view.facts[local];
  Beliefs beliefs = view.beliefs[local];
  beliefs.set_level(static_cast<size_t>(BeliefItem::exploitation), n_belief_levels - 1);
  view.believe(local, beliefs);
  const uint32_t person = view.person(local).value();
  if (trafficker == no_trafficker)
    trafficker = trafficker_for(state, market_cell(f.residence(), Reach::inside), person);
  state.captivity.captives[view.index].push_back(
      {static_cast<uint16_t>(local), static_cast<uint16_t>(since.count()),
       exploitation_of(state, f, view.age(local), person), trafficker});
}

void hold(View& view, BeingHeld::And<const TraffickingMarket, const CaptivityTables> state,
          uint32_t local, WayIn way, uint32_t trafficker) {
  if (!state.captivity_tables.has_traffickers || view.facts[local].is_held()) return;
  put_in_captivity(view, state, local, state.run.month, trafficker);
  const Facts f = view.facts[local];
  view.tally().add(
      result_tables().trafficking.victims_new,
      (f.residence() * n_ways_in + static_cast<size_t>(way)) * n_sexes * n_result_ages +
          group_cell(f, view.age(local)),
      view.weight);
}

void release(
    View& view,
    Dying::And<Sums, const TraffickingMarket, const CaptivityTables, const Hostility> state,
    uint32_t local, WayOut how) {
  const Captive captive = captive_of(view, state, local);
  const size_t place = view.facts[local].residence();
  view.tally().add(result_tables().trafficking.victims_out,
                   place * n_ways_out + static_cast<size_t>(how), view.weight);
  if (how == WayOut::death) return die(view, state, local);
  view.settle(local);
  // What was owed for the passage is worked off.
  if (how == WayOut::debt_end && view.facts[local].is_indebted()) forget_debt(view, state, local);
  set_free(view, state, local);
  view.captivity_flows().freed[place] += view.weight;
  follow_up(view, state, local, how, captive);
}

namespace {

/// Recruiters on the way of one who arrived; a person who is with a parent meets none.
void meet(
    View& view,
    BeingHeld::And<const Labour, const TraffickingMarket, const CaptivityTables, const Returns>
        state,
    const Request& request) {
  const uint32_t local = request.local;
  const Facts before = request.before;
  const Channel channel = request.channel;
  const size_t origin = before.residence();
  view.captivity_flows().leavers[origin] += view.weight;
  if (!state.captivity_tables.has_traffickers) return;
  const int age = view.age(local);
  const bool is_alone = request.arrives_alone;
  const double expected = deception_probability(state, before, age, is_alone, channel);
  view.tally().add(
      result_tables().trafficking.victims_deceived_expected, view.facts[local].residence(),
      static_cast<int64_t>(expected * static_cast<double>(expected_unit * view.weight) + 0.5));
  const uint32_t person = view.person(local).value();
  if (!is_deceived(state, before, age, is_alone, channel, person)) return;
  view.tally().add(result_tables().trafficking.victims_deceived,
                   view.facts[local].residence() * n_channels + static_cast<size_t>(channel),
                   view.weight);
  hold(view, state, local, WayIn::deceived,
       trafficker_for(state, market_cell(origin, Reach::abroad), person));
}

}  // namespace

void meet_recruiters(View& view,
                     BeingHeld::And<const Labour, const Smuggling, const TraffickingMarket,
                                    const CaptivityTables, const Returns>
                         state) {
  for (const Request& request : view.buffers.requests) {
    const bool is_granted = request.outcome == Request::Outcome::granted;
    if (!is_granted && request.outcome != Request::Outcome::stranded) continue;
    meet(view, state, request);
    if (is_granted && is_turned_on(state, request, view.person(request.local).value()))
      hold(view, state, request.local, WayIn::smuggler);
  }
}

void live_in_captivity(
    View& view,
    Dying::And<Sums, const TraffickingMarket, const CaptivityTables, const Hostility> state) {
  live_with_abuse(view, state);
  if (state.captivity.captives[view.index].empty()) return;
  // Those who come free may be taken again, so the table changes while they do.
  std::vector<std::pair<uint32_t, WayOut>> leaving;
  for (const Captive& captive : state.captivity.captives[view.index]) {
    if (captive.since < state.run.month.count()) exploit(view, state, captive);
    const auto how =
        way_out(state, captive, view.facts[captive.local], view.person(captive.local).value());
    if (how) leaving.emplace_back(captive.local, *how);
  }
  for (const auto& [local, how] : leaving) release(view, state, local, how);
}

void record_captivity(Rooms<const Persons, Sums, const Captivity, const TraffickingMarket> state) {
  LocalTally& tally = state.sums.tallies.local();
  for (size_t c = 0; c < state.captivity.captives.size(); ++c) {
    const Look view(state, c);
    for (const Captive& captive : state.captivity.captives[c]) {
      const Facts f = view.facts[captive.local];
      const int age = std::max(0, view.key[captive.local].age_months(state.run.month)) / 12;
      tally.add(result_tables().trafficking.victims_held,
                (f.residence() * n_exploitations + static_cast<size_t>(captive.purpose)) * n_sexes *
                        n_result_ages +
                    group_cell(f, age),
                view.weight);
    }
    for (const Abused& a : state.captivity.abused[c]) {
      const Facts f = view.facts[a.local];
      tally.add(result_tables().abuse.abused,
                (f.residence() * n_statuses + static_cast<size_t>(f.status())) * n_sexes +
                    static_cast<size_t>(f.sex()),
                view.weight);
    }
  }
  const auto& members = state.trafficking_market.members;
  GlobalTally of_all = state.sums.tallies.global();
  for (size_t cell = 0; cell < members.size(); ++cell)
    of_all.add(result_tables().trafficking.traffickers_active, cell,
               static_cast<int64_t>(members[cell].size()));
}

}  // namespace rumbo::migration
