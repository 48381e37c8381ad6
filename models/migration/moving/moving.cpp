// The outcomes of this month's requests applied to persons, households and accounts.
#include "models/migration/moving/moving.hpp"

#include <algorithm>

#include "models/migration/asylum/asylum.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/health/health.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/information/beliefs.hpp"
#include "models/migration/moving/results.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/policy_use/results.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/seasons/seasons.hpp"
#include "models/migration/smuggling/results.hpp"
#include "models/migration/smuggling/smugglers.hpp"
#include "models/migration/trafficking/trafficking.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

/// Pays from own wealth, then from the household at home; what is left is own debt to credit.
void pay(View& view, uint32_t local, Cents amount, Account to) {
  // A person who leaves settles what they saved, even if the journey costs nothing.
  view.settle(local);
  if (amount <= 0) return;
  const unsigned home = view.facts[local].residence();
  Cents left = amount;
  auto take = [&](uint32_t member) {
    const Cents share = std::clamp<Cents>(view.wealth[member], 0, left);
    view.keep(member, -share);
    left -= share;
  };
  take(local);
  view.households.for_each_other(local, [&](uint32_t member) {
    if (left == 0 || view.facts[member].residence() != home) return;
    view.settle(member);
    take(member);
  });
  const Cents unpaid = -view.keep(local, -left);
  view.ledger().transfer(static_cast<size_t>(Account::persons), static_cast<size_t>(to),
                         int64_t{amount - unpaid} * view.weight);
}

/// Takes what robbers on the way asked for, as far as the person and their household have it.
void rob(View& view, const Request& request) {
  const unsigned home = view.facts[request.local].residence();
  int64_t owned = std::max<Cents>(0, view.wealth[request.local]);
  view.households.for_each_other(request.local, [&](uint32_t member) {
    if (view.facts[member].residence() == home)
      owned += std::max<Cents>(0, view.wealth_now(member));
  });
  const auto taken = static_cast<Cents>(std::min<int64_t>(request.extorted, owned));
  if (taken == 0) return;
  pay(view, request.local, taken, Account::robbers);
  view.tally().add(result_tables().journey.extorted,
                   static_cast<size_t>(view.run.world->corridors[request.corridor].border),
                   int64_t{taken} * view.weight);
}

void count_free_residence(View& view, Rooms<Sums> state, size_t corridor) {
  const ParameterId id = state.run.parameters->visas.free_residence;
  count_policy_use(state, "free_residence",
                   static_cast<int64_t>(static_cast<double>(view.weight * policy_unit) *
                                        share_by_policy(state, id, corridor)));
}

/// A person comes to where a request leads: their own, or that of the one who takes them along.
void relocate(View& view, Moving::And<Sums, const Visas, Observation> state, uint32_t local,
              const Request& request) {
  const unsigned destination = place_of_arrival(state, request);
  const Facts before = view.facts[local];
  tally_move(view, before, before.residence(), destination, request.channel, view.age(local));
  if (!before.is_foreign_born() && destination != before.birthplace())
    view.tally().add(result_tables().returns.trips,
                     before.birthplace() * 2 + (before.has_returned() ? 1 : 0), view.weight);
  if (request.channel == Channel::right_of_entry)
    count_free_residence(view, state, request.corridor);
  if (request.channel == Channel::seasonal) begin_season(view, state, local, request.corridor);
  move_to(view, state, local,
          {.place = destination, .status = status_on_arrival(state, request, before.birthplace())});
  const Facts f = view.facts[local];
  if (f.is_foreign_born()) view.flows().arrivals[destination] += view.weight;
  view.believe(local, Beliefs());  // who is there knows
  if (f.status() == Status::asylum_pending) file_claim(view, state, local);
  note_event(view, state, local,
             request.outcome == Request::Outcome::stranded ? LifeEvent::stranded : LifeEvent::moved,
             {.from = static_cast<int>(before.residence()),
              .to = static_cast<int>(destination),
              .channel = request.channel});
}

