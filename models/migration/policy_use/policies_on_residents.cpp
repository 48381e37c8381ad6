// What levers did that act on all residents of a place, or on what officials take of everyone.
#include <algorithm>

#include "engine/parallel/parallel.hpp"
#include "models/migration/labour/labour_market.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/trafficking/captivity.hpp"

namespace rumbo::migration {
namespace {

/// What policies took off a parameter at a place, as a share of what it was; 0 if it was 0.
double share_taken(Rooms<> state, ParameterId parameter, size_t place) {
  const double before = state.run.plan.base().at(parameter, place);
  return before > 0 ? 1 - state.value(parameter, place) / before : 0;
}

/// Residents a year whom a lever reached, if one who is reached is rid of it all.
double residents_rid_of(Rooms<const Census> state, ParameterId parameter) {
  double persons = 0;
  for (size_t p = 0; p < state.n_places(); ++p)
    persons += static_cast<double>(state.census.population[p]) * share_taken(state, parameter, p);
  return persons;
}

/// Earnings of a year that policies brought, 1,000 USD, as expected of the workers there are.
double earnings_added(Rooms<const Labour> state) {
  const ParameterId id = state.run.parameters->development.income_factor;
  double usd = 0;
  for (size_t p = 0; p < state.n_places(); ++p) {
    const double share = share_by_policy(state, id, p);
    if (share == 0) continue;
    for (size_t s = 0; s < n_skills; ++s)
      for (size_t g = 0; g < n_worker_groups; ++g) {
        const size_t cell = worker_cell(p, s, g);
        const bool may_work = g != static_cast<size_t>(WorkerGroup::irregular);
        const double with_job =
            may_work ? state.labour.employment(p, s) : state.labour.irregular_employment(p, s);
        usd += share * static_cast<double>(std::max<int64_t>(0, state.labour.workers[cell])) *
               state.labour.market_wage[cell] * with_job;
      }
  }
  return usd / 1000;
}

/// Whether policies changed a parameter anywhere.
bool is_changed(Rooms<> state, ParameterId parameter) {
  for (size_t p = 0; p < state.n_places(); ++p)
    if (state.value(parameter, p) != state.run.plan.base().at(parameter, p)) return true;
  return false;
}

/// Minors who get a guardian, and papers, this month: a twelfth of a minor and year each.
void count_protected_minors(Rooms<const Persons, Sums> state) {
  const auto& ids = state.run.parameters->household;
  if (!is_changed(state, ids.guardians) && !is_changed(state, ids.minor_papers)) return;
  const ParameterValues& base = state.run.plan.base();
  parallel_for_each(
      state.persons.people.communities().size(),
      [&](size_t c) {
        const Look view(state, c);
        double minors = 0;
        for (uint32_t local = 0; local < view.community.open; ++local) {
          if (view.key[local].is_free() || view.age(local) >= age_of_majority) continue;
          const Facts f = view.facts[local];
          const size_t place = f.residence();
          minors += state.value(ids.guardians, place) - base.at(ids.guardians, place);
          if (f.status() == Status::irregular)
            minors += state.value(ids.minor_papers, place) - base.at(ids.minor_papers, place);
        }
        add_policy_use(state.sums.flows.local(), "child_protection",
                       minors * static_cast<double>(view.weight) / 12);
      },
      8);
}

}  // namespace

void tally_policies_on_residents(
    Rooms<const Persons, Sums, const Labour, const Money, const Census> state) {
  const auto a_year = [&](const char* lever, double units) {
    add_global_policy_use(state, lever, units / 12);
  };
  a_year("anti_xenophobia", residents_rid_of(state, state.run.parameters->hostility.media));
  a_year("violence_prevention", residents_rid_of(state, state.run.parameters->shocks.violence));
  a_year("origin_development", earnings_added(state));
  count_protected_minors(state);
}

double bribes_avoided(Rooms<> state, size_t place, double asked) {
  const ParameterId share = state.run.parameters->corruption.share;
  return asked * (state.run.plan.base().at(share, place) - state.value(share, place));
}

}  // namespace rumbo::migration
