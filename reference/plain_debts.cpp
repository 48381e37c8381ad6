// The plain model's debts for passages; see plain_model.hpp.
#include <algorithm>

#include "models/migration/debts/debt.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/trafficking/trafficking.hpp"
#include "reference/plain_model.hpp"

namespace rumbo::migration {

void PlainModel::take_debt(PlainPerson& p, const Request& request, Cents amount) const {
  const unsigned there = tables_.world->corridors[request.corridor].destination;
  p.owed += amount;
  p.agreed =
      static_cast<Cents>(tables_.value(tables_.parameters->debt.payment_share) *
                         tables_.labour.earnings[earnings_cell(
                             there, p.facts.skill(), static_cast<size_t>(WorkerGroup::irregular),
                             p.facts.earnings())]);
  p.facts.set_indebted(true);
}

Cents PlainModel::serve_debt(PlainPerson& p, Cents earned) const {
  if (p.owed == 0) return 0;
  const auto& ids = tables_.parameters->debt;
  const Cents due = debt_month(p.owed, tables_.value(ids.interest), 0).remaining;
  const auto most = static_cast<Cents>(earned * tables_.value(ids.payment_share));
  return p.paid = std::max<Cents>(0, std::min({p.agreed, due, most}));
}

Cents PlainModel::take(PlainPerson& p, Cents most) const {
  settle(p);
  const Cents taken = std::clamp<Cents>(p.wealth, 0, most);
  p.wealth -= taken;
  return taken;
}

void PlainModel::settle_debts() {
  const auto& ids = tables_.parameters->debt;
  const double rate = tables_.value(ids.interest);
  DefaultRules rules;
  rules.patience_months = static_cast<int32_t>(tables_.value(ids.patience_months));
  rules.rate = tables_.value(ids.default_rate);
  for (Index i = 0; i < persons_.size(); ++i) {
    PlainPerson& p = persons_[i];
    if (!p.is_alive || p.owed == 0 || p.facts.is_held()) continue;
    const Cents asked = std::min(p.agreed, debt_month(p.owed, rate, 0).remaining);
    if (p.paid < asked) {
      // Own savings first, then those of the family where they were born.
      p.paid += take(p, asked - p.paid);
      if (tables_.value(ids.family_pays) >= 0.5)
        for_each_other(i, [&](Index member) {
          PlainPerson& kin = persons_[member];
          if (p.paid < asked && kin.facts.residence() == p.facts.birthplace())
            p.paid += take(kin, asked - p.paid);
        });
    }
    p.behind = months_behind_after(p.behind, p.paid, asked);
    p.owed = debt_month(p.owed, rate, p.paid).remaining;
    p.paid = 0;
    const bool defaults =
        p.owed > 0 && tables_.draws.uniform(p.id, tables_.month, purpose::debt_default, 0) <
                          default_probability(rules, p.behind);
    if (p.owed > 0 && !defaults) continue;
    if (defaults && is_bound(tables_, p.facts, p.id)) hold(i, no_trafficker);
    p.facts.set_indebted(false);
    p.owed = p.agreed = p.behind = 0;
  }
}

}  // namespace rumbo::migration