void arrive(View& view, Moving::And<Sums, const Visas, Observation> state, Request& request) {
  request.before = view.facts[request.local];
  relocate(view, state, request.local, request);
  count_if_alone(view, request.local, request.before.residence());
  request.arrives_alone = view.households.is_alone(request.local);
}

/// Arrives with the children they take along.
void arrive_with_children(View& view, Moving::And<Sums, const Visas, Observation> state,
                          Request& request) {
  const std::vector<uint32_t> children = children_taken(view, request);
  for (size_t i = 0; i < children.size(); ++i)
    pay(view, request.local, fare_of_child(state, request), Account::travel);
  const unsigned from = view.facts[request.local].residence();
  arrive(view, state, request);
  for (const uint32_t child : children) {
    view.settle(child);
    view.tally().add(result_tables().households.children_along,
                     from * state.n_places() + place_of_arrival(state, request), view.weight);
    relocate(view, state, child, request);
  }
}

/// Of a person stuck on the way: what citizens of their origin may be there.
Status status_where_stranded(Rooms<const Visas> state, const Request& request) {
  const World& world = *state.run.world;
  const int there = world.corridor_of[world.corridors[request.corridor].origin * world.n_places() +
                                      request.stranded_at];
  if (there < 0) return Status::irregular;
  switch (static_cast<EntryWay>(state.visas.may_stay[static_cast<size_t>(there)])) {
    case EntryWay::citizenship:
      return Status::citizen;
    case EntryWay::stay:
      return Status::permanent;
    default:
      return Status::irregular;
  }
}

void count_stage(View& view, Facts who, unsigned destination, Stage stage) {
  view.tally().add(
      result_tables().moving.funnel,
      (who.residence() * view.run.n_places() + destination) * n_stages + static_cast<size_t>(stage),
      view.weight);
}

/// The refused think again next month, unless that has been so too often.
void remember_refusal(View& view, Rooms<Applications> state, const Request& request) {
  if (request.refusals.is_full()) return;
  Application application{request.local, request.since, request.refusals};
  application.refusals.add(request.corridor, request.channel);
  add_row(view, state.applications, application);
}

/// What an irregular journey cost, by how it ended: the smuggler is paid on arrival.
/// is_turned  the smuggler holds the client instead: no fee, no debt
void pay_journey(View& view, Rooms<const Labour, Debts, Observation> state, const Request& request,
                 bool is_turned) {
  if (request.channel == Channel::alone)
    return pay(view, request.local, request.cost, Account::travel);
  const auto border = static_cast<size_t>(state.run.world->corridors[request.corridor].border);
  const Cents own =
      std::min(request.cost, cents_from_usd(state.run.world->borders[border].money_cost_usd));
  pay(view, request.local, own, Account::travel);
  if (request.outcome != Request::Outcome::granted || is_turned) return;
  const Cents fee = request.cost - own, debt = std::min(fee, request.debt);
  pay(view, request.local, fee - debt, Account::smugglers);
  take_debt(view, state, request, debt);
  LocalTally& tally = view.tally();
  tally.add(result_tables().smuggling.smuggler_fees, border, int64_t{fee} * view.weight);
  tally.add(result_tables().smuggling.smuggler_clients, border, view.weight);
  if (debt > 0) tally.add(result_tables().smuggling.smuggler_clients_on_debt, border, view.weight);
  tally.add(result_tables().smuggling.smuggler_fees_paid,
            border * fee_class_usd.size() + fee_class(usd_from_cents(fee)), view.weight);
}

/// A person who asked for asylum is turned away at the border: the journey is paid for all the
/// same.
void turn_away(View& view, const Request& request, unsigned destination) {
  const Facts who = view.facts[request.local];
  pay(view, request.local, request.cost, Account::travel);
  view.tally().add(result_tables().asylum.asylum_turned_away,
                   who.birthplace() * view.run.n_places() + destination, view.weight);
}

