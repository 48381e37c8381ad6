// Side tables and market of captivity in an archive, and how they are at the start.
#include <fmt/format.h>

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/comm/comm.hpp"
#include "models/migration/mechanisms/captivity.hpp"
#include "models/migration/mechanisms/mechanisms.hpp"
#include "models/migration/purpose.hpp"

namespace rumbo::migration {
namespace {

/// Columns of a side table, one entry after the other in order of communities.
template <class Entry>
class FlatTable {
 public:
  explicit FlatTable(std::vector<std::vector<Entry>>& table) : table_(table) {
    for (size_t c = 0; c < table.size(); ++c)
      for (const Entry& entry : table[c]) {
        community_.push_back(static_cast<uint32_t>(c));
        entries_.push_back(entry);
      }
  }
  template <class Value, class Get, class Set>
  void column(Archive& archive, const std::string& name, const Get& get, const Set& set) {
    std::vector<Value> values;
    for (const Entry& entry : entries_) values.push_back(get(entry));
    archive.array(name, values);
    entries_.resize(values.size());
    for (size_t i = 0; i < values.size(); ++i) set(entries_[i], values[i]);
  }
  void finish(Archive& archive, const std::string& name, size_t n_communities) {
    archive.array(name + "/community", community_);
    table_.assign(n_communities, {});
    for (size_t i = 0; i < entries_.size(); ++i) table_[community_[i]].push_back(entries_[i]);
  }

