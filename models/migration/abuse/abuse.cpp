// Abuse at work: wages withheld, threats, unsafe work. Not trafficking. docs/model.md: Trafficking
// and abuse.
#include "models/migration/abuse/abuse.hpp"

#include <algorithm>

#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "models/migration/hostility/hostility.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/trafficking/captivity.hpp"

namespace rumbo::migration {

void set_abuse_tables(Rooms<CaptivityTables, const Hostility> state) {
  const auto& ids = state.run.parameters->abuse;
  CaptivityTables& t = state.captivity_tables;
  const size_t n = state.n_places();
  t.abuse_irregular.assign(n, 0);
  t.abuse_regular.assign(n, 0);
  t.abuse_end.assign(n, 0);
  t.wage_theft = state.value(ids.wage_theft);
  for (size_t p = 0; p < n; ++p) {
    const double watched = pow(state.value(state.run.parameters->labour.inspection, p),
                               state.value(ids.inspection_effect));
    const double rate =
        state.value(ids.rate, p) / watched *
        (1 + state.value(state.run.parameters->hostility.abuse_effect) * hostile(state, p));
    t.abuse_irregular[p] = monthly_probability(rate);
    t.abuse_regular[p] = monthly_probability(rate * state.value(ids.regular_factor));
    t.abuse_end[p] = monthly_probability(state.value(ids.end_rate, p) * watched);
  }
}

bool abuse_ends(Rooms<const CaptivityTables> state, Facts f, int age, uint32_t person) {
  return !is_working_age(age) ||
         state.run.draws.uniform(person, state.run.month, purpose::abuse_end) <
             state.captivity_tables.abuse_end[f.residence()];
}

void start_abuse(View& view, Rooms<Captivity> state, uint32_t local) {
  const Facts f = view.facts[local];
  add_row(view, state.captivity.abused,
          Abused{static_cast<uint16_t>(local), static_cast<uint16_t>(state.run.month.count())});
  view.tally().add(result_tables().abuse.abuse_new,
                   (f.residence() * n_statuses + static_cast<size_t>(f.status())) * n_sexes +
                       static_cast<size_t>(f.sex()),
                   view.weight);
}

void end_abuse(View& view, Rooms<Captivity> state, uint32_t local) {
  end_row(view, state, state.captivity.abused, local);
}

void live_with_abuse(View& view, Rooms<Captivity, const CaptivityTables> state) {
  end_rows_if(view, state.captivity.abused, [&](const Abused& a) {
    return a.since < state.run.month.count() &&
           abuse_ends(state, view.facts[a.local], view.age(a.local), view.person(a.local).value());
  });
}

}  // namespace rumbo::migration
