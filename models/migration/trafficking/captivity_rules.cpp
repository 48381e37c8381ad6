// See captivity.hpp: the formulas of single persons.
#include <algorithm>
#include <optional>

#include "engine/base/checked.hpp"
#include "engine/maths/rates.hpp"
#include "engine/params/parameter.hpp"
#include "models/migration/hostility/hostility.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "models/migration/trafficking/recruitment.hpp"

namespace rumbo::migration {
namespace {

constexpr double reference_vulnerability = 0.3;

bool can_be_victim(int age) {
  return age >= youngest_victim && age <= oldest_victim;
}

bool is_minor(int age) {
  return age < age_of_majority;
}

/// Victims an offer leads to. Minors are not asked: no means are needed to make them victims; but
/// fewer offers reach them.
double acceptance(const CaptivityTables& tables, size_t place, int age) {
  return is_minor(age) ? tables.minor_factor[place] : tables.acceptance[place];
}

double uniform(Rooms<> state, uint32_t person, Purpose purpose, uint32_t index = 0) {
  return state.run.draws.uniform(person, state.run.month, purpose, index);
}

bool is_without_right(Facts f) {
  return f.is_foreign_born() && f.status() == Status::irregular;
}

double value_at(Rooms<> state, ParameterId id, Facts f) {
  return state.value(id, f.residence());
}

/// Share of victims that protection reaches, known before any of them reports.
double effective_protection(Rooms<> state, Facts f) {
  const auto& ids = state.run.parameters->trafficking;
  const double unconditional = value_at(state, ids.protection_unconditional, f),
               prosecuted = value_at(state, ids.prosecuted, f);
  return value_at(state, ids.protection, f) * (unconditional + (1 - unconditional) * prosecuted);
}

double reporting(Rooms<const Hostility> state, Facts f) {
  const auto& ids = state.run.parameters->trafficking;
  const double protection = effective_protection(state, f);
  const double removal =
      is_without_right(f) ? value_at(state, ids.removal_of_victims, f) * (1 - protection) : 0;
  const double base = value_at(state, ids.reporting, f);
  const double silenced =
      f.is_foreign_born()
          ? state.value(state.run.parameters->hostility.silence) * hostile(state, f.residence())
          : 0;
  return (1 - silenced) *
         reporting_probability(
             {.base = base,
              .with_protection = std::max(base, value_at(state, ids.reporting_protected, f)),
              .fear = state.value(ids.fear)},
             protection, removal);
}

/// Factor on being recruited of those back at home whom reintegration reaches, 1 for others.
double safety_of(Rooms<const Returns> state, Facts f) {
  return f.has_returned() && !f.is_foreign_born() ? state.returns.return_safety[f.residence()] : 1;
}

}  // namespace

double vulnerability_of(Rooms<const Labour, const CaptivityTables> state, Facts f, int age,
                        bool is_alone, bool enters_irregularly) {
  const double income =
      1000 * earnings_multiplier[f.earnings()] *
      state.labour.income(f.residence(), f.skill(), static_cast<size_t>(worker_group(f)));
  Vulnerability v;
  v.poverty = std::clamp(1 - income / state.captivity_tables.poverty_line, 0.0, 1.0);
  const auto& household = state.run.parameters->household;
  const double guarded = is_minor(age) ? value_at(state, household.guardians, f) : 0,
               with_papers = is_minor(age) ? value_at(state, household.minor_papers, f) : 0;
  v.minor = is_minor(age) ? 1 - guarded : 0;
  v.female = f.sex() == Sex::female ? 1 : 0;
  v.without_papers = f.status() == Status::irregular ? 1 - with_papers : 0;
  v.irregular_intent = enters_irregularly ? 1 : 0;
  v.broken_household = is_alone ? 1 - guarded : 0;
  return vulnerability_score(v);
}

double relative_approach(const CaptivityTables& tables, double vulnerability) {
  return approach_weight(vulnerability, tables.focus) /
         approach_weight(reference_vulnerability, tables.focus);
}

double abuse_hazard(Rooms<const CaptivityTables> state, Facts f, int age) {
  if (is_confined(f) || f.is_abused() || !f.is_foreign_born() || !is_working_age(age) ||
      f.status() == Status::citizen)
    return 0;
  const CaptivityTables& t = state.captivity_tables;
  return f.status() == Status::irregular ? t.abuse_irregular[f.residence()]
                                         : t.abuse_regular[f.residence()];
}

double recruitment_hazard(Rooms<const Labour, const CaptivityTables, const Returns> state, Facts f,
                          int age, bool is_alone) {
  const CaptivityTables& t = state.captivity_tables;
  const size_t place = f.residence();
  if (is_confined(f) || t.approach_inside[place] <= 0 || !can_be_victim(age)) return 0;
  return t.approach_inside[place] * acceptance(t, place, age) * safety_of(state, f) *
         relative_approach(t, vulnerability_of(state, f, age, is_alone, false));
}

HarmHazards harm_hazards(
    Rooms<const Labour, const CaptivityTables, const Removal, const Returns> state, Facts f,
    int age, bool is_alone) {
  return {removal_hazard(state, f), abuse_hazard(state, f, age),
          recruitment_hazard(state, f, age, is_alone)};
}

double initially_held(Rooms<const Labour, const CaptivityTables, const Returns> state, Facts f,
                      int age, bool is_alone, int years) {
  constexpr double usual_acceptance = 0.35;  // of an offer, minors included; only for the start
  const CaptivityTables& t = state.captivity_tables;
  if (!t.has_traffickers) return 0;
  const double months = expected_months_held(t.exits[f.residence()][0]);
  if (!(months < 600)) return 0;
  // With no one held yet, offers are for every place that traffickers have.
  const double filled =
      state.value(state.run.parameters->trafficking.fill_rate) * usual_acceptance * months;
  double held = recruitment_hazard(state, f, age, is_alone) * months;
  if (f.is_foreign_born() && state.run.world->is_inside(f.birthplace())) {
    Facts before = f;
    before.set_residence(f.birthplace());
    before.set_status(Status::citizen);
    const Channel channel =
        f.status() == Status::irregular ? Channel::alone : Channel::right_of_entry;
    held += deception_probability(state, before, age, is_alone, channel) *
            survival(1 / months, years * months_per_year);
  }
  return std::min(0.5, held / (1 + filled));
}

double initially_abused(Rooms<const CaptivityTables> state, Facts f, int age, int years) {
  const double onset = abuse_hazard(state, f, age),
               end = state.captivity_tables.abuse_end[f.residence()];
  if (onset <= 0) return 0;
  return onset / (onset + end) * (1 - survival(onset + end, (years + 0.5) * months_per_year));
}

double deception_probability(Rooms<const Labour, const CaptivityTables, const Returns> state,
                             Facts f, int age, bool is_alone, Channel channel) {
  const CaptivityTables& t = state.captivity_tables;
  const size_t place = f.residence();
  if (f.is_held() || !can_be_victim(age) || t.approach_abroad[place] <= 0) return 0;
  const double vulnerability =
      vulnerability_of(state, f, age, is_alone, is_irregular_entry(channel));
  return std::min(t.most_deceived, t.approach_abroad[place] * acceptance(t, place, age) *
                                       safety_of(state, f) * relative_approach(t, vulnerability));
}

bool is_deceived(Rooms<const Labour, const CaptivityTables, const Returns> state, Facts f, int age,
                 bool is_alone, Channel channel, uint32_t person) {
  const double probability = deception_probability(state, f, age, is_alone, channel);
  return probability > 0 && uniform(state, person, purpose::captivity_deception) < probability;
}

Exploitation exploitation_of(Rooms<> state, Facts f, int age, uint32_t person) {
  auto shares = exploitation_shares[static_cast<size_t>(f.sex())][is_minor(age) ? 1 : 0];
  const double demand = value_at(state, state.run.parameters->household.domestic_demand, f);
  if (demand != 1) {
    double& domestic = shares[static_cast<size_t>(Exploitation::domestic)];
    const double all = 1 + (demand - 1) * domestic;
    domestic *= demand;
    for (double& share : shares) share /= all;
  }
  double left = uniform(state, person, purpose::captivity_purpose);
  size_t k = 0;
  while (k + 1 < shares.size() && left >= shares[k]) left -= shares[k++];
  return static_cast<Exploitation>(k);
}

uint32_t trafficker_for(Rooms<const TraffickingMarket> state, size_t cell, uint32_t person) {
  const auto& members = state.trafficking_market.members[cell];
  if (members.empty()) return no_trafficker;
  const double u = uniform(state, person, purpose::captivity_trafficker);
  return members[static_cast<size_t>(u * static_cast<double>(members.size()))];
}

std::optional<WayOut> way_out(Rooms<const TraffickingMarket, const CaptivityTables> state,
                              const Captive& captive, Facts f, uint32_t person) {
  if (captive.trafficker != no_trafficker) {
    const Trafficker& by = state.trafficking_market.traffickers[captive.trafficker];
    if (by.business == Business::convicted) return WayOut::conviction;
    if (by.business == Business::given_up) return WayOut::given_up;
  }
  if (captive.since >= state.run.month.count()) return std::nullopt;
  const bool at_work = is_at_work_place(captive.purpose);
  const VictimExits& exits = state.captivity_tables.exits[f.residence()][at_work ? 1 : 0];
  const double all = probability_within(exits.all(), 1);
  const double u = uniform(state, person, purpose::captivity_exit);
  if (u >= all) return std::nullopt;
  double left = u / all * exits.all();
  if ((left -= exits.rescue) < 0) return WayOut::rescue;
  if ((left -= exits.escape) < 0) return WayOut::escape;
  if ((left -= exits.debt_end) < 0) return WayOut::debt_end;
  return WayOut::death;
}

Aftermath aftermath_of(Rooms<const CaptivityTables, const Hostility> state, Facts f, WayOut how,
                       uint32_t person) {
  const auto& ids = state.run.parameters->trafficking;
  auto happens = [&](uint32_t index, double probability) {
    return uniform(state, person, purpose::captivity_report, index) < probability;
  };
  Aftermath after;
  const bool is_found = how == WayOut::rescue || how == WayOut::conviction;
  after.is_identified = is_found || happens(0, reporting(state, f));
  if (after.is_identified) {
    after.is_prosecuted =
        how != WayOut::conviction && happens(1, value_at(state, ids.prosecuted, f));
    const bool is_reached = after.is_prosecuted || how == WayOut::conviction ||
                            happens(2, value_at(state, ids.protection_unconditional, f));
    after.is_protected = is_reached && happens(3, value_at(state, ids.protection, f));
    after.is_removed = !after.is_protected && is_without_right(f) &&
                       happens(4, value_at(state, ids.removal_of_victims, f));
  }
  const RetraffickingRules rules{.base = value_at(state, ids.again, f),
                                 .shelter_effect = state.value(ids.shelter_effect),
                                 .work_effect = state.value(ids.work_effect)};
  after.is_again =
      !after.is_removed &&
      happens(5, retrafficking_probability(rules, state.captivity_tables.sheltered[f.residence()],
                                           value_at(state, ids.work_help, f)));
  return after;
}

double detection_of(Rooms<const CaptivityTables> state, size_t place, size_t cell) {
  const CaptivityTables& t = state.captivity_tables;
  const size_t origin = cell / n_reaches;
  const bool is_abroad = cell % n_reaches == static_cast<size_t>(Reach::abroad);
  const double at_origin =
      is_abroad ? state.value(state.run.parameters->trafficking.origin_share) * t.detection[origin]
                : 0;
  return std::min(1.0, t.detection[place] + at_origin);
}

Detected detected_expected(Rooms<> state, double probability, size_t place) {
  const double corrupt = state.value(state.run.parameters->corruption.share, place);
  const double convicted = conviction_probability(1, probability, 1, corrupt);
  return {rounded_count(convicted * static_cast<double>(conviction_unit)),
          cents_from_usd(probability * corrupt *
                         state.value(state.run.parameters->corruption.bribe_usd, place))};
}

}  // namespace rumbo::migration
