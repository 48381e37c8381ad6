// Removal of residents: who is found, detention, hearings, error. docs/model.md: Return and
// removal.
#include "models/migration/removal/removal.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/comm/comm.hpp"
#include "engine/maths/rates.hpp"
#include "models/migration/abuse/abuse.hpp"
#include "models/migration/labour/labour_market.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/policy_use/results.hpp"
#include "models/migration/removal/detention.hpp"
#include "models/migration/removal/results.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/returns/exits.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/status/status.hpp"

namespace rumbo::migration {
namespace {

constexpr double no_limit = 1e9;  ///< beds; the largest value of the parameter

/// Persons detained by place now, on all ranks.
std::vector<int64_t> held_by_place(Rooms<const Persons, const RemovalCases> state) {
  std::vector<int64_t> held(state.n_places(), 0);
  for (size_t c = 0; c < state.removal_cases.size(); ++c) {
    if (state.removal_cases[c].empty()) continue;
    const Look view(state, c);
    for (const RemovalCase& row : state.removal_cases[c])
      if (row.is_detained) held[view.facts[row.local].residence()] += view.weight;
  }
  state.run.comm->sum(held);
  return held;
}

/// Residents of working age without a right: those whom removal finds, near enough.
double may_be_found(Rooms<const Labour> state, size_t place) {
  double sum = 0;
  for (size_t s = 0; s < n_skills; ++s)
    sum += static_cast<double>(
        state.labour.workers[worker_cell(place, s, static_cast<size_t>(WorkerGroup::irregular))]);
  return sum;
}

/// Beds are shared out by what is expected, so that the limit holds on average.
void set_bed_shares(
    Rooms<const Persons, const Labour, const Money, Removal, const RemovalCases> state) {
  const auto& ids = state.run.parameters->detention;
  state.removal.bed_share.assign(state.n_places(), 1);
  bool is_limited = false;
  for (size_t p = 0; p < state.n_places(); ++p)
    is_limited = is_limited || state.value(ids.beds, p) < no_limit;
  if (!is_limited) return;
  const std::vector<int64_t> held = held_by_place(state);
  for (size_t p = 0; p < state.n_places(); ++p) {
    const double coming = may_be_found(state, p) * state.removal.hazard[p] *
                          state.value(ids.share, p) * (1 - state.value(ids.outside_share, p));
    const auto now = static_cast<double>(held[p]);
    state.removal.bed_share[p] = bed_share(
        state.value(ids.beds, p), now, now * case_end_probability(case_months(state, p)), coming);
  }
}

double uniform(Rooms<> state, uint32_t person, Purpose purpose, uint32_t index) {
  return state.run.draws.uniform(person, state.run.month, purpose, index);
}

void count_case(View& view, size_t place, CaseEvent event) {
  view.tally().add(result_tables().removal.removal_cases,
                   place * n_case_events + static_cast<size_t>(event), view.weight);
}

/// What hearings and supervision by policy used.
void count_case_use(View& view, Rooms<Sums> state, const char* lever, ParameterId parameter,
                    size_t place) {
  count_policy_use(state, lever,
                   static_cast<int64_t>(static_cast<double>(view.weight * policy_unit) *
                                        share_by_policy(state, parameter, place)));
}

void remove_resident(View& view, Dying::And<Sums> state, uint32_t local, Status before) {
  const Facts f = view.facts[local];
  if (before != Status::irregular)
    view.tally().add(result_tables().removal.removals_wrongful,
                     f.birthplace() * state.n_places() + f.residence(), view.weight);
  count_case_use(view, state, "deportation", state.run.parameters->status.removal_rate,
                 f.residence());
  bring_home(view, state, local, Channel::removal);
}

/// before  status when found
void conclude(View& view, Dying::And<Sums> state, uint32_t local, Status before, CaseEnd how) {
  const size_t place = view.facts[local].residence();
  count_case(view, place,
             static_cast<CaseEvent>(static_cast<int>(CaseEvent::removed) + static_cast<int>(how)));
  if (how == CaseEnd::removed) return remove_resident(view, state, local, before);
  const Status after = how == CaseEnd::won ? status_after_relief(before) : before;
  if (view.facts[local].status() != after)
    set_status(view, state, local, after, StatusChange::released);
}

void detain(View& view, ChangingStatus::And<Captivity, Observation> state, uint32_t local) {
  end_abuse(view, state, local);
  const Status before = view.facts[local].status();
  set_status(view, state, local, Status::detained, StatusChange::detained);
  state.removal_cases[view.index].push_back(
      {static_cast<uint16_t>(local), static_cast<uint16_t>(state.run.month.count()), before, true});
}

bool has_case(const Look& view, Rooms<const RemovalCases> state, uint32_t local) {
  const auto& cases = state.removal_cases[view.number];
  return std::any_of(cases.begin(), cases.end(),
                     [&](const RemovalCase& row) { return row.local == local; });
}

}  // namespace

void set_removal_tables(
    Rooms<const Persons, const Labour, const Money, Removal, const RemovalCases> state) {
  const size_t n = state.n_places();
  state.removal.hazard.assign(n, 0);
  state.removal.wrongful_hazard.assign(n, 0);
  for (size_t p = 0; p < n; ++p) {
    const double rate = state.value(state.run.parameters->status.removal_rate, p);
    state.removal.hazard[p] = monthly_probability(rate);
    state.removal.wrongful_hazard[p] = monthly_probability(
        wrongful_rate(rate, state.value(state.run.parameters->due_process.error, p)));
  }
  set_bed_shares(state);
}

double removal_hazard(Rooms<const Removal> state, Facts f) {
  if (!f.is_foreign_born() || is_confined(f) || f.status() == Status::citizen) return 0;
  return f.status() == Status::irregular ? state.removal.hazard[f.residence()]
                                         : state.removal.wrongful_hazard[f.residence()];
}

double case_months(Rooms<> state, size_t place) {
  return std::max(1.0, state.value(state.run.parameters->detention.months, place) +
                           state.value(state.run.parameters->due_process.delay_months, place));
}

RemovalCourse course_of(Rooms<const Removal> state, Facts f, uint32_t person) {
  const auto& ids = state.run.parameters->detention;
  const size_t place = f.residence();
  auto happens = [&](uint32_t index, double probability) {
    return uniform(state, person, purpose::removal_course, index) < probability;
  };
  // A person who waits for asylum is not detained: the claim would be lost.
  if (f.status() == Status::asylum_pending || !happens(0, state.value(ids.share, place)))
    return RemovalCourse::at_once;
  if (happens(1, state.value(ids.outside_share, place))) return RemovalCourse::outside;
  return happens(2, state.removal.bed_share[place]) ? RemovalCourse::detained
                                                    : RemovalCourse::outside;
}

CaseEnd decided_at_once(Rooms<> state, Facts f, uint32_t person) {
  return uniform(state, person, purpose::removal_course, 3) <
                 state.value(state.run.parameters->due_process.relief, f.residence())
             ? CaseEnd::won
             : CaseEnd::removed;
}

std::optional<CaseEnd> end_of_case(Rooms<> state, const RemovalCase& row, Facts f,
                                   uint32_t person) {
  const size_t place = f.residence();
  if (row.since >= state.run.month.count() || uniform(state, person, purpose::removal_case, 0) >=
                                                  case_end_probability(case_months(state, place)))
    return std::nullopt;
  const CaseOdds odds =
      case_odds(state.value(state.run.parameters->due_process.relief, place),
                row.is_detained ? 1.0 : state.value(state.run.parameters->detention.appearance));
  const double u = uniform(state, person, purpose::removal_case, 1);
  if (u < odds.removed) return CaseEnd::removed;
  return u < odds.removed + odds.won ? CaseEnd::won : CaseEnd::absconded;
}

void find_for_removal(View& view, Dying::And<Sums, const Removal> state, uint32_t local) {
  if (has_case(view, state, local)) return;
  const Facts f = view.facts[local];
  const size_t place = f.residence();
  const uint32_t person = view.person(local).value();
  count_case(view, place, CaseEvent::opened);
  count_case_use(view, state, "due_process", state.run.parameters->due_process.relief, place);
  switch (course_of(state, f, person)) {
    case RemovalCourse::at_once:
      return conclude(view, state, local, f.status(), decided_at_once(state, f, person));
    case RemovalCourse::detained:
      count_case(view, place, CaseEvent::detained);
      return detain(view, state, local);
    case RemovalCourse::outside:
      count_case(view, place, CaseEvent::waits_outside);
      state.removal_cases[view.index].push_back({static_cast<uint16_t>(local),
                                                 static_cast<uint16_t>(state.run.month.count()),
                                                 f.status(), false});
  }
}

void decide_cases(View& view, Dying::And<Sums> state) {
  auto& cases = state.removal_cases[view.index];
  if (cases.empty()) return;
  std::vector<std::pair<RemovalCase, CaseEnd>> ending;
  for (const RemovalCase& row : cases) {
    const Facts f = view.facts[row.local];
    const size_t place = f.residence();
    if (row.is_detained)
      view.tally().add(result_tables().removal.detention_months, place, view.weight);
    else
      count_case_use(view, state, "detention_alternatives",
                     state.run.parameters->detention.outside_share, place);
    const auto how = end_of_case(state, row, f, view.person(row.local).value());
    if (how) ending.emplace_back(row, *how);
  }
  for (const auto& [row, how] : ending) {
    end_row(view, state, state.removal_cases, row.local);
    conclude(view, state, row.local, row.before, how);
  }
}

void audit_cases(Rooms<const Persons, const RemovalCases> state, Month month) {
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const Look view(state, c);
    std::vector<uint8_t> is_in_cell(view.community.size());
    for (const RemovalCase& row : state.removal_cases[c])
      is_in_cell[row.local] = row.is_detained ? 1 : 0;
    for (uint32_t local = 0; local < view.community.open; ++local)
      if ((is_in_cell[local] != 0) !=
          (!view.key[local].is_free() && view.facts[local].status() == Status::detained))
        throw RunError(
            fmt::format("{}: the table of cases for removal does not agree with person {}",
                        month.text(), view.person(local).value()));
  }
}

RowFault RemovalCase::fault(const World&) const {
  if (static_cast<int>(before) < n_statuses) return {};
  return {"before", "holds a status that does not exist"};
}

}  // namespace rumbo::migration
