// What leaving costs and is worth in a month, against values worked out by hand.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/choice/set_choice.hpp"
#include "models/migration/state.hpp"
#include "models/migration/visas/visas.hpp"
#include "tests/support/hand_world.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

double cost(const State& state, size_t corridor, Channel channel) {
  return state.choice.cost_usd[corridor][at(channel)];
}
bool is_open(const State& state, size_t corridor, Channel channel) {
  return state.choice.open[corridor][at(channel)];
}
/// Logarithm of a channel's weight times the dissimilarity: its utility without income.
double utility(const State& state, size_t corridor, Channel channel) {
  return std::log(state.choice.channel_weight[corridor][at(channel)]) * state.choice.dissimilarity;
}

/// Attempts on average of a journey: caught with a probability, trying again with another, at most
/// so many times.
double attempts(double caught, double retry, int most) {
  return (1 - std::pow(caught * retry, most)) / (1 - caught * retry);
}

/// Everything that would add to a utility set to nothing, but for what a test sets itself.
std::vector<Setting> plain(std::vector<Setting> more) {
  std::vector<Setting> all{{"decision.home_bias", 0},       {"decision.weight_distance", 0},
                           {"decision.weight_language", 0}, {"decision.weight_contiguity", 0},
                           {"decision.weight_size", 0},     {"decision.weight_homicide", 0},
                           {"decision.weight_conflict", 0}, {"decision.weight_democracy", 0},
                           {"decision.weight_cost", 0},     {"decision.weight_wait", 0},
                           {"decision.weight_odds", 0},     {"decision.irregular_aversion", 0},
                           {"network.compatriots", 0},      {"information.weight", 0},
                           {"visas.visit_grant", 1}};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

TEST_CASE("each way in costs travel, its price, and what is paid on the way", "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"visas.travel_base", 150},
                                   {"visas.travel_per_km", 0.1},
                                   {"visas.work_cost", 1000},
                                   {"visas.study_cost", 6000},
                                   {"visas.family_cost", 700},
                                   {"visas.seasonal_cost", 300},
                                   {"visas.visit_cost", 320},
                                   {"visas.seasonal_added", 12, a_to_b},
                                   {"visas.employer_pays", 0.25, a_to_b},
                                   {"border.attempt_cost", 80},
                                   {"border.most_attempts", 8}});
  // 500 km: 200 USD.
  CHECK(cost(state, a_to_b, Channel::work_visa) == Approx(200 + 750));
  CHECK(cost(state, b_to_a, Channel::work_visa) == Approx(200 + 1000));
  CHECK(cost(state, a_to_b, Channel::study) == Approx(200 + 6000));
  CHECK(cost(state, a_to_b, Channel::family) == Approx(200 + 700));
  CHECK(cost(state, a_to_b, Channel::seasonal) == Approx(200 + 225));
  CHECK(is_open(state, a_to_b, Channel::seasonal));
  CHECK_FALSE(is_open(state, b_to_a, Channel::seasonal));
  CHECK(cost(state, a_to_b, Channel::visit) == Approx(200 + 320));
  // Alone: 100 USD of the border's table, and 80 for each attempt after the first; 30% are caught,
  // 8 of 10 of these try again. With a guide: the table's fee of 500.
  CHECK(cost(state, a_to_b, Channel::alone) == Approx(100 + (attempts(0.3, 0.8, 8) - 1) * 80));
  CHECK(cost(state, a_to_b, Channel::smuggler) == Approx(100 + 500));
  CHECK(cost(state, a_to_b, Channel::smuggler_debt) == cost(state, a_to_b, Channel::smuggler));
  CHECK_FALSE(is_open(state, a_to_b, Channel::right_of_entry));
  CHECK_FALSE(is_open(state, a_to_b, Channel::asylum));
}

TEST_CASE("places are those of the table, times factors, plus what policies add",
          "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"visas.work_factor", 1.5, a_to_b},
                                   {"visas.work_added", -50, a_to_b},
                                   {"visas.agreement_added", 30, a_to_b},
                                   {"visas.study_factor", 0.5, a_to_b},
                                   {"visas.family_factor", 2, a_to_b},
                                   {"visas.seasonal_added", 12, a_to_b},
                                   {"visas.work_added", -2000, b_to_a},
                                   {"visas.agreement_added", 30, b_to_a}});
  CHECK(places_per_year(state, a_to_b, VisaKind::work) == 500 * 1.5 - 50 + 30);
  CHECK(places_per_year(state, b_to_a, VisaKind::work) == 30);  // none are left but the agreement's
  CHECK(places_per_year(state, a_to_b, VisaKind::study) == 250);
  CHECK(places_per_year(state, a_to_b, VisaKind::family) == 1000);
  CHECK(places_per_year(state, a_to_b, VisaKind::seasonal) == 12);
}

