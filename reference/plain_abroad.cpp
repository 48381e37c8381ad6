// The plain model's earnings, remittances, changes of status and returns; see plain_model.hpp.
#include <algorithm>

#include "models/migration/abuse/abuse.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/health/health.hpp"
#include "models/migration/money/money.hpp"
#include "models/migration/money/remittance.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/status/status.hpp"
#include "reference/plain_model.hpp"

namespace rumbo::migration {

void PlainModel::earn_and_remit() {
  const size_t n = tables_.n_places();
  for (Index i = 0; i < persons_.size(); ++i) {
    PlainPerson& p = persons_[i];
    const Facts f = p.facts;
    if (!p.is_alive || !f.is_foreign_born() || is_confined(f) || !is_working_age(age(p))) continue;
    const size_t from = f.residence(), to = f.birthplace();
    const WorkerGroup group = paid_as(tables_, f, tables_.month.count() - p.arrival);
    Cents earned =
        tables_.labour
            .earnings[earnings_cell(from, f.skill(), static_cast<size_t>(group), f.earnings())];
    if (f.is_abused())
      earned = static_cast<Cents>(earned * (1 - tables_.captivity_tables.wage_theft));
    if (f.is_ill()) earned = after_illness(tables_, earned);
    earned -= serve_debt(p, earned);
    const int years = std::min(n_stay_years - 1, years_since_arrival(p));
    const auto share = static_cast<double>(
        tables_.money.remitted[(from * n + to) * n_stay_years + static_cast<size_t>(years)]);
    // The first of the household where they were born receives.
    for (Index j = p.next; j != i && share != 0; j = persons_[j].next) {
      PlainPerson& receiver = persons_[j];
      if (!published_alive(receiver.published) || receiver.facts.residence() != to ||
          receiver.facts.is_held() || age(receiver) < 15)
        continue;
      const Transfer payment =
          transfer(static_cast<Cents>(earned * share),
                   static_cast<double>(tables_.money.remittance_cost[from * n + to]));
      settle(receiver);
      receiver.wealth +=
          payment.received - static_cast<Cents>(static_cast<double>(payment.received) *
                                                static_cast<double>(tables_.money.consumed));
      break;
    }
    const auto saved = static_cast<Cents>(earned * static_cast<double>(tables_.money.saved_abroad));
    p.wealth = static_cast<Cents>(std::min<int64_t>(int64_t{p.wealth} + saved, 2000000000));
  }
}

void PlainModel::change_status() {
  decide_cases();
  for (Index i = 0; i < persons_.size() && tables_.status.has_programme; ++i) {
    PlainPerson& p = persons_[i];
    if (!p.is_alive || p.facts.status() != Status::irregular ||
        !applies_now(tables_, p.facts, Month(p.arrival), p.id))
      continue;
    const size_t pair = tables_.world->diaspora(p.facts.birthplace(), p.facts.residence());
    p.wealth -= cents_from_usd(tables_.value(tables_.parameters->regularization.fee, pair));
    set_status(p, Status::permanent);
  }
  for (Index i = 0; i < persons_.size(); ++i) {
    const PlainPerson& p = persons_[i];
    if (!p.is_alive || p.has_changed || p.birth == tables_.month.count()) continue;
    const PersonDraws luck = draws(p);
    const int years = age(p), stay = years_since_arrival(p);
    if (suffer_harm(i)) continue;
    if (luck.happens(screened::go_back, go_back_hazard(tables_, p.facts, years, stay))) {
      if (is_assisted(tables_, p.facts, luck.uniform(screened::go_back)))
        persons_[i].wealth += cents_from_usd(
            tables_.value(tables_.parameters->reintegration.assisted_grant, p.facts.residence()));
      bring_home(i, false);
    } else if (luck.happens(screened::status, status_hazard(tables_, p.facts, years, stay)))
      status_event(i, luck.uniform(screened::status));
  }
}

void PlainModel::set_status(PlainPerson& p, Status status) {
  const auto person = static_cast<Index>(&p - persons_.data());
  drop_case(person);
  settle(p);
  forget_claim(person);
  count(p, age(p), -1);
  p.facts.set_status(status);
  count(p, age(p), 1);
  p.has_changed = true;
}

void PlainModel::status_event(Index person, double uniform) {
  PlainPerson& p = persons_[person];
  const double u = tables_.draws.uniform(p.id, tables_.month, purpose::status_outcome);
  switch (p.facts.status()) {
    case Status::visitor:
      return set_status(p, Status::irregular);
    case Status::seasonal:
      return end_season(person, u);
    case Status::temporary:
      if (u < tables_.status.settle_share) return set_status(p, Status::permanent);
      if (u < tables_.status.settle_share +
                  (1 - tables_.status.settle_share) * tables_.status.overstay ||
          !p.facts.is_foreign_born())
        return set_status(p, Status::irregular);
      return bring_home(person, false);
    case Status::irregular:
      return set_status(p, status_after_event(tables_, p.facts, age(p), uniform));
    case Status::refugee:
      return set_status(p, Status::permanent);
    case Status::permanent:
    case Status::displaced:
      return set_status(p, Status::citizen);
    case Status::citizen:
      if (status_after_event(tables_, p.facts, age(p), uniform) == Status::displaced)
        return set_status(p, Status::displaced);
      return remove(person, false);
    default:
      return;
  }
}

void PlainModel::bring_home(Index person, bool is_removal) {
  PlainPerson& p = persons_[person];
  end_abuse(person);
  forget_claim(person);
  drop_case(person);
  if (!tables_.world->is_inside(p.facts.birthplace())) return remove(person, false);
  count(p, age(p), -1);
  p.facts.set_residence(p.facts.birthplace());
  p.facts.set_status(Status::citizen);
  p.facts.set_returned(true);
  if (is_removal) p.facts.set_removed(true);
  count(p, age(p), 1);
  p.arrival = p.settled = tables_.month.count();
  p.has_changed = true;
}

}  // namespace rumbo::migration
