// See registry.hpp. A new lever is one file in policies/ and one line here.
#include "models/migration/registry.hpp"

#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

struct Declared {
  ParameterRegistry registry;
  Parameters ids{registry};
};

const Declared& declared() {
  static const Declared all;
  return all;
}

}  // namespace

const ParameterRegistry& migration_parameters() {
  return declared().registry;
}
const Parameters& migration_parameter_ids() {
  return declared().ids;
}

const LeverRegistry& migration_levers() {
  static const LeverRegistry registry = [] {
    LeverRegistry levers;
    levers.declare(regularization_lever());
    levers.declare(work_visa_quota_lever());
    levers.declare(border_control_lever());
    levers.declare(employer_sanctions_lever());
    levers.declare(remittance_cost_lever());
    levers.declare(border_deployment_lever());
    levers.declare(route_rescue_lever());
    levers.declare(labour_inspection_lever());
    levers.declare(trafficking_prosecution_lever());
    levers.declare(victim_protection_lever());
    levers.declare(shelters_lever());
    levers.declare(anti_corruption_lever());
    levers.declare(demand_reduction_lever());
    levers.declare(asset_confiscation_lever());
    levers.declare(smuggling_prosecution_lever());
    levers.declare(risk_campaign_lever());
    levers.declare(legal_avenues_information_lever());
    levers.declare(asylum_access_lever());
    levers.declare(complementary_protection_lever());
    levers.declare(violence_prevention_lever());
    levers.declare(anti_xenophobia_lever());
    levers.declare(child_protection_lever());
    levers.declare(origin_development_lever());
    levers.declare(deportation_lever());
    levers.declare(due_process_lever());
    levers.declare(detention_alternatives_lever());
    levers.declare(voluntary_return_lever());
    levers.declare(reintegration_lever());
    levers.declare(seasonal_agreement_lever());
    levers.declare(temporary_worker_agreement_lever());
    levers.declare(free_residence_lever());
    levers.declare(family_reunification_lever());
    return levers;
  }();
  return registry;
}

}  // namespace rumbo::migration
