// Handles of all declared parameters, by mechanism. What each means, its unit, range, default and
// source stand in the room of its mechanism.
//
// May include: params, the parameters of the rooms.
#pragma once
#include "models/migration/abuse/parameters.hpp"
#include "models/migration/asylum/parameters.hpp"
#include "models/migration/border/parameters.hpp"
#include "models/migration/choice/parameters.hpp"
#include "models/migration/corruption/parameters.hpp"
#include "models/migration/debts/parameters.hpp"
#include "models/migration/demography/parameters.hpp"
#include "models/migration/health/parameters.hpp"
#include "models/migration/hostility/parameters.hpp"
#include "models/migration/households/parameters.hpp"
#include "models/migration/information/parameters.hpp"
#include "models/migration/journey/parameters.hpp"
#include "models/migration/labour/parameters.hpp"
#include "models/migration/money/parameters.hpp"
#include "models/migration/observation/parameters.hpp"
#include "models/migration/population/parameters.hpp"
#include "models/migration/removal/parameters.hpp"
#include "models/migration/returns/parameters.hpp"
#include "models/migration/seasons/parameters.hpp"
#include "models/migration/shocks/parameters.hpp"
#include "models/migration/smuggling/parameters.hpp"
#include "models/migration/status/parameters.hpp"
#include "models/migration/trafficking/parameters.hpp"
#include "models/migration/visas/parameters.hpp"

namespace rumbo::migration {

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
