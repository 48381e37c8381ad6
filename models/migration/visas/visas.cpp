// Visas granted by lottery, or in order of application in a queue. docs/model.md: Visas.
#include "models/migration/visas/visas.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "engine/comm/comm.hpp"
#include "engine/people/people.hpp"
#include "engine/tally/rationing.hpp"
#include "engine/tally/tallies.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/choice/mover.hpp"
#include "models/migration/person/flows.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

/// One who asks for a rationed visa.
struct Asking {
  size_t cell;  ///< corridor and kind
  RationRequest place;
  Request* request;
};

/// All who ask for visas of one cell.
struct Asked {
  std::span<const RationRequest> requests;
  std::span<Request* const> where;
};

/// All who ask in a month, cell by cell.
class AskedByCell {
 public:
  /// asking  in an order that all ranks and numbers of threads share; it is kept in each cell
  explicit AskedByCell(std::vector<Asking> asking) {
    std::stable_sort(asking.begin(), asking.end(),
                     [](const Asking& a, const Asking& b) { return a.cell < b.cell; });
    for (const Asking& one : asking) {
      cells_.push_back(one.cell);
      requests_.push_back(one.place);
      where_.push_back(one.request);
    }
  }

  /// Who asks in the next cell; cells are asked for in their order.
  Asked take(size_t cell) {
    const size_t first = next_;
    while (next_ < cells_.size() && cells_[next_] == cell) ++next_;
    return {std::span(requests_).subspan(first, next_ - first),
            std::span(where_).subspan(first, next_ - first)};
  }
  /// [cell] Persons, of this rank.
  std::vector<int64_t> persons(size_t n_cells) const {
    std::vector<int64_t> sum(n_cells, 0);
    for (size_t i = 0; i < cells_.size(); ++i) sum[cells_[i]] += requests_[i].weight;
    return sum;
  }

 private:
  std::vector<size_t> cells_;
  std::vector<RationRequest> requests_;
  std::vector<Request*> where_;
  size_t next_ = 0;
};

VisaKind kind_of(Channel channel) {
  return static_cast<VisaKind>(static_cast<int>(channel));
}
static_assert(static_cast<int>(Channel::work_visa) == static_cast<int>(VisaKind::work));
static_assert(static_cast<int>(Channel::study) == static_cast<int>(VisaKind::study));
static_assert(static_cast<int>(Channel::family) == static_cast<int>(VisaKind::family));
static_assert(static_cast<int>(Channel::seasonal) == static_cast<int>(VisaKind::seasonal));

/// Who comes when only a part of a place is left that is meant to be given gets it by chance: then
/// lumps of persons get as many on average.
/// returns  persons, of all ranks
int64_t grant_last(Rooms<> state, const Asked& asked, const RationCut& cut, double meant) {
  if (cut.grants_all) return 0;
  int64_t granted = 0;
  for (size_t i = 0; i < asked.requests.size(); ++i) {
    const RationRequest& r = asked.requests[i];
    if (r.key != cut.first_refused) continue;
    const double left = meant - static_cast<double>(cut.granted);
    const double uniform = state.run.draws.uniform(r.key.low, state.run.month, purpose::visa_part);
    if (uniform * static_cast<double>(r.weight) >= left) continue;
    asked.where[i]->outcome = Request::Outcome::granted;
    granted += r.weight;
  }
  state.run.comm->sum({&granted, 1});
  return granted;
}

/// What the cells of a month have in common.
struct Granting {
  int64_t weight = 1;         ///< largest of a simulated person
  double memory_months = 12;  ///< that demand is a mean of
};

/// cell  corridor and kind; persons  who ask, of all ranks; in_mean  who would on average
void grant(Rooms<Sums, Visas> state, const Granting& granting, size_t cell, const Asked& asked,
           int64_t persons, double in_mean) {
  const size_t corridor = cell / n_visa_kinds;
  const auto kind = static_cast<VisaKind>(cell % n_visa_kinds);
  state.visas.counters.begin_month(cell, places_per_year(state, corridor, kind), in_mean,
                                   granting.memory_months, granting.weight);
  const double meant = state.visas.counters.open(cell, persons, granting.weight);
  if (persons == 0) return;
  const RationCut cut = ration(asked.requests, static_cast<int64_t>(meant), *state.run.comm);
  for (size_t i = 0; i < asked.requests.size(); ++i)
    asked.where[i]->outcome =
        cut.grants(asked.requests[i].key) ? Request::Outcome::granted : Request::Outcome::refused;
  const int64_t granted = cut.granted + grant_last(state, asked, cut, meant);
  state.visas.counters.take(cell, granted);
  GlobalTally tally = state.sums.tallies.global();
  tally.add(result_tables().visas.visas_applied, cell, cut.asked);
  tally.add(result_tables().visas.visas_granted, cell, granted);
}