TEST_CASE("rights hold between their months, and an agreement opens a corridor",
          "[makers][model]") {
  const int now = Month::of(1995, 1).count();
  OneMonth month(hand_world([&](World& w) {
    w.rights.push_back({aaa, bbb, EntryRight::descent_visa, now, now + 1});
    w.rights.push_back({aaa, bbb, EntryRight::visa_free_visit, now - 5, now});
    w.rights.push_back({bbb, aaa, EntryRight::visa_free_visit, now - 5, now + 1});
  }));
  const State* state =
      &month.with({{"visas.descent_share", 0.1}, {"visas.free_residence", 0.4, 0}});
  const auto rights = rights_of(*state, state->month);
  CHECK(rights[a_to_b].by_descent);
  CHECK(rights[a_to_b].needs_visit_visa);        // that right has ended
  CHECK_FALSE(rights[b_to_a].needs_visit_visa);  // this one not yet
  CHECK_FALSE(rights[a_to_b].may_stay);
  // Nine of ten have no right by descent, six of ten of these none by the agreement.
  CHECK(rights[a_to_b].share == Approx(1 - 0.9 * 0.6).epsilon(1e-12));
  state = &month.with({{"visas.free_residence", 1, a_to_b},
                       {"visas.free_residence_fee", 50, a_to_b},
                       {"visas.right_cost", 200}});
  CHECK(is_open(*state, a_to_b, Channel::right_of_entry));
  CHECK(cost(*state, a_to_b, Channel::right_of_entry) == Approx(200 + 200 + 50));
  CHECK_FALSE(is_open(*state, a_to_b, Channel::visit));
  CHECK_FALSE(is_open(*state, a_to_b, Channel::smuggler));
}

TEST_CASE("a corridor is worth pull, size, closeness and compatriots, less home and distance",
          "[makers][model]") {
  OneMonth month(hand_world());
  State& state = month.state();
  state.census.population[bbb] = 1000000;
  state.census.population[aaa] = 100000;
  state.census.compatriots[aaa * 2 + bbb] = 3000;
  const double zero = utility(month.with(plain({})), a_to_b, Channel::study);
  CHECK(zero == near(0, 1e-12));
  const auto worth = [&](std::vector<Setting> settings) {
    return utility(month.with(plain(std::move(settings))), a_to_b, Channel::study);
  };
  CHECK(worth({{"decision.pull", 1.25, bbb}}) == near(1.25, 1e-12));
  CHECK(worth({{"decision.home_bias", 3, aaa}}) == near(-3, 1e-12));
  CHECK(worth({{"decision.weight_distance", 0.7}}) == near(-0.7 * std::log(0.5), 1e-12));
  CHECK(worth({{"decision.weight_size", 0.4}}) == near(0.4 * std::log(0.1), 1e-12));
  CHECK(worth({{"decision.weight_language", 0.8}}) == near(0.8, 1e-12));
  CHECK(worth({{"decision.weight_contiguity", 0.6}}) == near(0.6, 1e-12));
  // 300 compatriots of 10,000 at home.
  CHECK(worth({{"network.compatriots", 0.5}}) == near(0.5 * std::log(301), 1e-12));
  CHECK(worth({{"decision.weight_cost", 0.15}}) == near(-0.15 * 6.2, 1e-12));
  CHECK(worth({{"information.legal_awareness", 0.5, aaa}}) == near(std::log(0.5), 1e-12));
}

