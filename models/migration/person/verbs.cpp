// See verbs.hpp.
#include "models/migration/person/verbs.hpp"

#include "models/migration/demography/results.hpp"
#include "models/migration/money/accounts.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/transitions/transitions.hpp"

namespace rumbo::migration {

/// The verbs' own way to the columns.
struct CoreColumns {
  static Facts& facts(View& view, uint32_t local) { return view.facts_[local]; }
  /// They have come to where they live this month.
  static void arrive(View& view, uint32_t local) {
    view.arrival_[local] = view.settled_[local] = static_cast<uint16_t>(view.run.month.count());
  }
  /// The slot is free from now on.
  static void clear(View& view, uint32_t local) {
    view.wealth_[local] = 0;
    view.facts_[local] = Facts();
    view.key_[local] = SlotKey();
    view.people_.set_active(view.slot(local), false);
    view.buffers.dirty.push_back(static_cast<uint16_t>(local));
  }
};

namespace {

template <Verb verb, class Source>
void end_rows(View& view, Source& state, uint32_t local) {
  for_each_table_ended_by<verb>(state, [&](auto& table) { end_row(view, state, table, local); });
}

/// What a person owned goes to the first other member of their household, or to an account.
void hand_over(View& view, uint32_t local, bool to_household, Account heir) {
  uint32_t inheritor = local;
  if (to_household)
    view.households.for_each_other(
        local, [&](uint32_t member) { inheritor = inheritor == local ? member : inheritor; });
  const Cents left =
      inheritor != local ? view.keep(inheritor, view.wealth[local]) : view.wealth[local];
  if (left != 0)
    view.ledger().transfer(static_cast<size_t>(Account::persons), static_cast<size_t>(heir),
                           int64_t{left} * view.weight);
}

void count_event(View& view, PersonEvent event) {
  view.flows().events[static_cast<size_t>(event)] += view.weight;
}

}  // namespace

void die(View& view, Dying state, uint32_t local) {
  const Facts f = view.facts[local];
  view.tally().add(result_tables().demography.deaths,
                   f.residence() * n_sexes + static_cast<size_t>(f.sex()), view.weight);
  count_event(view, PersonEvent::death);
  view.settle(local);
  view.count(f, view.age(local), -1);
  end_rows<Verb::die>(view, state, local);
  end_trace(view, state, local, LifeEvent::died);
  hand_over(view, local, true, Account::estates);
  view.live_alone(local);
  CoreColumns::clear(view, local);
}

void leave(View& view, Leaving state, uint32_t local) {
  count_event(view, PersonEvent::departure);
  view.settle(local);
  view.count(view.facts[local], view.age(local), -1);
  end_rows<Verb::leave>(view, state, local);
  end_trace(view, state, local, LifeEvent::left);
  hand_over(view, local, false, Account::abroad);
  view.live_alone(local);
  CoreColumns::clear(view, local);
}

void move_to(View& view, Moving state, uint32_t local, const Arrival& arrival) {
  end_rows<Verb::move>(view, state, local);
  remember_residence(view, state, local);
  const int age = view.age(local);
  Facts& f = CoreColumns::facts(view, local);
  view.count(f, age, -1);
  f.set_residence(arrival.place);
  f.set_status(arrival.status);
  if (arrival.is_return) f.set_returned(true);
  if (arrival.is_removal) f.set_removed(true);
  view.count(f, age, 1);
  CoreColumns::arrive(view, local);
  view.refresh(local);
}

void give_status(View& view, ChangingStatus state, uint32_t local, Status status) {
  const int age = view.age(local);
  view.settle(local);
  end_rows<Verb::change_status>(view, state, local);
  Facts& f = CoreColumns::facts(view, local);
  view.count(f, age, -1);
  f.set_status(status);
  view.count(f, age, 1);
  view.refresh(local);
}

void take_captive(View& view, BeingHeld state, uint32_t local) {
  leave_out_of_panel(view, state, local);
  view.settle(local);
  end_rows<Verb::be_held>(view, state, local);
  CoreColumns::facts(view, local).set_held(true);
  view.refresh(local);
}

void set_free(View& view, BeingFreed state, uint32_t local) {
  end_rows<Verb::be_freed>(view, state, local);
  Facts& f = CoreColumns::facts(view, local);
  f.set_held(false);
  f.set_was_held(true);
  view.refresh(local);
}

}  // namespace rumbo::migration
