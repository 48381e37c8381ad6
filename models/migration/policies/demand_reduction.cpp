// Lever: less demand for what exploitation makes. docs/model.md: Trafficking and abuse.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> demand_reduction_changes(const Policy& policy,
                                                  const LeverContext& context) {
  return {context.change(policy, "trafficking.value_factor", policy.fields.at("change"),
                         policy.indices("places"))};
}

}  // namespace

LeverDeclaration demand_reduction_lever() {
  LeverDeclaration lever;
  lever.name = "demand_reduction";
  lever.sentence =
      "Changes what exploitation of victims yields at a place: the demand of its buyers and "
      "employers.";
  lever.scopes = {{"places", "place", false}};
  LeverField change{"change", "Change of the yield, as a share (\"-20%\") or a factor added",
                    "share",  FieldKind::change,
                    -1,       9};
  change.required = true;
  lever.fields = {change};
  lever.acts_on = {"trafficking.value_factor"};
  lever.cost_unit = "1,000 USD that exploitation yields no more";
  lever.evidence =
      "Legal prostitution raised reported inflows of victims, which is disputed [Cho, Dreher and "
      "Neumayer 2013]; what a campaign or a "
      "penalty for buyers takes off the yield is not known.";
  lever.source = "[Cho, Dreher and Neumayer 2013; Akee and others 2014]; cost not known";
  lever.changes = demand_reduction_changes;
  return lever;
}

}  // namespace rumbo::migration