/// Entry without a rationed visa: by right, on a visit where a visa may be refused, or to claim
/// asylum where one may be turned away.
void admit(Rooms<const Visas> state, const Community& community, Request& request) {
  request.outcome = Request::Outcome::granted;
  const uint32_t person = community.person(request.local).value();
  if (request.channel == Channel::asylum && !is_let_in(state, request, person))
    request.outcome = Request::Outcome::refused;
  if (request.channel != Channel::visit || state.visas.needs_visit_visa[request.corridor] == 0)
    return;
  if (state.run.draws.uniform(person, state.run.month, purpose::visit_visa) >=
      state.value(state.run.parameters->visas.visit_grant))
    request.outcome = Request::Outcome::refused;
}

/// Lets in who needs no rationed visa, and returns those who ask for one.
std::vector<Asking> admit_all(Rooms<Persons, const Visas> state) {
  const bool is_queue = state.value(state.run.parameters->visas.queue) >= 0.5;
  std::vector<Asking> asking;
  for (size_t c = 0; c < state.persons.months.size(); ++c) {
    const Community& community = state.persons.people.communities()[c];
    for (Request& request : state.persons.months[c].requests) {
      if (is_irregular_entry(request.channel)) continue;
      if (!is_rationed(request.channel)) {
        admit(state, community, request);
        continue;
      }
      const uint64_t since = is_queue ? request.since : 0;
      const uint64_t rank = request.has_preference ? 0 : 1;  // before all others
      const size_t kind = static_cast<size_t>(kind_of(request.channel));
      asking.push_back(
          {request.corridor * n_visa_kinds + kind,
           {{rank << 62 | since << 32 | request.order, community.person(request.local).value()},
            community.weight},
           &request});
    }
  }
  return asking;
}

/// [corridor, kind] Chances of this month's askers, added up and begun anew.
std::vector<int64_t> gather_chances(Rooms<Sums, const Visas> state) {
  std::vector<int64_t> sum(state.visas.counters.carry.size(), 0);
  state.sums.flows.for_each([&](Flows& local) {
    for (size_t i = 0; i < sum.size(); ++i) sum[i] += local.visa_chances[i];
    std::fill(local.visa_chances.begin(), local.visa_chances.end(), 0);
  });
  state.run.comm->sum(sum);
  return sum;
}

}  // namespace

void grant_visas(Rooms<Persons, Sums, Visas> state, Month) {
  AskedByCell asked(admit_all(state));
  const size_t n_cells = state.run.world->corridors.size() * n_visa_kinds;
  std::vector<int64_t> persons = asked.persons(n_cells);
  state.run.comm->sum(persons);
  const std::vector<int64_t> chances = gather_chances(state);
  const Granting granting{largest_weight(state),
                          state.value(state.run.parameters->visas.demand_memory_months)};
  for (size_t cell = 0; cell < n_cells; ++cell)
    grant(state, granting, cell, asked.take(cell), persons[cell],
          static_cast<double>(chances[cell]) * 1e-6);
}

double places_per_year(Rooms<> state, size_t corridor, VisaKind kind) {
  const double table = state.run.world->visas(corridor, static_cast<size_t>(kind),
                                              year_index(state.run.month.year()));
  const auto& ids = state.run.parameters->visas;
  switch (kind) {
    case VisaKind::work:
      return std::max(0.0, table * state.value(ids.work_factor, corridor) +
                               state.value(ids.work_added, corridor)) +
             state.value(ids.agreement_added, corridor);
    case VisaKind::study:
      return table * state.value(ids.study_factor, corridor);
    case VisaKind::family:
      return table * state.value(ids.family_factor, corridor);
    case VisaKind::seasonal:
      return std::max(0.0, table + state.value(ids.seasonal_added, corridor));
  }
  return 0;
}

void start_visas(Rooms<Visas> state) {
  state.visas.counters.resize(state.run.world->corridors.size() * n_visa_kinds);
}

void save_visas(Saved& saved, Rooms<Visas> state) {
  VisaCounters& counters = state.visas.counters;
  saved.counts("visas/carry", counters.carry);
  saved.reals("visas/places", counters.places);
  saved.reals("visas/demand", counters.demand);
  saved.counts("visas/months_open", counters.months_open);
}

RowFault Application::fault(const World& world) const {
  Refusals all = refusals;
  for (const uint32_t way : all.numbers())
    if (way != 0 &&
        ((way >> 8) >= world.corridors.size() || (way & 255) == 0 || (way & 255) > n_channels))
      return {"refusals", "names a way that does not exist"};
  return {};
}

}  // namespace rumbo::migration