TEST_CASE("safety, shocks and colonial links enter a corridor's worth with their signs",
          "[makers][model]") {
  OneMonth month(hand_world([](World& w) {
    for (size_t y = 0; y < n_years; ++y)
      for (size_t k = 0; k < 3; ++k) {
        w.safety(aaa, y, k) = 1;
        w.safety(bbb, y, k) = -1;
      }
    w.corridors[a_to_b].has_colonial_link = true;
    const int now = Month::of(1995, 1).count();
    w.shocks.push_back({aaa, ShockKind::disaster, now, now, 0.5, 0, 0});
  }));
  const auto worth = [&](std::vector<Setting> settings) {
    settings.push_back({"shocks.weight_disaster", 0});
    settings.push_back({"decision.weight_colonial", 0});
    std::rotate(settings.begin(), settings.end() - 2, settings.end());
    return utility(month.with(plain(std::move(settings))), a_to_b, Channel::study);
  };
  CHECK(worth({}) == near(0, 1e-12));
  CHECK(worth({{"decision.weight_homicide", 0.1}}) == near(0.2, 1e-12));
  CHECK(worth({{"decision.weight_conflict", 0.2}}) == near(0.4, 1e-12));
  CHECK(worth({{"decision.weight_democracy", 0.3}}) == near(-0.6, 1e-12));
  CHECK(worth({{"decision.weight_colonial", 0.5}}) == near(0.5, 1e-12));
  CHECK(worth({{"shocks.weight_disaster", 0.4}}) == near(0.2, 1e-12));
}

TEST_CASE("ways in weigh odds, waits, sponsors, grants of visas and aversion", "[makers][model]") {
  OneMonth month(hand_world());
  State& state = month.state();
  // 100 ask a month for 500 places a year: 2.4 months' worth.
  state.visas.counters.demand[a_to_b * n_visa_kinds] = 100;
  const auto worth = [&](Channel channel, std::vector<Setting> settings) {
    return utility(month.with(plain(std::move(settings))), a_to_b, channel);
  };
  CHECK(worth(Channel::work_visa, {{"decision.weight_odds", 1}}) == near(-std::log(2.4), 1e-12));
  CHECK(worth(Channel::work_visa, {{"decision.weight_wait", 0.02}}) == near(-0.048, 1e-12));
  CHECK(worth(Channel::work_visa,
              {{"decision.weight_odds", 1}, {"visas.queue", 1}, {"visas.patience_months", 1.2}}) ==
        near(std::log(0.5), 1e-12));
  CHECK(worth(Channel::family, {{"visas.sponsor_share", 0.5, bbb}}) == near(std::log(0.5), 1e-12));
  CHECK(worth(Channel::visit, {{"visas.visit_grant", 0.3}}) == near(std::log(0.3), 1e-12));
  CHECK(worth(Channel::visit, {{"decision.irregular_aversion", 1.3}}) == near(-1.3, 1e-12));
  CHECK(worth(Channel::work_visa, {{"decision.irregular_aversion", 1.3}}) == near(0, 1e-12));
  CHECK(worth(Channel::right_of_entry, {{"visas.free_residence", 0.4, a_to_b}}) ==
        near(std::log(0.4), 1e-12));
}

TEST_CASE("what is believed of danger and of wages moves what leaving is worth",
          "[makers][model]") {
  OneMonth month(hand_world());
  month.state().information.adults = {0, 0};  // nobody was counted: means are the priors
  const std::vector<Setting> base{{"decision.weight_cost", 0.15},
                                  {"decision.value_of_life", 400},
                                  {"border.guide_effect", 0.3},
                                  {"smuggling.attempts_covered", 3}};
  // With a guide 21% of attempts are caught and 0.07% die; 16.8% go on to another.
  const double death = 0.0007 * attempts(0.21, 0.8, 3);
  const auto settings = [&](std::vector<Setting> more) {
    auto all = base;
    all.insert(all.end(), more.begin(), more.end());
    return plain(std::move(all));
  };
  const State* state = &month.with(settings({}));
  CHECK(utility(*state, a_to_b, Channel::smuggler) == near(-0.15 * (0.6 + death * 400), 1e-9));
  const double entry = (1 - 0.21 - 0.0007) * attempts(0.21, 0.8, 3);
  const auto low_regular = [&] { return state->choice.income_weight[a_to_b][0]; };
  // Low schooling in the first class of earnings, as many with a job in both places: at home 10,000
  // e^.5 x .94 x .405, there the same, less 17% for those without a right.
  const double income = 10 * std::exp(0.5) * 0.94 * 0.405;
  CHECK(low_regular()[0] == near(1, 1e-9));
  CHECK(std::log(low_regular()[2]) == near(-entry * 0.08 * 0.17 * income / 0.6, 1e-9));
  // Of all that is believed, danger and wages twice as high.
  state = &month.with(settings({{"information.weight", 1},
                                {"information.prior_danger", 2},
                                {"information.prior_wage", 2},
                                {"information.prior_exploitation", 1}}));
  CHECK(utility(*state, a_to_b, Channel::smuggler) == near(-0.15 * (0.6 + 2 * death * 400), 1e-9));
  CHECK(std::log(low_regular()[0]) == near(0.08 * income / 0.6, 1e-9));
  // A level is a quarter of a log point.
  CHECK(state->choice.wage_slope[a_to_b][0][0] == near(0.08 * 2 * income * 0.25, 1e-9));
  CHECK(state->choice.cost_slope[a_to_b][at(Channel::smuggler)][1] ==
        near(-0.15 / 1000 * 2 * death * 400000 * 0.25, 1e-9));
  state = &month.with(settings({{"decision.log_income", 1}, {"decision.weight_log_wage", 0.7}}));
  CHECK(std::log(low_regular()[2]) == near(entry * 0.7 * std::log(0.83) / 0.6, 1e-9));
  state = &month.with(settings({{"decision.wage_gap_factor", 1.5}, {"status.season_months", 3}}));
  CHECK(std::log(low_regular()[2]) == near(-entry * 1.5 * 0.08 * 0.17 * income / 0.6, 1e-9));
}

