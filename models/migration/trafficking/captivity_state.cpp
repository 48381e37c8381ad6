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
void start_community(
    Rooms<Persons, Sums, const Labour, const Money, Applications, Captivity,
          const TraffickingMarket, const CaptivityTables, RemovalCases, const Returns, Observation>
        state,
    size_t community) {
  View view(state, community);
  for (uint32_t local = 0; local < view.community.size(); ++local) {
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
      view.facts[local].set_abused(true);
      state.captivity.abused[community].push_back(
          {static_cast<uint16_t>(local), static_cast<uint16_t>(state.run.month.count() - 1)});
    }
  }
}

/// Persons who arrived abroad within the last year, by place of birth.
void count_leavers(Rooms<Persons, Sums, const Money, TraffickingMarket> state) {
  std::vector<int64_t>& leavers = state.trafficking_market.leavers;
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const View view(state, c);
    for (uint32_t local = 0; local < view.community.size(); ++local)
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

void TraffickingMarket::visit(Archive& archive) {
  SideTable<Trafficker> all{std::move(traffickers)};
  archive_rows(archive, "traffickers", all, 1, RowField{"cell", &Trafficker::cell},
               RowField{"months_of_loss", &Trafficker::months_of_loss},
               RowField{"business", &Trafficker::business}, RowField{"cost", &Trafficker::cost});
  traffickers = std::move(all.front());
  // The order of members decides whom a draw falls on.
  archive_numbers(archive, "trafficking/members", members, members.size());
  archive.array("trafficking/vacant", vacant);
  archive.fixed("trafficking/entry_carry", std::span(entry_carry));
  archive.fixed("trafficking/quit_carry", std::span(quit_carry));
  archive.fixed("trafficking/conviction_carry", std::span(conviction_carry));
  archive.fixed("trafficking/held", std::span(held));
  archive.fixed("trafficking/leavers", std::span(leavers));
  archive.fixed("trafficking/freed", std::span(freed));
}

void audit_captivity(
    Rooms<Persons, Sums, const Money, const Captivity, const TraffickingMarket> state,
    Month month) {
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const View view(state, c);
    std::vector<int> held(view.community.size()), abused(view.community.size());
    for (const Captive& captive : state.captivity.captives[c]) {
      ++held[captive.local];
      if (captive.trafficker != no_trafficker &&
          state.trafficking_market.traffickers[captive.trafficker].business == Business::none)
        throw RunError(month.text() + ": somebody is held by a trafficker who is no more");
    }
    for (const Abused& a : state.captivity.abused[c]) ++abused[a.local];
    for (uint32_t local = 0; local < view.community.size(); ++local) {
      const Facts f = view.facts[local];
      const bool agrees = (f.is_held() ? 1 : 0) == held[local] &&
                          (f.is_abused() ? 1 : 0) == abused[local] &&
                          !(f.is_held() && f.is_abused());
      if (!agrees)
        throw RunError(
            fmt::format("{}: the tables of captives and of the abused do not agree with person {}",
                        month.text(), view.person(local).value()));
    }
  }
}

void start_captivity(
    Rooms<Persons, Sums, const Labour, const Money, Applications, Captivity, TraffickingMarket,
          CaptivityTables, RemovalCases, const Returns, const Hostility, const Census, Observation>
        state) {
  const size_t n = state.n_places();
  Captivity& captivity = state.captivity;
  state.trafficking_market.resize(n);
  captivity.captives.assign(state.persons.people.communities().size(), {});
  captivity.abused.assign(state.persons.people.communities().size(), {});
  state.sums.captivity_flows = PerThread<CaptivityFlows>(empty_captivity_flows(n));
  count_leavers(state);
  set_captivity_tables(state, state.run.month);
  start_traffickers(state);
  set_captivity_tables(state, state.run.month);  // offers of those who are there
  parallel_for_each(
      state.persons.people.communities().size(), [&](size_t c) { start_community(state, c); }, 8);
}

}  // namespace rumbo::migration