 private:
  std::vector<std::vector<Entry>>& table_;
  std::vector<Entry> entries_;
  std::vector<uint32_t> community_;
};

void visit_captives(Archive& archive, std::vector<std::vector<Captive>>& captives, size_t n) {
  FlatTable<Captive> flat(captives);
  flat.column<uint16_t>(
      archive, "captives/local", [](const Captive& c) { return c.local; },
      [](Captive& c, uint16_t v) { c.local = v; });
  flat.column<uint16_t>(
      archive, "captives/since", [](const Captive& c) { return c.since; },
      [](Captive& c, uint16_t v) { c.since = v; });
  flat.column<uint8_t>(
      archive, "captives/purpose", [](const Captive& c) { return static_cast<uint8_t>(c.purpose); },
      [](Captive& c, uint8_t v) { c.purpose = static_cast<Exploitation>(v); });
  flat.column<uint8_t>(
      archive, "captives/way", [](const Captive& c) { return static_cast<uint8_t>(c.way); },
      [](Captive& c, uint8_t v) { c.way = static_cast<WayIn>(v); });
  flat.column<uint32_t>(
      archive, "captives/trafficker", [](const Captive& c) { return c.trafficker; },
      [](Captive& c, uint32_t v) { c.trafficker = v; });
  flat.finish(archive, "captives", n);
}

void visit_abused(Archive& archive, std::vector<std::vector<Abused>>& abused, size_t n) {
  FlatTable<Abused> flat(abused);
  flat.column<uint16_t>(
      archive, "abused/local", [](const Abused& a) { return a.local; },
      [](Abused& a, uint16_t v) { a.local = v; });
  flat.column<uint16_t>(
      archive, "abused/since", [](const Abused& a) { return a.since; },
      [](Abused& a, uint16_t v) { a.since = v; });
  flat.finish(archive, "abused", n);
}

/// Who is held and who is abused at the start, in one community.
void start_community(State& state, size_t community) {
  View view(state, community);
  for (uint32_t local = 0; local < view.community.size(); ++local) {
    if (view.key[local].is_free()) continue;
    const uint32_t person = view.person(local).value();
    const Facts f = view.facts[local];
    const int age = view.age(local), years = std::max(0, view.years_since_arrival(local));
    const bool is_alone = view.households.is_alone(local);
    if (state.draws.uniform(person, state.month, purpose::initial_captivity) <
        initially_held(state, f, age, is_alone, years)) {
      put_in_captivity(view, local, WayIn::recruited, state.month - 1, no_trafficker);
    } else if (state.draws.uniform(person, state.month, purpose::initial_abuse) <
               initially_abused(state, f, age, years)) {
      view.facts[local].set_abused(true);
      state.captivity.abused[community].push_back(
          {static_cast<uint16_t>(local), static_cast<uint16_t>(state.month.count() - 1)});
    }
  }
}

/// Persons who arrived abroad within the last year, by place of birth.
void count_leavers(State& state) {
  std::vector<int64_t>& leavers = state.captivity.market.leavers;
  for (size_t c = 0; c < state.people.communities().size(); ++c) {
    const View view(state, c);
    for (uint32_t local = 0; local < view.community.size(); ++local)
      if (!view.key[local].is_free() && view.facts[local].is_foreign_born() &&
          state.month.count() - view.arrival[local] <= 12)
        leavers[view.facts[local].birthplace()] += view.weight;
  }
  sum_over_ranks(leavers);
}

}  // namespace

void TraffickingMarket::resize(size_t n) {
  members.assign(n * n_reaches, {});
  for (auto* cells : {&entry_carry, &quit_carry, &conviction_carry, &held})
    cells->assign(n * n_reaches, 0);
  for (auto* places : {&leavers, &freed}) places->assign(n, 0);
}

void TraffickingMarket::visit(Archive& archive) {
  std::vector<uint16_t> cell, months_of_loss;
  std::vector<uint8_t> business;
  std::vector<double> cost;
  std::vector<int64_t> victims;
  for (const Trafficker& t : traffickers) {
    cell.push_back(t.cell);
    months_of_loss.push_back(t.months_of_loss);
    business.push_back(static_cast<uint8_t>(t.business));
    cost.push_back(t.cost);
    victims.push_back(t.victims);
  }
  archive.array("traffickers/cell", cell);
  archive.array("traffickers/months_of_loss", months_of_loss);
  archive.array("traffickers/business", business);
  archive.array("traffickers/cost", cost);
  archive.array("traffickers/victims", victims);
  traffickers.resize(cell.size());
  for (size_t i = 0; i < cell.size(); ++i)
    traffickers[i] = {cell[i], months_of_loss[i], static_cast<Business>(business[i]), cost[i],
                      victims[i]};
  // The order of members decides whom a draw falls on.
  std::vector<uint32_t> n_members, flat;
  for (const auto& of_cell : members) {
    n_members.push_back(static_cast<uint32_t>(of_cell.size()));
    flat.insert(flat.end(), of_cell.begin(), of_cell.end());
  }
  archive.array("trafficking/n_members", n_members);
  archive.array("trafficking/members", flat);
  size_t at = 0;
  for (size_t c = 0; c < n_members.size(); at += n_members[c++])
    members[c].assign(flat.begin() + static_cast<ptrdiff_t>(at),
                      flat.begin() + static_cast<ptrdiff_t>(at + n_members[c]));
  archive.array("trafficking/vacant", vacant);
  archive.array("trafficking/entry_carry", entry_carry);
  archive.array("trafficking/quit_carry", quit_carry);
  archive.array("trafficking/conviction_carry", conviction_carry);
  archive.array("trafficking/held", held);
  archive.array("trafficking/leavers", leavers);
  archive.array("trafficking/freed", freed);
}

void Captivity::visit(Archive& archive, size_t n_communities) {
  visit_captives(archive, captives, n_communities);
  visit_abused(archive, abused, n_communities);
  market.visit(archive);
}

void audit_captivity(State& state, Month month) {
  for (size_t c = 0; c < state.people.communities().size(); ++c) {
    const View view(state, c);
    std::vector<int> held(view.community.size()), abused(view.community.size());
    for (const Captive& captive : state.captivity.captives[c]) {
      ++held[captive.local];
      if (captive.trafficker != no_trafficker &&
          state.captivity.market.traffickers[captive.trafficker].business == Business::none)
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

void start_captivity(State& state) {
  const size_t n = state.n_places();
  Captivity& captivity = state.captivity;
  captivity.market.resize(n);
  captivity.captives.assign(state.people.communities().size(), {});
  captivity.abused.assign(state.people.communities().size(), {});
  captivity.flows = PerThread<CaptivityFlows>(empty_captivity_flows(n));
  count_leavers(state);
  set_captivity_tables(state, state.month);
  start_traffickers(state);
  set_captivity_tables(state, state.month);  // offers of those who are there
  parallel_for_each(
      state.people.communities().size(), [&](size_t c) { start_community(state, c); }, 8);
}

}  // namespace rumbo::migration
