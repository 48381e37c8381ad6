// Handles of all declared parameters, by mechanism. What each means, its unit,
// range, default and source stand where it is declared, in this folder.
//
// May include: base, params.
#pragma once
#include <array>

#include "engine/params/parameter.hpp"

namespace rumbo::migration {

struct PopulationParameters {
  explicit PopulationParameters(ParameterRegistry& registry);
  ParameterId clustering, irregular_case, least_persons, friends, far_ties;
};

struct DemographyParameters {
  explicit DemographyParameters(ParameterRegistry& registry);
  ParameterId mortality_factor, fertility_factor, union_rate, union_end_rate;
};

struct DecisionParameters {
  explicit DecisionParameters(ParameterRegistry& registry);
  ParameterId consideration_rate, log_income, weight_wage, weight_log_wage, weight_cost,
      value_of_life, home_bias, pull, weight_distance, weight_language, weight_contiguity,
      weight_colonial, weight_size, weight_homicide, weight_conflict, weight_democracy,
      nest_dissimilarity, weight_wait, weight_odds, irregular_aversion, wage_gap_factor,
      female_factor, discount;
  ParameterId young_level, young_slope, labour_level, labour_slope, labour_peak, labour_rise,
      constant_level;
};

struct NetworkParameters {
  explicit NetworkParameters(ParameterRegistry& registry);
  ParameterId weight_strong, weight_weak, diaspora, compatriots, cost_removed, link_decay, factor;
};

struct VisaParameters {
  explicit VisaParameters(ParameterRegistry& registry);
  ParameterId work_factor, work_added, study_factor, family_factor, seasonal_added, seasonal_cost,
      work_cost, study_cost, family_cost, right_cost, agreement_added, employer_pays, sponsor_share,
      free_residence, free_residence_fee, visit_cost, visit_grant, descent_share, queue,
      patience_months, demand_memory_months, travel_base, travel_per_km;
};

struct BorderParameters {
  explicit BorderParameters(ParameterRegistry& registry);
  ParameterId apprehension, death, retry, enforcement, restrictiveness, most_attempts, guide_effect,
      attempt_cost, agents, congestion_flow, route_effort, rescue, rescue_elsewhere, season_weight,
      enforcement_year;
};

struct RouteParameters {
  explicit RouteParameters(ParameterRegistry& registry);
  ParameterId cost_weight, past_use_weight, memory_months, first_use, day_cost, apprehension_cost,
      attraction, congestion_flow, reference_flow;
};

struct TransitParameters {
  explicit TransitParameters(ParameterRegistry& registry);
  ParameterId danger_factor, forced_return_factor, other_path_share, extortion_usd;
};

struct SmugglingParameters {
  explicit SmugglingParameters(ParameterRegistry& registry);
  ParameterId base_fee, fee_factor, attempt_share, attempts_covered, market, isoelastic, adjustment,
      firms, spare_capacity, capacity_growth, cost_spread, fixed_share, entry_months,
      horizon_months, discount, entry_rate, exit_patience, exit_rate, memory_months,
      reputation_loss, reputation_weight, told, exploit_gain, exploit_reach, prosecution, penalty,
      seizure, bribe;
};

struct DebtParameters {
  explicit DebtParameters(ParameterRegistry& registry);
  ParameterId limit_rule, interest, payment_share, horizon_months, discount, escape_loss,
      removal_weight, patience_months, default_rate, family_pays, bondage_share;
};

struct StatusParameters {
  explicit StatusParameters(ParameterRegistry& registry);
  ParameterId work_years, visit_months, overstay, settle_share, permanence_years,
      naturalization_rate, removal_rate, adjustment_rate;
};

struct SeasonParameters {
  explicit SeasonParameters(ParameterRegistry& registry);
  ParameterId months, overstay, recall, memory_months;
};

struct DetentionParameters {
  explicit DetentionParameters(ParameterRegistry& registry);
  ParameterId share, months, beds, outside_share, appearance;
};

struct DueProcessParameters {
  explicit DueProcessParameters(ParameterRegistry& registry);
  ParameterId error, relief, delay_months;
};

struct RegularizationParameters {
  explicit RegularizationParameters(ParameterRegistry& registry);
  ParameterId share, take_up, cutoff_month, first_month, months, fee, fee_weight;
};

struct ReturnParameters {
  explicit ReturnParameters(ParameterRegistry& registry);
  ParameterId rate_irregular, rate_regular, rate_citizen, decay, reentry_weight, retirement_factor;
};

struct ReintegrationParameters {
  explicit ReintegrationParameters(ParameterRegistry& registry);
  ParameterId assisted_rate, assisted_grant, share, effect, safety, remigration, ties,
      remigration_removed, credit_removed;
};

struct MoneyParameters {
  explicit MoneyParameters(ParameterRegistry& registry);
  ParameterId saving_home, saving_abroad, remitted_share, remittance_decay, remittance_elasticity,
      reference_cost, remittance_cost_factor, remittance_cost_target, remittance_target_share,
      consumed_share, credit, initial_wealth;
};

struct LabourParameterIds {
  explicit LabourParameterIds(ParameterRegistry& registry);
  ParameterId substitution_native_immigrant, substitution_skill, capital_half_life, displacement,
      irregular_penalty, schooling_return, inspection, sanction_risk, sanction_fine_usd,
      sanction_pass_through, sanction_elasticity;
};

struct TraffickingParameters {
  explicit TraffickingParameters(ParameterRegistry& registry);
  ParameterId market, value_factor, value_wage_elasticity, reference_wage, keep_usd, bargaining,
      capacity, potential_inside, potential_abroad, cost_spread, entry_rate, quit_rate,
      patience_months, fill_rate;
  std::array<ParameterId, 4> values;  ///< [purpose of exploitation]
  ParameterId recruitment_usd, focus, minor_factor, poverty_line, credence, offer_bonus,
      believed_risk, harm, most_deceived;
  ParameterId rescue_rate, escape_rate, debt_end_rate, death_rate, again, shelter_effect,
      work_effect, shelter_beds, shelter_months, work_help;
  ParameterId detection, prosecution, detection_by_victims, detection_by_inspection, origin_share,
      penalty_usd, seizure, reporting, reporting_protected, fear, prosecuted, convicted, protection,
      protection_unconditional, removal_of_victims;

