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
  explicit Parameters(ParameterRegistry& all) : registry(all) {}

  ParameterRegistry& registry;
  PopulationParameters population{registry};
  DemographyParameters demography{registry};
  DecisionParameters decision{registry};
  NetworkParameters network{registry};
  VisaParameters visas{registry};
  BorderParameters border{registry};
  RouteParameters routes{registry};
  TransitParameters transit{registry};
  SmugglingParameters smuggling{registry};
  DebtParameters debt{registry};
  StatusParameters status{registry};
  SeasonParameters season{registry};
  DetentionParameters detention{registry};
  DueProcessParameters due_process{registry};
  RegularizationParameters regularization{registry};
  ReturnParameters returning{registry};
  ReintegrationParameters reintegration{registry};
  MoneyParameters money{registry};
  LabourParameterIds labour{registry};
  TraffickingParameters trafficking{registry};
  AbuseParameters abuse{registry};
  CorruptionParameters corruption{registry};
  InformationParameters information{registry};
  ShockParameters shocks{registry};
  AsylumParameters asylum{registry};
  HouseholdParameters household{registry};
  HostilityParameters hostility{registry};
  HealthParameters health{registry};
  DevelopmentParameters development{registry};
  ObservationParameters observation{registry};
};

}  // namespace rumbo::migration
