// The plain model's captivity and abuse at work; see plain_model.hpp.
#include <algorithm>

#include "models/migration/abuse/abuse.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/status/status.hpp"
#include "models/migration/trafficking/trafficking.hpp"
#include "reference/plain_model.hpp"
#include "reference/plain_tables_carried.hpp"

namespace rumbo::migration {

bool PlainModel::suffer_harm(Index person) {
  PlainPerson& p = persons_[person];
  const HarmHazards hazards = harm_hazards(tables_, p.facts, age(p), p.next == person);
  const double u = draws(p).uniform(screened::harm);
  if (u >= hazards.sum()) return false;
  if (u < hazards.removal) {
    find_for_removal(person);
  } else if (u < hazards.removal + hazards.abuse) {
    p.facts.set_abused(true);
    abused_.push_back({person, {0, static_cast<uint16_t>(tables_.month.count())}});
  } else {
    hold(person, no_trafficker);
  }
  return true;
}

void PlainModel::end_abuse(Index person) {
  persons_[person].facts.set_abused(false);
  std::erase_if(abused_, [&](const PlainAbused& a) { return a.person == person; });
}

void PlainModel::hold(Index person, uint32_t trafficker) {
  PlainPerson& p = persons_[person];
  if (!tables_.captivity_tables.has_traffickers || p.facts.is_held()) return;
  settle(p);
  end_abuse(person);
  drop_case(person);
  std::erase_if(pending_, [&](const Pending& a) { return a.person == person; });
  p.facts.set_applying(false);
  p.facts.set_held(true);
  persons_[person].beliefs.set_level(static_cast<size_t>(BeliefItem::exploitation),
                                     n_belief_levels - 1);
  if (trafficker == no_trafficker)
    trafficker = trafficker_for(tables_, market_cell(p.facts.residence(), Reach::inside), p.id);
  held_.push_back({person,
                   {0, static_cast<uint16_t>(tables_.month.count()),
                    exploitation_of(tables_, p.facts, age(p), p.id), trafficker}});
  p.has_changed = true;
}

void PlainModel::release(Index person, WayOut how) {
  PlainPerson& p = persons_[person];
  const auto found = std::find_if(held_.begin(), held_.end(),
                                  [&](const PlainCaptive& c) { return c.person == person; });
  const uint32_t trafficker = found->captive.trafficker;
  held_.erase(found);
  if (how == WayOut::death) return remove(person, true);
  settle(p);
  if (how == WayOut::debt_end && p.owed > 0) {
    p.owed = p.agreed = p.behind = 0;
    p.facts.set_indebted(false);
  }
  p.facts.set_held(false);
  p.facts.set_was_held(true);
  p.has_changed = true;
  const size_t place = p.facts.residence();
  captivity_flows_.freed[place] += weight_of(p);
  const Aftermath after = aftermath_of(tables_, p.facts, how, p.id);
  if (after.is_identified) tables_.hostility.identified[place] += weight_of(p);
  if (after.is_prosecuted && trafficker != no_trafficker)
    captivity_flows_.convictions[tables_.trafficking_market.traffickers[trafficker].cell] +=
        weight_of(p) *
        detected_expected(tables_, tables_.value(tables_.parameters->trafficking.convicted, place),
                          place)
            .convictions;
  if (after.is_protected && p.facts.status() == Status::irregular) set_status(p, Status::temporary);
  if (after.is_removed)
    bring_home(person, true);
  else if (after.is_again)
    hold(person, no_trafficker);
}

void PlainModel::meet_recruiters(Index person, Facts before, Channel channel) {
  const PlainPerson& p = persons_[person];
  captivity_flows_.leavers[before.residence()] += weight_of(p);
  if (is_deceived(tables_, before, age(p), p.next == person, channel, p.id))
    hold(person, trafficker_for(tables_, market_cell(before.residence(), Reach::abroad), p.id));
}

void PlainModel::live_in_captivity() {
  std::erase_if(abused_, [&](const PlainAbused& a) {
    PlainPerson& p = persons_[a.person];
    const bool ends =
        a.abused.since < tables_.month.count() && abuse_ends(tables_, p.facts, age(p), p.id);
    if (ends) p.facts.set_abused(false);
    return ends;
  });
  const TraffickingMarket& market = tables_.trafficking_market;
  for (const PlainCaptive& c : std::vector<PlainCaptive>(held_)) {
    const PlainPerson& p = persons_[c.person];
    const size_t place = p.facts.residence();
    if (c.captive.since < tables_.month.count() && c.captive.trafficker != no_trafficker) {
      const size_t cell = market.traffickers[c.captive.trafficker].cell;
      captivity_flows_.convictions[cell] +=
          weight_of(p) *
          detected_expected(tables_, detection_of(tables_, place, cell), place).convictions;
    }
    const auto how = way_out(tables_, c.captive, p.facts, p.id);
    if (how) release(c.person, *how);
  }
}

void PlainModel::clear_traffickers() {
  std::vector<int64_t> held(tables_.trafficking_market.traffickers.size(), 0);
  for (const PlainCaptive& c : held_)
    if (c.captive.trafficker != no_trafficker)
      held[c.captive.trafficker] += weight_of(persons_[c.person]);
  plain_traffickers(tables_, held, captivity_flows_);
  captivity_flows_ = empty_captivity_flows(tables_.n_places());
}

}  // namespace rumbo::migration
