// Tables of the month of the fast model and of the plain one, to the bit; see plain_tables.hpp.
#include <array>

#include "reference/plain_rows.hpp"
#include "reference/plain_tables.hpp"
#include "reference/plain_tables_comparison.hpp"

namespace rumbo::migration {

namespace {

void compare_life(Comparison& tables, const State& fast, const State& plain) {
  const Demography &a = fast.demography, &b = plain.demography;
  tables.compare("deaths", a.death, b.death);
  tables.compare("births", a.birth, b.birth);
  tables.compare("unions that begin", a.union_start, b.union_start);
  tables.compare("unions that end", a.union_end, b.union_end);
  tables.compare("share of boys", a.male_share, b.male_share);
}

void compare_shocks(Comparison& tables, const State& fast, const State& plain) {
  const Shocks &a = fast.shocks, &b = plain.shocks;
  tables.compare("force of shocks", a.force, b.force);
  tables.compare("utility of shocks", a.utility, b.utility);
  tables.compare("income left by shocks", a.income_left, b.income_left);
  tables.compare("displacement", a.displacement, b.displacement);
  tables.compare("end of displacement", a.displaced_end, b.displaced_end);
  tables.compare("propensity of the displaced", a.displaced_propensity, b.displaced_propensity);
  tables.compare("grounds", fast.asylum.with_grounds, plain.asylum.with_grounds);
  tables.compare("protection", fast.asylum.protection, plain.asylum.protection);
  tables.compare("refugees who settle", fast.asylum.refugee_settle, plain.asylum.refugee_settle);
  tables.compare("return of claimants", fast.asylum.return_factor, plain.asylum.return_factor);
}

void compare_labour(Comparison& tables, const State& fast, const State& plain) {
  const Labour &a = fast.labour, &b = plain.labour;
  tables.compare("incomes", a.income, b.income);
  tables.compare("wages", a.market_wage, b.market_wage);
  tables.compare("jobs", a.employment, b.employment);
  tables.compare("jobs without a right", a.irregular_employment, b.irregular_employment);
  tables.compare("earnings", a.earnings, b.earnings);
}

void compare_money(Comparison& tables, const State& fast, const State& plain) {
  const Money &a = fast.money, &b = plain.money;
  tables.compare("shares sent", a.remitted, b.remitted);
  tables.compare("cost of sending", a.remittance_cost, b.remittance_cost);
  tables.compare("cost of sending saved", a.remittance_gain, b.remittance_gain);
  tables.compare("saved abroad", a.saved_abroad, b.saved_abroad);
  tables.compare("spent of what arrives", a.consumed, b.consumed);
  tables.compare("saved at home", a.cumulative_saving, b.cumulative_saving);
}

void compare_information(Comparison& tables, const State& fast, const State& plain) {
  const InformationTables &a = fast.information_tables, &b = plain.information_tables;
  const auto numbers = [](const InformationTables& t) {
    return std::array<double, 8>{double(t.is_on), t.weight,       double(t.months), t.forgotten,
                                 t.talk.convince, t.talk.convert, t.talk.confuse,   t.talk.error};
  };
  tables.compare("rules of talk", numbers(a), numbers(b));
  tables.compare("priors", a.prior, b.prior);
  tables.compare("mean beliefs", a.mean, b.mean);
  tables.compare("reached by campaigns", a.reached, b.reached);
  tables.compare("credibility of campaigns", a.credibility, b.credibility);
  tables.compare("what campaigns tell", a.message, b.message);
  tables.compare("told by smugglers", a.told_by_smugglers, b.told_by_smugglers);
  tables.compare("is anything told", a.is_anything_told, b.is_anything_told);
}

void compare_journeys(Comparison& tables, const State& fast, const State& plain) {
  const JourneyTables &a = fast.journey.tables, &b = plain.journey.tables;
  tables.compare("share of other paths", a.other_path_share, b.other_path_share);
  tables.compare("extortion", a.extortion_usd, b.extortion_usd);
  tables.compare("legs", rows(a.legs), rows(b.legs));
  tables.compare("borders", a.borders.size(), b.borders.size());
  for (size_t i = 0; i < std::min(a.borders.size(), b.borders.size()); ++i) {
    const BorderRules &one = a.borders[i], &other = b.borders[i];
    const std::string where =
        fmt::format(" at border {} {} guide", i / 2, i % 2 ? "with" : "without");
    tables.compare(("crossings" + where).c_str(), rows(one.crossings), rows(other.crossings));
    tables.compare(("shares of routes" + where).c_str(), one.shares, other.shares);
  }
  tables.compare("journeys on average", rows(a.expected), rows(b.expected));
}

void compare_fees(Comparison& tables, const State& fast, const State& plain) {
  const auto fees = [](const State& state) {
    std::vector<double> all;
    for (const SmugglingMarket& market : state.smuggling.markets) all.push_back(market.fee_usd);
    return all;
  };
  tables.compare("fees of smugglers", fees(fast), fees(plain));
}

void compare_rules(Comparison& tables, const State& fast, const State& plain) {
  const ChoiceTables &a = fast.choice, &b = plain.choice;
  const auto numbers = [](const State& state) {
    const ChoiceTables& t = state.choice;
    return std::array<double, 12>{
        double(t.must_pay),   t.dissimilarity,    t.cost_weight,      t.diaspora,
        t.cost_removed,       t.consideration,    t.debt_rate,        t.female_factor,
        state.care.relevance, state.care.care[0], state.care.care[1], state.care.without_children};
  };
  tables.compare("rules of choice", numbers(fast), numbers(plain));
  tables.compare("ages of leaving", a.age_factor, b.age_factor);
  tables.compare("strength of ties", a.tie_strength, b.tie_strength);
  tables.compare("rights to stay", fast.visas.may_stay, plain.visas.may_stay);
  tables.compare("visas for visits", fast.visas.needs_visit_visa, plain.visas.needs_visit_visa);
}

void compare_choice(Comparison& tables, const State& fast, const State& plain) {
  const ChoiceTables &a = fast.choice, &b = plain.choice;
  tables.compare("open ways", a.open, b.open);
  tables.compare("costs", a.cost_usd, b.cost_usd);
  tables.compare("limits of debts", a.debt_limit_usd, b.debt_limit_usd);
  tables.compare("payments of debts", a.debt_payment_usd, b.debt_payment_usd);
  tables.compare("weights of channels", a.channel_weight, b.channel_weight);
  tables.compare("weights of incomes", a.income_weight, b.income_weight);
  tables.compare("slopes of wages", a.wage_slope, b.wage_slope);
  tables.compare("slopes of costs", a.cost_slope, b.cost_slope);
  tables.compare("weights of destinations", a.weight, b.weight);
  tables.compare("sums of destinations", a.total, b.total);
  tables.compare("slopes of beliefs", a.belief_slope, b.belief_slope);
}

void compare_returns(Comparison& tables, const State& fast, const State& plain) {
  const Returns &a = fast.returns, &b = plain.returns;
  const auto numbers = [](const Returns& t) {
    return std::array{t.retirement_factor, t.departure_scale, t.ties_again, t.removed_credit};
  };
  tables.compare("rules of going home", numbers(a), numbers(b));
  tables.compare("going home", a.go_back, b.go_back);
  tables.compare("factor of coming again", a.reentry_factor, b.reentry_factor);
  tables.compare("return to reservoirs", a.reservoir_return, b.reservoir_return);
  tables.compare("departure to reservoirs", a.departure, b.departure);
  tables.compare("assisted return", a.assisted, b.assisted);
  tables.compare("leaving again", a.returned_again, b.returned_again);
  tables.compare("leaving again of those removed", a.removed_again, b.removed_again);
  tables.compare("safety of those back", a.return_safety, b.return_safety);
}

void compare_exits(Comparison& tables, const State& fast, const State& plain) {
  const auto numbers = [](const State& state) {
    const StatusRules& t = state.status;
    return std::array<double, 9>{t.work_end,
                                 t.naturalization,
                                 t.visit_months,
                                 t.settle_share,
                                 t.overstay,
                                 double(t.permanence_years),
                                 double(t.has_programme),
                                 state.seasons.end,
                                 state.seasons.overstay};
  };
  tables.compare("rules of status", numbers(fast), numbers(plain));
  tables.compare("adjustment of status", fast.status.adjustment, plain.status.adjustment);
  tables.compare("removal", fast.removal.hazard, plain.removal.hazard);
  tables.compare("wrongful removal", fast.removal.wrongful_hazard, plain.removal.wrongful_hazard);
  tables.compare("beds of detention", fast.removal.bed_share, plain.removal.bed_share);
}

void compare_captivity(Comparison& tables, const State& fast, const State& plain) {
  const CaptivityTables &a = fast.captivity_tables, &b = plain.captivity_tables;
  const auto numbers = [](const CaptivityTables& t) {
    return std::array<double, 6>{double(t.has_traffickers), t.focus,      t.poverty_line,
                                 t.most_deceived,           t.wage_theft, double(t.keep)};
  };
  tables.compare("rules of captivity", numbers(a), numbers(b));
  tables.compare("residents of captivity", a.residents, b.residents);
  tables.compare("abuse without a right", a.abuse_irregular, b.abuse_irregular);
  tables.compare("abuse with a right", a.abuse_regular, b.abuse_regular);
  tables.compare("end of abuse", a.abuse_end, b.abuse_end);
  tables.compare("yields of exploitation", a.value, b.value);
  tables.compare("yields lost by policy", a.value_lost_usd, b.value_lost_usd);
  tables.compare("ways free", rows(a.exits), rows(b.exits));
  tables.compare("detection", a.detection, b.detection);
  tables.compare("shelter", a.sheltered, b.sheltered);
  tables.compare("acceptance of offers", a.acceptance, b.acceptance);
  tables.compare("acceptance by minors", a.minor_factor, b.minor_factor);
  tables.compare("terms of traffickers", rows(a.terms), rows(b.terms));
  tables.compare("approach of residents", a.approach_inside, b.approach_inside);
  tables.compare("approach of leavers", a.approach_abroad, b.approach_abroad);
}

}  // namespace

std::string first_table_difference(const State& fast, const State& plain) {
  Comparison tables;
  compare_life(tables, fast, plain);
  compare_shocks(tables, fast, plain);
  compare_labour(tables, fast, plain);
  compare_money(tables, fast, plain);
  compare_information(tables, fast, plain);
  compare_journeys(tables, fast, plain);
  compare_fees(tables, fast, plain);
  compare_rules(tables, fast, plain);
  compare_choice(tables, fast, plain);
  compare_returns(tables, fast, plain);
  compare_exits(tables, fast, plain);
  compare_captivity(tables, fast, plain);
  return tables.found();
}

}  // namespace rumbo::migration
