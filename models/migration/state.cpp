// See state.hpp.
#include "models/migration/state.hpp"

#include <algorithm>

namespace rumbo::migration {

void add_columns(People& people) {
  people.add_column<Facts>("facts");
  people.add_column<Cents>("wealth");
  people.add_column<uint16_t>("arrival");
  people.add_column<uint16_t>("settled");
  people.add_column<Beliefs>("beliefs");
}

void resize_side_tables(State& state, size_t n_communities) {
  state.communities.resize(n_communities);
  state.applications.resize(n_communities);
  state.debts.resize(n_communities);
  state.claims.resize(n_communities);
  state.ill.resize(n_communities);
  state.removal_cases.resize(n_communities);
  state.seasons.resize(n_communities);
  state.captivity.captives.resize(n_communities);
  state.captivity.abused.resize(n_communities);
  state.apprehended.resize(n_communities);
  if (state.panel.is_on()) state.panel.traced.resize(n_communities);
}

void View::refresh(uint32_t local) {
  key[local] = key[local].with_class(slot_class(facts[local], home));
  state.people.set_active(slot(local), is_active(facts[local]));
  buffers.dirty.push_back(static_cast<uint16_t>(local));
  buffers.changed.push_back(static_cast<uint16_t>(local));
}

Cents View::wealth_now(uint32_t local) const {
  const Facts f = facts[local];
  const bool saves_at_home = !f.is_held() && !f.is_foreign_born() &&
                             f.status() == Status::citizen && state.world->is_inside(f.residence());
  if (!saves_at_home) return wealth[local];
  // Saving begins at 15; what C grew by before does not count.
  const int adult = key[local].birth().count() + 15 * 12;
  const int first = state.first_month.count();
  const int now = state.month.count() - first;
  const int from = std::max({static_cast<int>(settled[local]), adult, first}) - first;
  if (from >= now) return wealth[local];
  const size_t cells = state.n_places() * n_skills * n_earnings_classes;
  const size_t cell = saving_cell(f.residence(), f.skill(), f.earnings());
  const int64_t saved = state.cumulative_saving[static_cast<size_t>(now) * cells + cell] -
                        state.cumulative_saving[static_cast<size_t>(from) * cells + cell];
  return static_cast<Cents>(std::clamp<int64_t>(wealth[local] + saved, -most_wealth, most_wealth));
}

void View::settle(uint32_t local) {
  const Cents now = wealth_now(local);
  ledger().transfer(static_cast<size_t>(Account::employers), static_cast<size_t>(Account::persons),
                    (int64_t{now} - wealth[local]) * weight);
  wealth[local] = now;
  settled[local] = static_cast<uint16_t>(state.month.count());
}

void View::count(Facts who, int age, int sign) {
  flows().population[who.residence()] += sign * weight;
  if (is_worker(who, age))
    flows().workers[worker_cell(who.residence(), who.skill(),
                                static_cast<size_t>(worker_group(who)))] += sign * weight;
}

}  // namespace rumbo::migration
