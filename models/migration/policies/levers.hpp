// The levers, one function and one file each. May include: params, scenario.
#pragma once
#include "engine/scenario/lever.hpp"

namespace rumbo::migration {

LeverDeclaration legal_avenues_information_lever();
LeverDeclaration regularization_lever();
LeverDeclaration risk_campaign_lever();
LeverDeclaration work_visa_quota_lever();
LeverDeclaration border_control_lever();
LeverDeclaration employer_sanctions_lever();
LeverDeclaration border_deployment_lever();
LeverDeclaration route_rescue_lever();
LeverDeclaration labour_inspection_lever();
LeverDeclaration smuggling_prosecution_lever();
LeverDeclaration asset_confiscation_lever();
LeverDeclaration trafficking_prosecution_lever();
LeverDeclaration victim_protection_lever();
LeverDeclaration shelters_lever();
LeverDeclaration anti_corruption_lever();
LeverDeclaration demand_reduction_lever();
LeverDeclaration remittance_cost_lever();
LeverDeclaration asylum_access_lever();
LeverDeclaration complementary_protection_lever();
LeverDeclaration violence_prevention_lever();
LeverDeclaration anti_xenophobia_lever();
LeverDeclaration child_protection_lever();
LeverDeclaration origin_development_lever();
LeverDeclaration deportation_lever();
LeverDeclaration due_process_lever();
LeverDeclaration detention_alternatives_lever();
LeverDeclaration voluntary_return_lever();
LeverDeclaration reintegration_lever();
LeverDeclaration seasonal_agreement_lever();
LeverDeclaration temporary_worker_agreement_lever();
LeverDeclaration free_residence_lever();
LeverDeclaration family_reunification_lever();

}  // namespace rumbo::migration