TEST_CASE("sums over destinations are powers of sums over what can be paid", "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with(
      {{"network.diaspora", 0.5}, {"network.cost_removed", 0.4}, {"debt.limit_rule", 0}});
  const ChoiceTables& t = state.choice;
  constexpr size_t kind = 5;
  const auto weight = [&](Channel c) {
    return t.channel_weight[a_to_b][at(c)] *
           t.income_weight[a_to_b][kind][static_cast<size_t>(income_way(c))];
  };
  // With 700 USD: a visit of 500, a guide of 600, alone; not work (1,200), not study (6,200).
  const double some = weight(Channel::visit) + weight(Channel::smuggler) + weight(Channel::alone);
  CHECK(affordability_class(700) == 2);
  CHECK(t.weight[a_to_b][kind][2] == Approx(std::pow(some, t.dissimilarity)).epsilon(1e-12));
  CHECK(t.total[aaa][kind][2] == t.weight[a_to_b][kind][2]);
  CHECK(t.weight[a_to_b][kind][0] == 0);
  const double all = some + weight(Channel::work_visa) + weight(Channel::study);
  CHECK(t.weight[a_to_b][kind][7] == Approx(std::pow(all, t.dissimilarity)).epsilon(1e-12));
  // The best connected: a sponsor, 50 ties, which save 0.4 x 50 / 51 of each cost.
  double most = 0;
  for (const Channel c : {Channel::visit, Channel::smuggler, Channel::alone, Channel::work_visa,
                          Channel::study, Channel::family})
    most += weight(c) *
            std::exp(t.cost_weight * cost(state, a_to_b, c) * 0.4 * 50 / 51 / t.dissimilarity);
  CHECK(t.most_with_kin[aaa][kind] ==
        Approx(std::pow(most, t.dissimilarity) * std::sqrt(51)).epsilon(1e-9));
}

TEST_CASE("people move most at the peak of the schedule, and the old have less to gain",
          "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"decision.age_young_level", 0.01},
                                   {"decision.age_young_slope", 0.1},
                                   {"decision.age_labour_level", 0.06},
                                   {"decision.age_labour_slope", 0.1},
                                   {"decision.age_labour_peak", 20},
                                   {"decision.age_labour_rise", 0.4},
                                   {"decision.age_constant", 0.003},
                                   {"decision.discount", 0.1},
                                   {"decision.female_factor", 0.8}});
  const auto schedule = [](double x) {
    return 0.01 * std::exp(-0.1 * x) +
           0.06 * std::exp(-0.1 * (x - 20) - std::exp(-0.4 * (x - 20))) + 0.003;
  };
  // The year with the peak, 23.5; a working life of 45 years is the whole of what there is to gain.
  const double peak = schedule(23.5);
  const auto years = [](double n) { return (1 - std::exp(-0.1 * n)) / (1 - std::exp(-4.5)); };
  CHECK(state.choice.age_factor[20] == Approx(schedule(20.5) / peak).epsilon(1e-9));
  CHECK(state.choice.age_factor[23] == Approx(years(42)).epsilon(1e-9));
  CHECK(state.choice.age_factor[50] == Approx(schedule(50.5) / peak * years(15)).epsilon(1e-9));
  CHECK(state.choice.age_factor[80] == Approx(schedule(80.5) / peak * years(1)).epsilon(1e-9));
  CHECK(state.choice.female_factor == 0.8);
  // Ties fade by a tenth of a log point a year.
  CHECK(state.choice.tie_strength[7] == Approx(std::exp(-0.7)).epsilon(1e-12));
}
