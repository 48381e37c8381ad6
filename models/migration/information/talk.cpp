// Rounds of talk: a community's friends talk in pairs, then those at home forget and hear.
//
// All of a community take part, so that its draws are taken together and outcomes looked up.
// The plain model has the same person by person. docs/model.md: Beliefs.
#include <algorithm>
#include <array>

#include "engine/random/many_draws.hpp"
#include "models/migration/information/information.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/policy_use/results.hpp"

namespace rumbo::migration {
namespace {

constexpr size_t most_slots = size_t{1} << largest_community_bits;

/// Some of a community, and their draws of one purpose.
struct Group {
  std::array<uint32_t, most_slots> subject;
  std::array<uint16_t, most_slots> local;
  std::array<DrawBlock, most_slots> draw;
  size_t count = 0;

  /// Adds a person or not, without a branch: which of the two cannot be foreseen.
  void add_if(bool is_one, const Look& view, uint32_t member) {
    local[count] = static_cast<uint16_t>(member);
    subject[count] = view.person(member).value();
    count += is_one ? 1 : 0;
  }
  void take_draws(Rooms<> state, Purpose purpose) {
    // Draws are taken in whole vectors: what lies beyond is only read.
    const size_t end = (count + screening_stride - 1) / screening_stride * screening_stride;
    for (size_t i = count; i < end; ++i) subject[i] = 0;
    draw_blocks(state.run.draws, subject.data(), count, state.run.month, purpose, draw.data());
  }
};
static_assert(most_slots % screening_stride == 0);

using Talkers = std::array<bool, most_slots>;

Talkers talkers_of(const Look& view) {
  Talkers talks{};  // no one where no room is open yet
  for (uint32_t i = 0; i < view.community.open; ++i)
    talks[i] = !view.key[i].is_free() & may_talk(view.age(i));
  return talks;
}

/// Number of the matching whose friends talk in this round.
int matching_of_round(Rooms<const Ties, const InformationTables> state) {
  return state.run.month.count() / state.information_tables.months % state.ties.n_friends();
}

void talk_in_pairs(View& view, Rooms<const Ties, const InformationTables> state,
                   const Talkers& talks, Group& firsts) {
  std::array<uint16_t, most_slots / 2> second;
  firsts.count = 0;
  state.ties.for_each_pair(view.community, state.ties.community_key(view.community),
                           matching_of_round(state), [&](uint32_t one, uint32_t other) {
                             second[firsts.count] = static_cast<uint16_t>(std::max(one, other));
                             firsts.add_if(talks[one] & talks[other], view, std::min(one, other));
                           });
  firsts.take_draws(state, purpose::talk);
  const TalkTable& table = state.information_tables.talk_table;
  for (size_t i = 0; i < firsts.count; ++i) {
    Beliefs one = view.beliefs[firsts.local[i]], other = view.beliefs[second[i]];
    table.talk_over(one, other, firsts.draw[i].word);
    view.believe(firsts.local[i], one);
    view.believe(second[i], other);
  }
}

void forget(View& view, Rooms<const InformationTables> state, Group& at_home) {
  at_home.take_draws(state, purpose::forget);
  for (size_t i = 0; i < at_home.count; ++i) {
    const uint32_t local = at_home.local[i];
    const Facts f = view.facts[local];
    if (forgets(state, f))
      view.believe(local, state.information_tables.forgetting[f.residence()].drifted(
                              view.beliefs[local], at_home.draw[i].word));
  }
}

/// Returns how many a campaign reached.
int64_t hear(View& view, Rooms<const InformationTables> state, Group& at_home) {
  at_home.take_draws(state, purpose::heard);
  int64_t reached = 0;
  for (size_t i = 0; i < at_home.count; ++i) {
    const uint32_t local = at_home.local[i];
    const size_t place = view.facts[local].residence();
    const uint32_t* draw = at_home.draw[i].word;
    reached += is_reached(state, place, draw) ? 1 : 0;
    view.believe(local, told(state, place, view.beliefs[local], draw));
  }
  return reached;
}

}  // namespace

void talk_and_hear(View& view, Rooms<const Ties, Sums, const InformationTables> state) {
  if (!is_round(state, view.index) || state.ties.n_friends() == 0) return;
  const Talkers talks = talkers_of(view);
  Group group;
  talk_in_pairs(view, state, talks, group);
  group.count = 0;
  for (uint32_t i = 0; i < view.community.open; ++i)
    group.add_if(talks[i] & may_leave_home(view.facts[i]), view, i);
  forget(view, state, group);
  if (!state.information_tables.is_anything_told) return;
  const int64_t reached = hear(view, state, group);
  if (reached > 0)
    count_policy_use(
        state, "risk_campaign",
        static_cast<int64_t>(
            static_cast<double>(reached * view.weight * policy_unit) *
            share_by_policy(state, state.run.parameters->information.campaign_reach, view.home)));
}

}  // namespace rumbo::migration