/// Where a request leads that was not refused: to a place, back, or to death.
void end_journey(View& view, Dying::And<Sums, const Visas> state, Request& request) {
  const Facts who = view.facts[request.local];
  const unsigned destination = state.run.world->corridors[request.corridor].destination;
  if (request.outcome == Request::Outcome::granted) {
    count_stage(view, who, destination, Stage::arrived);
    arrive_with_children(view, state, request);
  } else if (request.outcome == Request::Outcome::stranded) {
    arrive(view, state, request);
  } else if (request.outcome == Request::Outcome::gave_up) {
    note_event(view, state, request.local, LifeEvent::turned_back,
               {.to = static_cast<int>(destination), .channel = request.channel});
  } else if (request.outcome == Request::Outcome::died) {
    die(view, state, request.local);
  }
}

void apply(
    View& view,
    Dying::And<Sums, const Labour, const Visas, const Smuggling, const CaptivityTables> state,
    Request& request) {
  const Facts who = view.facts[request.local];
  const unsigned destination = state.run.world->corridors[request.corridor].destination;
  if (request.outcome == Request::Outcome::refused) {
    count_stage(view, who, destination, Stage::refused);
    note_event(view, state, request.local, LifeEvent::refused,
               {.to = static_cast<int>(destination), .channel = request.channel});
    if (request.channel == Channel::asylum) turn_away(view, request, destination);
    return remember_refusal(view, state, request);
  }
  count_stage(view, who, destination, Stage::attempted);
  const bool is_turned = request.outcome == Request::Outcome::granted &&
                         is_turned_on(state, request, view.person(request.local).value());
  if (is_irregular_entry(request.channel)) {
    pay_journey(view, state, request, is_turned);
    if (request.extorted > 0) rob(view, request);
  } else
    pay(view, request.local, request.cost,
        request.channel == Channel::visit || request.channel == Channel::right_of_entry ||
                request.channel == Channel::asylum
            ? Account::travel
            : Account::visas);
  end_journey(view, state, request);
}

}  // namespace

unsigned place_of_arrival(Rooms<> state, const Request& request) {
  return request.outcome == Request::Outcome::stranded
             ? request.stranded_at
             : state.run.world->corridors[request.corridor].destination;
}

Status status_on_arrival(Rooms<const Visas> state, const Request& request, unsigned birthplace) {
  if (request.outcome == Request::Outcome::stranded) return status_where_stranded(state, request);
  if (state.run.world->corridors[request.corridor].destination == birthplace)
    return Status::citizen;
  switch (request.channel) {
    case Channel::family:
      return Status::permanent;
    case Channel::right_of_entry:
      return static_cast<EntryWay>(state.visas.may_stay[request.corridor]) == EntryWay::citizenship
                 ? Status::citizen
                 : Status::permanent;
    case Channel::alone:
    case Channel::smuggler:
    case Channel::smuggler_debt:
      return Status::irregular;
    case Channel::visit:
      return Status::visitor;
    case Channel::seasonal:
      return Status::seasonal;
    case Channel::asylum:
      return Status::asylum_pending;
    default:
      return Status::temporary;
  }
}

void tally_move(View& view, Facts who, unsigned from, unsigned to, Channel how, int age) {
  const size_t n = view.run.n_places();
  const size_t origin = who.birthplace(), channel = static_cast<size_t>(how),
               sex = static_cast<size_t>(who.sex());
  const auto group = static_cast<size_t>(result_age(age));
  LocalTally& tally = view.tally();
  tally.add(
      result_tables().moving.moves,
      ((((origin * n + from) * n + to) * n_channels + channel) * n_sexes + sex) * n_result_ages +
          group,
      view.weight);
  tally.add(result_tables().moving.moves_by_channel,
            ((origin * n + to) * n_channels + channel) * n_sexes + sex, view.weight);
  tally.add(result_tables().moving.moves_by_age, (from * n + to) * n_result_ages + group,
            view.weight);
}

void move_people(
    View& view,
    Dying::And<Sums, const Labour, const Visas, const Smuggling, const CaptivityTables> state) {
  for (Request& request : view.buffers.requests) apply(view, state, request);
}

void publish(View& view) {
  for (uint16_t local : view.buffers.dirty) view.show(local);
  view.buffers.dirty.clear();
  view.buffers.changed.clear();
  view.buffers.requests.clear();
  view.buffers.woken.clear();
}

}  // namespace rumbo::migration
