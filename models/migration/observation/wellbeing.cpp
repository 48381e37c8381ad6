// How people fare: what being free to leave is worth, what makes vulnerable, who is poor at work.
// docs/model.md: What statistics see.
#include <algorithm>

#include "engine/base/checked.hpp"
#include "engine/maths/functions.hpp"
#include "models/migration/choice/mover.hpp"
#include "models/migration/households/care.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/results/result_group.hpp"
#include "models/migration/results/results.hpp"

namespace rumbo::migration {
namespace {

/// A sampled person's income at home and log(1 + W) of leaving with their ties and means.
void add_welfare(const Look& view,
                 Rooms<const Ties, const Others, const Labour, const Money, const InformationTables,
                       const ChoiceTables, const Returns>
                     state,
                 uint32_t local, LocalTally& tally) {
  const Facts f = view.facts[local];
  const Mover mover = mover_of(view, state, local);
  const double total = total_weight(state, mover, mover.affordable_usd, mover.affordability);
  const double income =
      state.labour.income(f.residence(), f.skill(), static_cast<size_t>(worker_group(f))) *
      earnings_multiplier[f.earnings()];
  const auto add = [&](WelfarePart part, double value) {
    tally.add(result_tables().observation.welfare,
              (f.residence() * n_skills + f.skill()) * n_welfare_parts + static_cast<size_t>(part),
              saturating_multiply(rounded_count(value * expected_unit), view.weight));
  };
  add(WelfarePart::persons, 1);
  add(WelfarePart::income, income);
  add(WelfarePart::freedom_to_move, rumbo::log(1 + total));
}

bool owes_much(const Look& view, Rooms<const Labour, const Debts> state, uint32_t local) {
  const Facts f = view.facts[local];
  if (!f.is_indebted()) return false;
  for (const Debt& debt : state.debts[view.number])
    if (debt.local == local)
      return static_cast<double>(debt.owed) >
             state.value(state.run.parameters->observation.debt_months) *
                 static_cast<double>(state.labour.earnings[earnings_cell(
                     f.residence(), f.skill(), static_cast<size_t>(worker_group(f)),
                     f.earnings())]);
  return false;
}

/// kin  a member of the household lives in the same place; adult_kin  one of 18 years or more.
void look_for_kin(const Look& view, uint32_t local, bool& kin, bool& adult_kin) {
  const unsigned place = view.facts[local].residence();
  view.households.for_each_other(local, [&](uint32_t member) {
    if (view.facts[member].residence() != place) return;
    kin = true;
    adult_kin = adult_kin || view.age(member) >= adult_years;
  });
}

}  // namespace

void record_welfare(const Look& view,
                    Rooms<const Ties, const Others, const Sums, const Labour, const Money,
                          const InformationTables, const ChoiceTables, const Returns>
                        state,
                    LocalTally& tally) {
  if (!state.sums.tallies.is_kept(result_tables().observation.welfare)) return;
  for_one_in(view, state.value(state.run.parameters->observation.welfare_one_in),
             purpose::welfare_sample, [&](uint32_t local) {
               if (may_leave_home(view.facts[local]) && view.age(local) >= 15)
                 add_welfare(view, state, local, tally);
             });
}

void record_vulnerability(const Look& view, Rooms<const Labour, const Debts> state, uint32_t local,
                          int age, LocalTally& tally) {
  const Facts f = view.facts[local];
  if (!f.is_foreign_born()) return;
  const auto count = [&](VulnerableBy component, bool applies) {
    if (!applies) return;
    const size_t cell =
        ((f.residence() * n_vulnerabilities + static_cast<size_t>(component)) * n_sexes +
         static_cast<size_t>(f.sex())) *
            n_result_ages +
        static_cast<size_t>(result_age(age));
    tally.add(result_tables().observation.vulnerability, cell, view.weight);
  };
  bool kin = false, adult_kin = false;
  look_for_kin(view, local, kin, adult_kin);
  count(VulnerableBy::persons, true);
  count(VulnerableBy::irregular, is_without_right(f.status()));
  count(VulnerableBy::indebted, owes_much(view, state, local));
  count(VulnerableBy::minor_alone, age < adult_years && !adult_kin);
  count(VulnerableBy::no_kin, !kin);
  count(VulnerableBy::held, f.is_held());
}

void record_poverty(Rooms<Sums, const Labour> state) {
  constexpr double days_a_year = 365.25;
  const double line =
      state.value(state.run.parameters->observation.poverty_line) * days_a_year / 1000;
  GlobalTally tally = state.sums.tallies.global();
  for (size_t p = 0; p < state.n_places(); ++p)
    for (size_t s = 0; s < n_skills; ++s)
      for (size_t g = 0; g < n_worker_groups; ++g) {
        int64_t poor = 0;  // classes of earnings are quarters of the workers
        for (const double multiplier : earnings_multiplier)
          if (state.labour.income(p, s, g) * multiplier < line)
            poor += std::max<int64_t>(0, state.labour.workers[worker_cell(p, s, g)]);
        tally.add(result_tables().observation.working_poor, p * n_worker_groups + g, poor);
      }
}

}  // namespace rumbo::migration
