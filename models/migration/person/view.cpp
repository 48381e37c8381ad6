// See view.hpp.
#include "models/migration/person/view.hpp"

#include "models/migration/labour/state.hpp"
#include "models/migration/money/accounts.hpp"
#include "models/migration/person/purpose.hpp"

namespace rumbo::migration {

namespace {

/// Asks for what lies side by side of a column of one community, a line of the cache at a time.
template <class T>
void fetch(const Slots<T>& column, const Community& community) {
  constexpr uint32_t line = 64 / sizeof(T);
  const uint32_t end = std::min(community.open, community.layout.n_together);
  for (uint32_t local = 0; local < end; local += line) __builtin_prefetch(&column[local], 0, 2);
}

}  // namespace

void View::wake(const BoundTable& bounds) {
  // Most lines of all columns are read in a month, here and there: brought near together, they are
  // waited for once.
  fetch(facts, community);
  fetch(community.of(people_.household().data()), community);
  fetch(wealth, community);
  fetch(arrival, community);
  fetch(settled, community);
  fetch(beliefs, community);
  fetch(published, community);
  screen_community(run.draws, run.month, people_, community, bounds, buffers.woken);
  // What is read first of each is far apart in memory: all requests at once, before they are
  // needed.
  const Slots household = community.of(people_.household().data());
  for (const Woken& w : buffers.woken) {
    __builtin_prefetch(&facts[w.local]);
    __builtin_prefetch(&household[w.local]);
    if ((w.purposes >> screened::move & 1) != 0) __builtin_prefetch(&beliefs[w.local]);
  }
}

void View::put(uint32_t local, const Newcomer& newcomer) {
  facts_[local] = newcomer.facts;
  key_[local] = SlotKey(newcomer.birth, slot_class(newcomer.facts, home));
  wealth_[local] = newcomer.wealth;
  beliefs_[local] = newcomer.beliefs;
  arrival_[local] = static_cast<uint16_t>(newcomer.arrival.count());
  settled_[local] = static_cast<uint16_t>(run.month.count());
  people_.set_active(slot(local), is_active(newcomer.facts));
}

void View::start_with(uint32_t local, unsigned skill, unsigned earnings, Cents wealth_then) {
  facts_[local].set_skill(skill);
  facts_[local].set_earnings(earnings);
  wealth_[local] = wealth_then;
}

void View::refresh(uint32_t local) {
  key_[local] = key[local].with_class(slot_class(facts[local], home));
  people_.set_active(slot(local), is_active(facts[local]));
  buffers.dirty.push_back(static_cast<uint16_t>(local));
  buffers.changed.push_back(static_cast<uint16_t>(local));
}

void View::settle(uint32_t local) {
  const Cents now = wealth_now(local);
  ledger().transfer(static_cast<size_t>(Account::employers), static_cast<size_t>(Account::persons),
                    (int64_t{now} - wealth[local]) * weight);
  wealth_[local] = now;
  settled_[local] = static_cast<uint16_t>(run.month.count());
}

void View::count(Facts who, int age, int sign) {
  flows().population[who.residence()] += sign * weight;
  if (is_worker(who, age))
    flows().workers[worker_cell(who.residence(), who.skill(),
                                static_cast<size_t>(worker_group(who)))] += sign * weight;
}

}  // namespace rumbo::migration
