// The month's exits and changes of status, in order. docs/model.md: Return and removal; Status and
// regularization.
#include "models/migration/returns/exits.hpp"

#include "engine/base/error.hpp"
#include "engine/hazards/screening.hpp"
#include "models/migration/abuse/abuse.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/status/status.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "models/migration/trafficking/trafficking.hpp"

namespace rumbo::migration {
namespace {

/// Removal, abuse at work or captivity: at most one of them, by one draw.
bool suffer_harm(View& view,
                 Dying::And<Sums, const Labour, const Screening, const TraffickingMarket,
                            const CaptivityTables, const Removal, const Returns>
                     state,
                 uint32_t local, const PersonDraws& draws) {
  const Facts f = view.facts[local];
  const HarmHazards hazards =
      harm_hazards(state, f, view.age(local), view.households.is_alone(local));
  RUMBO_ASSERT(screening_threshold(hazards.sum()) <=
               state.screening.bounds[view.home].threshold(view.key[local], state.run.month,
                                                           screened::harm));
  if (!draws.happens(screened::harm, hazards.sum())) return false;
  const double u = draws.uniform(screened::harm);
  if (u < hazards.removal)
    find_for_removal(view, state, local);
  else if (u < hazards.removal + hazards.abuse)
    start_abuse(view, state, local);
  else
    hold(view, state, local, WayIn::recruited);
  return true;
}

}  // namespace

void set_exit_tables(Rooms<const Persons, const Labour, const Money, const ChoiceTables,
                           StatusRules, Removal, const RemovalCases, Returns, Seasons>
                         state,
                     Month month) {
  set_return_tables(state, month);
  set_status_tables(state, month);
  set_removal_tables(state);
}

void change_status(
    View& view,
    Dying::And<Sums, const Labour, const ChoiceTables, const Screening, const TraffickingMarket,
               const CaptivityTables, const Shocks, const Asylum, const StatusRules, const Removal,
               const Returns, const Seasons>
        state) {
  decide_cases(view, state);
  // Programmes next: they reach the residents without a right wherever one is open.
  if (state.status.has_programme) {
    for (uint32_t w = 0; w < view.community.open / 32; ++w)
      for (uint32_t bits = view.active_word(w); bits != 0; bits &= bits - 1) {
        const uint32_t local = w * 32 + static_cast<uint32_t>(__builtin_ctz(bits));
        if (applies_now(state, view.facts[local], Month(view.arrival[local]),
                        view.person(local).value()))
          regularize(view, state, local);
      }
  }
  constexpr unsigned looked_at =
      1u << screened::go_back | 1u << screened::harm | 1u << screened::status;
  for (const Woken& w : view.buffers.woken) {
    const uint32_t local = w.local;
    if ((w.purposes & looked_at) == 0 || view.key[local].is_free() || view.is_newborn(local) ||
        view.has_changed(local))
      continue;
    const Facts f = view.facts[local];
    const PersonDraws draws = view.draws(local);
    if ((w.purposes >> screened::harm & 1) && suffer_harm(view, state, local, draws)) continue;
    if ((w.purposes >> screened::go_back & 1) &&
        draws.happens(screened::go_back,
                      go_back_hazard(state, f, view.age(local), view.years_since_arrival(local))))
      go_home(view, state, local, draws.uniform(screened::go_back));
    else if ((w.purposes >> screened::status & 1) &&
             draws.happens(screened::status, status_hazard(state, f, view.age(local),
                                                           view.years_since_arrival(local))))
      status_event(view, state, local, draws.uniform(screened::status));
  }
}

}  // namespace rumbo::migration