 private:
  void declare_market(ParameterRegistry& registry);
  void declare_recruitment(ParameterRegistry& registry);
  void declare_exits(ParameterRegistry& registry);
  void declare_justice(ParameterRegistry& registry);
};

struct AbuseParameters {
  explicit AbuseParameters(ParameterRegistry& registry);
  ParameterId rate, regular_factor, end_rate, wage_theft, inspection_effect;
};

struct CorruptionParameters {
  explicit CorruptionParameters(ParameterRegistry& registry);
  ParameterId share, bribe_usd;
};

struct ShockParameters {
  explicit ShockParameters(ParameterRegistry& registry);
  ParameterId factor, violence, income_loss_disaster, income_loss_economic, displacement,
      displaced_half_life, displaced_propensity;
  std::array<ParameterId, 4> weight;  ///< [kind of shock]
};

struct AsylumParameters {
  explicit AsylumParameters(ParameterRegistry& registry);
  ParameterId access, pull, cost, claim_share, claim_shock, claim_safety, most_share,
      recognition_weight;
  ParameterId decisions_factor, decisions_added, recognition_factor, appeal, refused_leave,
      complementary, protection_rate, work_months, return_factor, settle_years;

 private:
  void declare_claims(ParameterRegistry& registry);
  void declare_decisions(ParameterRegistry& registry);
};

/// Care, children and gender in a household, where the sources tell women and men apart.
struct HouseholdParameters {
  explicit HouseholdParameters(ParameterRegistry& registry);
  ParameterId decision, care_women, care_men, without_children, children_along, children_with_carer,
      guardians, minor_papers, domestic_demand;
  std::array<ParameterId, 2> sexual_violence;  ///< [sex]
};

struct HostilityParameters {
  explicit HostilityParameters(ParameterRegistry& registry);
  ParameterId weight, media, inflow_weight, report_weight, half_life, memory_years, wage_effect,
      discrimination, abuse_effect, violence_effect, silence;
};

struct HealthParameters {
  explicit HealthParameters(ParameterRegistry& registry);
  ParameterId rate, by_violence, by_stranding, in_captivity, in_abuse, recovery, untreated,
      mortality, earnings_loss;
  std::array<ParameterId, 2> access;  ///< [0 with a right to stay, 1 without]
};

struct DevelopmentParameters {
  explicit DevelopmentParameters(ParameterRegistry& registry);
  ParameterId liquidity, income_factor;
};

struct ObservationParameters {
  explicit ObservationParameters(ParameterRegistry& registry);
  ParameterId deaths_recorded, survey_one_in, welfare_one_in, poverty_line, debt_months;
};

struct InformationParameters {
  explicit InformationParameters(ParameterRegistry& registry);
  ParameterId weight, prior_wage, prior_danger, prior_fee, prior_exploitation, prior_spread,
      heard_weight, prior_journeys, talk_months, convince, convert, confuse, error,
      half_life_months, smuggler_talk, campaign_reach, campaign_credibility, campaign_danger,
      campaign_exploitation, exploitation_loss_usd, legal_awareness;
};

/// All of them, declared in this order.
struct Parameters {
  explicit Parameters(ParameterRegistry& registry)
      : population(registry),
        demography(registry),
        decision(registry),
        network(registry),
        visas(registry),
        border(registry),
        routes(registry),
        transit(registry),
        smuggling(registry),
        debt(registry),
        status(registry),
        season(registry),
        detention(registry),
        due_process(registry),
        regularization(registry),
        returning(registry),
        reintegration(registry),
        money(registry),
        labour(registry),
        trafficking(registry),
        abuse(registry),
        corruption(registry),
        information(registry),
        shocks(registry),
        asylum(registry),
        household(registry),
        hostility(registry),
        health(registry),
        development(registry),
        observation(registry) {}
  PopulationParameters population;
  DemographyParameters demography;
  DecisionParameters decision;
  NetworkParameters network;
  VisaParameters visas;
  BorderParameters border;
  RouteParameters routes;
  TransitParameters transit;
  SmugglingParameters smuggling;
  DebtParameters debt;
  StatusParameters status;
  SeasonParameters season;
  DetentionParameters detention;
  DueProcessParameters due_process;
  RegularizationParameters regularization;
  ReturnParameters returning;
  ReintegrationParameters reintegration;
  MoneyParameters money;
  LabourParameterIds labour;
  TraffickingParameters trafficking;
  AbuseParameters abuse;
  CorruptionParameters corruption;
  InformationParameters information;
  ShockParameters shocks;
  AsylumParameters asylum;
  HouseholdParameters household;
  HostilityParameters hostility;
  HealthParameters health;
  DevelopmentParameters development;
  ObservationParameters observation;
};

}  // namespace rumbo::migration
