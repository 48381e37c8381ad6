// Side tables and market of captivity in an archive, and how they are at the start.
#include <fmt/format.h>

#include <algorithm>

#include "engine/base/archive.hpp"
#include "engine/base/error.hpp"
#include "engine/comm/comm.hpp"
#include "engine/parallel/parallel.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "models/migration/trafficking/trafficking.hpp"

namespace rumbo::migration {
namespace {

/// Who is held and who is abused at the start, in one community.
void start_community(BeingHeld::And<Persons, Sums, const Labour, const Money,
                                    const TraffickingMarket, const CaptivityTables, const Returns>
                         state,
                     size_t community) {
  View view(state, community);
  for (uint32_t local = 0; local < view.community.open; ++local) {
    if (view.key[local].is_free()) continue;
    const uint32_t person = view.person(local).value();
    const Facts f = view.facts[local];
    const int age = view.age(local), years = std::max(0, view.years_since_arrival(local));
    const bool is_alone = view.households.is_alone(local);
    if (state.run.draws.uniform(person, state.run.month, purpose::initial_captivity) <
        initially_held(state, f, age, is_alone, years)) {
      put_in_captivity(view, state, local, state.run.month - 1, no_trafficker);
    } else if (state.run.draws.uniform(person, state.run.month, purpose::initial_abuse) <
               initially_abused(state, f, age, years)) {
      add_row(
          view, state.captivity.abused,
          Abused{static_cast<uint16_t>(local), static_cast<uint16_t>(state.run.month.count() - 1)});
    }
  }
}

/// Persons who arrived abroad within the last year, by place of birth.
void count_leavers(Rooms<const Persons, TraffickingMarket> state) {
  std::vector<int64_t>& leavers = state.trafficking_market.leavers;
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const Look view(state, c);
    for (uint32_t local = 0; local < view.community.open; ++local)
      if (!view.key[local].is_free() && view.facts[local].is_foreign_born() &&
          state.run.month.count() - view.arrival[local] <= 12)
        leavers[view.facts[local].birthplace()] += view.weight;
  }
  state.run.comm->sum(leavers);
}

}  // namespace

void TraffickingMarket::resize(size_t n) {
  members.assign(n * n_reaches, {});
  for (auto* cells : {&entry_carry, &quit_carry, &conviction_carry, &held})
    cells->assign(n * n_reaches, 0);
  for (auto* places : {&leavers, &freed}) places->assign(n, 0);
}

namespace {

void check_traffickers(const Saved& saved, const TraffickingMarket& market) {
  const size_t n = market.traffickers.size();
  for (const Trafficker& one : market.traffickers) {
    saved.require(one.cell < market.members.size(), "traffickers/cell",
                  "names a market that does not exist");
    saved.require(one.business <= Business::given_up, "traffickers/business",
                  "holds a state that does not exist");
    saved.require_finite("traffickers/cost", {one.cost});
  }
  for (const uint32_t number : market.vacant)
    saved.require(number < n, "trafficking/vacant", "names a trafficker who does not exist");
  for (size_t cell = 0; cell < market.members.size(); ++cell)
    for (const uint32_t number : market.members[cell])
      saved.require(number < n && market.traffickers[number].cell == cell,
                    "trafficking/members/number", "names a trafficker who is not of this market");
}

}  // namespace

void save_traffickers(Saved& saved, Rooms<TraffickingMarket> state) {
  TraffickingMarket& market = state.trafficking_market;
  Groups<Trafficker> all{std::move(market.traffickers)};
  archive_rows(saved.archive, "traffickers", all, 1, RowField{"cell", &Trafficker::cell},
               RowField{"months_of_loss", &Trafficker::months_of_loss},
               RowField{"business", &Trafficker::business}, RowField{"cost", &Trafficker::cost});
  market.traffickers = std::move(all.front());
  // The order of members decides whom a draw falls on.
  archive_numbers(saved.archive, "trafficking/members", market.members, market.members.size());
  saved.archive.array("trafficking/vacant", market.vacant);
  saved.counts("trafficking/entry_carry", market.entry_carry);
  saved.counts("trafficking/quit_carry", market.quit_carry);
  saved.counts("trafficking/conviction_carry", market.conviction_carry);
  saved.counts("trafficking/held", market.held);
  saved.counts("trafficking/leavers", market.leavers);
  saved.counts("trafficking/freed", market.freed);
  check_traffickers(saved, market);
}

void check_captives(const Saved& saved, Rooms<const Captivity, const TraffickingMarket> state) {
  for (const auto& of_community : state.captivity.captives)
    for (const Captive& row : of_community) {
      saved.require(static_cast<int>(row.purpose) < n_exploitations, "captives/purpose",
                    "holds a purpose that does not exist");
      saved.require(row.trafficker == no_trafficker ||
                        row.trafficker < state.trafficking_market.traffickers.size(),
                    "captives/trafficker", "names a trafficker who does not exist");
    }
}

void audit_captivity(
    Rooms<const Persons, const Sums, const Captivity, const TraffickingMarket> state, Month month) {
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const Look view(state, c);
    for (const Captive& captive : state.captivity.captives[c]) {
      if (captive.trafficker != no_trafficker &&
          state.trafficking_market.traffickers[captive.trafficker].business == Business::none)
        throw RunError(month.text() + ": a person is held by a trafficker who is no more");
      if (view.facts[captive.local].is_abused())
        throw RunError(fmt::format("{}: person {} is held and abused at work at once", month.text(),
                                   view.person(captive.local).value()));
    }
  }
}

void start_captivity(BeingHeld::And<Persons, Sums, const Labour, const Money, TraffickingMarket,
                                    CaptivityTables, const Returns, const Hostility, const Census>
                         state) {
  const size_t n = state.n_places();
  Captivity& captivity = state.captivity;
  state.trafficking_market.resize(n);
  const Everybodys everybodys = state.persons.everybodys();
  captivity.captives.all(everybodys).assign(state.persons.people.communities().size(), {});
  captivity.abused.all(everybodys).assign(state.persons.people.communities().size(), {});
  state.sums.captivity_flows = PerThread<CaptivityFlows>(empty_captivity_flows(n));
  count_leavers(state);
  set_captivity_tables(state, state.run.month);
  start_traffickers(state);
  set_captivity_tables(state, state.run.month);  // offers of those who are there
  parallel_for_each(
      state.persons.people.communities().size(), [&](size_t c) { start_community(state, c); }, 8);
}

std::vector<int64_t> count_held(
    Rooms<const Persons, const Captivity, const TraffickingMarket> state) {
  const TraffickingMarket& market = state.trafficking_market;
  PerThread<std::vector<int64_t>> counts(std::vector<int64_t>(market.held.size(), 0));
  parallel_for_each(
      state.captivity.captives.size(),
      [&](size_t c) {
        if (state.captivity.captives[c].empty()) return;
        const int64_t weight = state.persons.people.communities()[c].weight;
        auto& held = counts.local();
        for (const Captive& captive : state.captivity.captives[c]) {
          if (captive.trafficker == no_trafficker) continue;
          const Trafficker& by = market.traffickers[captive.trafficker];
          if (by.business == Business::active) held[by.cell] += weight;
        }
      },
      64);
  std::vector<int64_t> sum(market.held.size(), 0);
  counts.for_each([&](const std::vector<int64_t>& local) {
    for (size_t cell = 0; cell < sum.size(); ++cell)
      sum[cell] = saturating_add(sum[cell], local[cell]);
  });
  return sum;
}

}  // namespace rumbo::migration
